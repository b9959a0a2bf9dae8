/* test-versions.c: workspaces that older versions wrote, with their history
 *
 * Each file in versions/ was written by a program of that version of the file: records and a document's text made, edited,
 * deleted and undone, by two authors.  The last step deleted an action.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "fixture.h"
#include "store/across.h"
#include "store/db.h"
#include "store/transaction.h"
#include "store/upgrade.h"

#define DAY G_GINT64_CONSTANT (86400000)
#define TASK G_GINT64_CONSTANT (145800000000004)
#define DELETED_ORGANISATION G_GINT64_CONSTANT (145800000000002)
#define DELETED_ACTION G_GINT64_CONSTANT (145800000000008)
#define FIRST_MOMENT G_GINT64_CONSTANT (1458086400000)

static const char *const history_sql = "SELECT \"id\", \"at\", \"author\", \"code\", \"undoes\" FROM \"step\" WHERE \"code\" <> "
                                       "'migrate' ORDER BY \"id\"; "
                                       "SELECT \"id\", \"step\", \"record\", \"kind\", \"before\", \"after\" FROM \"change\" "
                                       "ORDER BY \"id\"";

static int
append_row (gpointer data,
            int      n_columns,
            char   **values,
            char   **names)
{
  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (data, "%s|", values[i] != NULL ? values[i] : "-");
  g_string_append_c (data, '\n');
  return 0;
}

static char *
history_of (sqlite3 *db)
{
  GString *text = g_string_new (NULL);

  g_assert_cmpint (sqlite3_exec (db, history_sql, append_row, text, NULL), ==, SQLITE_OK);
  return g_string_free (text, FALSE);
}

/* The file of that version, in the folder; its path. */
static char *
unpack (const char *folder,
        int         version)
{
  g_autofree char *name = g_strdup_printf ("version-%d.samsyn.gz", version);
  g_autofree char *packed = g_build_filename (g_getenv ("SAMSYN_SOURCE"), "tests", "store", "versions", name, NULL);
  char *path = g_build_filename (folder, "old.samsyn", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (packed), to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GConverter) unzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) read = G_INPUT_STREAM (g_file_read (from, NULL, &error));
  g_autoptr (GInputStream) unzipped = NULL;
  g_autoptr (GOutputStream) write = NULL;

  g_assert_no_error (error);
  unzipped = g_converter_input_stream_new (read, unzip);
  write = G_OUTPUT_STREAM (g_file_create (to, G_FILE_CREATE_PRIVATE, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_splice (write, unzipped, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static char *
history_in_file (const char *path)
{
  sqlite3 *db = NULL;
  char *history;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  history = history_of (db);
  sqlite3_close (db);
  return history;
}

static void
assert_title (SamsynStore *store,
              gint64       record,
              const char  *expected)
{
  g_autofree char *title = samsyn_store_title (store, record, "en");

  g_assert_cmpstr (title, ==, expected);
}

/* What was there on some days, from a copy that is as whole as the file. */
static void
assert_past (SamsynStore *store)
{
  static const struct
  {
    int         day;
    gint64      record;
    const char *title;
  } past[] = {
    { -1, TASK, "" },
    { 1, TASK, "Ordna bostad" },
    { 2, TASK, "Anskaffa bostad" },
    { 2, DELETED_ORGANISATION, "Äldrenämnden" },
    { 3, DELETED_ORGANISATION, "" },
    { 7, DELETED_ACTION, "Boka sal" },
    { 8, DELETED_ACTION, "Boka lokal" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (past); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SamsynStore) then = samsyn_store_snapshot (store, FIRST_MOMENT + past[i].day * DAY, NULL, &error);

      g_assert_no_error (error);
      assert_title (then, past[i].record, past[i].title);
      samsyn_fixture_check (then);
    }
}

/* Undoes all there is, then does it all again: the same. */
static void
walk (SamsynStore *store)
{
  g_autofree char *all = samsyn_fixture_dump (store);
  g_autofree char *none = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;

  while (samsyn_store_undoable (store) != 0)
    {
      samsyn_store_undo (store, &error);
      g_assert_no_error (error);
    }
  none = samsyn_fixture_dump (store);
  g_assert_cmpstr (none, ==, "");
  samsyn_fixture_check (store);
  while (samsyn_store_redoable (store) != 0)
    {
      samsyn_store_redo (store, &error);
      g_assert_no_error (error);
    }
  again = samsyn_fixture_dump (store);
  g_assert_cmpstr (again, ==, all);
  samsyn_fixture_check (store);
}

static void
test_version (gconstpointer data)
{
  char *folder = samsyn_fixture_folder ();
  g_autofree char *path = unpack (folder, GPOINTER_TO_INT (data));
  g_autofree char *before = history_in_file (path), *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynStore) store = samsyn_store_open (path, SAMSYN_OPEN_WRITE, &error);

  g_assert_no_error (error);
  after = history_of (store->db);
  g_assert_cmpstr (after, ==, before);
  samsyn_fixture_check (store);
  assert_past (store);
  walk (store);
  assert_title (store, DELETED_ACTION, "");
  samsyn_store_undo (store, &error);
  g_assert_no_error (error);
  assert_title (store, DELETED_ACTION, "Boka lokal");
  samsyn_fixture_check (store);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (folder);
}

/* ---- The backup before ----------------------------------------------------------------------------------------------------- */

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to, content, (gssize) length, NULL));
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
migrate_at (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynStore) store = samsyn_store_open (path, SAMSYN_OPEN_WRITE, &error);

  g_assert_no_error (error);
}

