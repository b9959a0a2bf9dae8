/* book-write.c: from the described workbook to the bytes of a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-sheet.h"

#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "exchange/error.h"
#include "model/words.h"

#define ROWS_A_LOOK 256 /* rows between two looks at the clock and the cancel button */

/* ---- What every writing function uses -------------------------------------------------------------------------------------- */

gboolean
samsyn_writer_check (SamsynWriter *writer,
                     lxw_error     result)
{
  if (result != LXW_NO_ERROR && writer->error == NULL)
    writer->error = g_error_new (SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_WRITE,
                                 _ ("The sheet “%s” could not be written (%s). No file was written."),
                                 writer->sheet ? writer->sheet->name : "", lxw_strerror (result));
  return writer->error == NULL;
}

gboolean
samsyn_writer_text (SamsynWriter *writer,
                    guint         row,
                    guint         column,
                    const char   *text,
                    lxw_format   *format)
{
  const char *escaped = samsyn_text_escape (text, writer->escaped);
  return samsyn_writer_check (writer, worksheet_write_string (writer->worksheet, row, column, escaped, format));
}

gboolean
samsyn_writer_step (SamsynWriter *writer)
{
  if (writer->error)
    return FALSE;
  if (++writer->rows_done % ROWS_A_LOOK != 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (writer->cancellable, &writer->error))
    return FALSE;
  if (writer->progress)
    writer->progress (0.6 * MIN (1, (double) writer->rows_done / MAX (writer->rows_in_all, 1)), writer->progress_data);
  return TRUE;
}

/* ---- A sheet --------------------------------------------------------------------------------------------------------------- */

/* User text in a footer would be read for codes that begin with &. */
static char *
footer (SamsynBook *book)
{
  g_auto (GStrv) parts = g_strsplit (book->report_id, "&", -1);
  g_autofree char *id = g_strjoinv ("&&", parts);
  /* TRANSLATORS: the foot of each page; keep &P (this page) and &N (pages in all) */
  const char *pages = samsyn_words (book->language, "workbook", "Page &P of &N");

  return g_strdup_printf ("&L&8&\"Arial,Regular\"%s · &A&R&8&\"Arial,Regular\"%s", id, pages);
}

/* Leading columns that name their row stay in view where a table is wide. */
static guint
frozen_columns (SamsynSheet *sheet)
{
  SamsynTable *table = g_ptr_array_index (sheet->tables, 0);
  guint n = 0;

  if (table->columns->len <= 8)
    return 0;
  while (n < 2 && samsyn_table_column (table, n)->flags & SAMSYN_COLUMN_HEADER)
    n++;
  return n;
}

