/* guard.c: is this file a workspace that we may open?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "migrate.h"
#include "model/words.h"
#include "samsyn-newest-schema.h"

/* What is read only once needs no memory to be kept in. */
#define PAGES_TO_EXAMINE 20

/* ---- The header ------------------------------------------------------------------------------------------------------------ */

static gboolean
refuse (GError         **error,
        SamsynStoreError code,
        const char      *message,
        const char      *path)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, SAMSYN_STORE_ERROR, (int) code, samsyn_words (NULL, NULL, message), name);
  return FALSE;
}

/* What is no file, and so no workspace. */
static const struct
{
  mode_t       type;
  GIOErrorEnum code;
  const char  *message;
} others[] = {
  { S_IFDIR, G_IO_ERROR_IS_DIRECTORY, N_ ("“%s” is a folder, not a workspace. Choose a file in it.") },
  { S_IFIFO, G_IO_ERROR_NOT_REGULAR_FILE, N_ ("“%s” is a pipe, not a workspace. Choose a file.") },
  { S_IFCHR, G_IO_ERROR_NOT_REGULAR_FILE, N_ ("“%s” is a device, not a workspace. Choose a file.") },
  { S_IFBLK, G_IO_ERROR_NOT_REGULAR_FILE, N_ ("“%s” is a device, not a workspace. Choose a file.") },
  { S_IFSOCK, G_IO_ERROR_NOT_REGULAR_FILE, N_ ("“%s” is a socket, not a workspace. Choose a file.") },
};

static gboolean
refuse_to_read (const char *path,
                int         reason,
                GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);
  struct stat info;

  for (guint i = 0; i < G_N_ELEMENTS (others) && lstat (path, &info) == 0; i++)
    if ((info.st_mode & S_IFMT) == others[i].type)
      {
        g_set_error (error, G_IO_ERROR, (int) others[i].code, samsyn_words (NULL, NULL, others[i].message), name);
        return FALSE;
      }
  if (reason == ELOOP)
    return refuse (error, SAMSYN_STORE_ERROR_FOREIGN,
                   N_ ("“%s” is a link, not a workspace. It was not changed; open the file that it leads to."), path);
  if (reason == ENOENT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("“%s” isn’t where it was: it has been moved, renamed or deleted, or its disk isn’t connected. Open it where "
                    "it is now."),
                 name);
  else if (reason == EACCES || reason == EPERM)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 _ ("You may not read “%s”. It was not changed; ask whose it is, or open a copy that you may read."), name);
  else
    g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (reason),
                 _ ("“%s” can’t be opened: %s. It was not changed; see whether you may read it and whether its disk is "
                    "connected."),
                 name, g_strerror (reason));
  return FALSE;
}

/* The first bytes of the file; the descriptor is closed again. */
static gboolean
read_header (const char *path,
             guint8     *header,
             GError    **error)
{
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK), reason = errno;
  struct stat info;
  gssize got = -1;

  if (file >= 0 && fstat (file, &info) == 0 && S_ISREG (info.st_mode))
    {
      got = read (file, header, SAMSYN_HEADER_SIZE);
      reason = errno;
    }
  if (file >= 0)
    close (file);
  if (got < 0)
    return refuse_to_read (path, reason, error);
  memset (header + got, 0, (gsize) (SAMSYN_HEADER_SIZE - got));
  return TRUE;
}

static gboolean
check_header (const guint8 *header,
              const char   *path,
              GError      **error)
{
  guint32 version = samsyn_page_integer (header + SAMSYN_AT_USER_VERSION);

  if (memcmp (header, "SQLite format 3", 16) != 0
      || samsyn_page_integer (header + SAMSYN_AT_APPLICATION_ID) != SAMSYN_APPLICATION_ID)
    return refuse (error, SAMSYN_STORE_ERROR_FOREIGN,
                   N_ ("“%s” is not a Samsyn workspace. It was not changed; choose another file."), path);
  if (version > samsyn_migrate_newest ())
    return refuse (error, SAMSYN_STORE_ERROR_NEWER,
                   N_ ("“%s” was written by a newer version of Samsyn. It was not changed; install the newer version to open "
                       "it."),
                   path);
  /* How many pages there are is SQLite's to compare, under its lock: while somebody writes, and after a crash in the middle of
   * it, the file is shorter than its first page says. */
  if (samsyn_page_size (header) == 0 || version == 0)
    return refuse (error, SAMSYN_STORE_ERROR_DAMAGED, N_ ("“%s” is damaged. It was not changed; restore the latest backup."),
                   path);
  return TRUE;
}

gboolean
samsyn_guard_header (const char *path,
                     GError    **error)
{
  guint8 header[SAMSYN_HEADER_SIZE];

  return read_header (path, header, error) && check_header (header, path, error);
}

