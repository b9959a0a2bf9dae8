/* columns.c: tables whose columns are a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "columns.h"

#include "model/words.h"

void
samsyn_columns_add (SamsynTable            *table,
                    const char             *language,
                    const SamsynPackColumn *columns)
{
  for (guint i = 0; columns[i].title != NULL; i++)
    samsyn_table_add_column (table, samsyn_words (language, "pack", columns[i].title), columns[i].type, columns[i].width,
                             columns[i].flags);
}

SamsynTable *
samsyn_columns_add_table (SamsynSheet            *sheet,
                          const char             *language,
                          const char             *caption,
                          const SamsynPackColumn *columns)
{
  SamsynTable *table = samsyn_sheet_add_table (sheet, caption);

  samsyn_columns_add (table, language, columns);
  return table;
}

void
samsyn_columns_add_legend (SamsynSheet            *sheet,
                           const char             *language,
                           const char             *caption,
                           const SamsynPackColumn *columns,
                           const SamsynSign       *signs)
{
  SamsynTable *table = samsyn_columns_add_table (sheet, language, caption, columns);

  for (guint i = 0; signs[i].sign != NULL; i++)
    {
      samsyn_table_add_row (table);
      if (columns[0].type == SAMSYN_COLUMN_TREND)
        samsyn_table_integer (table, g_ascii_strtoll (signs[i].sign, NULL, 10));
      else
        samsyn_table_text (table, signs[i].sign);
      samsyn_table_text (table, samsyn_words (language, "pack", signs[i].meaning));
    }
}

static const SamsynSign letters[] = {
  { "R", NC_ ("pack", "Responsible: does the work.") },
  { "A", NC_ ("pack", "Accountable: answers for it in the end.") },
  { "S", NC_ ("pack", "Supports the one who does the work.") },
  { "C", NC_ ("pack", "Consulted before it is decided or done.") },
  { "I", NC_ ("pack", "Informed afterwards.") },
  { NULL, NULL },
};

static const SamsynPackColumn letter_columns[] = {
  { NC_ ("pack", "Letter"), SAMSYN_COLUMN_LETTER, 0, 0 },
  { NC_ ("pack", "Meaning"), SAMSYN_COLUMN_TEXT, 0, 0 },
  { NULL },
};

void
samsyn_columns_add_letters (SamsynSheet *sheet,
                            const char  *language)
{
  samsyn_columns_add_legend (sheet, language, samsyn_words (language, "pack", "How letters of responsibility are read"),
                             letter_columns, letters);
}
