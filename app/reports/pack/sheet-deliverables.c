/* sheet-deliverables.c: what the project delivers, and where it is to be found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Theme"), SAMSYN_COLUMN_TEXT, 26, 0 },
  { NC_ ("pack", "Deliverable"), SAMSYN_COLUMN_TEXT, 46, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Status"), SAMSYN_COLUMN_STATE, 18, 0 },
  { NC_ ("pack", "Launched"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Receiver"), SAMSYN_COLUMN_TEXT, 30, 0 },
  { NC_ ("pack", "To be found at"), SAMSYN_COLUMN_TEXT, 36, 0 },
  { NC_ ("pack", "Continues at"), SAMSYN_COLUMN_TEXT, 30, 0 },
  { NULL },
};

enum
{
  THEME,
  TITLE,
  STATUS,
  LAUNCHED_ON,
  RECEIVER,
  WHERE,
  CONTINUES,
  CONTINUED_BY
};

static SamsynRows *
read_rows (SamsynPack *pack,
           GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("deliverable", pack->language, "theme", "title", "status", "launched_on",
                                              "receiver.name", "where_to_find", "continues", "continued_by.name", NULL);

  samsyn_ask_among (query, "project", pack->projects, FALSE);
  samsyn_query_order (query, "theme", FALSE);
  samsyn_query_order (query, "title", FALSE);
  return samsyn_store_select (pack->store, query, error);
}

/* Where it goes on; that it does not go on is said, that nobody has said is not. */
static const char *
continues_at (SamsynPack       *pack,
              const SamsynRows *rows,
              guint             row)
{
  const char *organisation = samsyn_rows_text (rows, row, CONTINUED_BY);

  if (*organisation != '\0')
    return organisation;
  switch (samsyn_rows_integer (rows, row, CONTINUES, -1))
    {
    case 0:
      return samsyn_words (pack->language, "pack", "Does not continue");
    case 1:
      return samsyn_words (pack->language, "pack", "Continues, not yet decided where");
    default:
      return "";
    }
}

static void
add_row (SamsynPack       *pack,
         SamsynTable      *table,
         const SamsynRows *rows,
         guint             row)
{
  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_rows_text (rows, row, THEME));
  samsyn_table_text (table, samsyn_rows_text (rows, row, TITLE));
  samsyn_table_text (table, samsyn_pack_choice (pack, "deliverable", "status", samsyn_rows_text (rows, row, STATUS)));
  samsyn_table_text (table, samsyn_rows_text (rows, row, LAUNCHED_ON));
  samsyn_table_text (table, samsyn_rows_text (rows, row, RECEIVER));
  samsyn_table_text (table, samsyn_rows_text (rows, row, WHERE));
  samsyn_table_text (table, continues_at (pack, rows, row));
}

const SamsynPackSheet samsyn_sheet_deliverables = {
  .part = { "deliverables", NC_ ("pack", "Deliverables") },
  .title = NC_ ("pack", "Appendix: Deliverables"),
  .purpose = NC_ ("pack", "What the project delivers, to whom, where it is to be found, and who goes on with it."),
  .columns = columns,
  .read = read_rows,
  .row = add_row,
};
