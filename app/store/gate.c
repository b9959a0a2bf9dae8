/* gate.c: what SQLite may do to the files beside a workspace
 *
 * SQLite looks for a journal whenever it begins to read, and rolls back what it finds.  It does so by its layer to the system, so
 * that is where it is asked once more whether the journal is of this file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "gate.h"

#include <string.h>

#include "journal.h"

static sqlite3_vfs *system_vfs;
static sqlite3_vfs gate;

/* Path of the workspace → sqlite3_file of the connection that may write it. */
static GHashTable *writers;
static GMutex writers_mutex;

static sqlite3_file *
find_writer (const char *path)
{
  sqlite3_file *file;

  g_mutex_lock (&writers_mutex);
  file = writers != NULL ? g_hash_table_lookup (writers, path) : NULL;
  g_mutex_unlock (&writers_mutex);
  return file;
}

/* While somebody else writes, SQLite finds by the locks that the journal is not to be rolled back. */
static gboolean
may_be_rolled_back (const char *journal)
{
  g_autofree char *path = g_strndup (journal, strlen (journal) - strlen ("-journal"));
  sqlite3_file *file = find_writer (path);
  int somebody_writes = 0;

  if (file == NULL) /* it is only read: SQLite rolls nothing back */
    return TRUE;
  if (file->pMethods->xCheckReservedLock (file, &somebody_writes) == SQLITE_OK && somebody_writes)
    return TRUE;
  return samsyn_journal_judge (journal, file) <= SAMSYN_JOURNAL_OURS;
}

static int
gate_open (sqlite3_vfs  *vfs,
           const char   *name,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  return system_vfs->xOpen (system_vfs, name, file, flags, out_flags);
}

static int
gate_access (sqlite3_vfs *vfs,
             const char  *name,
             int          flags,
             int         *result)
{
  int code = system_vfs->xAccess (system_vfs, name, flags, result);

  if (code == SQLITE_OK && g_str_has_suffix (name, "-wal"))
    *result = 0;
  if (code == SQLITE_OK && *result && flags == SQLITE_ACCESS_EXISTS && g_str_has_suffix (name, "-journal")
      && !may_be_rolled_back (name))
    return SQLITE_BUSY;
  return code;
}

/* A super-journal is somebody else's file. */
static int
gate_delete (sqlite3_vfs *vfs,
             const char  *name,
             int          sync_folder)
{
  g_autofree char *path = g_str_has_suffix (name, "-journal") ? g_strndup (name, strlen (name) - strlen ("-journal")) : NULL;

  if (path == NULL || find_writer (path) == NULL)
    return SQLITE_IOERR_DELETE;
  return system_vfs->xDelete (system_vfs, name, sync_folder);
}

static int
gate_full_path (sqlite3_vfs *vfs,
                const char  *name,
                int          size,
                char        *path)
{
  return system_vfs->xFullPathname (system_vfs, name, size, path);
}

static sqlite3_vfs *
find_gate (void)
{
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      system_vfs = sqlite3_vfs_find (NULL);
      gate = *system_vfs;
      gate.pNext = NULL;
      gate.zName = "samsyn";
      gate.xOpen = gate_open;
      gate.xAccess = gate_access;
      gate.xDelete = gate_delete;
      gate.xFullPathname = gate_full_path;
      g_once_init_leave (&ready, sqlite3_vfs_register (&gate, 0) == SQLITE_OK ? 1 : 2);
    }
  return &gate;
}

static void
note_writer (sqlite3 *db)
{
  sqlite3_file *file = samsyn_page_file (db);

  g_mutex_lock (&writers_mutex);
  if (writers == NULL)
    writers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_replace (writers, g_strdup (sqlite3_db_filename (db, "main")), file);
  g_mutex_unlock (&writers_mutex);
}

int
samsyn_gate_open (const char *path,
                  int         flags,
                  sqlite3   **db)
{
  int code = sqlite3_open_v2 (path, db, flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, find_gate ()->zName);

  if (code == SQLITE_OK)
    sqlite3_extended_result_codes (*db, 1);
  if (code == SQLITE_OK && (flags & SQLITE_OPEN_READWRITE))
    note_writer (*db);
  return code;
}

static gboolean
is_same_file (gpointer path,
              gpointer file,
              gpointer closed)
{
  return file == closed;
}

void
samsyn_gate_close (sqlite3 *db)
{
  sqlite3_file *file = db != NULL ? samsyn_page_file (db) : NULL;

  if (file != NULL)
    {
      g_mutex_lock (&writers_mutex);
      if (writers != NULL)
        g_hash_table_foreach_remove (writers, is_same_file, file);
      g_mutex_unlock (&writers_mutex);
    }
  sqlite3_close_v2 (db); /* a lookup somebody still holds keeps the connection until it is freed */
}
