/* test-replaced.c: a workspace that changes under its store, and what comes to lie beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "store/db.h"
#include "store/transaction.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char        *folder, *other_folder;
  char        *path, *journal;
  SamsynStore *store;
  gint64       record;
  char        *other; /* another workspace with the same history: the counters in its first page are the same */
  gsize        other_length;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  SamsynStore *other;

  fixture->folder = samsyn_fixture_folder ();
  fixture->other_folder = samsyn_fixture_folder ();
  fixture->store = samsyn_fixture_store (fixture->folder);
  fixture->record = samsyn_fixture_create (fixture->store, "action", "title", "Boka möte");
  fixture->path = g_strdup (samsyn_store_get_path (fixture->store));
  fixture->journal = g_strconcat (fixture->path, "-journal", NULL);
  other = samsyn_fixture_store (fixture->other_folder);
  samsyn_fixture_create (other, "action", "title", "Boka möte");
  g_assert_true (g_file_get_contents (samsyn_store_get_path (other), &fixture->other, &fixture->other_length, NULL));
  samsyn_store_close (other);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  samsyn_store_close (fixture->store);
  g_free (fixture->path);
  g_free (fixture->journal);
  g_free (fixture->other);
  samsyn_fixture_remove (fixture->folder);
  samsyn_fixture_remove (fixture->other_folder);
}

/* As cp does: the file stays, its bytes are others. */
static void
overwrite (const char *path,
           const char *content,
           gsize       length)
{
  FILE *file = fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (content, 1, length, file), ==, length);
  g_assert_cmpint (ftruncate (fileno (file), (off_t) length), ==, 0);
  fclose (file);
}

static gint64
try_edit (SamsynStore *store,
          GError     **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("action"), samsyn_store_new_id (store));
  SamsynStepInfo info = { .code = "create", .author = "test" };

  samsyn_change_add_text (change, "title", "Kalla styrgruppen");
  g_ptr_array_add (changes, change);
  return samsyn_store_apply (store, &info, changes, NULL, error);
}

/* Nothing is written, and it is said; `content` is what is at the path afterwards. */
static void
assert_noticed (Fixture    *fixture,
                const char *content,
                gsize       length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  gsize length_after;

  g_assert_cmpint (try_edit (fixture->store, &error), ==, 0);
  g_assert_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "replaced"));
  g_assert_true (sqlite3_get_autocommit (fixture->store->db));
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (after, length_after, content, length);
}

static void
test_another (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *mine = NULL;
  gsize length;

  g_assert_true (samsyn_store_is_home (fixture->store));
  g_assert_true (g_file_get_contents (fixture->path, &mine, &length, NULL));
  g_assert_cmpmem (mine + SAMSYN_AT_COUNTERS, 16, fixture->other + SAMSYN_AT_COUNTERS, 16);
  overwrite (fixture->path, fixture->other, fixture->other_length);
  assert_noticed (fixture, fixture->other, fixture->other_length);
  /* What was there is put back: work goes on. */
  overwrite (fixture->path, mine, length);
  g_assert_cmpint (try_edit (fixture->store, NULL), >, 0);
  samsyn_fixture_check (fixture->store);
}

static void
test_older_state (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *older = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &older, &length, NULL));
  g_assert_cmpint (try_edit (fixture->store, NULL), >, 0);
  overwrite (fixture->path, older, length);
  assert_noticed (fixture, older, length);
}

/* As a sync program does: another file gets the name. */
static void
test_renamed_over (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *beside = g_strconcat (fixture->path, ".part", NULL), *copy = g_strconcat (fixture->path, ".copy", NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynStore) kept = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (beside, fixture->other, (gssize) fixture->other_length, NULL));
  g_assert_cmpint (g_rename (beside, fixture->path), ==, 0);
  g_assert_cmpint (try_edit (fixture->store, &error), ==, 0);
  g_assert_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "another file"));
  g_assert_true (g_file_get_contents (fixture->path, &after, &length, NULL));
  g_assert_cmpmem (after, length, fixture->other, fixture->other_length);
  g_assert_false (samsyn_store_is_home (fixture->store));
  /* The one that was open is still there for this store, which can save a copy of it. */
  g_assert_true (samsyn_store_backup (fixture->store, copy, NULL, NULL));
  kept = samsyn_store_open (copy, SAMSYN_OPEN_READ, NULL);
  g_assert_cmpstr (samsyn_store_get_file_id (kept), ==, samsyn_store_get_file_id (fixture->store));
}

