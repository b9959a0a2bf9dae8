/* book-marks.c: the conditional formats of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-sheet.h"

#include "exchange/date-serial.h"

#include <string.h>

#define LONGEST_RANGES 1800 /* bytes: the library cuts attributes a little above */

/* The condition for the cell at a row and column; "@" stands for the cell. */
static char *
condition_at (SamsynWriter     *writer,
              const SamsynMark *mark,
              guint             row,
              guint             column)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  double status = 0;
  g_auto (GStrv) parts = g_strsplit (mark->condition, "@", -1);
  g_autofree char *condition = NULL;
  g_autofree char *date = NULL;
  g_auto (GStrv) dated = NULL;

  lxw_rowcol_to_cell (cell, row, column);
  condition = g_strjoinv (cell, parts);
  if (strstr (condition, "%d") == NULL)
    return g_strconcat ("=", condition, NULL);
  samsyn_date_serial (writer->book->status_date, &status);
  date = g_strdup_printf ("%d", (int) status);
  dated = g_strsplit (condition, "%d", -1);
  g_free (condition);
  condition = g_strjoinv (date, dated);
  return g_strconcat ("=", condition, NULL);
}

static void
add_marks (SamsynWriter     *writer,
           const SamsynMark *marks,
           guint             first,
           guint             last,
           guint             column,
           const char       *ranges)
{
  for (const SamsynMark *mark = marks; mark->condition; mark++)
    {
      g_autofree char *condition = condition_at (writer, mark, first, column);
      lxw_conditional_format format = { .type = LXW_CONDITIONAL_TYPE_FORMULA, .value_string = condition,
                                        .format = samsyn_format_mark (writer->formats, mark),
                                        .multi_range = (char *) ranges, .stop_if_true = TRUE };

      samsyn_writer_check (writer, worksheet_conditional_format_range (writer->worksheet, first, column, last, column, &format));
    }
}

static void
flush (SamsynWriter     *writer,
       const SamsynMark *marks,
       guint             first,
       guint             last,
       guint             column,
       GString          *ranges)
{
  if (ranges->len > 0)
    add_marks (writer, marks, first, last, column, strchr (ranges->str, ' ') ? ranges->str : NULL);
  g_string_truncate (ranges, 0);
}

/* Rows that are settled are left out, so that what is done is not shown as late. */
static void
mark_unsettled (SamsynWriter     *writer,
                SamsynTable      *table,
                const SamsynMark *marks,
                guint             column)
{
  g_autoptr (GString) ranges = g_string_new (NULL);
  guint first = 0, last = 0;

  for (guint row = 0; row < table->n_rows; row++)
    {
      char range[LXW_MAX_CELL_RANGE_LENGTH];
      guint end = row;

      if (samsyn_table_row_is_settled (table, row))
        continue;
      while (end + 1 < table->n_rows && !samsyn_table_row_is_settled (table, end + 1))
        end++;
      if (ranges->len > LONGEST_RANGES)
        flush (writer, marks, first, last, column, ranges);
      if (ranges->len == 0)
        first = table->header_row + 1 + row;
      last = table->header_row + 1 + end;
      lxw_rowcol_to_range (range, table->header_row + 1 + row, column, last, column);
      g_string_append_printf (ranges, "%s%s", ranges->len > 0 ? " " : "", range);
      row = end;
    }
  flush (writer, marks, first, last, column, ranges);
}

/* Cells of a type of their own have that type's marks, and not their column's. */
static void
mark_typed (SamsynWriter    *writer,
            SamsynTable     *table,
            guint            column,
            SamsynColumnType type)
{
  const SamsynMark *marks = samsyn_format_marks (type);
  guint at = table->first_column + column;

  for (guint row = 0; row < table->n_rows; row++)
    {
      guint end = row;

      if (marks == NULL || samsyn_table_type (table, row, column) != type)
        continue;
      while (end + 1 < table->n_rows && samsyn_table_type (table, end + 1, column) == type)
        end++;
      add_marks (writer, marks, table->header_row + 1 + row, table->header_row + 1 + end, at, NULL);
      row = end;
    }
}

static gboolean
has_typed (SamsynTable *table,
           guint        column)
{
  for (guint row = 0; table->each == NULL && row < table->n_rows; row++)
    if (samsyn_table_cell (table, row, column)->has_type)
      return TRUE;
  return FALSE;
}

void
samsyn_writer_marks (SamsynWriter *writer,
                     SamsynTable  *table)
{
  for (guint column = 0; column < table->columns->len; column++)
    {
      SamsynColumnType type = samsyn_table_column (table, column)->type;
      const SamsynMark *marks = samsyn_format_marks (type);
      guint at = table->first_column + column;
      double status;

      if (has_typed (table, column))
        {
          for (guint own = 0; own < SAMSYN_N_COLUMN_TYPES; own++)
            mark_typed (writer, table, column, own);
          continue;
        }
      if (marks == NULL)
        continue;
      if (type != SAMSYN_COLUMN_DUE)
        add_marks (writer, marks, table->header_row + 1, table->header_row + table->n_rows, at, NULL);
      else if (samsyn_date_serial (writer->book->status_date, &status))
        mark_unsettled (writer, table, marks, at);
    }
}
