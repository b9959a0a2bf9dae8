/* save.c: writing a file whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* renameat2 */

#include "save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "words.h"

#define BUFFER_SIZE (1 << 16)

struct _SamsynSave
{
  char    *path;
  char    *temporary;
  gboolean replace;
  gboolean committed;
  int      fd;
  GString *buffer;
};

static gboolean
fail (const char *path,
      int         code,
      GError    **error)
{
  if (code == EEXIST)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _("There is already a file “%s”. It was left as it is. Choose another name, or remove it first."), path);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                 _("The file “%s” could not be written: %s. Nothing was changed. Choose another place, or make room, and try again."),
                 path, g_strerror (code));
  return FALSE;
}

static gboolean
exists (const char *path)
{
  GStatBuf status;

  return g_lstat (path, &status) == 0;
}

SamsynSave *
samsyn_save_begin (const char *path,
                   gboolean    replace,
                   GError    **error)
{
  g_autoptr (SamsynSave) save = g_new0 (SamsynSave, 1);
  g_autofree char *folder = g_path_get_dirname (path);

  save->fd = -1;
  save->path = g_strdup (path);
  save->replace = replace;
  save->buffer = g_string_sized_new (BUFFER_SIZE);
  if (!replace && exists (path))
    {
      fail (path, EEXIST, error);
      return NULL;
    }
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      fail (path, EISDIR, error);
      return NULL;
    }
  save->temporary = g_build_filename (folder, ".samsyn-XXXXXX", NULL);
  save->fd = g_mkstemp_full (save->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (save->fd < 0)
    {
      fail (path, errno, error);
      g_clear_pointer (&save->temporary, g_free);
      return NULL;
    }
  return g_steal_pointer (&save);
}

const char *
samsyn_save_get_temporary (SamsynSave *save)
{
  return save->temporary;
}

static gboolean
flush (SamsynSave *save,
       GError    **error)
{
  const char *data = save->buffer->str;
  gsize left = save->buffer->len;

  while (left > 0)
    {
      gssize written = write (save->fd, data, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (save->path, errno, error);
      data += written;
      left -= (gsize) written;
    }
  g_string_truncate (save->buffer, 0);
  return TRUE;
}

gboolean
samsyn_save_write (SamsynSave *save,
                   const char *data,
                   gssize      length,
                   GError    **error)
{
  g_string_append_len (save->buffer, data, length);
  return save->buffer->len < BUFFER_SIZE || flush (save, error);
}

/* Not every file system can rename without replacing; there the check and the rename are two moments. */
static int
rename_file (const char *from,
             const char *to,
             gboolean    replace)
{
  if (replace)
    return g_rename (from, to);
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  if (exists (to))
    {
      errno = EEXIST;
      return -1;
    }
  return g_rename (from, to);
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  /* Some file systems have no sync of folders; the file itself is safe by now. */
  if (fsync (fd) != 0)
    g_debug ("cannot sync the folder %s: %s", folder, g_strerror (errno));
  close (fd);
}

static gboolean
publish (int         fd,
         const char *temporary,
         const char *path,
         gboolean    replace,
         GError    **error)
{
  if (fsync (fd) != 0 || rename_file (temporary, path, replace) != 0)
    return fail (path, errno, error);
  sync_folder (path);
  return TRUE;
}

gboolean
samsyn_save_commit (SamsynSave *save,
                    GError    **error)
{
  if (!flush (save, error) || !publish (save->fd, save->temporary, save->path, save->replace, error))
    return FALSE;
  save->committed = TRUE;
  return TRUE;
}

void
samsyn_save_free (SamsynSave *save)
{
  if (save == NULL)
    return;
  if (save->fd >= 0)
    close (save->fd);
  if (save->temporary != NULL && !save->committed)
    g_unlink (save->temporary);
  g_string_free (save->buffer, TRUE);
  g_free (save->temporary);
  g_free (save->path);
  g_free (save);
}

gboolean
samsyn_save_publish (const char *temporary,
                     const char *path,
                     gboolean    replace,
                     GError    **error)
{
  int fd = g_open (temporary, O_RDONLY | O_CLOEXEC, 0);
  gboolean done;

  if (fd < 0)
    return fail (path, errno, error);
  done = publish (fd, temporary, path, replace, error);
  close (fd);
  return done;
}
