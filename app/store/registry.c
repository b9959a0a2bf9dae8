/* registry.c: the files that are open in this process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "registry.h"

#include <sys/stat.h>

#include "guard.h"
#include "model/target.h"

static GMutex mutex;
static GCond looked_at;
static GHashTable *files; /* "device:inode" → how many times it is open */
static GHashTable *in_view; /* those whose header is being read */

static char *
identity (const char *path)
{
  struct stat info;

  if (stat (path, &info) != 0)
    return NULL;
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) info.st_dev, (guint64) info.st_ino);
}

static int
count (const char *entry,
       int         by)
{
  int n = GPOINTER_TO_INT (g_hash_table_lookup (files, entry)) + by;

  if (n > 0)
    g_hash_table_replace (files, g_strdup (entry), GINT_TO_POINTER (n));
  else
    g_hash_table_remove (files, entry);
  return n;
}

/* For who would write where a file lies. */
static gboolean
is_open (const char *path)
{
  g_autofree char *entry = identity (path);
  gboolean found;

  g_mutex_lock (&mutex);
  found = entry != NULL && files != NULL && g_hash_table_contains (files, entry);
  g_mutex_unlock (&mutex);
  return found;
}

/* Whether it is the first one; then its header is to be read, and others wait until it has been. */
static gboolean
enter (const char *entry)
{
  gboolean first;

  g_mutex_lock (&mutex);
  if (files == NULL)
    {
      files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      in_view = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      samsyn_target_know_open (is_open);
    }
  while (g_hash_table_contains (in_view, entry))
    g_cond_wait (&looked_at, &mutex);
  first = count (entry, 1) == 1;
  if (first)
    g_hash_table_add (in_view, g_strdup (entry));
  g_mutex_unlock (&mutex);
  return first;
}

static void
end_view (const char *entry)
{
  g_mutex_lock (&mutex);
  g_hash_table_remove (in_view, entry);
  g_cond_broadcast (&looked_at);
  g_mutex_unlock (&mutex);
}

char *
samsyn_registry_enter (const char *path,
                       GError    **error)
{
  char *entry = identity (path);
  gboolean passed;

  if (entry == NULL) /* it says why it can't be opened */
    {
      samsyn_guard_header (path, error);
      return NULL;
    }
  if (!enter (entry))
    return entry;
  passed = samsyn_guard_header (path, error);
  end_view (entry);
  if (passed)
    return entry;
  samsyn_registry_leave (entry);
  return NULL;
}

void
samsyn_registry_leave (char *entry)
{
  if (entry == NULL)
    return;
  g_mutex_lock (&mutex);
  count (entry, -1);
  g_mutex_unlock (&mutex);
  g_free (entry);
}