gboolean
samsyn_guard_connection (SamsynStore *store,
                         GError     **error)
{
  sqlite3_file *file = samsyn_page_file (store->db);
  guint8 header[SAMSYN_HEADER_SIZE] = { 0 };

  if (file != NULL)
    file->pMethods->xRead (file, header, sizeof header, 0); /* of a file that is too short the rest is 0 */
  store->write_ahead = header[SAMSYN_AT_WRITE_VERSION] > 1 || header[SAMSYN_AT_READ_VERSION] > 1;
  return check_header (header, store->path, error);
}

/* ---- The schema ------------------------------------------------------------------------------------------------------------ */

/* Everything that the schema table says, in one text. */
static char *
schema_text (sqlite3 *db)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name", -1, &statement, NULL)
      != SQLITE_OK)
    return NULL;
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < 4; i++)
      {
        const char *part = (const char *) sqlite3_column_text (statement, i);

        g_string_append (text, part != NULL ? part : "-");
        g_string_append_c (text, '\x1f');
      }
  if (sqlite3_finalize (statement) != SQLITE_OK)
    return NULL;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What a workspace of that version has in it; NULL if that can't be found out. */
static char *
schema_of_version (guint version)
{
  g_autoptr (SamsynStore) store = NULL;
  sqlite3 *model = NULL;
  int code = sqlite3_open (":memory:", &model);

  store = samsyn_db_wrap (model, NULL);
  return code == SQLITE_OK && samsyn_migrate_run (store, 0, version, NULL) ? schema_text (model) : NULL;
}

/* Running the migrations takes longer than everything else that a start does with the file; what they make was found out when
 * this program was built.  It may be another text with another release of SQLite. */
gboolean
samsyn_guard_knows_schema (SamsynStore *store)
{
  g_autofree char *text = schema_text (store->db);
  g_autofree char *digest = text != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1) : NULL;

  return g_strcmp0 (digest, SAMSYN_NEWEST_SCHEMA) == 0
         && samsyn_db_integer (store, "PRAGMA user_version", 0) == samsyn_migrate_newest ();
}

gboolean
samsyn_guard_schema (SamsynStore *store,
                     GError     **error)
{
  g_autofree char *found = NULL, *expected = NULL;

  if (samsyn_guard_knows_schema (store))
    return TRUE;
  found = schema_text (store->db);
  if (found == NULL)
    {
      samsyn_db_set_error (store, sqlite3_errcode (store->db), error);
      return FALSE;
    }
  expected = schema_of_version ((guint) samsyn_db_integer (store, "PRAGMA user_version", 0));
  if (g_strcmp0 (found, expected) != 0)
    return refuse (error, SAMSYN_STORE_ERROR_FOREIGN,
                   N_ ("“%s” holds tables that Samsyn did not make, or lacks some of its own. It was not changed; restore the "
                       "latest backup."),
                   store->path);
  return TRUE;
}

/* Says what it was. */
static gint64
set_cache_size (SamsynStore *store,
                gint64       size)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA cache_size = %" G_GINT64_FORMAT, size);
  gint64 before = samsyn_db_integer (store, "PRAGMA cache_size", 0);

  samsyn_db_exec (store, sql, NULL);
  return before;
}

/* A value of another type than its column's ("TEXT value in task.position") is bent, and its page sound. */
static gboolean
tells_of_damage (const char *text)
{
  return text == NULL || (strcmp (text, "ok") != 0 && strstr (text, " value in ") == NULL);
}

gboolean
samsyn_store_examine (SamsynStore *store,
                      GError     **error)
{
  g_autoptr (SamsynStatement) statement = NULL;
  gint64 usual;
  gboolean damaged = FALSE;
  int code = SQLITE_ERROR;

  if (store->examined)
    return TRUE;
  usual = set_cache_size (store, PAGES_TO_EXAMINE);
  statement = samsyn_db_prepare (store, "PRAGMA quick_check(1000000)", error);
  while (statement != NULL && (code = samsyn_db_step (store, statement, error)) == SQLITE_ROW)
    damaged = damaged || tells_of_damage ((const char *) sqlite3_column_text (statement, 0));
  set_cache_size (store, usual);
  if (code != SQLITE_DONE)
    return FALSE;
  if (damaged)
    return refuse (error, SAMSYN_STORE_ERROR_DAMAGED, N_ ("“%s” is damaged. It was not changed; restore the latest backup."),
                   store->path != NULL ? store->path : "");
  store->examined = TRUE;
  return TRUE;
}

void
samsyn_store_note_examined (SamsynStore *store)
{
  store->examined = TRUE;
}

