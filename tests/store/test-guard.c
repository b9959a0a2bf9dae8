/* test-guard.c: files that must be refused, and left as they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE
#include "fixture.h"
#include "store/db.h"
#include "store/guard.h"

#include <errno.h>
#include <signal.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path; /* a closed workspace with a record */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  SamsynStore *store;

  fixture->folder = samsyn_fixture_folder ();
  store = samsyn_fixture_store (fixture->folder);
  samsyn_fixture_fill (store, 400);
  fixture->path = g_strdup (samsyn_store_get_path (store));
  samsyn_store_close (store);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_free (fixture->path);
  samsyn_fixture_remove (fixture->folder);
}

static char *
digest_of (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Opening fails with that code, in a sentence that names the file, for reading and for writing; nothing has changed. */
static void
assert_refused (Fixture *fixture,
                int      code)
{
  static const SamsynOpenFlags ways[] = { SAMSYN_OPEN_READ, SAMSYN_OPEN_WRITE };
  g_autofree char *before = digest_of (fixture->path);
  guint files = count_files (fixture->folder);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_null (samsyn_store_open (fixture->path, ways[i], &error));
      g_assert_error (error, SAMSYN_STORE_ERROR, code);
      g_assert_nonnull (strstr (error->message, "test.samsyn"));
      g_assert_true (g_str_has_suffix (error->message, "."));
      after = digest_of (fixture->path);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpuint (count_files (fixture->folder), ==, files);
    }
}

static void
write_at (const char *path,
          long        offset,
          const char *bytes,
          gsize       length)
{
  FILE *file = fopen (path, "r+b");

  g_assert_nonnull (file);
  fseek (file, offset, SEEK_SET);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  fclose (file);
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_null (message);
  sqlite3_close (db);
}

static void
test_foreign (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const contents[] = { "", "x", "SQLite format 3", "PK\3\4 not a workspace", "<html>not a workspace</html>" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, contents[i], -1, NULL));
      assert_refused (fixture, SAMSYN_STORE_ERROR_FOREIGN);
    }
}

static void
test_other_database (Fixture      *fixture,
                     gconstpointer data)
{
  g_unlink (fixture->path);
  run_sql (fixture->path, "CREATE TABLE t (a); INSERT INTO t VALUES (1)");
  assert_refused (fixture, SAMSYN_STORE_ERROR_FOREIGN);
}

static void
test_newer (Fixture      *fixture,
            gconstpointer data)
{
  run_sql (fixture->path, "PRAGMA user_version = 99");
  assert_refused (fixture, SAMSYN_STORE_ERROR_NEWER);
}

/* Whatever a hostile file adds to the schema, or takes from it. */
static void
test_schema (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const changes[] = {
    "CREATE TABLE extra (a)",
    "CREATE VIEW extra AS SELECT * FROM record",
    "CREATE TRIGGER extra AFTER INSERT ON record BEGIN DELETE FROM action; END",
    "CREATE INDEX extra ON record (kind)",
    "CREATE VIRTUAL TABLE extra USING fts5 (a)",
    "DROP TABLE setting",
    "ALTER TABLE action ADD COLUMN extra TEXT",
    "ANALYZE",
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'action'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      Fixture one;

      set_up (&one, NULL);
      run_sql (one.path, changes[i]);
      g_test_message ("%s", changes[i]);
      assert_refused (&one, SAMSYN_STORE_ERROR_FOREIGN);
      tear_down (&one, NULL);
    }
}