/* What stands in the way of the backup's name; whether it will do. */
static const struct
{
  const char *what;
  const char *sql; /* done to a copy of the workspace as it was before; NULL: it is one */
  gboolean    does;
} in_the_way[] = {
  { "itself", NULL, TRUE },
  { "another workspace", "UPDATE workspace SET value = '00000000-0000-4000-8000-000000000000' WHERE name = 'file_id'", FALSE },
  { "another version", "PRAGMA user_version = 3", FALSE },
  { "an earlier state", "DELETE FROM step WHERE id = (SELECT max(id) FROM step)", FALSE },
  { "another past", "UPDATE step SET digest = 'x' WHERE id = (SELECT max(id) FROM step)", FALSE },
  { "no workspace", "DROP TABLE step", FALSE },
};

/* Before a migration a backup is made, unless there is one: of this workspace, in this version, in this state. */
static void
test_backup_before (gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (in_the_way); i++)
    {
      int version = GPOINTER_TO_INT (data);
      char *folder = samsyn_fixture_folder ();
      g_autofree char *path = unpack (folder, version), *backup = g_strdup_printf ("%s.version-%d.backup", path, version);
      g_autofree char *second = g_strdup_printf ("%s.version-%d-2.backup", path, version), *before = history_in_file (path);
      g_autofree char *was = NULL, *is = NULL, *kept = NULL;
      gsize was_length, is_length;

      g_test_message ("%s", in_the_way[i].what);
      copy_file (path, backup);
      if (in_the_way[i].sql != NULL)
        run_sql (backup, in_the_way[i].sql);
      g_assert_true (g_file_get_contents (backup, &was, &was_length, NULL));
      migrate_at (path);
      g_assert_true (g_file_get_contents (backup, &is, &is_length, NULL));
      g_assert_cmpmem (was, was_length, is, is_length);
      g_assert_cmpint (g_file_test (second, G_FILE_TEST_EXISTS), ==, !in_the_way[i].does);
      kept = history_in_file (in_the_way[i].does ? backup : second);
      g_assert_cmpstr (kept, ==, before);
      samsyn_fixture_remove (folder);
    }
}

/* ---- Fields that came later ------------------------------------------------------------------------------------------------ */

static const SamsynField later_fields[] = {
  { .id = "title", .type = SAMSYN_TYPE_TEXT, .flags = SAMSYN_FIELD_REQUIRED },
  { .id = "hours", .type = SAMSYN_TYPE_INTEGER, .minimum = 0, .maximum = 99, .since = 4, .fill = "8" },
  { .id = "days", .type = SAMSYN_TYPE_INTEGER, .minimum = 0, .maximum = 99, .since = 4 },
  { .id = "weeks", .type = SAMSYN_TYPE_INTEGER, .minimum = 0, .maximum = 99, .since = 5, .fill = "2" },
};
static const SamsynKind later_kind = { .id = "later", .fields = later_fields, .n_fields = G_N_ELEMENTS (later_fields) };

