/* test-check.c: how much the check does, and what a backup is compared with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "store/db.h"
#include "store/rules.h"

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

/* ---- Work ------------------------------------------------------------------------------------------------------------------ */

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
      SamsynChange *change
          = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("organisation"), samsyn_store_new_id (store));

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

/* A chain of parents as long as no rule allows, as another program may have made it, in place of all there is; the id of its
 * lowest record. */
static gint64
make_chain (SamsynStore *store,
            guint        n)
{
  g_autofree char *sql = g_strdup_printf ("BEGIN; DELETE FROM organisation; DELETE FROM record; WITH RECURSIVE n (i) AS (SELECT "
                                          "1 UNION ALL SELECT i + 1 FROM n WHERE i < %u) "
                                          "INSERT INTO record (id, kind) SELECT i, 'organisation' FROM n; "
                                          "INSERT INTO organisation (id, name, parent) SELECT id, 'E', nullif(id - 1, 0) FROM "
                                          "record; COMMIT",
                                          n);

  g_assert_cmpint (sqlite3_exec (store->db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  return n;
}

static guint64 statements;

static int
count_statement (unsigned int what,
                 void        *data,
                 void        *statement,
                 void        *text)
{
  statements++;
  return 0;
}

/* How many statements it takes to put so many new records below a record, in one step, each below the one before; whether it is
 * done. */
static guint64
statements_to_add (SamsynStore *store,
                   gint64       below,
                   guint        n,
                   gboolean    *done)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  const SamsynStepInfo info = { .code = "create" };

  for (guint i = 0; i < n; i++)
    {
      SamsynChange *change
          = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("organisation"), samsyn_store_new_id (store));

      samsyn_change_add_text (change, "name", "Enheten");
      if (below != 0)
        samsyn_change_add_integer (change, "parent", below);
      below = change->record;
      g_ptr_array_add (changes, change);
    }
  statements = 0;
  sqlite3_trace_v2 (store->db, SQLITE_TRACE_STMT, count_statement, NULL);
  *done = samsyn_store_apply (store, &info, changes, NULL, NULL) != 0;
  sqlite3_trace_v2 (store->db, 0, NULL, NULL);
  return statements;
}

/* Who writes a chain walks it once; and of one that is deeper than any may be, no further than that. */
static void
test_apply_linear (Fixture      *fixture,
                   gconstpointer data)
{
  gboolean done;
  guint64 of_some = statements_to_add (fixture->store, 0, 200, &done),
          of_many = statements_to_add (fixture->store, 0, 800, &done), of_deep;

  g_assert_true (done);
  g_test_message ("%" G_GUINT64_FORMAT " and %" G_GUINT64_FORMAT " statements", of_some, of_many);
  g_assert_cmpuint (of_many, <, 5 * of_some);
  of_deep = statements_to_add (fixture->store, make_chain (fixture->store, 100000), 200, &done);
  g_test_message ("%" G_GUINT64_FORMAT " statements below 100,000", of_deep);
  g_assert_false (done);
  g_assert_cmpuint (of_deep, <, of_some + 2 * SAMSYN_DEEPEST_TREE);
}

/* ---- Told once ------------------------------------------------------------------------------------------------------------- */

/* What is bent is one fault, not one of the index, one of the keys and one of the history as well; what else is wrong is told
 * besides. */
static void
test_told_once (Fixture      *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *sql;
    const char *places;
  } faults[] = {
    { "UPDATE organisation SET name = cast(x'ff' AS TEXT)", "organisation/7.name" },
    { "UPDATE organisation SET parent = 4711", "organisation/7.parent" },
    { "UPDATE organisation SET sort = 'nope', valid_from = '2016-13-45'", "organisation/7.sort organisation/7.valid_from" },
    { "UPDATE document SET body = 4711", "document/8.body" },
    { "UPDATE organisation SET name = cast(x'ff' AS TEXT); UPDATE document SET title = 'L'", "organisation/7.name "
                                                                                             "document/8.title search/8 "
                                                                                             "document/8.title" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (SamsynStore) copy = NULL;
      g_autoptr (SamsynCheckup) checkup = NULL;
      g_autoptr (GString) places = g_string_new (NULL);

      if (i == 0)
        {
          SamsynChange *document = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("document"), 8);
          SamsynChange *organisation = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("organisation"), 7);

          samsyn_change_add_text (document, "title", "Lag");
          samsyn_change_add_text (document, "body", "Text");
          samsyn_change_add_text (organisation, "name", "Kommunen");
          samsyn_fixture_apply (fixture->store, document);
          samsyn_fixture_apply (fixture->store, organisation);
        }
      copy = samsyn_store_snapshot (fixture->store, -1, NULL, NULL);
      g_assert_cmpint (sqlite3_exec (copy->db, "PRAGMA foreign_keys = OFF", NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (copy->db, faults[i].sql, NULL, NULL, NULL), ==, SQLITE_OK);
      checkup = samsyn_store_check (copy, NULL, NULL);
      for (guint j = 0; j < checkup->faults->len; j++)
        g_string_append_printf (places, "%s%s", j > 0 ? " " : "",
                                ((const SamsynFault *) g_ptr_array_index (checkup->faults, j))->place);
      g_assert_cmpstr (places->str, ==, faults[i].places);
    }
}

/* ---- What was copied ------------------------------------------------------------------------------------------------------- */

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
  g_test_add ("/store/check/apply-linear", Fixture, NULL, set_up, test_apply_linear, tear_down);
  g_test_add ("/store/check/told-once", Fixture, NULL, set_up, test_told_once, tear_down);
  g_test_add ("/store/check/written-meanwhile", Fixture, NULL, set_up, test_written_meanwhile, tear_down);
  return g_test_run ();
}
