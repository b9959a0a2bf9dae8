/* book-verify.c: what was written, read back and compared with what was described
 *
 * The library reports success for files that a full disk cut off, so nothing is believed that was not read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-private.h"

#include <math.h>
#include <string.h>

#include "exchange/error.h"
#include "exchange/xlsx/xlsx-read.h"
#include "model/words.h"

typedef struct
{
  SamsynBook     *book;
  SamsynSheet    *sheet;
  SamsynResolver *resolver;
  char           *purpose;
  guint64         expected; /* cells that hold something */
  guint64         found;
  guint           n_table; /* the table that was last in reach */
} Verify;

static gboolean
differs (Verify  *verify,
         guint    row,
         guint    column,
         GError **error)
{
  g_set_error (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_WRITE,
               _ ("The workbook was not written whole: row %u, column %u of the sheet “%s” reads differently. No file was left; "
                 "see that there is room on the disk, and try again."),
               row + 1, column + 1, verify->sheet->name);
  return FALSE;
}

/* The library prints sixteen digits: a number may come back one digit off in the last place. */
static gboolean
same_number (double a,
             double b)
{
  return fabs (a - b) <= 1e-14 * MAX (fabs (a), fabs (b));
}

static gboolean
same (const SamsynResolved *resolved,
      const SamsynXlsxCell *cell)
{
  switch (resolved->as)
    {
    case SAMSYN_WRITTEN_TEXT:
      return cell->type == SAMSYN_XLSX_TEXT && strcmp (cell->text, resolved->text) == 0 && cell->formula == NULL;
    case SAMSYN_WRITTEN_NUMBER:
      return cell->type == SAMSYN_XLSX_NUMBER && same_number (cell->number, resolved->number);
    case SAMSYN_WRITTEN_DATE:
      return cell->type == SAMSYN_XLSX_DATE && same_number (cell->number, resolved->number);
    default:
      return FALSE;
    }
}

static gboolean
same_text (const SamsynXlsxCell *cell,
           const char           *text)
{
  return cell->type == SAMSYN_XLSX_TEXT && cell->formula == NULL && strcmp (cell->text, text) == 0;
}

/* ---- Places ---------------------------------------------------------------------------------------------------------------- */

static guint
last_row (const SamsynTable *table)
{
  return table->header_row + table->n_rows + samsyn_table_has_total (table);
}

/* The table whose caption, header or rows a row belongs to. */
static SamsynTable *
table_at (Verify *verify,
          guint   row)
{
  GPtrArray *tables = verify->sheet->tables;

  while (verify->n_table < tables->len && row > last_row (g_ptr_array_index (tables, verify->n_table)))
    verify->n_table++;
  return verify->n_table < tables->len ? g_ptr_array_index (tables, verify->n_table) : NULL;
}

static void
print_cell (SamsynTable          *table,
            const SamsynXlsxCell *cell)
{
  SamsynResolved read = { .as = cell->type == SAMSYN_XLSX_TEXT     ? SAMSYN_WRITTEN_TEXT
                                : cell->type == SAMSYN_XLSX_NUMBER ? SAMSYN_WRITTEN_NUMBER
                                : cell->type == SAMSYN_XLSX_DATE   ? SAMSYN_WRITTEN_DATE
                                                                   : SAMSYN_WRITTEN_NOTHING,
                          .text = cell->text, .number = cell->number };

  samsyn_print_add (&table->read[cell->column - table->first_column], cell->row - table->header_row - 1, &read);
}

static gboolean
same_total (Verify               *verify,
            SamsynTable          *table,
            guint                 column,
            const SamsynXlsxCell *cell)
{
  SamsynSum sum = samsyn_table_sum (table, verify->resolver, column);
  SamsynTotal total = samsyn_table_total (table, column, &sum);
  g_autofree char *share = samsyn_text_share (verify->book->language, sum.n_given, sum.n_lines);

  if (total == SAMSYN_TOTAL_WORDS)
    return same_text (cell, share);
  if (total != SAMSYN_TOTAL_NOTHING)
    return cell->formula && cell->type != SAMSYN_XLSX_TEXT && same_number (cell->number, sum.total);
  return column == 0 && same_text (cell, samsyn_words (verify->book->language, "workbook", "Total"));
}

static gboolean
same_cell (Verify               *verify,
           SamsynTable          *table,
           const SamsynXlsxCell *cell)
{
  guint row = cell->row - table->header_row - 1;
  guint column = cell->column - table->first_column;
  SamsynResolved resolved;

  if (cell->row + 1 == table->header_row)
    return column == 0 && table->caption && same_text (cell, table->caption);
  if (column >= table->columns->len || cell->row < table->header_row)
    return FALSE;
  if (cell->row == table->header_row)
    return same_text (cell, samsyn_table_column (table, column)->title);
  if (row == table->n_rows)
    return same_total (verify, table, column, cell);
  if (table->each)
    {
      print_cell (table, cell);
      return TRUE;
    }
  samsyn_resolve (verify->resolver, samsyn_table_type (table, row, column),
                  &samsyn_table_cell (table, row, column)->value, &resolved);
  return same (&resolved, cell);
}

