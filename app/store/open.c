/* open.c: making, opening and closing a workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "connect.h"
#include "gate.h"
#include "guard.h"
#include "journal.h"
#include "lock.h"
#include "migrate.h"
#include "model/save.h"
#include "model/target.h"
#include "model/words.h"
#include "registry.h"
#include "transaction.h"

/* ---- Closing --------------------------------------------------------------------------------------------------------------- */

/* One writer, a rollback journal, every commit on the disk: what is shown as saved survives a power cut. */
static gboolean
set_journal (SamsynStore *store,
             GError     **error)
{
  return samsyn_db_exec (store, "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL", error);
}

/* It becomes a part of names of files. */
static gboolean
is_file_id (const char *id)
{
  gsize length = id != NULL ? strspn (id, "0123456789abcdefABCDEF-") : 0;

  return length >= 8 && length <= 64 && id[length] == '\0';
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
      store->file_id = g_strdup (samsyn_db_text (statement, 0));
      if (is_file_id (store->file_id))
        return TRUE;
      G_GNUC_FALLTHROUGH;
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
  if (store->lock >= 0) /* takes the empty journal away, which TRUNCATE leaves beside the file */
    sqlite3_exec (store->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  samsyn_gate_close (store->db);
  samsyn_registry_leave (store->registered);
  samsyn_lock_release (store->path, store->lock);
  g_free (store->path);
  g_free (store->file_id);
  g_free (store->notice);
  g_free (store->author);
  samsyn_clock_free (store->clock);
  g_free (store);
}

/* ---- Making ---------------------------------------------------------------------------------------------------------------- */

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
  g_autoptr (SamsynSave) save = NULL;
  g_autoptr (SamsynStore) fresh = NULL;
  g_auto (SamsynCare) care = { 0 };
  GError *failure = NULL;

  if (!samsyn_target_check_workspace (target, error) || (save = samsyn_save_begin (target, FALSE, error)) == NULL)
    return NULL;
  fresh = samsyn_connect (samsyn_save_get_temporary (save), SQLITE_OPEN_READWRITE, TRUE, &failure);
  if (fresh == NULL || !fill_new (fresh, &failure))
    {
      samsyn_db_blame_target (target, failure, error);
      return NULL;
    }
  g_clear_pointer (&fresh, samsyn_store_close);
  if (!samsyn_aside_clear (target, &care, error) || !samsyn_save_commit (save, error))
    return NULL;
  fresh = samsyn_store_open (target, SAMSYN_OPEN_WRITE, error);
  if (fresh != NULL)
    samsyn_care_hand (&care, fresh);
  return g_steal_pointer (&fresh);
}

gboolean
samsyn_store_publish (const char *temporary,
                      const char *path,
                      char      **notice,
                      GError    **error)
{
  g_autofree char *target = samsyn_path_resolve (path);
  g_auto (SamsynCare) care = { 0 };

  if (!samsyn_aside_clear (target, &care, error) || !samsyn_save_publish (temporary, target, FALSE, error))
    return FALSE;
  *notice = g_steal_pointer (&care.notice);
  return TRUE;
}

/* ---- Paths ----------------------------------------------------------------------------------------------------------------- */

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

/* ---- Opening --------------------------------------------------------------------------------------------------------------- */

static SamsynStore *
open_for_writing (const char *path,
                  SamsynCare *care,
                  GError    **error)
{
  g_autoptr (SamsynStore) store = NULL;
  int lock;

  if (!samsyn_connect_may_write (path, error))
    return NULL;
  lock = samsyn_lock_take (path, error);
  if (lock < 0)
    return NULL;
  store = samsyn_connect_care (path, care, error) ? samsyn_connect (path, SQLITE_OPEN_READWRITE, FALSE, error) : NULL;
  if (store == NULL)
    {
      samsyn_lock_release (path, lock);
      return NULL;
    }
  store->lock = lock;
  samsyn_transaction_know (store);
  if (!samsyn_guard_schema (store, error) || !set_journal (store, error) || !samsyn_migrate_store (store, error))
    return NULL;
  samsyn_transaction_know (store);
  return g_steal_pointer (&store);
}

/* What SQLite says of a first look: SQLITE_READONLY_ROLLBACK where a crash left a journal that must be rolled back first, which a
 * reader may not do.  A journal alone says nothing: there is one whenever somebody writes.  SQLite knows them apart by its
 * locks. */
