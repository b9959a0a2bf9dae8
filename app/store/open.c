/* open.c: making, opening and closing a workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "guard.h"
#include "lock.h"
#include "migrate.h"
#include "model/save.h"
#include "model/words.h"

/* ---- Connections -------------------------------------------------------------------------------------------------------------- */

/* An open, hardened connection around the path, or NULL. */
static SamsynStore *
connect_to (const char *path,
            int         flags,
            GError    **error)
{
  g_autoptr (SamsynStore) store = NULL;
  sqlite3 *db = NULL;
  int code = sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, NULL);

  store = samsyn_db_wrap (db, path);
  store->read_only = (flags & SQLITE_OPEN_READONLY) != 0;
  if (code != SQLITE_OK)
    {
      samsyn_db_set_error (store, code, error);
      return NULL;
    }
  if (!samsyn_db_harden (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

/* One writer, a rollback journal, every commit on the disk: what is shown as saved survives a power cut. */
static gboolean
set_journal (SamsynStore *store,
             GError     **error)
{
  return samsyn_db_exec (store, "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL", error);
}

static gboolean
read_identity (SamsynStore *store,
               GError     **error)
{
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (store, "SELECT value FROM workspace WHERE name = 'file_id'", error);

  if (statement == NULL)
    return FALSE;
  switch (samsyn_db_step (store, statement, error))
    {
    case SQLITE_ROW:
      store->file_id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      return TRUE;
    case SQLITE_DONE:
      samsyn_db_set_error (store, SQLITE_CORRUPT, error);
      return FALSE;
    default:
      return FALSE;
    }
}

void
samsyn_store_close (SamsynStore *store)
{
  if (store == NULL)
    return;
  g_clear_pointer (&store->statements, g_hash_table_unref);
  g_clear_pointer (&store->inserts, g_hash_table_unref);
  g_clear_object (&store->cancellable);
  if (store->registered)
    samsyn_registry_remove (store);
  if (store->lock >= 0) /* takes the empty journal away, which TRUNCATE leaves beside the file */
    sqlite3_exec (store->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  sqlite3_close_v2 (store->db); /* a lookup somebody still holds keeps the connection until it is freed */
  samsyn_lock_release (store->path, store->lock);
  g_free (store->path);
  g_free (store->file_id);
  g_free (store->author);
  g_free (store);
}

/* ---- Making ------------------------------------------------------------------------------------------------------------------ */

static gboolean
fill_new (SamsynStore *store,
          GError     **error)
{
  g_autofree char *identity = g_strdup_printf ("PRAGMA application_id = %d", SAMSYN_APPLICATION_ID);
  g_autofree char *uuid = g_uuid_string_random ();
  SamsynStatement *statement;

  /* Nobody sees the file before it is whole: its commit is the rename. */
  if (!samsyn_db_exec (store, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF", error)
      || !samsyn_db_exec (store, identity, error) || !samsyn_migrate_run (store, 0, samsyn_migrate_newest (), error))
    return FALSE;
  statement = samsyn_db_prepare (store, "INSERT INTO workspace (name, value) VALUES ('file_id', ?)", error);
  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_text (statement, 1, uuid);
  return samsyn_db_run (store, statement, error);
}

SamsynStore *
samsyn_store_create (const char *path,
                     GError    **error)
{
  g_autofree char *target = samsyn_path_resolve (path);
  g_autoptr (SamsynSave) save = samsyn_save_begin (target, FALSE, error);
  g_autoptr (SamsynStore) fresh = NULL;

  if (save == NULL)
    return NULL;
  fresh = connect_to (samsyn_save_get_temporary (save), SQLITE_OPEN_READWRITE, error);
  if (fresh == NULL || !fill_new (fresh, error))
    return NULL;
  g_clear_pointer (&fresh, samsyn_store_close);
  if (!samsyn_save_commit (save, error))
    return NULL;
  return samsyn_store_open (target, SAMSYN_OPEN_WRITE, error);
}

/* ---- Opening ----------------------------------------------------------------------------------------------------------------- */

char *
samsyn_path_resolve (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  char *real = realpath (folder, NULL);
  char *resolved = real != NULL ? g_build_filename (real, name, NULL) : g_strdup (absolute);

  free (real);
  return resolved;
}

static gboolean
check_writable (const char *path,
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

static SamsynStore *
open_for_writing (const char *path,
                  GError    **error)
{
  g_autoptr (SamsynStore) store = NULL;
  int lock;

  if (!check_writable (path, error))
    return NULL;
  lock = samsyn_lock_take (path, error);
  if (lock < 0)
    return NULL;
  store = connect_to (path, SQLITE_OPEN_READWRITE, error);
  if (store == NULL)
    {
      samsyn_lock_release (path, lock);
      return NULL;
    }
  store->lock = lock;
  if (!samsyn_guard_schema (store, error) || !set_journal (store, error) || !samsyn_migrate_store (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

/* What SQLite says of a first look: SQLITE_READONLY_ROLLBACK where a crash left a journal that must be rolled back first, which a reader
 * may not do.  A journal alone says nothing: there is one whenever somebody writes.  SQLite knows them apart by its locks. */
static int
try_to_read (SamsynStore *store)
{
  sqlite3_exec (store->db, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL);
  return sqlite3_extended_errcode (store->db);
}

/* By a writer that comes and goes. */
static gboolean
roll_back_crash (const char *path,
                 GError    **error)
{
  g_autoptr (SamsynStore) writer = open_for_writing (path, error);

  return writer != NULL;
}

static SamsynStore *
open_for_reading (const char *path,
                  GError    **error)
{
  g_autoptr (SamsynStore) store = connect_to (path, SQLITE_OPEN_READONLY, error);
  int code;

  if (store == NULL)
    return NULL;
  code = try_to_read (store);
  if ((code & 0xff) == SQLITE_BUSY) /* it has waited for it */
    {
      samsyn_db_set_error (store, code, error);
      return NULL;
    }
  if (code == SQLITE_READONLY_ROLLBACK && access (path, W_OK) == 0 && !samsyn_registry_has (path) && !roll_back_crash (path, error))
    return NULL;
  if (!samsyn_guard_schema (store, error))
    return NULL;
  if (samsyn_db_integer (store, "PRAGMA user_version", 0) != samsyn_migrate_newest ())
    {
      g_autofree char *name = g_path_get_basename (path);

      g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_READ_ONLY,
                   _ ("“%s” was written by an older version of Samsyn and must be brought up to date first. Open it once where "
                      "it can be written."), name);
      return NULL;
    }
  return g_steal_pointer (&store);
}

SamsynStore *
samsyn_store_open (const char     *path,
                   SamsynOpenFlags flags,
                   GError        **error)
{
  g_autofree char *resolved = samsyn_path_resolve (path);
  g_autoptr (SamsynStore) store = NULL;

  if (!samsyn_registry_has (resolved) && !samsyn_guard_header (resolved, error))
    return NULL;
  store = flags & SAMSYN_OPEN_READ ? open_for_reading (resolved, error) : open_for_writing (resolved, error);
  if (store == NULL || !read_identity (store, error))
    return NULL;
  samsyn_registry_add (store);
  store->registered = TRUE;
  return g_steal_pointer (&store);
}

SamsynStore *
samsyn_store_open_copy (const char *path,
                        GError    **error)
{
  g_autoptr (SamsynStore) store = NULL;

  if (!samsyn_guard_header (path, error))
    return NULL;
  store = connect_to (path, SQLITE_OPEN_READONLY, error);
  if (store == NULL || !samsyn_guard_schema (store, error) || !samsyn_store_examine (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

/* ---- Small things -------------------------------------------------------------------------------------------------------------- */

const char *
samsyn_store_get_path (SamsynStore *store)
{
  return store->path;
}

gboolean
samsyn_store_is_read_only (SamsynStore *store)
{
  return store->read_only;
}

const char *
samsyn_store_get_file_id (SamsynStore *store)
{
  return store->file_id;
}

gint64
samsyn_store_data_version (SamsynStore *store)
{
  return samsyn_db_integer (store, "PRAGMA data_version", 0);
}

void
samsyn_store_set_author (SamsynStore *store,
                         const char  *author)
{
  g_free (store->author);
  store->author = g_strdup (author);
}

void
samsyn_store_on_changed (SamsynStore      *store,
                         SamsynChangedFunc func,
                         gpointer          data)
{
  store->changed = func;
  store->changed_data = data;
}

void
samsyn_store_release_memory (SamsynStore *store)
{
  sqlite3_db_release_memory (store->db);
}

void
samsyn_store_on_write (SamsynStore    *store,
                       SamsynWriteFunc func,
                       gpointer        data)
{
  store->before_write = func;
  store->before_write_data = data;
}
