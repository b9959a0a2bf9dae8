/* test-backups.c: backups that are made and thinned without asking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "fixture.h"
#include "model/date.h"
#include "store/backups.h"
#include "store/db.h"
#include "store/thin.h"

/* ---- Which are kept -------------------------------------------------------------------------------------------------------- */

/* Two backups a day through three years. */
static void
test_thin (void)
{
  enum { N = 2 * 3 * 365 };
  g_auto (GStrv) days = g_new0 (char *, N + 1);
  g_autofree gboolean *keep = g_new0 (gboolean, N);
  g_autoptr (GHashTable) months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint kept = 0, recent = 0;

  for (int i = 0; i < N; i++)
    days[i] = samsyn_date_add_days ("2018-06-15", -(i / 2));
  samsyn_thin ((const char *const *) days, N, "2018-06-15", keep);
  for (int i = 0; i < N; i++)
    {
      int age = samsyn_date_days (days[i], "2018-06-15");
      gboolean new_month = g_hash_table_add (months, g_strndup (days[i], 7));

      g_assert_true (keep[i] == (i < 10 || new_month || (age < 14 && i % 2 == 0)));
      kept += keep[i] ? 1 : 0;
      recent += keep[i] && age < 14 ? 1 : 0;
    }
  /* Five days of two, nine of one, and one of each of the 36 months before (the first is in this month already). */
  g_assert_cmpuint (recent, ==, 19);
  g_assert_cmpuint (kept, ==, 19 + g_hash_table_size (months) - 1);
}

static void
test_thin_few (void)
{
  const char *const days[] = { "2016-05-20", "2016-05-20", "2011-01-01" };
  gboolean keep[3] = { FALSE, FALSE, FALSE };

  samsyn_thin (days, 3, "2016-05-20", keep);
  g_assert_true (keep[0] && keep[1] && keep[2]);
  samsyn_thin (NULL, 0, "2016-05-20", keep);
}

/* ---- A folder of them ------------------------------------------------------------------------------------------------------ */

static void
set_now (const char *day)
{
  g_setenv ("SAMSYN_NOW", day, TRUE);
}

static guint
count (SamsynStore *store,
       const char  *folder)
{
  g_auto (GStrv) paths = samsyn_backups_list (store, folder);

  return g_strv_length (paths);
}

/* The number of faults of what was backed up. */
static guint
make_one (SamsynStore *store,
          const char  *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynCheckup) checkup = samsyn_backups_make (store, folder, NULL, &error);

  g_assert_no_error (error);
  return checkup->n_faults;
}

static void
test_folder (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();
  g_autofree char *into = g_build_filename (folder, "a", "b", NULL);
  g_autofree char *other = g_build_filename (into, "Mine 2016-05-01 10.00 notours!-12345678.samsyn", NULL);
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paths = NULL;
  GStatBuf info;

  set_now ("2016-05-20");
  g_assert_cmpint (samsyn_backups_state (store, into), ==, SAMSYN_BACKUPS_AS_IT_IS);
  samsyn_fixture_create (store, "organisation", "name", "Kommunen");
  g_assert_cmpint (samsyn_backups_state (store, into), ==, SAMSYN_BACKUPS_BEHIND);
  make_one (store, into);
  g_assert_no_error (error);
  g_assert_cmpint (samsyn_backups_state (store, into), ==, SAMSYN_BACKUPS_AS_IT_IS);
  samsyn_fixture_create (store, "organisation", "name", "Nämnden");
  g_assert_cmpint (samsyn_backups_state (store, into), ==, SAMSYN_BACKUPS_TODAY);
  set_now ("2016-05-21");
  g_assert_cmpint (samsyn_backups_state (store, into), ==, SAMSYN_BACKUPS_BEHIND);

  g_assert_true (g_file_set_contents (other, "x", 1, NULL));
  for (guint i = 0; i < 20; i++)
    {
      samsyn_fixture_create (store, "organisation", "name", "Enheten");
      make_one (store, into);
    }
  /* The ten newest, of which one is the newest of its day and month, and the one of the day before. */
  g_assert_cmpuint (count (store, into), ==, 11);
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));

  paths = samsyn_backups_list (store, into);
  g_assert_cmpint (g_stat (paths[0], &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_unsetenv ("SAMSYN_NOW");
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (g_steal_pointer (&folder));
}

/* A fault that doesn't show in the log; and the end of it. */
static void
bend (SamsynStore *store,
      gboolean     faulty)
{
  g_autoptr (GError) error = NULL;

  samsyn_db_exec (store, faulty ? "UPDATE organisation SET name_key = 'zzz' WHERE id = (SELECT min(id) FROM organisation)"
                                : "UPDATE organisation SET name_key = samsyn_key(name)", &error);
  g_assert_no_error (error);
}

static GPtrArray *
list_alike (SamsynStore *store,
            const char  *folder,
            gboolean     faulty)
{
  g_auto (GStrv) paths = samsyn_backups_list (store, folder);
  GPtrArray *alike = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; paths[i] != NULL; i++)
    if (samsyn_backup_is_faulty (paths[i]) == faulty)
      g_ptr_array_add (alike, g_strdup (paths[i]));
  return alike;
}

/* However many faulty backups are made, and however long: they are listed as such, thinned among themselves, and no sound one
 * goes. */
