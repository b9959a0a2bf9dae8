/* backup.c: verified copies of a workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "backup.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "aside.h"
#include "model/save.h"
#include "model/target.h"
#include "model/words.h"
#include "select.h"

#define PAGES_AT_ONCE 256
#define PAUSE_MICROSECONDS 5000
#define MOST_NAMES 100

/* ---- Copying --------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 step; /* the newest one, 0 for none */
  char  *digest;
} State;

static void
state_clear (State *state)
{
  g_clear_pointer (&state->digest, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, state_clear)

/* The newest step of a file of any version. */
static gboolean
read_state (SamsynStore *store,
            State       *state,
            GError     **error)
{
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (store, "SELECT id, digest FROM step ORDER BY id DESC LIMIT 1", error);
  int code = statement != NULL ? samsyn_db_step (store, statement, error) : SQLITE_ERROR;

  state_clear (state);
  state->step = code == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  state->digest = code == SQLITE_ROW ? g_strdup ((const char *) sqlite3_column_text (statement, 1)) : NULL;
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
same_state (const State *a,
            const State *b)
{
  return a->step == b->step && g_strcmp0 (a->digest, b->digest) == 0;
}

/* Some pages, and what the file says while they are copied: nobody can write between the two.  The state of the last ones is that
 * of the copy, since SQLite begins anew where the file was changed meanwhile. */
static int
copy_some (SamsynStore    *from,
           sqlite3_backup *copy,
           State          *state)
{
  gboolean reading = state != NULL && samsyn_reading_begin (from);
  gboolean read = state == NULL || read_state (from, state, NULL);
  int code = sqlite3_backup_step (copy, PAGES_AT_ONCE);

  samsyn_reading_end (from, reading);
  return read || code != SQLITE_DONE ? code : SQLITE_CORRUPT;
}

/* The disk that is full is that of the copy: what is copied is only read. */
static void
set_copy_error (SamsynStore *from,
                sqlite3     *to,
                int          code,
                GError     **error)
{
  const char *file = sqlite3_db_filename (to, "main");
  g_autofree char *folder = file != NULL && *file != '\0' ? g_path_get_dirname (file) : g_strdup (g_get_tmp_dir ());

  if (!samsyn_db_is_out_of_room (to, code))
    samsyn_db_set_error (from, code, error);
  else
    g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_FULL,
                 _ ("The disk of the folder “%s” is full, so no copy was made there. The workspace is as it was. Make room on "
                    "that disk, or "
                    "choose another folder."),
                 folder);
}

static gboolean
copy_pages (SamsynStore  *from,
            sqlite3      *to,
            State        *state,
            GCancellable *cancellable,
            GError      **error)
{
  sqlite3_backup *copy = sqlite3_backup_init (to, "main", from->db, "main");
  int code = copy != NULL ? SQLITE_OK : sqlite3_extended_errcode (to);
  gboolean cancelled = FALSE;

  while (copy != NULL && !cancelled && (code == SQLITE_OK || (code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED))
    {
      if (code != SQLITE_OK)
        g_usleep (PAUSE_MICROSECONDS);
      code = copy_some (from, copy, state);
      cancelled = code != SQLITE_DONE && g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  if (copy != NULL)
    sqlite3_backup_finish (copy);
  if (code != SQLITE_DONE && !cancelled)
    set_copy_error (from, to, code, error);
  return code == SQLITE_DONE;
}

gboolean
samsyn_db_copy (SamsynStore  *from,
                sqlite3      *to,
                GCancellable *cancellable,
                GError      **error)
{
  return copy_pages (from, to, NULL, cancellable, error);
}

static gboolean
write_copy (SamsynStore  *store,
            const char   *path,
            State        *state,
            GCancellable *cancellable,
            GError      **error)
{
  sqlite3 *to = NULL;
  int code = sqlite3_open_v2 (path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  gboolean copied;

  /* Until the rename nobody relies on the copy: it needs no journal, and one sync at the end. */
  if (code == SQLITE_OK)
    code = sqlite3_exec (to, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL, NULL, NULL);
  if (code != SQLITE_OK)
    set_copy_error (store, to, code, error);
  copied = code == SQLITE_OK && copy_pages (store, to, state, cancellable, error);
  sqlite3_close (to);
  return copied;
}

/* ---- Verifying ------------------------------------------------------------------------------------------------------------- */

/* A backup is one when it has been read: as any file that is opened, and whether it is what was copied. */
static SamsynStore *
open_copy (const char  *path,
           const State *copied,
           GError     **error)
{
  g_autoptr (SamsynStore) copy = samsyn_store_open_copy (path, error);
  g_auto (State) state = { 0 };

  if (copy == NULL || !read_state (copy, &state, error))
    return NULL;
  if (same_state (&state, copied))
    return g_steal_pointer (&copy);
  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_DAMAGED,
               _ ("The copy in “%s” is not what was copied, and was removed. The workspace is as it was; try again, on another "
                  "disk if "
                  "it happens again."),
               path);
  return NULL;
}

/* Under a name where nothing else lies that would be taken for the copy's. */
static gboolean
publish (SamsynStore *store,
         SamsynSave  *save,
         const char  *other, /* the name, if not that with which the save began; or NULL */
         const char  *target,
         GError     **error)
{
  g_auto (SamsynCare) care = { 0 };
  gboolean done = samsyn_aside_clear (other != NULL ? other : target, &care, error)
                  && (other != NULL ? samsyn_save_publish (samsyn_save_get_temporary (save), other, FALSE, error)
                                    : samsyn_save_commit (save, error));

  samsyn_care_hand (&care, store);
  return done;
}

/* The disk that is full is the copy's, not the workspace's. */
gboolean
samsyn_db_blame_target (const char *target,
                        GError     *failure,
                        GError    **error)
{
  g_autoptr (GError) full = NULL;

  if (!g_error_matches (failure, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_FULL))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  g_error_free (failure);
  samsyn_target_fail (target, ENOSPC, &full);
  g_set_error_literal (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_FULL, full->message);
  return FALSE;
}

static gboolean
write_copy_for (const char   *target,
                SamsynStore  *store,
                SamsynSave   *save,
                State        *state,
                GCancellable *cancellable,
                GError      **error)
{
  GError *failure = NULL;

  return write_copy (store, samsyn_save_get_temporary (save), state, cancellable, &failure)
         || samsyn_db_blame_target (target, failure, error);
}

gboolean
samsyn_store_backup (SamsynStore  *store,
                     const char   *to,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autofree char *target = samsyn_path_resolve (to);
  g_autoptr (SamsynSave) save = samsyn_save_begin (target, FALSE, error);
  g_autoptr (SamsynStore) copy = NULL;
  g_auto (State) state = { 0 };

  if (save == NULL || !write_copy_for (target, store, save, &state, cancellable, error))
    return FALSE;
  copy = open_copy (samsyn_save_get_temporary (save), &state, error);
  if (copy == NULL || !samsyn_store_examine (copy, error))
    return FALSE;
  g_clear_pointer (&copy, samsyn_store_close);
  return publish (store, save, NULL, target, error);
}

SamsynCheckup *
samsyn_store_back_up (SamsynStore  *store,
                      const char   *to,
                      const char   *if_faulty,
                      GCancellable *cancellable,
                      GError      **error)
{
  g_autofree char *target = samsyn_path_resolve (to);
  g_autoptr (SamsynSave) save = samsyn_save_begin (target, FALSE, error);
  g_autoptr (SamsynStore) copy = NULL;
  g_autoptr (SamsynCheckup) checkup = NULL;
  g_autofree char *marked = NULL;
  g_auto (State) state = { 0 };

  if (save == NULL || !write_copy_for (target, store, save, &state, cancellable, error))
    return NULL;
  copy = open_copy (samsyn_save_get_temporary (save), &state, error);
  checkup = copy != NULL ? samsyn_store_check (copy, cancellable, error) : NULL;
  g_clear_pointer (&copy, samsyn_store_close);
  if (checkup == NULL)
    return NULL;
  if (checkup->n_faults > 0 && if_faulty != NULL)
    marked = samsyn_path_resolve (if_faulty);
  return publish (store, save, marked, target, error) ? g_steal_pointer (&checkup) : NULL;
}

/* ---- Before a migration ---------------------------------------------------------------------------------------------------- */

static char *
identity_of (SamsynStore *store)
{
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (store, "SELECT value FROM workspace WHERE name = 'file_id'", NULL);

  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return NULL;
  return g_strdup ((const char *) sqlite3_column_text (statement, 0));
}

/* Whether the file is a backup of just this: of this workspace, in this version, with this newest step. */
static gboolean
is_backup_of (SamsynStore *store,
              guint        version,
              const char  *path)
{
  g_autoptr (SamsynStore) copy = samsyn_store_open_copy (path, NULL);
  g_autofree char *own = identity_of (store), *other = copy != NULL ? identity_of (copy) : NULL;
  g_auto (State) state = { 0 }, copied = { 0 };

  return copy != NULL && own != NULL && g_strcmp0 (own, other) == 0
         && (guint) samsyn_db_integer (copy, "PRAGMA user_version", 0) == version && samsyn_store_examine (copy, NULL)
         && read_state (store, &state, NULL) && read_state (copy, &copied, NULL) && same_state (&state, &copied);
}

gboolean
samsyn_backup_before_migration (SamsynStore *store,
                                guint        version,
                                GError     **error)
{
  GStatBuf info;

  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *path = g_strdup_printf ("%s.version-%u%s.backup", store->path, version, number);

      if (g_lstat (path, &info) != 0 || i == MOST_NAMES)
        return samsyn_store_backup (store, path, NULL, error);
      if (is_backup_of (store, version, path))
        return TRUE;
    }
}
