/* backup.c: verified copies of a workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "aside.h"
#include "model/save.h"
#include "model/words.h"

#define PAGES_AT_ONCE 256
#define PAUSE_MICROSECONDS 5000

gboolean
samsyn_db_copy (SamsynStore  *from,
                sqlite3      *to,
                GCancellable *cancellable,
                GError      **error)
{
  sqlite3_backup *copy = sqlite3_backup_init (to, "main", from->db, "main");
  int code = copy != NULL ? SQLITE_OK : sqlite3_extended_errcode (to);
  gboolean cancelled = FALSE;

  while (copy != NULL && !cancelled && (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED))
    {
      if (code != SQLITE_OK)
        g_usleep (PAUSE_MICROSECONDS);
      code = sqlite3_backup_step (copy, PAGES_AT_ONCE);
      cancelled = code != SQLITE_DONE && g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  if (copy != NULL)
    sqlite3_backup_finish (copy);
  if (code == SQLITE_DONE)
    return TRUE;
  if (!cancelled)
    samsyn_db_set_error (from, code, error);
  return FALSE;
}

static gboolean
write_copy (SamsynStore  *store,
            const char   *path,
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
    samsyn_db_set_error (store, code, error);
  copied = code == SQLITE_OK && samsyn_db_copy (store, to, cancellable, error);
  sqlite3_close (to);
  return copied;
}

/* A backup is one when it has been read: as any file that is opened, and every page. */
static gboolean
verify_copy (SamsynStore *store,
             const char  *path,
             GError     **error)
{
  g_autoptr (SamsynStore) copy = samsyn_store_open_copy (path, error);
  g_autofree char *name = g_path_get_basename (path);

  if (copy == NULL)
    return FALSE;
  if (samsyn_store_last_step (copy) == samsyn_store_last_step (store))
    return TRUE;
  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_DAMAGED,
               _ ("The copy “%s” is not the same as the workspace. It was removed; try again."), name);
  return FALSE;
}

/* Under a name where nothing else lies that would be taken for the copy's. */
static gboolean
publish (SamsynStore *store,
         SamsynSave  *save,
         const char  *target,
         GError     **error)
{
  g_auto (SamsynCare) care = { 0 };
  gboolean done = samsyn_aside_clear (target, &care, error) && samsyn_save_commit (save, error);

  if (care.notice != NULL)
    {
      g_free (store->notice);
      store->notice = g_steal_pointer (&care.notice);
    }
  return done;
}

gboolean
samsyn_store_backup (SamsynStore  *store,
                     const char   *to,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autofree char *target = samsyn_path_resolve (to);
  g_autoptr (SamsynSave) save = samsyn_save_begin (target, FALSE, error);

  return save != NULL && write_copy (store, samsyn_save_get_temporary (save), cancellable, error)
         && verify_copy (store, samsyn_save_get_temporary (save), error) && publish (store, save, target, error);
}
