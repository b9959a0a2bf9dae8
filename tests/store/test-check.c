/* test-check.c: how much the check does, and what a backup is compared with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "store/db.h"

typedef struct
{
  char        *folder;
  SamsynStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = samsyn_fixture_folder ();
  fixture->store = samsyn_fixture_store (fixture->folder);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->store, samsyn_store_close);
  samsyn_fixture_remove (fixture->folder);
}

/* ---- Work ------------------------------------------------------------------------------------------------------------------------ */

static guint64 work; /* in hundreds of SQLite's instructions, of all connections */

static int
count (void *data)
{
  work++;
  return 0;
}

static int
watch (sqlite3                          *db,
       char                            **message,
       const struct sqlite3_api_routines *api)
{
  sqlite3_progress_handler (db, 100, count, NULL);
  return SQLITE_OK;
}

static void
create_many (SamsynStore *store,
             guint        n)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  const SamsynStepInfo info = { .code = "create" };

  for (guint i = 0; i < n; i++)
    {
      SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("organisation"), samsyn_store_new_id (store));

      samsyn_change_add_text (change, "name", "Enheten");
      g_ptr_array_add (changes, change);
    }
  g_assert_cmpint (samsyn_store_apply (store, &info, changes, NULL, NULL), >, 0);
}

/* What it costs to check a chain of so many parents, each the record made before. */
static guint64
work_on_chain (SamsynStore *store,
               guint        n)
{
  g_autoptr (SamsynCheckup) checkup = NULL;
  g_autoptr (GError) error = NULL;

  create_many (store, n);
  samsyn_db_exec (store, "UPDATE organisation SET parent = nullif(id - 1, (SELECT min(id) - 1 FROM organisation))", &error);
  g_assert_no_error (error);
  work = 0;
  g_assert_cmpint (sqlite3_auto_extension ((void (*) (void)) watch), ==, SQLITE_OK);
  checkup = samsyn_store_check (store, NULL, &error);
  sqlite3_reset_auto_extension ();
  g_assert_no_error (error);
  g_assert_cmpuint (work, >, 0);
  return work;
}

/* Four times as many records in a chain four times as deep: not sixteen times the work. */
static void
test_linear (Fixture      *fixture,
             gconstpointer data)
{
  guint64 of_some = work_on_chain (fixture->store, 250), of_many = work_on_chain (fixture->store, 750);

  g_test_message ("%" G_GUINT64_FORMAT " and %" G_GUINT64_FORMAT, of_some, of_many);
  g_assert_cmpuint (of_many, <, 5 * of_some);
}

/* ---- What was copied --------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SamsynStore *writer;
  guint        left; /* steps still to be written */
} Meanwhile;

/* Somebody writes as soon as the reader lets go of the file. */
static int
on_statement (unsigned int what,
              void        *data,
              void        *statement,
              void        *nanoseconds)
{
  Meanwhile *meanwhile = data;

  if (meanwhile->left > 0 && g_strcmp0 (sqlite3_sql (statement), "COMMIT") == 0)
    {
      meanwhile->left--;
      samsyn_fixture_create (meanwhile->writer, "organisation", "name", "Nämnden");
    }
  return 0;
}

/* The copy is of the moment in which it was made, and no alarm because the workspace goes on. */
static void
test_written_meanwhile (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *to = g_build_filename (fixture->folder, "copy.samsyn", NULL);
  g_autoptr (SamsynStore) reader = NULL;
  g_autoptr (SamsynStore) copy = NULL;
  g_autoptr (GError) error = NULL;
  Meanwhile meanwhile = { .writer = fixture->store, .left = 1 };

  samsyn_fixture_create (fixture->store, "organisation", "name", "Kommunen");
  reader = samsyn_store_open (samsyn_store_get_path (fixture->store), SAMSYN_OPEN_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpint (samsyn_db_integer (reader, "PRAGMA page_count", 0), <=, 256); /* all pages at once */
  sqlite3_trace_v2 (reader->db, SQLITE_TRACE_PROFILE, on_statement, &meanwhile);
  samsyn_store_backup (reader, to, NULL, &error);
  sqlite3_trace_v2 (reader->db, 0, NULL, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (meanwhile.left, ==, 0);
  copy = samsyn_store_open (to, SAMSYN_OPEN_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpint (samsyn_store_last_step (copy), ==, 1);
  g_assert_cmpint (samsyn_store_last_step (fixture->store), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/check/linear", Fixture, NULL, set_up, test_linear, tear_down);
  g_test_add ("/store/check/written-meanwhile", Fixture, NULL, set_up, test_written_meanwhile, tear_down);
  return g_test_run ();
}
