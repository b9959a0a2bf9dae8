/* input.c: the file that a command reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "command.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/words.h"

#define AT_ONCE (1 << 20)

static gboolean
fail (const char *path,
      const char *message,
      int         code,
      GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code), samsyn_words (NULL, NULL, message), name);
  return FALSE;
}

static gboolean
fail_errno (const char *path,
            int         code,
            GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      return fail (path, N_ ("There is no file “%s”. See how it is called, and where it is."), code, error);
    case EACCES:
    case EPERM:
      return fail (path, N_ ("You may not read “%s”. Ask whose it is, or copy it to where you may."), code, error);
    case ENXIO:
      return fail (path, N_ ("“%s” is a socket, not a file. Name a file."), code, error);
    case EISDIR:
      return fail (path, N_ ("“%s” is a folder, not a file. Name a file in it."), code, error);
    default:
      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code), _ ("“%s” could not be read: %s."), name,
                   g_strerror (code));
      return FALSE;
    }
}

/* A device has no end, or nothing in it.  What is typed or piped into the program has. */
static gboolean
check_what (const char *path,
            int         file,
            GError    **error)
{
  struct stat status, input;

  if (fstat (file, &status) != 0)
    return fail_errno (path, errno, error);
  if (S_ISDIR (status.st_mode))
    return fail_errno (path, EISDIR, error);
  if (!S_ISCHR (status.st_mode) && !S_ISBLK (status.st_mode))
    return TRUE;
  if (isatty (file) && fstat (STDIN_FILENO, &input) == 0 && input.st_rdev == status.st_rdev)
    return TRUE;
  return fail (path, N_ ("“%s” is a device, not a file. Name a file."), EINVAL, error);
}

static gboolean
read_all (const char *path,
          int         file,
          gsize       most,
          GByteArray *bytes,
          GError    **error)
{
  gssize got = 1;

  while (got > 0)
    {
      guint length = bytes->len;

      g_byte_array_set_size (bytes, length + AT_ONCE);
      do
        got = read (file, bytes->data + length, AT_ONCE);
      while (got < 0 && errno == EINTR);
      if (got < 0)
        return fail_errno (path, errno, error);
      g_byte_array_set_size (bytes, length + (guint) got);
      if (bytes->len > most)
        {
          g_set_error (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_FAILED,
                       _ ("The file is too large: at most %u megabytes are read."), (guint) (most >> 20));
          return FALSE;
        }
    }
  return TRUE;
}

GBytes *
samsyn_call_read_file (const char *path,
                       gsize       most,
                       GError    **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  int file = open (path, O_RDONLY | O_CLOEXEC);
  gboolean good;

  if (file < 0)
    {
      fail_errno (path, errno, error);
      return NULL;
    }
  good = check_what (path, file, error) && read_all (path, file, most, bytes, error);
  close (file);
  return good ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
