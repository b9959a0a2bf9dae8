/* target.c: what is at a path that something is to be written to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "target.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "words.h"

/* The database header: https://www.sqlite.org/fileformat2.html#the_database_header */
enum
{
  HEADER_SIZE = 72,
  OFFSET_APPLICATION_ID = 68,
};

#define NAME_BYTES 255 /* where the file system doesn't say how long a name may be */

static gboolean (*is_open_database) (const char *path);

void
samsyn_target_know_open (gboolean (*is_open) (const char *path))
{
  is_open_database = is_open;
}

/* ---- What can't be written, and why ---------------------------------------------------------------------------------------- */

static gboolean
refuse (const char *path,
        GIOErrorEnum code,
        const char *message,
        GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, (int) code, samsyn_words (NULL, NULL, message), name);
  return FALSE;
}

/* What the system says that concerns the folder, in which the file would be; the rest is told in its own words. */
static const struct
{
  int         code;
  gboolean    of_folder;
  const char *message;
} reasons[] = {
  { ENOENT, TRUE, N_ ("There is no folder “%s”. Nothing was written; make the folder first, or choose another.") },
  { ENOTDIR, TRUE, N_ ("“%s” is no folder. Nothing was written; choose a folder.") },
  { EACCES, TRUE, N_ ("You may not write in the folder “%s”. Nothing was written; choose a folder of your own.") },
  { EPERM, TRUE, N_ ("You may not write in the folder “%s”. Nothing was written; choose a folder of your own.") },
  { EROFS, TRUE, N_ ("The folder “%s” is on a disk that can only be read. Nothing was written; choose another folder.") },
  { ENOSPC, TRUE, N_ ("The disk with the folder “%s” is full. Nothing was written; make room on it, or choose another folder.") },
  { EDQUOT, TRUE,
    N_ ("What you may use of the disk with the folder “%s” is used up. Nothing was written; make room on it, or choose "
        "another folder.") },
  { EISDIR, FALSE, N_ ("“%s” is a folder. Nothing was written; name a file in it.") },
  { EEXIST, FALSE, N_ ("There is already a file “%s”. It was left as it was. Choose another name, or remove it first.") },
};

gboolean
samsyn_target_fail (const char *path,
                    int         code,
                    GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (path);

  /* In a folder that the system itself fills. */
  if (code == ENOENT && g_file_test (folder, G_FILE_TEST_IS_DIR))
    code = EPERM;
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i].code == code)
      return refuse (reasons[i].of_folder ? folder : path, g_io_error_from_errno (code), reasons[i].message, error);
  if (code == ENAMETOOLONG)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FILENAME_TOO_LONG,
                 _ ("The name “%s” is too long: at most %u bytes fit, and a letter such as å has two. Nothing was written; "
                    "choose a shorter one."),
                 name, NAME_BYTES);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                 _ ("The file “%s” could not be written: %s. Nothing was changed. Choose another place, or make room, and try "
                    "again."),
                 name, g_strerror (code));
  return FALSE;
}

/* ---- Files that are no mere files ------------------------------------------------------------------------------------------ */

static const struct
{
  mode_t      type;
  const char *message;
} special[] = {
  { S_IFIFO, N_ ("“%s” is a pipe, not a file. Nothing was written; name a file.") },
  { S_IFCHR, N_ ("“%s” is a device, not a file. Nothing was written; name a file.") },
  { S_IFBLK, N_ ("“%s” is a device, not a file. Nothing was written; name a file.") },
  { S_IFSOCK, N_ ("“%s” is a socket, not a file. Nothing was written; name a file.") },
};

static gboolean
check_type (const char *path,
            mode_t      mode,
            GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (special); i++)
    if ((mode & S_IFMT) == special[i].type)
      return refuse (path, G_IO_ERROR_NOT_REGULAR_FILE, special[i].message, error);
  if (S_ISDIR (mode))
    return samsyn_target_fail (path, EISDIR, error);
  return TRUE;
}

/* A link is never written through, nor replaced: who made it meant something by it. */
static gboolean
refuse_link (const char *path,
             GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *to = g_file_read_link (path, NULL);
  g_autofree char *shown = to != NULL ? g_filename_display_name (to) : g_strdup ("?");
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  struct stat status;

  if (stat (path, &status) == 0 && !S_ISREG (status.st_mode) && !check_type (path, status.st_mode, error))
    return FALSE;
  /* An open file of the process, by its number: /dev/stdout, /dev/fd/1. */
  if (g_str_has_prefix (absolute, "/dev/") || g_str_has_prefix (absolute, "/proc/"))
    return check_type (path, S_IFCHR, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
               _ ("“%s” is a link to “%s”, not a file. Nothing was written; name the file itself, or another one."), name, shown);
  return FALSE;
}

