/* copy-table.c: records of a list as a table for other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "copy-table.h"

#include <string.h>

#include "model/format.h"
#include "model/words.h"

typedef void (*CellFunc) (GString            *table,
                          const SamsynColumn *column,
                          const char         *text);

typedef struct
{
  const char *before_row, *after_row;
  CellFunc    cell;
} Form;

/* A value as a spreadsheet reads it: dates by ISO 8601, numbers without marks between thousands, with the language's comma. */
static char *
cell_text (const SamsynColumn *column,
           const SamsynValue  *value)
{
  char *text;

  if (samsyn_value_is_null (value))
    return g_strdup ("");
  switch ((int) column->field.type)
    {
    case SAMSYN_TYPE_DATE:
      return samsyn_value_format (&column->field, value);
    case SAMSYN_TYPE_INTEGER:
    case SAMSYN_TYPE_NUMBER:
    case SAMSYN_TYPE_MONEY:
      text = samsyn_value_format (&column->field, value);
      return g_str_equal (samsyn_language (), "sv") ? g_strdelimit (text, ".", ',') : text;
    case SAMSYN_TYPE_REFERENCE:
      return g_strdup (samsyn_value_get_text (value));
    default:
      return samsyn_value_display (column->kind, &column->field, NULL, value);
    }
}

/* ---- Text with tabs ------------------------------------------------------------------------------------------------------- */

static void
append_plain (GString            *table,
              const SamsynColumn *column,
              const char         *text)
{
  if (table->len > 0 && table->str[table->len - 1] != '\n')
    g_string_append_c (table, '\t');
  if (strpbrk (text, "\t\r\n\"") == NULL)
    {
      g_string_append (table, text);
      return;
    }
  g_string_append_c (table, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (table, '"');
      g_string_append_c (table, *text);
    }
  g_string_append_c (table, '"');
}

/* ---- HTML ----------------------------------------------------------------------------------------------------------------- */

static void
append_html (GString            *table,
             const SamsynColumn *column,
             const char         *text)
{
  SamsynType type = column->field.type;
  gboolean typed = samsyn_column_is_number (column) || type == SAMSYN_TYPE_DATE || type == SAMSYN_TYPE_TIME;
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
  g_autofree char *joined = g_strjoinv ("<br style=\"mso-data-placement:same-cell\">", lines);

  /* Without this a text that begins with "=" would be a formula, and "1-2" a date. */
  g_string_append_printf (table, typed ? "<td>%s</td>" : "<td style=\"mso-number-format:'\\@'\">%s</td>", joined);
}

/* ---- Tables --------------------------------------------------------------------------------------------------------------- */

static void
append_row (GString              *table,
            const SamsynQuestion *question,
            const Form           *form,
            const SamsynValue    *values)
{
  g_string_append (table, form->before_row);
  for (guint i = 0; i < question->columns->len; i++)
    {
      const SamsynColumn *column = g_ptr_array_index (question->columns, i);
      g_autofree char *text = NULL;

      if (!column->visible)
        continue;
      text = values != NULL ? cell_text (column, &values[column->place]) : g_strdup (column->label);
      form->cell (table, column, text);
    }
  g_string_append (table, form->after_row);
}

static void
append_rows (GString              *table,
             SamsynStore          *store,
             const SamsynQuestion *question,
             GArray               *ids,
             const Form           *form)
{
  g_autoptr (SamsynQuery) query = samsyn_question_rows (question, samsyn_store_clock (store));
  g_autoptr (SamsynLookup) lookup = samsyn_lookup_new (store, query, NULL);

  append_row (table, question, form, NULL);
  for (guint i = 0; lookup != NULL && i < ids->len; i++)
    {
      const SamsynValue *values = samsyn_lookup_row (lookup, g_array_index (ids, gint64, i));

      if (values != NULL)
        append_row (table, question, form, values);
    }
}

char *
samsyn_copy_table_text (SamsynStore          *store,
                        const SamsynQuestion *question,
                        GArray               *ids)
{
  static const Form form = { "", "\n", append_plain };
  g_autoptr (GString) table = g_string_new (NULL);

  append_rows (table, store, question, ids, &form);
  return g_string_free (g_steal_pointer (&table), FALSE);
}

char *
samsyn_copy_table_html (SamsynStore          *store,
                        const SamsynQuestion *question,
                        GArray               *ids)
{
  static const Form form = { "<tr>", "</tr>\n", append_html };
  g_autoptr (GString) table = g_string_new ("<html><head><meta charset=\"utf-8\"></head><body><table>\n");

  append_rows (table, store, question, ids, &form);
  g_string_append (table, "</table></body></html>\n");
  return g_string_free (g_steal_pointer (&table), FALSE);
}

GdkContentProvider *
samsyn_copy_table (SamsynStore          *store,
                   const SamsynQuestion *question,
                   GArray               *ids)
{
  char *html = samsyn_copy_table_html (store, question, ids);
  g_autofree char *text = samsyn_copy_table_text (store, question, ids);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[] = { gdk_content_provider_new_for_bytes ("text/html", bytes),
                                      gdk_content_provider_new_typed (G_TYPE_STRING, text) };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
