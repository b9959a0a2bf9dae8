/* connect.c: connections to a workspace, and what has to be done before one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "connect.h"

#include <unistd.h>

#include "gate.h"
#include "guard.h"
#include "journal.h"
#include "lock.h"
#include "model/words.h"

SamsynStore *
samsyn_connect (const char *path,
                int         flags,
                gboolean    fresh,
                GError    **error)
{
  g_autoptr (SamsynStore) store = NULL;
  sqlite3 *db = NULL;
  int code = samsyn_gate_open (path, flags, &db);

  store = samsyn_db_wrap (db, path);
  store->read_only = (flags & SQLITE_OPEN_READONLY) != 0;
  if (code != SQLITE_OK)
    {
      samsyn_db_set_error (store, code, error);
      return NULL;
    }
  if ((!fresh && !samsyn_guard_connection (store, error)) || !samsyn_db_harden (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

gboolean
samsyn_connect_may_write (const char *path,
                          GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  if (access (path, W_OK) == 0 && access (folder, W_OK) == 0)
    return TRUE;
  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_READ_ONLY,
               _ ("“%s” can’t be written. Nothing was changed; save a copy in a folder of your own."), name);
  return FALSE;
}

/* ---- What lies beside it --------------------------------------------------------------------------------------------------- */

static gboolean
refuse_write_ahead (const char *path,
                    GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_BUSY,
               _ ("Another program has switched “%s” to a way of writing that keeps what was written last in “%s-wal” (WAL). "
                  "Nothing was changed; "
                  "close the file there, or switch it back there (PRAGMA journal_mode = DELETE), and open it again."),
               name, name);
  return FALSE;
}

/* Nothing is in the log: the file is switched back, by SQLite itself, which does so only if nobody else has it open. */
static gboolean
switch_back (const char *path,
             SamsynCare *care,
             GError    **error)
{
  g_autofree char *log = samsyn_aside_path (path, "-wal"), *name = g_path_get_basename (path);
  g_autoptr (SamsynStore) store = NULL;
  sqlite3 *db = NULL;
  int code;

  if (samsyn_journal_is_there (log))
    return refuse_write_ahead (path, error);
  code = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, NULL);
  store = samsyn_db_wrap (db, path);
  if (code != SQLITE_OK)
    samsyn_db_set_error (store, code, error);
  if (code != SQLITE_OK || !samsyn_db_harden (store, error) || !samsyn_guard_schema (store, error))
    return FALSE;
  if (!samsyn_db_exec (store, "PRAGMA journal_mode = DELETE", NULL) || !samsyn_guard_connection (store, NULL)
      || store->write_ahead)
    return refuse_write_ahead (path, error);
  samsyn_care_tell (care, g_strdup_printf (_ ("“%s” had been switched to another way of writing (WAL) by another program. It has "
                                              "been switched "
                                              "back."),
                                           name));
  return TRUE;
}

/* The first look is one that can't change anything. */
gboolean
samsyn_connect_care (const char *path,
                     SamsynCare *care,
                     GError    **error)
{
  g_autoptr (SamsynStore) probe = samsyn_connect (path, SQLITE_OPEN_READONLY, FALSE, error);

  if (probe == NULL || !samsyn_aside_journal (path, probe->db, care, error))
    return FALSE;
  return probe->write_ahead ? switch_back (path, care, error) : samsyn_aside_put (path, "-wal", care, error);
}

gboolean
samsyn_connect_first (const char *path,
                      SamsynCare *care,
                      GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);
  gboolean done;
  int lock;

  if (!samsyn_connect_may_write (path, NULL))
    {
      g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_READ_ONLY,
                   _ ("Something lies beside “%s” that must be seen to before it is read, such as what a crash has left, and the "
                      "file or its folder "
                      "can’t be written. Nothing was changed; open it once where it can be written."),
                   name);
      return FALSE;
    }
  lock = samsyn_lock_take (path, error);
  done = lock >= 0 && samsyn_connect_care (path, care, error);
  samsyn_lock_release (path, lock);
  return done;
}