static gboolean
on_cell (const SamsynXlsxCell *cell,
         gpointer              data,
         GError              **error)
{
  Verify *verify = data;
  SamsynTable *table;
  gboolean good;

  verify->found++;
  if (cell->row == 0)
    good = cell->column == 0 && same_text (cell, verify->sheet->title);
  else if (cell->row == 1)
    good = cell->column == 0 && same_text (cell, verify->purpose);
  else
    {
      table = table_at (verify, cell->row);
      good = table && same_cell (verify, table, cell);
    }
  return good || differs (verify, cell->row, cell->column, error);
}

/* ---- Sums ------------------------------------------------------------------------------------------------------------------ */

static guint64
expected_of_table (Verify      *verify,
                   SamsynTable *table)
{
  guint64 expected = table->columns->len + (table->caption != NULL);

  for (guint column = 0; column < table->columns->len; column++)
    {
      SamsynSum sum = samsyn_table_sum (table, verify->resolver, column);

      if (table->each)
        expected += table->prints[column].count;
      for (guint row = 0; table->each == NULL && row < table->n_rows; row++)
        {
          SamsynResolved resolved;
          samsyn_resolve (verify->resolver, samsyn_table_type (table, row, column),
                          &samsyn_table_cell (table, row, column)->value, &resolved);
          expected += resolved.as != SAMSYN_WRITTEN_NOTHING;
        }
      if (samsyn_table_has_total (table))
        expected += column == 0 || samsyn_table_total (table, column, &sum) != SAMSYN_TOTAL_NOTHING;
    }
  return expected;
}

static gboolean
same_prints (SamsynTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const SamsynPrint *written = &table->prints[i], *read = &table->read[i];

      if (written->count != read->count || written->hash != read->hash ||
          fabs (written->sum - read->sum) > 1e-12 * MAX (fabs (written->sum), 1) * table->n_rows)
        return FALSE;
    }
  return TRUE;
}

static gboolean
verify_sheet (Verify       *verify,
              SamsynXlsx   *xlsx,
              guint         number,
              GCancellable *cancellable,
              GError      **error)
{
  g_autofree char *purpose = samsyn_sheet_describe (verify->sheet);
  gboolean good;

  verify->purpose = purpose;
  verify->expected = 2;
  verify->found = 0;
  verify->n_table = 0;
  for (guint i = 0; i < verify->sheet->tables->len; i++)
    {
      SamsynTable *table = g_ptr_array_index (verify->sheet->tables, i);

      verify->expected += expected_of_table (verify, table);
      g_free (table->read);
      table->read = g_new0 (SamsynPrint, table->columns->len);
    }
  if (strcmp (samsyn_xlsx_get_sheet_name (xlsx, number), verify->sheet->name) != 0)
    return differs (verify, 0, 0, error);
  good = samsyn_xlsx_read_sheet (xlsx, number, on_cell, verify, cancellable, error);
  for (guint i = 0; good && i < verify->sheet->tables->len; i++)
    {
      SamsynTable *table = g_ptr_array_index (verify->sheet->tables, i);
      if (table->each && !same_prints (table))
        good = differs (verify, table->header_row, 0, error);
    }
  if (good && verify->found != verify->expected)
    good = differs (verify, last_row (g_ptr_array_index (verify->sheet->tables, verify->sheet->tables->len - 1)), 0, error);
  return good;
}

/* A file that cannot be read is one that was not written. */
static void
to_write_error (GError **error)
{
  g_autofree char *message = NULL;

  if (*error == NULL || (*error)->domain == G_IO_ERROR)
    return;
  if (g_error_matches (*error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_WRITE))
    return;
  g_clear_error (error);
  g_set_error_literal (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_WRITE,
                       _ ("The workbook was not written whole: it cannot be read back. No file was left; see that there is room "
                         "on the disk, and try again."));
}

gboolean
samsyn_book_verify (SamsynBook   *book,
                    const char   *path,
                    GCancellable *cancellable,
                    GError      **error)
{
  /* Our own file may be larger, and more even, than a stranger's. */
  const SamsynZipLimits limits = { G_MAXUINT32, G_MAXUINT32 * G_GUINT64_CONSTANT (4), 2000 };
  g_autoptr (SamsynResolver) resolver = samsyn_resolver_new (book->language);
  g_autoptr (GError) local = NULL;
  g_autoptr (SamsynXlsx) xlsx = samsyn_xlsx_open (path, &limits, cancellable, &local);
  Verify verify = { .book = book, .resolver = resolver };
  gboolean good = xlsx != NULL;

  if (good && samsyn_xlsx_get_n_sheets (xlsx) != book->sheets->len)
    {
      verify.sheet = g_ptr_array_index (book->sheets, 0);
      good = differs (&verify, 0, 0, &local);
    }
  for (guint i = 0; good && i < book->sheets->len; i++)
    {
      verify.sheet = g_ptr_array_index (book->sheets, i);
      good = verify_sheet (&verify, xlsx, i, cancellable, &local);
    }
  if (good)
    return TRUE;
  to_write_error (&local);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
