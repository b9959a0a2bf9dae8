/* test-book.c: workbooks are written whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "exchange/book/book-private.h"
#include "exchange/date-serial.h"
#include "exchange/error.h"
#include "exchange/xlsx/xlsx-read.h"
#include "sample-book.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("samsyn-book-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "möte & ”bok”.xlsx", NULL);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder))
    n++;
  return n;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_unlink (fixture->path);
  /* Fails if anything else was left. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_written (Fixture      *fixture,
              gconstpointer data)
{
  const char *const languages[] = { "sv", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (SamsynBook) book = sample_book (languages[i]);
      g_autoptr (GError) error = NULL;
      GStatBuf status;

      samsyn_book_write (book, fixture->path, i > 0, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
      g_assert_cmpuint (count_files (fixture), ==, 1);
    }
}

static void
test_hostile (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (SamsynBook) book = sample_hostile ();
  g_autoptr (GError) error = NULL;

  samsyn_book_write (book, fixture->path, FALSE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_existing (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (SamsynBook) book = sample_book ("sv");
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "mine", -1, NULL));
  g_assert_false (samsyn_book_write (book, fixture->path, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* Every size of file at which the disk might be full. */
static void
test_full_disk (Fixture      *fixture,
                gconstpointer data)
{
  struct rlimit before, limit;
  g_autoptr (SamsynBook) book = sample_book ("sv");

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  for (guint size = 0; size < 12000; size = size * 2 + 100)
    {
      g_autoptr (GError) error = NULL;

      limit.rlim_cur = size;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      samsyn_book_write (book, fixture->path, FALSE, NULL, NULL, NULL, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      g_assert_error (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_WRITE);
      g_assert_cmpuint (count_files (fixture), ==, 0);
    }
}

static void
test_no_folder (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (SamsynBook) book = sample_book ("sv");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "a.xlsx", NULL);

  g_assert_false (samsyn_book_write (book, path, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_WRITE);
}

static void
cancel_at_once (double   fraction,
                gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (SamsynBook) book = sample_streamed (5000, 5000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (samsyn_book_write (book, fixture->path, FALSE, cancellable, cancel_at_once, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
note_progress (double   fraction,
               gpointer last)
{
  g_assert_cmpfloat (fraction, >=, *(double *) last);
  *(double *) last = fraction;
}

static void
test_streamed (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (SamsynBook) book = sample_streamed (5000, 5000);
  g_autoptr (GError) error = NULL;
  double last = 0;

  samsyn_book_write (book, fixture->path, FALSE, NULL, note_progress, &last, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1);
}

static void
test_miscounted (Fixture      *fixture,
                 gconstpointer data)
{
  for (guint given = 9; given <= 11; given += 2)
    {
      g_autoptr (SamsynBook) book = sample_streamed (10, given);
      g_autoptr (GError) error = NULL;

      g_assert_false (samsyn_book_write (book, fixture->path, FALSE, NULL, NULL, NULL, &error));
      g_assert_error (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_WRITE);
    }
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (SamsynBook) book = sample_book ("sv");
  g_autoptr (GError) error = NULL;
  SamsynTable *table = samsyn_sheet_add_table (samsyn_book_add_sheet (book, "Tomt", "Tomt", "Tomt"), NULL);

  samsyn_table_add_column (table, "A", SAMSYN_COLUMN_TEXT, 10, 0);
  g_assert_false (samsyn_book_write (book, fixture->path, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_AUDIT);
}

/* What is described must be what is read: a change of either is found. */
static void
test_compared (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (SamsynBook) book = sample_book ("sv");
  g_autoptr (GError) error = NULL;
  SamsynTable *table = g_ptr_array_index (((SamsynSheet *) g_ptr_array_index (book->sheets, 1))->tables, 0);

  g_assert_true (samsyn_book_write (book, fixture->path, FALSE, NULL, NULL, NULL, NULL));
  for (guint column = 0; column < table->columns->len; column++)
    {
      SamsynCell *cell = (SamsynCell *) samsyn_table_cell (table, 3, column);
      SamsynValue kept = cell->value;

      cell->value = kept.stored == SAMSYN_STORED_TEXT ? samsyn_value_text ("annat") : samsyn_value_integer (7777777);
      if (samsyn_table_column (table, column)->type == SAMSYN_COLUMN_TREND)
        cell->value = samsyn_value_integer (kept.integer == 1 ? 0 : 1);
      g_assert_false (samsyn_book_verify (book, fixture->path, NULL, &error));
      g_assert_error (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_WRITE);
      g_clear_error (&error);
      samsyn_value_clear (&cell->value);
      cell->value = kept;
    }
  g_assert_true (samsyn_book_verify (book, fixture->path, NULL, NULL));
}

/* ---- Names and texts ------------------------------------------------------------------------------------------------------- */

static void
test_names (void)
{
  static const char *const names[] = { "Åtgärder",
                                       "ÅTGÄRDER",
                                       "åtgärder",
                                       "A\xcc\x8atgärder",
                                       "History",
                                       "history",
                                       "",
                                       "''",
                                       "a/b\\c[d]:*?",
                                       "2016",
                                       "R1C1",
                                       "A1",
                                       "TRUE",
                                       "'x'",
                                       "En mycket lång rubrik som inte får plats på fliken",
                                       "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀" };
  g_autoptr (SamsynBook) book = samsyn_book_new ("sv", "2016-05-20", "x");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names) * 12; i++)
    {
      const char *name = samsyn_sheet_get_name (samsyn_book_add_sheet (book, names[i % G_N_ELEMENTS (names)], "", ""));
      g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);

      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_cmpuint (samsyn_text_units (name), <=, 31);
      g_assert_cmpuint (samsyn_text_units (name), >, 0);
      g_assert_null (strpbrk (name, "[]:*?/\\"));
      g_assert_true (*name != '\'' && !g_str_has_suffix (name, "'"));
      g_assert_cmpint (g_ascii_strcasecmp (name, "history"), !=, 0);
      /* Not one that is written without quotes and read as something else. */
      g_assert_false (
          g_regex_match_simple ("^([A-Za-z]{1,3}[0-9]+|[Rr][0-9]*[Cc]?[0-9]*|[0-9.][\\w.]*|TRUE|FALSE)$", name, 0, 0));
      g_assert_true (g_hash_table_add (seen, g_utf8_casefold (composed, -1)));
    }
}

static void
test_cut (void)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *cut;

  for (guint i = 0; i < 16384; i++)
    g_string_append (text, "😀");
  cut = samsyn_text_clean (text->str, "sv", buffer);
  g_assert_cmpuint (samsyn_text_units (cut), <=, SAMSYN_CELL_UNITS);
  g_assert_true (g_utf8_validate (cut, -1, NULL));
  g_assert_true (g_str_has_suffix (cut, "… [avkortat]"));
  g_string_truncate (text, 16383 * 4);
  g_assert_true (samsyn_text_clean (text->str, "sv", buffer) == text->str);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *date;
    double      serial;
  } dates[] = { { "1900-03-01", 61 }, { "2016-05-20", 42510 }, { "2000-02-29", 36585 }, { "9999-12-31", 2958465 } };
  static const char *const others[] = { "1900-02-28", "2015-02-29", "2016-13-01",  "2016-00-01", "2016-01-32",
                                        "2016-1-1",   "20160520",   "2016-05-20 ", "",           "två" };
  double serial;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_assert_true (samsyn_date_serial (dates[i].date, &serial));
      g_assert_cmpfloat (serial, ==, dates[i].serial);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (samsyn_date_serial (others[i], &serial));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);
#define ADD(name, test) g_test_add ("/book/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("written", test_written);
  ADD ("hostile", test_hostile);
  ADD ("existing", test_existing);
  ADD ("full-disk", test_full_disk);
  ADD ("no-folder", test_no_folder);
  ADD ("cancelled", test_cancelled);
  ADD ("streamed", test_streamed);
  ADD ("miscounted", test_miscounted);
  ADD ("empty", test_empty);
  ADD ("compared", test_compared);
  g_test_add_func ("/book/names", test_names);
  g_test_add_func ("/book/cut", test_cut);
  g_test_add_func ("/book/dates", test_dates);
  return g_test_run ();
}