static int
try_to_read (SamsynStore *store)
{
  sqlite3_exec (store->db, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL);
  return sqlite3_extended_errcode (store->db);
}

/* SQLite would wait for ever at a pipe that has the journal's name. */
static gboolean
must_be_cared_for (SamsynStore *store,
                   int         *code)
{
  g_autofree char *journal = samsyn_aside_path (store->path, "-journal");

  *code = SQLITE_OK;
  if (store->write_ahead || (samsyn_journal_is_there (journal) && !g_file_test (journal, G_FILE_TEST_IS_REGULAR)))
    return TRUE;
  *code = try_to_read (store);
  return *code == SQLITE_READONLY_ROLLBACK;
}

static SamsynStore *
open_for_reading (const char *path,
                  SamsynCare *care,
                  GError    **error)
{
  g_autoptr (SamsynStore) store = samsyn_connect (path, SQLITE_OPEN_READONLY, FALSE, error);
  int code;

  if (store == NULL)
    return NULL;
  if (must_be_cared_for (store, &code))
    {
      if (!samsyn_connect_first (path, care, error))
        return NULL;
      g_clear_pointer (&store, samsyn_store_close);
      store = samsyn_connect (path, SQLITE_OPEN_READONLY, FALSE, error);
      if (store == NULL)
        return NULL;
    }
  if ((code & 0xff) == SQLITE_BUSY) /* it has waited for it */
    {
      samsyn_db_set_error (store, code, error);
      return NULL;
    }
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

/* A refusal says what was done before it: that nothing was changed would not be true. */
static void
tell_care (const char       *path,
           const SamsynCare *care,
           GError          **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (error == NULL || *error == NULL)
    return;
  if (care->rolled_back
      && (g_error_matches (*error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_DAMAGED)
          || g_error_matches (*error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_FOREIGN)))
    {
      g_clear_error (error);
      g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_DAMAGED,
                   _ ("What a crash had left half written in “%s” was taken back, but the file is damaged all the same. Restore "
                      "the latest "
                      "backup."),
                   name);
    }
  if (care->notice != NULL)
    g_prefix_error (error, "%s ", care->notice);
}

/* Opens it, and examines what may have lost the journal that it needed. */
static SamsynStore *
open_with_care (const char     *path,
                SamsynOpenFlags flags,
                SamsynCare     *care,
                GError        **error)
{
  g_autoptr (SamsynStore) store = (flags & SAMSYN_OPEN_READ ? open_for_reading : open_for_writing) (path, care, error);

  if (store == NULL || !read_identity (store, error) || (care->notice != NULL && !samsyn_store_examine (store, error)))
    return NULL;
  return g_steal_pointer (&store);
}

SamsynStore *
samsyn_store_open (const char     *path,
                   SamsynOpenFlags flags,
                   GError        **error)
{
  g_autofree char *resolved = samsyn_path_resolve (path);
  char *entry = samsyn_registry_enter (resolved, error);
  g_auto (SamsynCare) care = { 0 };
  g_autoptr (GError) failure = NULL;
  SamsynStore *store;

  if (entry == NULL)
    return NULL;
  store = open_with_care (resolved, flags, &care, &failure);
  if (store == NULL)
    {
      samsyn_registry_leave (entry);
      tell_care (resolved, &care, &failure);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  store->registered = entry;
  samsyn_care_hand (&care, store); /* the backup before a migration may have told of something already */
  if (store->notice == NULL && !(flags & SAMSYN_OPEN_READ))
    store->notice = samsyn_store_doubt_clock (store);
  return store;
}

SamsynStore *
samsyn_store_open_copy (const char *path,
                        GError    **error)
{
  char *entry = samsyn_registry_enter (path, error);
  g_autoptr (SamsynStore) store = entry != NULL ? samsyn_connect (path, SQLITE_OPEN_READONLY, FALSE, error) : NULL;

  if (store == NULL)
    {
      samsyn_registry_leave (entry);
      return NULL;
    }
  store->registered = entry;
  if (!samsyn_guard_schema (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

/* ---- Small things ---------------------------------------------------------------------------------------------------------- */

const char *
samsyn_store_get_path (SamsynStore *store)
{
  return store->path;
}

char *
samsyn_store_take_notice (SamsynStore *store)
{
  return g_steal_pointer (&store->notice);
}

gboolean
samsyn_store_is_home (SamsynStore *store)
{
  int moved = 0;

  return sqlite3_file_control (store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved;
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
