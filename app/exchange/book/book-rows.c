/* book-rows.c: the columns and rows of a table described in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-private.h"

#include "model/words.h"

#define FEWEST_ROWS_TO_FILTER 8

/* ---- The table ------------------------------------------------------------------------------------------------------------- */

static void
clear_column (gpointer data)
{
  g_free (((SamsynColumn *) data)->title);
}

static void
clear_cell (gpointer data)
{
  SamsynCell *cell = data;

  samsyn_value_clear (&cell->value);
  g_free (cell->comment);
}

SamsynTable *
samsyn_table_new (SamsynSheet *sheet,
                  const char  *caption)
{
  SamsynTable *table = g_new0 (SamsynTable, 1);
  g_autofree char *name = samsyn_text_table_name (sheet->name);

  table->sheet = sheet;
  table->caption = caption ? samsyn_text_line (caption, 250) : NULL;
  table->name = samsyn_text_unique (sheet->book->table_names, name, "_#", 100);
  table->columns = g_array_new (FALSE, TRUE, sizeof (SamsynColumn));
  g_array_set_clear_func (table->columns, clear_column);
  table->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  table->cells = g_array_new (FALSE, TRUE, sizeof (SamsynCell));
  g_array_set_clear_func (table->cells, clear_cell);
  table->settled = g_byte_array_new ();
  table->groups = g_array_new (FALSE, FALSE, sizeof (guint));
  return table;
}

void
samsyn_table_free (SamsynTable *table)
{
  if (table->free_data)
    table->free_data (table->data);
  g_array_unref (table->cells);
  g_array_unref (table->columns);
  g_hash_table_unref (table->titles);
  g_byte_array_unref (table->settled);
  g_array_unref (table->groups);
  g_free (table->caption);
  g_free (table->name);
  g_free (table->prints);
  g_free (table->read);
  g_free (table);
}

/* ---- Columns --------------------------------------------------------------------------------------------------------------- */

guint
samsyn_table_add_column (SamsynTable      *table,
                         const char       *title,
                         SamsynColumnType  type,
                         int               width,
                         SamsynColumnFlags flags)
{
  g_autofree char *line = samsyn_text_line (title ? title : "", 200);
  SamsynColumn column = { .type = type, .width = CLAMP (width, 2, 120), .flags = flags };

  g_return_val_if_fail (table->n_rows == 0, 0);
  if (*line == '\0')
    {
      g_free (line);
      line = g_strdup (samsyn_words (table->sheet->book->language, "workbook", "Column"));
    }
  column.title = samsyn_text_unique (table->titles, line, " (#)", 200);
  g_array_append_val (table->columns, column);
  return table->columns->len - 1;
}

void
samsyn_table_fold_column (SamsynTable *table,
                          guint        column,
                          guint        level)
{
  g_return_if_fail (column < table->columns->len && level <= SAMSYN_DEEPEST_FOLD);
  g_array_index (table->columns, SamsynColumn, column).level = level;
}

gboolean
samsyn_table_has_total (const SamsynTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (samsyn_table_column (table, i)->flags & SAMSYN_COLUMN_TOTAL)
      return TRUE;
  return FALSE;
}

/* ---- Rows and cells -------------------------------------------------------------------------------------------------------- */

gboolean
samsyn_table_has_filter (const SamsynTable *table)
{
  return table->n_rows >= FEWEST_ROWS_TO_FILTER;
}

guint
samsyn_table_get_n_rows (SamsynTable *table)
{
  return table->n_rows;
}

void
samsyn_table_set_source (SamsynTable        *table,
                         guint               n_rows,
                         SamsynTableEachFunc each,
                         gpointer            data,
                         GDestroyNotify      free_data)
{
  g_return_if_fail (table->n_rows == 0);
  table->n_rows = n_rows;
  table->each = each;
  table->data = data;
  table->free_data = free_data;
}

void
samsyn_table_add_row (SamsynTable *table)
{
  const guint8 unsettled = 0;

  g_return_if_fail (table->each == NULL);
  table->n_rows++;
  table->n_given = 0;
  g_array_set_size (table->cells, table->n_rows * table->columns->len);
  g_byte_array_append (table->settled, &unsettled, 1);
}

static SamsynCell *
next_cell (SamsynTable *table)
{
  g_return_val_if_fail (table->n_rows > 0 && table->each == NULL, NULL);
  g_return_val_if_fail (table->n_given < table->columns->len, NULL);
  return (SamsynCell *) samsyn_table_cell (table, table->n_rows - 1, table->n_given++);
}

static void
give (SamsynTable *table,
      SamsynValue  value)
{
  SamsynCell *cell = next_cell (table);

  if (cell)
    cell->value = value;
  else
    samsyn_value_clear (&value);
}

void
samsyn_table_empty (SamsynTable *table)
{
  give (table, SAMSYN_VALUE_NULL);
}

void
samsyn_table_text (SamsynTable *table,
                   const char  *text)
{
  give (table, text && *text ? samsyn_value_text (text) : SAMSYN_VALUE_NULL);
}

void
samsyn_table_integer (SamsynTable *table,
                      gint64       integer)
{
  give (table, samsyn_value_integer (integer));
}

void
samsyn_table_number (SamsynTable *table,
                     double       number)
{
  give (table, samsyn_value_real (number));
}

void
samsyn_table_value (SamsynTable       *table,
                    const SamsynValue *value)
{
  give (table, samsyn_value_copy (value));
}

void
samsyn_table_typed (SamsynTable       *table,
                    SamsynColumnType   type,
                    const SamsynValue *value)
{
  SamsynCell *cell = next_cell (table);

  g_return_if_fail (cell != NULL);
  cell->value = samsyn_value_copy (value);
  cell->has_type = TRUE;
  cell->type = type;
}

void
samsyn_table_date (SamsynTable *table,
                   const char  *date)
{
  g_auto (SamsynValue) value = samsyn_value_text (date != NULL && *date != '\0' ? date : NULL);

  samsyn_table_typed (table, SAMSYN_COLUMN_DATE, &value);
}

void
samsyn_table_partial (SamsynTable *table,
                      guint        n_given,
                      guint        n_lines)
{
  SamsynCell *cell;

  g_return_if_fail (table->n_given > 0);
  cell = (SamsynCell *) samsyn_table_cell (table, table->n_rows - 1, table->n_given - 1);
  cell->n_given = n_given;
  cell->n_lines = n_lines;
}

void
samsyn_table_link (SamsynTable *table,
                   const char  *text,
                   SamsynSheet *to)
{
  SamsynCell *cell = next_cell (table);

  g_return_if_fail (cell != NULL);
  if (text && *text)
    cell->value = samsyn_value_text (text);
  else if (to)
    cell->value = samsyn_value_text (to->name);
  cell->to = to;
}

void
samsyn_table_comment (SamsynTable *table,
                      const char  *text)
{
  SamsynCell *cell;

  g_return_if_fail (table->n_given > 0);
  cell = (SamsynCell *) samsyn_table_cell (table, table->n_rows - 1, table->n_given - 1);
  g_free (cell->comment);
  cell->comment = text && *text ? g_strdup (text) : NULL;
}

void
samsyn_table_group (SamsynTable *table)
{
  guint row = table->n_rows - 1;

  g_return_if_fail (table->n_rows > 0 && table->each == NULL);
  g_array_append_val (table->groups, row);
}

void
samsyn_table_settled (SamsynTable *table)
{
  g_return_if_fail (table->settled->len > 0);
  table->settled->data[table->settled->len - 1] = 1;
}