static void
set_page (SamsynWriter *writer,
          guint         last_row)
{
  lxw_worksheet *worksheet = writer->worksheet;
  g_autofree char *foot = footer (writer->book);

  worksheet_set_paper (worksheet, 9); /* A4 */
  worksheet_set_landscape (worksheet);
  worksheet_set_margins (worksheet, 0.5, 0.5, 0.55, 0.7);
  worksheet_fit_to_pages (worksheet, 1, writer->sheet->one_page ? 1 : 0);
  worksheet_gridlines (worksheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_repeat_rows (worksheet, SAMSYN_FIRST_TABLE_ROW, SAMSYN_FIRST_TABLE_ROW);
  worksheet_freeze_panes (worksheet, SAMSYN_FIRST_TABLE_ROW + 1, frozen_columns (writer->sheet));
  samsyn_writer_check (writer, worksheet_print_area (worksheet, 0, 0, last_row, writer->layout.n_printed - 1));
  samsyn_writer_check (writer, worksheet_set_footer (worksheet, foot));
}

static gboolean
is_beside (SamsynWriter *writer,
           SamsynChart  *chart)
{
  return samsyn_writer_find_beside (writer, chart->table) == chart;
}

/* A table, with the chart beside it if it has one; the row after both. */
static guint
write_block (SamsynWriter *writer,
             SamsynTable  *table,
             guint         row)
{
  SamsynChart *chart = samsyn_writer_find_beside (writer, table);
  double points = samsyn_page_table_points (&writer->layout, table, writer->resolver);
  guint end;

  if (row > SAMSYN_FIRST_TABLE_ROW)
    samsyn_paging_keep (&writer->paging, row, chart ? MAX (points, SAMSYN_BESIDE_POINTS) : points);
  end = samsyn_writer_table (writer, table, row);
  if (chart)
    samsyn_writer_chart_beside (writer, chart, row);
  for (double more = chart ? SAMSYN_BESIDE_POINTS - points : 0; more > 0; more -= SAMSYN_ROW_POINTS, end++)
    samsyn_paging_add (&writer->paging, SAMSYN_ROW_POINTS);
  samsyn_paging_add (&writer->paging, SAMSYN_ROW_POINTS);
  return end;
}

/* What folds, folds under the column to its left: organisations stand before their units. */
static void
set_columns (SamsynWriter *writer)
{
  SamsynTable *main = g_ptr_array_index (writer->sheet->tables, 0);
  gboolean folds = FALSE;

  for (guint i = 0; i < writer->layout.n_columns; i++)
    {
      lxw_row_col_options options = { .level = i < main->columns->len ? samsyn_table_column (main, i)->level : 0 };

      folds |= options.level > 0;
      worksheet_set_column_opt (writer->worksheet, i, i, writer->layout.widths[i], NULL, &options);
    }
  if (folds)
    worksheet_outline_settings (writer->worksheet, TRUE, TRUE, FALSE, FALSE);
}

static void
write_sheet (SamsynWriter *writer)
{
  SamsynSheet *sheet = writer->sheet;
  g_autofree char *purpose = samsyn_sheet_describe (sheet);
  guint row = SAMSYN_FIRST_TABLE_ROW;

  samsyn_layout_measure (&writer->layout, sheet, writer->resolver);
  set_columns (writer);
  worksheet_set_default_row (writer->worksheet, SAMSYN_ROW_POINTS, FALSE);
  worksheet_set_row (writer->worksheet, 0, 30, NULL);
  worksheet_set_row (writer->worksheet, 2, 9, NULL);
  samsyn_paging_begin (&writer->paging, &writer->layout, sheet);
  samsyn_writer_text (writer, 0, 0, sheet->title, writer->formats->title);
  samsyn_writer_text (writer, 1, 0, purpose, writer->formats->purpose);
  for (guint i = 0; i < sheet->tables->len && writer->error == NULL; i++)
    row = write_block (writer, g_ptr_array_index (sheet->tables, i), row) + 1;
  for (guint i = 0; i < sheet->charts->len && writer->error == NULL; i++)
    if (!is_beside (writer, g_ptr_array_index (sheet->charts, i)))
      row = samsyn_writer_chart (writer, g_ptr_array_index (sheet->charts, i), row) + 1;
  samsyn_paging_end (&writer->paging, writer->worksheet);
  if (writer->error == NULL)
    set_page (writer, row - 2);
}

/* ---- The book -------------------------------------------------------------------------------------------------------------- */

static void
set_properties (SamsynWriter *writer)
{
  SamsynBook *book = writer->book;
  g_autofree char *language = g_strdup_printf ("Language: %s", book->language);
  g_autofree char *comments = g_strdup_printf ("Language: %s. Report: %s. Status date: %s.", book->language, book->report_id,
                                               book->status_date);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *noon = g_strconcat (book->status_date, "T12:00:00", NULL);
  g_autoptr (GDateTime) created = g_date_time_new_from_iso8601 (noon, utc);
  lxw_doc_properties properties = { .title = book->title, .subject = book->subject, .author = book->author,
                                    .keywords = language, .comments = comments };

  /* Not the clock: the same data makes the same bytes. */
  properties.created = created ? g_date_time_to_unix (created) : 1;
  samsyn_writer_check (writer, workbook_set_properties (writer->workbook, &properties));
  samsyn_writer_check (writer, workbook_set_custom_property_string (writer->workbook, "Language", book->language));
}

/* Sheets first: a link may lead to one that comes later. */
static void
write_book (SamsynWriter *writer)
{
  SamsynBook *book = writer->book;
  g_autoptr (GPtrArray) worksheets = g_ptr_array_new ();

  set_properties (writer);
  for (guint i = 0; i < book->sheets->len && writer->error == NULL; i++)
    {
      writer->sheet = g_ptr_array_index (book->sheets, i);
      g_ptr_array_add (worksheets, workbook_add_worksheet (writer->workbook,
                                                           samsyn_text_escape (writer->sheet->name, writer->escaped)));
      if (worksheets->pdata[i] == NULL)
        samsyn_writer_check (writer, LXW_ERROR_PARAMETER_VALIDATION);
      for (guint t = 0; t < writer->sheet->tables->len; t++)
        writer->rows_in_all += ((SamsynTable *) g_ptr_array_index (writer->sheet->tables, t))->n_rows;
    }
  for (guint i = 0; i < book->sheets->len && writer->error == NULL; i++)
    {
      writer->sheet = g_ptr_array_index (book->sheets, i);
      writer->worksheet = worksheets->pdata[i];
      writer->n_links = 0;
      write_sheet (writer);
    }
}

/* The library prints by itself what goes wrong, with the name of a file that nobody knows.  We say it. */
static lxw_error
close_silently (lxw_workbook *workbook)
{
  int before = fcntl (STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1), nowhere = open ("/dev/null", O_WRONLY | O_CLOEXEC);
  lxw_error error;

  if (before >= 0 && nowhere >= 0)
    dup2 (nowhere, STDERR_FILENO);
  error = workbook_close (workbook);
  if (before >= 0 && nowhere >= 0)
    dup2 (before, STDERR_FILENO);
  if (nowhere >= 0)
    close (nowhere);
  if (before >= 0)
    close (before);
  return error;
}

/* The library prints numbers as the process's locale does, with a comma in Swedish: the file would be spoilt.  So everything
 * from making the workbook to closing it happens in a locale of this thread. */
gboolean
samsyn_book_render (SamsynBook        *book,
                    const char        *path,
                    const char        *folder,
                    GCancellable      *cancellable,
                    SamsynProgressFunc progress,
                    gpointer           progress_data,
                    GError           **error)
{
  locale_t plain = newlocale (LC_NUMERIC_MASK | LC_CTYPE_MASK | LC_COLLATE_MASK | LC_TIME_MASK, "C",
                              duplocale (uselocale ((locale_t) 0)));
  locale_t before = uselocale (plain);
  lxw_workbook_options options = { .tmpdir = (char *) folder };
  g_autoptr (SamsynResolver) resolver = samsyn_resolver_new (book->language);
  g_autoptr (GString) escaped = g_string_new (NULL);
  SamsynWriter writer = { .book = book, .resolver = resolver, .escaped = escaped, .cancellable = cancellable,
                          .progress = progress, .progress_data = progress_data };

  writer.workbook = workbook_new_opt (path, &options);
  writer.formats = samsyn_formats_new (writer.workbook);
  write_book (&writer);
  if (writer.error == NULL)
    g_cancellable_set_error_if_cancelled (cancellable, &writer.error);
  if (writer.error == NULL)
    samsyn_writer_check (&writer, close_silently (writer.workbook));
  else
    lxw_workbook_free (writer.workbook);
  samsyn_formats_free (writer.formats);
  samsyn_layout_clear (&writer.layout);
  uselocale (before);
  freelocale (plain);
  if (writer.error == NULL)
    return TRUE;
  g_propagate_error (error, writer.error);
  return FALSE;
}
