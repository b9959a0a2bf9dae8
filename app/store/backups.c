/* backups.c: a folder in which backups of workspaces gather
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "backups.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "model/date.h"
#include "model/words.h"
#include "thin.h"

/* The end of a backup's name, which says everything: " 2016-05-20 13.00 3f2a91bc-77aa01de.samsyn". */
#define ENDING ".samsyn"
#define MARK_LENGTH 8
#define DAY_LENGTH 10
#define MOMENT_LENGTH 16
#define TAIL_LENGTH (1 + MOMENT_LENGTH + 1 + MARK_LENGTH + 1 + MARK_LENGTH + strlen (ENDING))

/* ---- Names -------------------------------------------------------------------------------------------------------------------- */

static gboolean
take_newest (const SamsynStep *step,
             GPtrArray        *changes,
             gpointer          digest)
{
  *(char **) digest = g_strdup (step->digest);
  return FALSE;
}

/* The digest of the newest step stands for all of the log; NULL where there is none. */
static char *
state_mark (SamsynStore *store)
{
  char *digest = NULL;

  if (!samsyn_store_history (store, 0, take_newest, &digest, NULL) || digest == NULL)
    return NULL;
  if (strlen (digest) > MARK_LENGTH)
    digest[MARK_LENGTH] = '\0';
  return digest;
}

static char *
file_mark (SamsynStore *store)
{
  return g_strndup (samsyn_store_get_file_id (store), MARK_LENGTH);
}

/* Where the tail of a backup's name begins if it is one of that workspace, otherwise NULL. */
static const char *
find_tail (const char *name,
           const char *file)
{
  gsize length = strlen (name);
  const char *tail = length > TAIL_LENGTH ? name + length - TAIL_LENGTH : NULL;
  g_autofree char *day = NULL;

  if (tail == NULL || *tail != ' ' || !g_str_has_suffix (tail, ENDING))
    return NULL;
  day = g_strndup (tail + 1, DAY_LENGTH);
  if (!samsyn_date_is_valid (day) || strncmp (tail + 1 + MOMENT_LENGTH + 1, file, MARK_LENGTH) != 0)
    return NULL;
  return tail;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const char *first = *(char *const *) a, *second = *(char *const *) b;

  return strcmp (second + strlen (second) - TAIL_LENGTH, first + strlen (first) - TAIL_LENGTH);
}

char **
samsyn_backups_list (SamsynStore *store,
                     const char  *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autofree char *file = file_mark (store);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (find_tail (name, file) != NULL)
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_newest_first);
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

/* The moment as names have it: "2016-05-20 13.00"; a colon is not allowed on every disk. */
static char *
moment_in_name (SamsynStore *store)
{
  const SamsynClock *clock = samsyn_store_clock (store);
  char *moment = samsyn_clock_date_time (clock, samsyn_clock_now (clock));

  return g_strdelimit (moment, ":", '.');
}

static char *
backup_path (SamsynStore *store,
             const char  *folder,
             const char  *state)
{
  g_autofree char *name = g_path_get_basename (samsyn_store_get_path (store));
  g_autofree char *moment = moment_in_name (store);
  g_autofree char *file = file_mark (store);
  g_autofree char *full = NULL;

  if (g_str_has_suffix (name, ENDING))
    name[strlen (name) - strlen (ENDING)] = '\0';
  full = g_strdup_printf ("%s %s %s-%s" ENDING, name, moment, file, state);
  return g_build_filename (folder, full, NULL);
}

/* ---- State -------------------------------------------------------------------------------------------------------------------- */

static char *
day_of (const char *path)
{
  return g_strndup (path + strlen (path) - TAIL_LENGTH + 1, DAY_LENGTH);
}

SamsynBackups
samsyn_backups_state (SamsynStore *store,
                      const char  *folder)
{
  g_autofree char *state = state_mark (store);
  g_autofree char *ending = g_strconcat (state, ENDING, NULL);
  g_autofree char *today = samsyn_clock_today (samsyn_store_clock (store));
  g_autofree char *day = NULL;
  g_auto (GStrv) paths = NULL;

  if (state == NULL)
    return SAMSYN_BACKUPS_AS_IT_IS;
  paths = samsyn_backups_list (store, folder);
  for (guint i = 0; paths[i] != NULL; i++)
    if (g_str_has_suffix (paths[i], ending))
      return SAMSYN_BACKUPS_AS_IT_IS;
  if (paths[0] == NULL)
    return SAMSYN_BACKUPS_BEHIND;
  day = day_of (paths[0]);
  return g_str_equal (day, today) ? SAMSYN_BACKUPS_TODAY : SAMSYN_BACKUPS_BEHIND;
}

/* ---- Making ------------------------------------------------------------------------------------------------------------------- */

static void
remove_old (SamsynStore *store,
            const char  *folder)
{
  g_auto (GStrv) paths = samsyn_backups_list (store, folder);
  gsize n_paths = g_strv_length (paths);
  g_autofree gboolean *keep = g_new0 (gboolean, n_paths + 1);
  g_autofree char *today = samsyn_clock_today (samsyn_store_clock (store));
  g_auto (GStrv) days = g_new0 (char *, n_paths + 1);

  for (gsize i = 0; i < n_paths; i++)
    days[i] = day_of (paths[i]);
  samsyn_thin ((const char *const *) days, n_paths, today, keep);
  for (gsize i = 0; i < n_paths; i++)
    if (!keep[i])
      g_unlink (paths[i]);
}

gboolean
samsyn_backups_make (SamsynStore  *store,
                     const char   *folder,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autofree char *state = state_mark (store);
  g_autofree char *path = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_READ_ONLY,
                   _ ("The folder for backups, “%s”, can’t be made (%s). The workspace is as it was, but has no new backup; choose "
                      "another folder in the preferences."), folder, g_strerror (errno));
      return FALSE;
    }
  path = backup_path (store, folder, state != NULL ? state : "00000000");
  if (!samsyn_store_backup (store, path, cancellable, error))
    return FALSE;
  remove_old (store, folder);
  return TRUE;
}