/* ---- A journal that comes while the workspace is open ---------------------------------------------------------------------- */

static void
test_journal_comes (Fixture      *fixture,
                    gconstpointer data)
{
  static const char text[] = "Minnesanteckningar från mötet";
  g_autofree char *aside = g_strconcat (fixture->journal, ".aside-1", NULL), *name = g_path_get_basename (aside);
  g_autofree char *before = NULL, *kept = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, length_after;

  g_assert_true (g_file_get_contents (fixture->path, &before, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->journal, text, -1, NULL));
  /* whatever it finds, it uses and removes nothing */
  samsyn_record_free (samsyn_store_get (fixture->store, fixture->record, NULL));
  g_assert_true (g_file_get_contents (fixture->journal, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, text);
  g_assert_cmpint (try_edit (fixture->store, &error), ==, 0);
  g_assert_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, name));
  g_clear_pointer (&kept, g_free);
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, text);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (after, length_after, before, length);
  g_assert_cmpint (try_edit (fixture->store, NULL), >, 0);
  samsyn_fixture_check (fixture->store);
}

/* Closing takes the journal away that is left of our own. */
static void
test_closing (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const texts[] = { "Minnesanteckningar", "\1", "\xd9\xd5\x05\xf9" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *kept = NULL;

      g_assert_cmpint (try_edit (fixture->store, NULL), >, 0);
      g_assert_true (g_file_set_contents (fixture->journal, texts[i], -1, NULL));
      samsyn_store_close (fixture->store);
      g_assert_true (g_file_get_contents (fixture->journal, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, texts[i]);
      fixture->store = samsyn_store_open (fixture->path, SAMSYN_OPEN_WRITE, NULL);
      g_assert_nonnull (fixture->store);
    }
}

static void
test_log_comes (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL), *kept = NULL;
  g_autoptr (SamsynRecord) record = NULL;

  g_assert_true (g_file_set_contents (log, "somebody's", -1, NULL));
  record = samsyn_store_get (fixture->store, fixture->record, NULL);
  g_assert_nonnull (record);
  g_assert_cmpint (try_edit (fixture->store, NULL), >, 0);
  g_assert_true (g_file_get_contents (log, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "somebody's");
}

/* ---- Transactions ---------------------------------------------------------------------------------------------------------- */

static void
test_mark (Fixture      *fixture,
           gconstpointer data)
{
  SamsynIdentity before = fixture->store->known, now;

  g_assert_cmpint (try_edit (fixture->store, NULL), >, 0);
  g_assert_true (samsyn_page_identity_now (fixture->store->db, &now));
  g_assert_cmpstr (now.file_id, ==, before.file_id);
  g_assert_cmpstr (now.mark, !=, before.mark);
  g_assert_cmpstr (now.mark_before, ==, before.mark);
  g_assert_cmpstr (now.mark, ==, fixture->store->known.mark);
}

/* What left the connection inside a transaction doesn't keep the next step from being written. */
static void
test_left_open (Fixture      *fixture,
                gconstpointer data)
{
  gint64 last = samsyn_store_last_step (fixture->store);

  g_assert_true (samsyn_transaction_begin (fixture->store, NULL));
  g_assert_true (samsyn_db_exec (fixture->store, "DELETE FROM search", NULL));
  g_assert_cmpint (try_edit (fixture->store, NULL), ==, last + 1);
  g_assert_true (sqlite3_get_autocommit (fixture->store->db));
  samsyn_fixture_check (fixture->store);
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
    { "/store/replaced/another", test_another },
    { "/store/replaced/older-state", test_older_state },
    { "/store/replaced/renamed-over", test_renamed_over },
    { "/store/replaced/journal-comes", test_journal_comes },
    { "/store/replaced/closing", test_closing },
    { "/store/replaced/log-comes", test_log_comes },
    { "/store/replaced/mark", test_mark },
    { "/store/replaced/left-open", test_left_open },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