static void
test_faulty (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();
  g_autofree char *into = g_build_filename (folder, "backups", NULL);
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  g_autoptr (GPtrArray) sound = NULL, faulty = NULL, still = NULL;
  g_autoptr (SamsynStore) last = NULL;
  g_autoptr (GError) error = NULL;

  set_now ("2016-05-20");
  for (guint i = 0; i < 2; i++)
    {
      samsyn_fixture_create (store, "organisation", "name", "Nämnden");
      g_assert_cmpuint (make_one (store, into), ==, 0);
    }
  sound = list_alike (store, into, FALSE);
  g_assert_cmpuint (sound->len, ==, 2);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *day = samsyn_date_add_days ("2016-05-21", (int) i * 20);

      set_now (day);
      samsyn_fixture_create (store, "organisation", "name", "Enheten");
      bend (store, TRUE);
      g_assert_cmpuint (make_one (store, into), ==, 1);
    }
  faulty = list_alike (store, into, TRUE);
  still = list_alike (store, into, FALSE);
  g_assert_cmpuint (faulty->len, <, 40);
  g_assert_cmpuint (faulty->len, >=, 10);
  g_assert_cmpuint (still->len, ==, 2);
  for (guint i = 0; i < still->len; i++)
    g_assert_cmpstr (g_ptr_array_index (still, i), ==, g_ptr_array_index (sound, i));
  last = samsyn_store_open (g_ptr_array_index (still, 0), SAMSYN_OPEN_READ, &error);
  g_assert_no_error (error);
  samsyn_fixture_check (last);
  /* The sound ones are thinned among themselves, too. */
  bend (store, FALSE);
  for (guint i = 0; i < 20; i++)
    {
      samsyn_fixture_create (store, "organisation", "name", "Enheten");
      g_assert_cmpuint (make_one (store, into), ==, 0);
    }
  g_assert_cmpuint (count (store, into), ==, faulty->len + 10 + 1);
  g_unsetenv ("SAMSYN_NOW");
  g_clear_pointer (&last, samsyn_store_close);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (g_steal_pointer (&folder));
}

/* A backup opens as the workspace it is of. */
static void
test_opens (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  g_autoptr (SamsynStore) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *as_it_was = NULL, *as_saved = NULL;
  g_auto (GStrv) paths = NULL;

  samsyn_fixture_create (store, "organisation", "name", "Kommunen");
  as_it_was = samsyn_fixture_dump (store);
  make_one (store, folder);
  samsyn_fixture_create (store, "organisation", "name", "Nämnden");
  paths = samsyn_backups_list (store, folder);
  g_assert_cmpuint (g_strv_length (paths), ==, 1);
  copy = samsyn_store_open (paths[0], SAMSYN_OPEN_READ, &error);
  g_assert_no_error (error);
  as_saved = samsyn_fixture_dump (copy);
  g_assert_cmpstr (as_saved, ==, as_it_was);
  g_clear_pointer (&copy, samsyn_store_close);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (g_steal_pointer (&folder));
}

static void
test_no_folder (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *into = g_build_filename (file, "backups", NULL);
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  samsyn_fixture_create (store, "organisation", "name", "Kommunen");
  g_assert_null (samsyn_backups_make (store, into, NULL, &error));
  g_assert_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_READ_ONLY);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (g_steal_pointer (&folder));
}

/* ---- What a reader is told ------------------------------------------------------------------------------------------------- */

static void
test_data_version (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  g_autoptr (SamsynStore) reader = samsyn_store_open (samsyn_store_get_path (store), SAMSYN_OPEN_READ, NULL);
  gint64 before = samsyn_store_data_version (reader), own = samsyn_store_data_version (store);

  g_assert_cmpint (before, >, 0);
  g_assert_cmpint (samsyn_store_data_version (reader), ==, before);
  samsyn_fixture_create (store, "organisation", "name", "Kommunen");
  g_assert_cmpint (samsyn_store_data_version (reader), !=, before);
  g_assert_cmpint (samsyn_store_data_version (store), ==, own);
  g_clear_pointer (&reader, samsyn_store_close);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (g_steal_pointer (&folder));
}

static gboolean
take_author (const SamsynStep *step,
             GPtrArray        *changes,
             gpointer          author)
{
  *(char **) author = g_strdup (step->author);
  return FALSE;
}

static void
assert_author (SamsynStore *store,
               const char  *expected)
{
  g_autofree char *author = NULL;

  g_assert_true (samsyn_store_history (store, 0, take_author, &author, NULL));
  g_assert_cmpstr (author, ==, expected);
}

static void
create_as (SamsynStore *store,
           const char  *author)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynStepInfo info = { .code = "create", .author = author };
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("organisation"), samsyn_store_new_id (store));

  samsyn_change_add_text (change, "name", "Kommunen");
  g_ptr_array_add (changes, change);
  g_assert_cmpint (samsyn_store_apply (store, &info, changes, NULL, NULL), >, 0);
}

static void
test_author (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);

  samsyn_store_set_author (store, "Projektledaren");
  create_as (store, "provare");
  assert_author (store, "provare");
  create_as (store, NULL);
  assert_author (store, "Projektledaren");
  g_assert_cmpint (samsyn_store_undo (store, NULL), >, 0);
  assert_author (store, "Projektledaren");
  samsyn_store_set_author (store, "");
  create_as (store, NULL);
  assert_author (store, g_get_user_name ());
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (g_steal_pointer (&folder));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("SAMSYN_AUTHOR");
  g_test_add_func ("/backups/thin", test_thin);
  g_test_add_func ("/backups/thin-few", test_thin_few);
  g_test_add_func ("/backups/folder", test_folder);
  g_test_add_func ("/backups/faulty", test_faulty);
  g_test_add_func ("/backups/opens", test_opens);
  g_test_add_func ("/backups/no-folder", test_no_folder);
  g_test_add_func ("/backups/data-version", test_data_version);
  g_test_add_func ("/backups/author", test_author);
  return g_test_run ();
}
