/* unfinished.c: where a file lies until it is whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "unfinished.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX ".samsyn-unfinished-"
#define MARK "XXXXXX" /* what mkdtemp() puts its letters for */

/* A sample is made in one such folder and begins as a file in another within it. */
#define DEPTH 2

#define TRIES 20

struct _SamsynUnfinished
{
  char *path;
  int   folder; /* holds the lock */
};

static GMutex mutex;
static GList *all; /* SamsynUnfinished, of this process */

static gboolean
is_ours (const char *name)
{
  return g_str_has_prefix (name, PREFIX) && strlen (name) == strlen (PREFIX MARK)
         && strpbrk (name + strlen (PREFIX), "./ ") == NULL;
}

/* Opens a folder of our name in another; -1 where it is none, or another user's. */
static int
open_ours (int         parent,
           const char *name)
{
  int folder = openat (parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  struct stat status;

  if (folder < 0 || (fstat (folder, &status) == 0 && status.st_uid == geteuid ()))
    return folder;
  close (folder);
  return -1;
}

static void
empty (int   folder,
       guint depth)
{
  int again = openat (folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *entries = again >= 0 ? fdopendir (again) : NULL;

  for (struct dirent *entry; entries != NULL && (entry = readdir (entries)) != NULL;)
    if (unlinkat (folder, entry->d_name, 0) != 0 && depth > 1 && is_ours (entry->d_name))
      {
        int inner = open_ours (folder, entry->d_name);

        if (inner < 0)
          continue;
        empty (inner, depth - 1);
        close (inner);
        unlinkat (folder, entry->d_name, AT_REMOVEDIR);
      }
  if (entries != NULL)
    closedir (entries);
  else if (again >= 0)
    close (again);
}

static void
take_away (SamsynUnfinished *unfinished)
{
  /* While it is emptied the thread that fills it may go on. */
  for (guint i = 0; i < TRIES; i++)
    {
      empty (unfinished->folder, DEPTH);
      if (rmdir (unfinished->path) == 0 || errno == ENOENT)
        return;
    }
}

/* Between its making and its locking somebody who sweeps may have taken it away. */
static gboolean
is_still (const SamsynUnfinished *unfinished)
{
  struct stat ours, there;

  return fstat (unfinished->folder, &ours) == 0 && lstat (unfinished->path, &there) == 0 && ours.st_dev == there.st_dev
         && ours.st_ino == there.st_ino;
}

static SamsynUnfinished *
make (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, PREFIX MARK, NULL);
  SamsynUnfinished *made;
  int descriptor;

  if (g_mkdtemp_full (path, 0700) == NULL)
    return NULL;
  descriptor = open (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0)
    return NULL;
  /* Where there are no locks nobody can sweep either. */
  flock (descriptor, LOCK_EX | LOCK_NB);
  made = g_new0 (SamsynUnfinished, 1);
  made->path = g_steal_pointer (&path);
  made->folder = descriptor;
  return made;
}

static void
forget (SamsynUnfinished *unfinished)
{
  close (unfinished->folder);
  g_free (unfinished->path);
  g_free (unfinished);
}

SamsynUnfinished *
samsyn_unfinished_new (const char *folder)
{
  SamsynUnfinished *made = NULL;

  g_mutex_lock (&mutex);
  for (guint i = 0; made == NULL && i < TRIES && (made = make (folder)) != NULL && !is_still (made); i++)
    g_clear_pointer (&made, forget);
  if (made != NULL)
    all = g_list_prepend (all, made);
  g_mutex_unlock (&mutex);
  return made;
}

void
samsyn_unfinished_free (SamsynUnfinished *unfinished)
{
  int code = errno;

  if (unfinished == NULL)
    return;
  g_mutex_lock (&mutex);
  all = g_list_remove (all, unfinished);
  take_away (unfinished);
  g_mutex_unlock (&mutex);
  forget (unfinished);
  errno = code;
}

const char *
samsyn_unfinished_get_path (SamsynUnfinished *unfinished)
{
  return unfinished->path;
}

static void
sweep_one (int         parent,
           const char *name)
{
  int folder = open_ours (parent, name);

  if (folder < 0)
    return;
  if (flock (folder, LOCK_EX | LOCK_NB) == 0)
    {
      empty (folder, DEPTH);
      unlinkat (parent, name, AT_REMOVEDIR);
    }
  close (folder);
}

void
samsyn_unfinished_sweep (const char *folder)
{
  DIR *entries = opendir (folder);

  for (struct dirent *entry; entries != NULL && (entry = readdir (entries)) != NULL;)
    if (is_ours (entry->d_name))
      sweep_one (dirfd (entries), entry->d_name);
  if (entries != NULL)
    closedir (entries);
}

void
samsyn_unfinished_abandon (void)
{
  g_mutex_lock (&mutex);
  for (GList *each = all; each != NULL; each = each->next)
    take_away (each->data);
}
