/* lock.c: one writer at a time, and who it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/date.h"
#include "model/words.h"

#define WAIT_SECONDS 5
#define PAUSE_MICROSECONDS 50000

static char *
lock_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  return g_strdup_printf ("%s/.%s.lock", folder, name);
}

/* Whether the locked file is still the one at that path: a holder removes it when it lets go. */
static gboolean
is_current (int         lock,
            const char *file)
{
  struct stat ours, theirs;

  return fstat (lock, &ours) == 0 && stat (file, &theirs) == 0 && ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

/* One try: the descriptor, or -1 with errno (EWOULDBLOCK: somebody holds it). */
static int
try_lock (const char *file)
{
  int lock = open (file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  int reason;

  if (lock < 0)
    return -1;
  if (flock (lock, LOCK_EX | LOCK_NB) == 0)
    {
      if (is_current (lock, file))
        return lock;
      errno = EWOULDBLOCK;
    }
  reason = errno;
  close (lock);
  errno = reason;
  return -1;
}

static void
write_owner (int lock)
{
  g_autofree char *since = samsyn_moment_date_time (samsyn_now ());
  g_autofree char *owner = g_strdup_printf ("%s (%s, %d, %s)\n", g_get_user_name (), g_get_host_name (), (int) getpid (), since);

  /* The words are a courtesy to whoever waits; the lock itself does not depend on them. */
  if (ftruncate (lock, 0) != 0 || write (lock, owner, strlen (owner)) < 0)
    g_debug ("the lock's owner could not be written");
}

int
samsyn_lock_take (const char *path,
                  GError    **error)
{
  g_autofree char *file = lock_path (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *owner = NULL;
  gint64 until = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;
  int lock;

  while ((lock = try_lock (file)) < 0 && errno == EWOULDBLOCK && g_get_monotonic_time () < until)
    g_usleep (PAUSE_MICROSECONDS);
  if (lock >= 0)
    {
      write_owner (lock);
      return lock;
    }
  if (errno != EWOULDBLOCK)
    {
      g_set_error (error, SAMSYN_STORE_ERROR, errno == ENOSPC ? SAMSYN_STORE_ERROR_FULL : SAMSYN_STORE_ERROR_READ_ONLY,
                   _ ("The folder of “%s” can’t be written (%s). Nothing was changed; save a copy in a folder of your own."), name,
                   g_strerror (errno));
      return -1;
    }
  if (!g_file_get_contents (file, &owner, NULL, NULL) || *g_strstrip (owner) == '\0')
    {
      g_free (owner);
      owner = g_strdup (_ ("another program"));
    }
  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_BUSY,
               _ ("“%s” is open for editing by %s. Nothing was changed; close it there and try again."), name, owner);
  return -1;
}

void
samsyn_lock_release (const char *path,
                     int         lock)
{
  g_autofree char *file = NULL;

  if (lock < 0)
    return;
  file = lock_path (path);
  if (is_current (lock, file))
    unlink (file);
  close (lock);
}
