/* book.c: a workbook described in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-private.h"

#include "model/words.h"

/* ---- Freeing --------------------------------------------------------------------------------------------------------------- */

static void
free_chart (gpointer data)
{
  SamsynChart *chart = data;

  g_free (chart->title);
  g_free (chart->message);
  g_free (chart->series);
  g_free (chart);
}

static void
free_sheet (gpointer data)
{
  SamsynSheet *sheet = data;

  g_ptr_array_unref (sheet->charts);
  g_ptr_array_unref (sheet->tables);
  g_free (sheet->name);
  g_free (sheet->title);
  g_free (sheet->purpose);
  g_free (sheet);
}

void
samsyn_book_free (SamsynBook *book)
{
  if (book == NULL)
    return;
  g_ptr_array_unref (book->sheets);
  if (book->free_kept)
    book->free_kept (book->kept);
  g_hash_table_unref (book->sheet_names);
  g_hash_table_unref (book->table_names);
  g_free (book->language);
  g_free (book->status_date);
  g_free (book->report_id);
  g_free (book->title);
  g_free (book->subject);
  g_free (book->author);
  g_free (book);
}

/* ---- The book -------------------------------------------------------------------------------------------------------------- */

SamsynBook *
samsyn_book_new (const char *language,
                 const char *status_date,
                 const char *report_id)
{
  SamsynBook *book = g_new0 (SamsynBook, 1);

  book->language = g_strdup (language);
  book->status_date = g_strdup (status_date);
  book->report_id = samsyn_text_line (report_id ? report_id : "", 60);
  book->title = g_strdup ("");
  book->subject = g_strdup ("");
  book->author = g_strdup ("");
  book->sheets = g_ptr_array_new_with_free_func (free_sheet);
  book->sheet_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  book->table_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return book;
}

/* Properties longer than this are cut by some readers. */
static void
set_property (char      **property,
              const char *text)
{
  g_free (*property);
  *property = samsyn_text_line (text ? text : "", 250);
}

void
samsyn_book_set_properties (SamsynBook *book,
                            const char *title,
                            const char *subject,
                            const char *author)
{
  set_property (&book->title, title);
  set_property (&book->subject, subject);
  set_property (&book->author, author);
}

void
samsyn_book_keep (SamsynBook    *book,
                  gpointer       data,
                  GDestroyNotify free_data)
{
  g_return_if_fail (book->free_kept == NULL);
  book->kept = data;
  book->free_kept = free_data;
}

const char *
samsyn_book_get_language (SamsynBook *book)
{
  return book->language;
}

const char *
samsyn_book_get_status_date (SamsynBook *book)
{
  return book->status_date;
}

guint
samsyn_book_get_n_sheets (SamsynBook *book)
{
  return book->sheets->len;
}

/* ---- Sheets ---------------------------------------------------------------------------------------------------------------- */

SamsynSheet *
samsyn_book_add_sheet (SamsynBook *book,
                       const char *name,
                       const char *title,
                       const char *purpose)
{
  SamsynSheet *sheet = g_new0 (SamsynSheet, 1);
  g_autofree char *safe = samsyn_text_sheet_name (name, book->language);

  sheet->book = book;
  sheet->name = samsyn_text_unique (book->sheet_names, safe, " (#)", 31);
  sheet->title = samsyn_text_line (title && *title ? title : sheet->name, 250);
  sheet->purpose = samsyn_text_line (purpose ? purpose : "", 500);
  sheet->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_table_free);
  sheet->charts = g_ptr_array_new_with_free_func (free_chart);
  g_ptr_array_add (book->sheets, sheet);
  return sheet;
}

void
samsyn_sheet_set_one_page (SamsynSheet *sheet)
{
  sheet->one_page = TRUE;
}

const char *
samsyn_sheet_get_name (SamsynSheet *sheet)
{
  return sheet->name;
}

char *
samsyn_sheet_describe (const SamsynSheet *sheet)
{
  /* TRANSLATORS: follows a sheet's purpose: the report's id and its status date */
  const char *format = samsyn_words (sheet->book->language, "workbook", "Report %s, status date %s.");
  g_autofree char *tail = g_strdup_printf (format, sheet->book->report_id, sheet->book->status_date);
  gboolean ended = *sheet->purpose == '\0' || g_str_has_suffix (sheet->purpose, ".") ||
                   g_str_has_suffix (sheet->purpose, "?") || g_str_has_suffix (sheet->purpose, "!") ||
                   g_str_has_suffix (sheet->purpose, "…");

  return g_strconcat (sheet->purpose, ended ? "" : ".", *sheet->purpose ? " " : "", tail, NULL);
}

SamsynTable *
samsyn_sheet_add_table (SamsynSheet *sheet,
                        const char  *caption)
{
  SamsynTable *table = samsyn_table_new (sheet, caption && *caption && sheet->tables->len > 0 ? caption : NULL);

  g_ptr_array_add (sheet->tables, table);
  return table;
}

void
samsyn_sheet_add_chart (SamsynSheet     *sheet,
                        SamsynChartType  type,
                        const char      *title,
                        const char      *message,
                        SamsynTable     *table,
                        guint            category,
                        const guint     *series,
                        guint            n_series)
{
  SamsynChart *chart = g_new0 (SamsynChart, 1);

  g_return_if_fail (table->sheet == sheet && n_series > 0);
  chart->type = type;
  chart->title = samsyn_text_line (title ? title : "", 200);
  chart->message = samsyn_text_line (message ? message : "", 500);
  chart->table = table;
  chart->category = category;
  chart->series = g_memdup2 (series, n_series * sizeof *series);
  chart->n_series = n_series;
  g_ptr_array_add (sheet->charts, chart);
}