/* ---- Workspaces and what belongs to them ----------------------------------------------------------------------------------- */

static const char *const workspace = N_ ("“%s” is a Samsyn workspace or a backup of one. It was left as it is; name another "
                                         "file.");

static const struct
{
  gsize       at;
  gsize       length;
  const char *bytes;
  const char *message;
} formats[] = {
  { OFFSET_APPLICATION_ID, 4, "Sams",
    N_ ("“%s” is a Samsyn workspace or a backup of one. It was left as it is; name another file.") },
  { 0, 16, "SQLite format 3", N_ ("“%s” is a database of another program. It was left as it is; name another file.") },
  { 0, 8, "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7",
    N_ ("“%s” belongs to a database beside it. It was left as it is; name another file.") },
  { 0, 3, "\x37\x7f\x06", N_ ("“%s” belongs to a database beside it. It was left as it is; name another file.") },
};

static gboolean
check_content (const char *path,
               GError    **error)
{
  char header[HEADER_SIZE] = { 0 };
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  gssize got = file >= 0 ? read (file, header, HEADER_SIZE) : -1;

  if (file >= 0)
    close (file);
  if (got < 0)
    return refuse (path, G_IO_ERROR_PERMISSION_DENIED,
                   N_ ("What is in “%s” can’t be read, so it may be a workspace. It was left as it is; name another file."),
                   error);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (memcmp (header + formats[i].at, formats[i].bytes, formats[i].length) == 0)
      return refuse (path, G_IO_ERROR_PERMISSION_DENIED, formats[i].message, error);
  return TRUE;
}

/* One that is damaged is worth as much to who wants to repair it. */
static gboolean
is_named_as_workspace (const char *path)
{
  static const char *const endings[] = { ".samsyn", ".backup" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
check_file (const char *path,
            GError    **error)
{
  if ((is_open_database != NULL && is_open_database (path)) || is_named_as_workspace (path))
    return refuse (path, G_IO_ERROR_PERMISSION_DENIED, workspace, error);
  return check_content (path, error);
}

/* The file whose journal or lock has this name, or NULL. */
static char *
owner_of (const char *path)
{
  static const char *const endings[] = { "-journal", "-wal", "-shm" };
  g_autofree char *folder = g_path_get_dirname (path), *name = g_path_get_basename (path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (path, endings[i]))
      return g_strndup (path, strlen (path) - strlen (endings[i]));
  if (name[0] != '.' || !g_str_has_suffix (name, ".lock") || strlen (name) <= strlen (".lock") + 1)
    return NULL;
  name[strlen (name) - strlen (".lock")] = '\0';
  return g_build_filename (folder, name + 1, NULL);
}

/* A new file may not have the name either by which a workspace knows its journal or its lock. */
static gboolean
check_name (const char *path,
            GError    **error)
{
  g_autofree char *owner = owner_of (path);
  struct stat status;

  if (owner == NULL || lstat (owner, &status) != 0 || !S_ISREG (status.st_mode) || check_file (owner, NULL))
    return TRUE;
  return refuse (path, G_IO_ERROR_PERMISSION_DENIED,
                 N_ ("“%s” is what something beside a workspace is called that belongs to it. Nothing was written; choose "
                     "another name."),
                 error);
}

gboolean
samsyn_target_check (const char *path,
                     gboolean    replace,
                     GError    **error)
{
  struct stat status;

  if (*path == '\0')
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                           _ ("A file without a name can’t be written. Name one."));
      return FALSE;
    }
  if (lstat (path, &status) != 0)
    return errno == ENOENT ? check_name (path, error) : samsyn_target_fail (path, errno, error);
  if (S_ISLNK (status.st_mode))
    return refuse_link (path, error);
  if (!check_type (path, status.st_mode, error))
    return FALSE;
  if (!replace)
    return samsyn_target_fail (path, EEXIST, error);
  return check_name (path, error) && check_file (path, error);
}

gboolean
samsyn_target_check_workspace (const char *path,
                               GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path), *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  long most = pathconf (folder, _PC_NAME_MAX);
  gsize room = (gsize) MAX (most > 0 ? most : NAME_BYTES, 2 * SAMSYN_TARGET_ROOM) - SAMSYN_TARGET_ROOM;

  if (strlen (name) <= room)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FILENAME_TOO_LONG,
               _ ("The name “%s” is too long for a workspace, whose backups have longer ones: it has %u bytes (a letter such as "
                  "å has two), and at "
                  "most %u fit. Nothing was written; choose a shorter one."),
               shown, (guint) strlen (name), (guint) room);
  return FALSE;
}
