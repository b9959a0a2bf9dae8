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

#include "target.h"
#include "unfinished.h"
#include "words.h"

#define BUFFER_SIZE (1 << 16)
#define UNFINISHED "unfinished"

struct _SamsynSave
{
  char             *path;      /* NULL: standard output */
  SamsynUnfinished *folder;    /* NULL: standard output */
  char             *temporary; /* in that folder */
  gboolean          replace;
  int               fd;
  GString          *buffer;
};

static gboolean
fail (SamsynSave *save,
      int         code,
      GError    **error)
{
  if (save->path != NULL)
    return samsyn_target_fail (save->path, code, error);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("What was to be printed could not be written: %s."),
               g_strerror (code));
  return FALSE;
}

static gboolean
exists (const char *path)
{
  GStatBuf status;

  return g_lstat (path, &status) == 0;
}

static gboolean
make_temporary (SamsynSave *save)
{
  g_autofree char *folder = g_path_get_dirname (save->path);

  samsyn_unfinished_sweep (folder);
  save->folder = samsyn_unfinished_new (folder);
  if (save->folder == NULL)
    return FALSE;
  save->temporary = g_build_filename (samsyn_unfinished_get_path (save->folder), UNFINISHED, NULL);
  save->fd = g_open (save->temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  return save->fd >= 0;
}

SamsynSave *
samsyn_save_begin (const char *path,
                   gboolean    replace,
                   GError    **error)
{
  g_autoptr (SamsynSave) save = NULL;

  if (!samsyn_target_check (path, replace, error))
    return NULL;
  save = g_new0 (SamsynSave, 1);
  save->fd = -1;
  save->path = g_strdup (path);
  save->replace = replace;
  save->buffer = g_string_sized_new (BUFFER_SIZE);
  if (make_temporary (save))
    return g_steal_pointer (&save);
  fail (save, errno, error);
  return NULL;
}

SamsynSave *
samsyn_save_begin_output (const char *name,
                          gboolean    replace,
                          GError    **error)
{
  g_autoptr (SamsynSave) save = NULL;

  if (!g_str_equal (name, "-"))
    return samsyn_save_begin (name, replace, error);
  save = g_new0 (SamsynSave, 1);
  save->buffer = g_string_sized_new (BUFFER_SIZE);
  save->fd = fcntl (STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
  if (save->fd >= 0)
    return g_steal_pointer (&save);
  fail (save, errno, error);
  return NULL;
}

const char *
samsyn_save_get_temporary (SamsynSave *save)
{
  return save->temporary;
}

gboolean
samsyn_save_is_full (SamsynSave *save)
{
  g_autofree char *path = g_strconcat (save->temporary, "-probe", NULL);
  g_autofree char *some = g_malloc0 (BUFFER_SIZE);
  int probe = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  gboolean full = probe < 0 ? errno == ENOSPC : write (probe, some, BUFFER_SIZE) < BUFFER_SIZE;

  if (probe < 0)
    return full;
  close (probe);
  g_unlink (path);
  return full;
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
        return fail (save, errno, error);
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

/* What is at the target is looked at again: it has been some time. */
static gboolean
publish (int         fd,
         const char *temporary,
         const char *path,
         gboolean    replace,
         GError    **error)
{
  if (fsync (fd) != 0)
    return samsyn_target_fail (path, errno, error);
  if (!samsyn_target_check (path, replace, error))
    return FALSE;
  if (rename_file (temporary, path, replace) != 0)
    return samsyn_target_fail (path, errno, error);
  sync_folder (path);
  return TRUE;
}

gboolean
samsyn_save_commit (SamsynSave *save,
                    GError    **error)
{
  if (!flush (save, error))
    return FALSE;
  if (save->path != NULL && !publish (save->fd, save->temporary, save->path, save->replace, error))
    return FALSE;
  g_clear_pointer (&save->folder, samsyn_unfinished_free);
  return TRUE;
}

void
samsyn_save_free (SamsynSave *save)
{
  if (save == NULL)
    return;
  if (save->fd >= 0)
    close (save->fd);
  samsyn_unfinished_free (save->folder);
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
    return samsyn_target_fail (path, errno, error);
  done = publish (fd, temporary, path, replace, error);
  close (fd);
  return done;
}