static void
assert_filled (guint            version,
               SamsynChangeType type,
               gint64           hours,
               gint64           weeks)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynChange *change = samsyn_change_new (type, &later_kind, 1);
  const SamsynFieldChange *filled[2];

  samsyn_change_add_text (change, "title", "a");
  g_ptr_array_add (changes, change);
  samsyn_across_fill (changes, version);
  filled[0] = samsyn_change_find (change, "hours");
  filled[1] = samsyn_change_find (change, "weeks");
  g_assert_cmpint (filled[0] != NULL ? filled[0]->after.integer : 0, ==, hours);
  g_assert_cmpint (filled[1] != NULL ? filled[1]->after.integer : 0, ==, weeks);
  g_assert_null (samsyn_change_find (change, "days"));
}

/* A record whose deletion is undone gets what the fields are filled with that came since: as those did that were there. */
static void
test_filled (void)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, &later_kind, 1);

  assert_filled (3, SAMSYN_CHANGE_CREATE, 8, 2);
  assert_filled (4, SAMSYN_CHANGE_CREATE, 0, 2);
  assert_filled (5, SAMSYN_CHANGE_CREATE, 0, 0);
  assert_filled (3, SAMSYN_CHANGE_UPDATE, 0, 0);
  assert_filled (3, SAMSYN_CHANGE_DELETE, 0, 0);
  samsyn_change_add_integer (change, "hours", 3);
  g_ptr_array_add (changes, change);
  samsyn_across_fill (changes, 1);
  g_assert_cmpint (samsyn_change_find (change, "hours")->after.integer, ==, 3);
}

/* ---- A migration to come --------------------------------------------------------------------------------------------------- */

/* A migration as there may be one later: it alters values, and makes the table of a kind anew. */
static void
migrate (SamsynStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynUpgrade) upgrade = samsyn_upgrade_new (store);

  samsyn_transaction_begin (store, &error);
  g_assert_no_error (error);
  samsyn_upgrade_run (upgrade, "UPDATE \"task\" SET \"name\" = \"name\" || ' (ny)'; -- a text\n"
                      "CREATE TABLE \"organisation_9\" AS SELECT * FROM \"organisation\"; DELETE FROM \"organisation\";"
                      "INSERT INTO \"organisation\" SELECT * FROM \"organisation_9\"; DROP TABLE \"organisation_9\";"
                      "UPDATE \"organisation\" SET \"sort\" = 'board';\n", &error);
  g_assert_no_error (error);
  samsyn_upgrade_log (upgrade, &error);
  g_assert_no_error (error);
  g_clear_pointer (&upgrade, samsyn_upgrade_free);
  samsyn_transaction_commit (store, &error);
  g_assert_no_error (error);
}

static void
test_altered (gconstpointer data)
{
  char *folder = samsyn_fixture_folder ();
  g_autofree char *path = unpack (folder, GPOINTER_TO_INT (data));
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynStore) store = samsyn_store_open (path, SAMSYN_OPEN_WRITE, &error);
  g_autoptr (GPtrArray) hits = NULL, changes = NULL;
  gint64 last, undoable;

  g_assert_no_error (error);
  last = samsyn_store_last_step (store);
  undoable = samsyn_store_undoable (store);
  migrate (store);
  assert_title (store, TASK, "Anskaffa bostad (ny)");
  samsyn_fixture_check (store);
  g_assert_cmpint (samsyn_store_last_step (store), ==, last + 1);
  g_assert_cmpint (samsyn_store_undoable (store), ==, undoable);
  changes = samsyn_store_changes (store, last + 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 2);
  hits = samsyn_store_search (store, "ny bostad", 0, "en", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, >, 0);
  assert_past (store);
  walk (store);
  assert_title (store, TASK, "Anskaffa bostad (ny)");
  assert_past (store);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/store/versions/1", GINT_TO_POINTER (1), test_version);
  g_test_add_data_func ("/store/versions/2", GINT_TO_POINTER (2), test_version);
  g_test_add_data_func ("/store/versions/1-altered", GINT_TO_POINTER (1), test_altered);
  g_test_add_data_func ("/store/versions/2-altered", GINT_TO_POINTER (2), test_altered);
  g_test_add_data_func ("/store/versions/1-backup", GINT_TO_POINTER (1), test_backup_before);
  g_test_add_data_func ("/store/versions/2-backup", GINT_TO_POINTER (2), test_backup_before);
  g_test_add_func ("/store/versions/filled", test_filled);
  return g_test_run ();
}
