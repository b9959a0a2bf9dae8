/* book-tool.c: writes, reads and audits workbooks for tests in other languages
 *
 *   book-tool write KIND OUT     KIND: sv, en, hostile, streamed
 *   book-tool audit FILE         one fault a line
 *   book-tool read FILE          one cell a line: sheet, row, column, type, text, number, formula
 *
 * An error is told as its number in SAMSYN_EXCHANGE_ERROR (-1: of another domain) and its sentence; the exit status is then 1.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "exchange/error.h"
#include "exchange/xlsx/xlsx-read.h"
#include "sample-book.h"

static gboolean
do_write (const char *kind,
          const char *path,
          GError    **error)
{
  g_autoptr (SamsynBook) book = NULL;

  if (strcmp (kind, "hostile") == 0)
    book = sample_hostile ();
  else if (strcmp (kind, "streamed") == 0)
    book = sample_streamed (20000, 20000);
  else
    book = sample_book (kind);
  return samsyn_book_write (book, path, FALSE, NULL, NULL, NULL, error);
}

static gboolean
do_audit (const char *path,
          GError    **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  if (!samsyn_book_audit (path, faults, error))
    return FALSE;
  for (guint i = 0; i < faults->len; i++)
    puts (g_ptr_array_index (faults, i));
  return TRUE;
}

static gboolean
print_cell (const SamsynXlsxCell *cell,
            gpointer              data,
            GError              **error)
{
  static const char *const types[] = { "text", "number", "date", "boolean", "error" };
  g_autofree char *text = g_strescape (cell->text ? cell->text : "", NULL);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (number, sizeof number, cell->number);
  printf ("%s\t%u\t%u\t%s\t%s\t%s\t%s\n", (char *) data, cell->row, cell->column, types[cell->type], text, number,
          cell->formula ? cell->formula : "");
  return TRUE;
}

static gboolean
do_read (const char *path,
         GError    **error)
{
  g_autoptr (SamsynXlsx) xlsx = samsyn_xlsx_open (path, NULL, NULL, error);

  for (guint i = 0; xlsx && i < samsyn_xlsx_get_n_sheets (xlsx); i++)
    if (!samsyn_xlsx_read_sheet (xlsx, i, print_cell, (char *) samsyn_xlsx_get_sheet_name (xlsx, i), NULL, error))
      return FALSE;
  return xlsx != NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean good = FALSE;

  setlocale (LC_ALL, "");
  if (argc == 4 && strcmp (argv[1], "write") == 0)
    good = do_write (argv[2], argv[3], &error);
  else if (argc == 3 && strcmp (argv[1], "audit") == 0)
    good = do_audit (argv[2], &error);
  else if (argc == 3 && strcmp (argv[1], "read") == 0)
    good = do_read (argv[2], &error);
  if (!good)
    fprintf (stderr, "%d %s\n", error && error->domain == SAMSYN_EXCHANGE_ERROR ? error->code : -1,
             error ? error->message : "usage");
  return good ? 0 : 1;
}
