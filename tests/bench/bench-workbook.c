/* bench-workbook.c: the all-data workbook against a bare loop over libxlsxwriter
 *
 * The bare side writes the same cells, gathered beforehand, with the same options, formats and tables.  The program's side reads
 * them from the workspace, names what references lead to, and keeps what it needs to compare the file with; reading the file back
 * and auditing it is reported apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#include "bench.h"
#include "exchange/book/book-private.h"
#include "exchange/book/book-sheet.h"
#include "reports/report.h"

typedef struct
{
  lxw_row_t row;
  lxw_col_t column;
  guint     as; /* SamsynWritten */
  char     *text;
  double    number;
} Cell;

typedef struct
{
  char                 *folder;
  char                 *path;
  SamsynStore          *store;
  SamsynReportArguments arguments;
  SamsynBook           *book;  /* what the bare side writes */
  GPtrArray            *cells; /* of GArray of Cell, one a sheet */
  double                read_back;
} Bench;

static SamsynBook *
make_book (Bench *bench)
{
  GError *error = NULL;
  SamsynBook *book = samsyn_report_make (samsyn_report_find ("all-data"), bench->store, &bench->arguments, NULL, &error);

  bench_check (error);
  return book;
}

/* Making the report and writing the file, without looking at it again. */
static double
write_ours (gpointer data)
{
  Bench *bench = data;
  double start = bench_now (), written;
  g_autoptr (SamsynBook) book = make_book (bench);
  GError *error = NULL;

  samsyn_book_render (book, bench->path, bench->folder, NULL, NULL, NULL, &error);
  bench_check (error);
  written = bench_now () - start;
  g_unlink (bench->path);
  return written;
}

/* ---- The bare side --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SamsynResolver *resolver;
  SamsynTable    *table;
  GArray         *cells;
  guint           row;
} Gather;

static gboolean
gather_row (const SamsynValue *values,
            gpointer           data)
{
  Gather *gather = data;

  for (guint i = 0; i < gather->table->columns->len; i++)
    {
      SamsynResolved resolved;
      Cell cell = { .row = SAMSYN_FIRST_TABLE_ROW + 1 + gather->row, .column = (lxw_col_t) i };

      samsyn_resolve (gather->resolver, samsyn_table_column (gather->table, i)->type, &values[i], &resolved);
      cell.as = resolved.as;
      cell.number = resolved.number;
      if (resolved.as == SAMSYN_WRITTEN_TEXT)
        cell.text = g_strdup (resolved.text);
      if (resolved.as != SAMSYN_WRITTEN_NOTHING)
        g_array_append_val (gather->cells, cell);
    }
  gather->row++;
  return TRUE;
}

static void
gather_cells (Bench *bench)
{
  bench->book = make_book (bench);
  bench->cells = g_ptr_array_new ();
  for (guint i = 0; i < bench->book->sheets->len; i++)
    {
      SamsynSheet *sheet = g_ptr_array_index (bench->book->sheets, i);
      Gather gather
          = { samsyn_resolver_new ("sv"), g_ptr_array_index (sheet->tables, 0), g_array_new (FALSE, FALSE, sizeof (Cell)), 0 };

      if (gather.table->each != NULL)
        gather.table->each (gather_row, &gather, gather.table->data, NULL);
      g_ptr_array_add (bench->cells, gather.cells);
      samsyn_resolver_free (gather.resolver);
    }
}

static void
add_bare_table (lxw_worksheet *worksheet,
                SamsynTable   *table)
{
  guint n = table->columns->len;
  g_autofree lxw_table_column *columns = g_new0 (lxw_table_column, n);
  g_autofree lxw_table_column **pointers = g_new0 (lxw_table_column *, n + 1);
  lxw_table_options options = { .columns = pointers, .name = table->name };

  for (guint i = 0; i < n; i++)
    {
      columns[i].header = samsyn_table_column (table, i)->title;
      pointers[i] = &columns[i];
    }
  worksheet_add_table (worksheet, SAMSYN_FIRST_TABLE_ROW, 0, SAMSYN_FIRST_TABLE_ROW + table->n_rows, (lxw_col_t) (n - 1),
                       &options);
}

static double
write_bare (gpointer data)
{
  Bench *bench = data;
  double start = bench_now (), written;
  lxw_workbook_options options = { .tmpdir = bench->folder };
  lxw_workbook *workbook = workbook_new_opt (bench->path, &options);
  lxw_format *date = workbook_add_format (workbook), *text = workbook_add_format (workbook);

  format_set_num_format (date, "yyyy-mm-dd");
  for (guint i = 0; i < bench->book->sheets->len; i++)
    {
      SamsynSheet *sheet = g_ptr_array_index (bench->book->sheets, i);
      GArray *cells = g_ptr_array_index (bench->cells, i);
      lxw_worksheet *worksheet = workbook_add_worksheet (workbook, sheet->name);

      for (guint j = 0; j < cells->len; j++)
        {
          const Cell *cell = &g_array_index (cells, Cell, j);

          if (cell->as == SAMSYN_WRITTEN_TEXT)
            worksheet_write_string (worksheet, cell->row, cell->column, cell->text, text);
          else
            worksheet_write_number (worksheet, cell->row, cell->column, cell->number,
                                    cell->as == SAMSYN_WRITTEN_DATE ? date : text);
        }
      add_bare_table (worksheet, g_ptr_array_index (sheet->tables, 0));
    }
  if (workbook_close (workbook) != LXW_NO_ERROR)
    g_error ("workbook_close");
  written = bench_now () - start;
  g_unlink (bench->path);
  return written;
}

static double
write_whole (Bench *bench)
{
  double start = bench_now ();
  g_autoptr (SamsynBook) book = make_book (bench);
  GError *error = NULL;

  samsyn_book_write (book, bench->path, TRUE, NULL, NULL, NULL, &error);
  bench_check (error);
  return bench_now () - start;
}

int
main (int   argc,
      char *argv[])
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  Bench bench = { .folder = bench_folder (), .arguments = { .language = "sv" } };
  g_autofree char *name = g_strdup_printf ("all-data of %u records x 12 fields, writing, against libxlsxwriter", n);
  g_autofree char *workspace = g_build_filename (bench.folder, "work.samsyn", NULL);
  double written, whole;

  bench.path = g_build_filename (bench.folder, "out.xlsx", NULL);
  bench.store = bench_workspace (workspace, n);
  gather_cells (&bench);
  bench_compare (name, 1.15, 5, write_ours, write_bare, &bench);
  written = write_ours (&bench);
  whole = write_whole (&bench);
  bench_figure ("reading the same workbook back and auditing it", 1000 * (whole - written), "ms", 0);
  samsyn_store_close (bench.store);
  bench_remove (bench.folder);
  return 0;
}