/* A workspace of today is known at a glance, one that has changed is not. */
static void
test_known (Fixture      *fixture,
            gconstpointer data)
{
  SamsynStore *store = samsyn_store_open (fixture->path, SAMSYN_OPEN_WRITE, NULL);

  g_assert_true (samsyn_guard_knows_schema (store));
  g_assert_cmpint (sqlite3_exec (store->db, "PRAGMA user_version = 1", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (samsyn_guard_knows_schema (store));
  samsyn_store_close (store);
}

static void
test_cut_off (Fixture      *fixture,
              gconstpointer data)
{
  struct stat info;

  g_assert_cmpint (stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (truncate (fixture->path, info.st_size / 2), ==, 0);
  assert_refused (fixture, SAMSYN_STORE_ERROR_DAMAGED);
}

/* A page overwritten in the middle: found before the first write, and by check. */
static void
test_damaged_page (Fixture      *fixture,
                   gconstpointer data)
{
  char noise[4096];
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (SamsynStore) store = NULL;
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (GError) error = NULL;
  SamsynChange *change;
  SamsynStepInfo info = { .code = "edit" };
  struct stat file;

  memset (noise, 0x5a, sizeof noise);
  g_assert_cmpint (stat (fixture->path, &file), ==, 0);
  for (long page = 30; page < file.st_size / 4096; page++)
    write_at (fixture->path, page * 4096, noise, sizeof noise);
  before = digest_of (fixture->path);
  store = samsyn_store_open (fixture->path, SAMSYN_OPEN_WRITE, &error);
  if (store != NULL)
    {
      change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("action"), samsyn_store_new_id (store));
      samsyn_change_add_text (change, "title", "Boka möte");
      g_ptr_array_add (changes, change);
      g_assert_cmpint (samsyn_store_apply (store, &info, changes, NULL, &error), ==, 0);
    }
  g_assert_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_DAMAGED);
  g_clear_pointer (&store, samsyn_store_close);
  after = digest_of (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_missing_folder_link (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "none.samsyn", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link.samsyn", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (samsyn_store_open (missing, SAMSYN_OPEN_WRITE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  g_assert_null (samsyn_store_open (fixture->folder, SAMSYN_OPEN_WRITE, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_null (samsyn_store_open (link, SAMSYN_OPEN_WRITE, &error));
  g_assert_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_FOREIGN);
}

static void
test_existing_is_kept (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *before = digest_of (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (samsyn_store_create (fixture->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  after = digest_of (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_private (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.samsyn", NULL);
  g_autoptr (SamsynStore) store = samsyn_store_open (fixture->path, SAMSYN_OPEN_WRITE, NULL);
  const char *paths[] = { fixture->path, copy };

  g_assert_true (samsyn_store_backup (store, copy, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      struct stat info;

      g_assert_cmpint (stat (paths[i], &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
}

/* As somebody else than root, to whom permissions mean nothing: the file, or its folder, can't be written. */
static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  pid_t child;
  int status;

  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SamsynStore) store = NULL;

      if (geteuid () == 0 && setresuid (65534, 65534, 65534) != 0)
        _exit (2);
      if (samsyn_store_open (fixture->path, SAMSYN_OPEN_WRITE, &error) != NULL
          || !g_error_matches (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_READ_ONLY))
        _exit (3);
      store = samsyn_store_open (fixture->path, SAMSYN_OPEN_READ, NULL);
      _exit (store != NULL && samsyn_store_last_step (store) == 1 ? 0 : 4);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  g_assert_true (WIFEXITED (status));
}

/* ---- The lock -------------------------------------------------------------------------------------------------------------- */

static void
test_lock_names_owner (Fixture      *fixture,
                       gconstpointer data)
{
  int ready[2], done[2];
  char byte = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *pid = NULL;
  g_autoptr (SamsynStore) reader = NULL;
  pid_t child;

  g_assert_cmpint (pipe (ready) | pipe (done), ==, 0);
  child = fork ();
  if (child == 0)
    {
      SamsynStore *store = samsyn_store_open (fixture->path, SAMSYN_OPEN_WRITE, NULL);

      byte = store != NULL;
      if (write (ready[1], &byte, 1) != 1 || read (done[0], &byte, 1) != 1)
        _exit (1);
      _exit (0); /* without closing: as a program that crashes */
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 1);
  g_assert_null (samsyn_store_open (fixture->path, SAMSYN_OPEN_WRITE, &error));
  g_assert_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_BUSY);
  pid = g_strdup_printf ("%d", (int) child);
  g_assert_nonnull (strstr (error->message, g_get_user_name ()));
  g_assert_nonnull (strstr (error->message, pid));
  reader = samsyn_store_open (fixture->path, SAMSYN_OPEN_READ, NULL); /* reading goes on */
  g_assert_nonnull (reader);
  g_clear_pointer (&reader, samsyn_store_close);
  g_assert_cmpint (write (done[1], &byte, 1), ==, 1);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  reader = samsyn_store_open (fixture->path, SAMSYN_OPEN_WRITE, &error); /* the crash let go of it */
  g_assert_nonnull (reader);
}

/* ---- On a folder that others may write, too -------------------------------------------------------------------------------- */

#define ANNA 65534 /* "nobody" */
#define BENGT 65533

/* Opens the workspace as that user, who is then told apart from the administrator, in a process of its own: 0 where it could. */
static int
open_as (const char *path,
         uid_t       user,
         const char *must_be_told)
{
  pid_t child = fork ();
  int status = -1;

  if (child == 0)
    {
      g_autoptr (GError) error = NULL;
      SamsynStore *store;

      if (setresgid (user, user, user) != 0 || setresuid (user, user, user) != 0)
        _exit (2);
      store = samsyn_store_open (path, SAMSYN_OPEN_WRITE, &error);
      if (store != NULL)
        samsyn_store_close (store);
      else if (!g_error_matches (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_BUSY)
               || strstr (error->message, must_be_told) == NULL)
        fprintf (stderr, "%s\n", error->message);
      else
        _exit (1);
      _exit (store != NULL ? 0 : 3);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WEXITSTATUS (status);
}

/* A process of that user's which holds the workspace until it is killed. */
static pid_t
hold_as (const char *path,
         uid_t       user)
{
  int ready[2];
  char byte = 0;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      g_assert_cmpint (setresgid (user, user, user) | setresuid (user, user, user), ==, 0);
      byte = samsyn_store_open (path, SAMSYN_OPEN_WRITE, NULL) != NULL;
      if (write (ready[1], &byte, 1) == 1)
        pause ();
      _exit (1);
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 1);
  close (ready[0]);
  close (ready[1]);
  return child;
}

static void
end (pid_t holder)
{
  g_assert_cmpint (kill (holder, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (holder, NULL, 0), ==, holder);
}

static void
test_lock_of_others (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *lock = g_build_filename (fixture->folder, ".test.samsyn.lock", NULL);
  g_autofree char *pid = NULL;
  struct stat info;
  pid_t holder;

  if (geteuid () != 0)
    {
      g_test_skip ("only the administrator can be several users");
      return;
    }
  g_assert_cmpint (chmod (fixture->folder, 0777) | chmod (fixture->path, 0666), ==, 0);
  holder = hold_as (fixture->path, ANNA);
  pid = g_strdup_printf ("%d", (int) holder);
  g_assert_cmpint (open_as (fixture->path, BENGT, pid), ==, 1); /* who it is, as the lock says */
  g_assert_cmpint (chmod (lock, 0600), ==, 0);
  g_assert_cmpint (open_as (fixture->path, BENGT, "nobody"), ==, 1); /* as the system says */
  g_assert_cmpint (chmod (lock, 0644), ==, 0);
  end (holder);
  g_assert_cmpint (stat (lock, &info), ==, 0);
  g_assert_cmpint (info.st_uid, ==, ANNA);
  g_assert_cmpint (open_as (fixture->path, BENGT, "-"), ==, 0); /* who left it holds nothing any more */
  g_assert_cmpint (stat (lock, &info), !=, 0);
  /* Where only its owner can remove a file, the lock is held as it is. */
  end (hold_as (fixture->path, ANNA));
  g_assert_cmpint (chmod (fixture->folder, 01777), ==, 0);
  holder = hold_as (fixture->path, BENGT);
  g_assert_cmpint (open_as (fixture->path, ANNA, "samsyn"), ==, 1);
  end (holder);
}

static int
try_to_write (const char *path)
{
  pid_t child = fork ();
  int status = -1;

  if (child == 0)
    {
      sqlite3 *db = NULL;

      sqlite3_open (path, &db);
      _exit (sqlite3_exec (db, "BEGIN IMMEDIATE; ROLLBACK", NULL, NULL, NULL) & 0xff);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WEXITSTATUS (status);
}

/* A second store of the same file in this process must not drop the locks of a transaction that is open in the first. */
static void
test_registry (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (SamsynStore) writer = samsyn_store_open (fixture->path, SAMSYN_OPEN_WRITE, NULL);
  SamsynStore *reader;

  g_assert_nonnull (writer);
  g_assert_true (samsyn_db_exec (writer, "BEGIN IMMEDIATE", NULL));
  g_assert_cmpint (try_to_write (fixture->path), ==, SQLITE_BUSY);
  reader = samsyn_store_open (fixture->path, SAMSYN_OPEN_READ, NULL);
  g_assert_nonnull (reader);
  samsyn_store_close (reader);
  g_assert_cmpint (try_to_write (fixture->path), ==, SQLITE_BUSY);
  g_assert_true (samsyn_db_exec (writer, "COMMIT", NULL));
  g_assert_cmpint (try_to_write (fixture->path), ==, SQLITE_OK);
}

static void
test_nothing_is_left_beside (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (SamsynStore) store = samsyn_store_open (fixture->path, SAMSYN_OPEN_WRITE, NULL);

  samsyn_fixture_create (store, "action", "title", "Boka möte");
  g_clear_pointer (&store, samsyn_store_close);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/store/guard/foreign", test_foreign },
    { "/store/guard/other-database", test_other_database },
    { "/store/guard/newer", test_newer },
    { "/store/guard/schema", test_schema },
    { "/store/guard/known", test_known },
    { "/store/guard/cut-off", test_cut_off },
    { "/store/guard/damaged-page", test_damaged_page },
    { "/store/guard/missing", test_missing_folder_link },
    { "/store/guard/existing", test_existing_is_kept },
    { "/store/guard/private", test_private },
    { "/store/guard/read-only", test_read_only },
    { "/store/guard/lock", test_lock_names_owner },
    { "/store/guard/lock-of-others", test_lock_of_others },
    { "/store/guard/registry", test_registry },
    { "/store/guard/nothing-left", test_nothing_is_left_beside },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
