/* lock.c: one writer at a time, and who it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/clock.h"
#include "model/words.h"

#define WAIT_SECONDS 5
#define PAUSE_MICROSECONDS 50000
#define LONGEST_OWNER 300
#define READABLE_FOR_OTHERS 0644 /* who waits is told for whom */

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

/* Opened for writing where that may be, so that the owner can be told; a lock that somebody else has left is held as well when it
 * is only read.  No call makes and opens it at once: some systems refuse that for files of others in folders that all may
 * write. */
static int
open_lock (const char *file)
{
  int lock = open (file, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

  if (lock < 0 && errno == ENOENT)
    {
      lock = open (file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
      if (lock >= 0)
        fchmod (lock, READABLE_FOR_OTHERS);
      else if (errno == EEXIST)
        errno = EWOULDBLOCK;
    }
  else if (lock < 0 && errno == EACCES)
    lock = open (file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  return lock;
}

/* One try: the descriptor, or -1 with errno (EWOULDBLOCK: somebody holds it). */
static int
try_lock (const char *file)
{
  int lock = open_lock (file);
  struct stat info;
  int reason;

  if (lock < 0)
    return -1;
  if (fstat (lock, &info) != 0 || !S_ISREG (info.st_mode))
    errno = EINVAL;
  else if (flock (lock, LOCK_EX | LOCK_NB) == 0)
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

/* A lock that another user left when the program ended can't be written: one of our own takes its place, or else it is held as it
 * is. */
static int
take_over (int         lock,
           const char *file)
{
  int own, reason;

  if ((fcntl (lock, F_GETFL) & O_ACCMODE) != O_RDONLY || unlink (file) != 0)
    return lock;
  own = try_lock (file);
  reason = errno;
  close (lock);
  errno = reason;
  return own;
}

static void
write_owner (int lock)
{
  g_autofree char *since = samsyn_clock_date_time (NULL, samsyn_clock_now (NULL));
  g_autofree char *owner = g_strdup_printf ("%s (%s, %d, %s)\n", g_get_user_name (), g_get_host_name (), (int) getpid (), since);

  /* The words are a courtesy to whoever waits; the lock itself does not depend on them. */
  if (ftruncate (lock, 0) != 0 || write (lock, owner, strlen (owner)) < 0)
    g_debug ("the lock's owner could not be written");
}

/* What the lock says itself, which may be nothing. */
static char *
read_owner (const char *file)
{
  int lock = open (file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  char words[LONGEST_OWNER + 1] = "";
  gssize length = lock >= 0 ? read (lock, words, LONGEST_OWNER) : 0;

  words[MAX (length, 0)] = '\0';
  if (lock >= 0)
    close (lock);
  return g_strstrip (g_utf8_make_valid (words, -1));
}

/* Who holds it, in words: as it says itself, or whose file it is. */
static char *
describe_owner (const char *file)
{
  g_autofree char *owner = read_owner (file);
  struct stat info;
  const struct passwd *user;

  if (*owner != '\0')
    return g_steal_pointer (&owner);
  user = stat (file, &info) == 0 && info.st_uid != geteuid () ? getpwuid (info.st_uid) : NULL;
  return g_strdup (user != NULL ? user->pw_name : _ ("another program"));
}

static void
fail_busy (const char *path,
           const char *file,
           GError    **error)
{
  g_autofree char *name = g_path_get_basename (path), *owner = describe_owner (file);

  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_BUSY,
               _ ("“%s” is open for editing by %s. Nothing was changed; close it there and try again."), name, owner);
}

/* A lock of another user's that can't even be looked at: of an older version, or protected by hand. */
static void
fail_closed (const char *path,
             const char *file,
             GError    **error)
{
  g_autofree char *name = g_path_get_basename (path), *lock = g_path_get_basename (file), *owner = describe_owner (file);

  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_BUSY,
               _ ("“%s” is open for editing by %s, or was when that program ended. Nothing was changed; close it there and try "
                  "again. If "
                  "nobody has it open, the file “%s” beside it can be removed."),
               name, owner, lock);
}

static void
fail (const char *path,
      const char *file,
      int         reason,
      GError    **error)
{
  g_autofree char *name = g_path_get_basename (path);
  struct stat info;

  if (reason == EWOULDBLOCK)
    fail_busy (path, file, error);
  else if (reason == EACCES && lstat (file, &info) == 0 && S_ISREG (info.st_mode))
    fail_closed (path, file, error);
  else
    g_set_error (error, SAMSYN_STORE_ERROR, reason == ENOSPC ? SAMSYN_STORE_ERROR_FULL : SAMSYN_STORE_ERROR_READ_ONLY,
                 _ ("The folder of “%s” can’t be written (%s). Nothing was changed; save a copy in a folder of your own."), name,
                 g_strerror (reason));
}

int
samsyn_lock_take (const char *path,
                  GError    **error)
{
  g_autofree char *file = lock_path (path);
  gint64 until = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;
  int lock;

  while ((lock = try_lock (file)) < 0 && errno == EWOULDBLOCK && g_get_monotonic_time () < until)
    g_usleep (PAUSE_MICROSECONDS);
  if (lock >= 0)
    lock = take_over (lock, file);
  if (lock < 0)
    {
      fail (path, file, errno, error);
      return -1;
    }
  write_owner (lock);
  return lock;
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
