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

/* The end of a backup's name, which says everything: " 2016-05-20 13.00 3f2a91bc-77aa01de.samsyn"; of one that is as faulty as
 * the workspace was: " 2016-05-20 13.00 3f2a91bc-77aa01de-faulty.samsyn". */
#define ENDING ".samsyn"
#define FAULTY "-faulty" ENDING
#define MARK_LENGTH 8
#define DAY_LENGTH 10
#define MOMENT_LENGTH 16
#define MARKS_LENGTH (1 + MOMENT_LENGTH + 1 + MARK_LENGTH + 1 + MARK_LENGTH)

/* ---- Names ----------------------------------------------------------------------------------------------------------------- */

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

gboolean
samsyn_backup_is_faulty (const char *path)
{
  return g_str_has_suffix (path, FAULTY);
}

/* What says when the backup was made, and of what: " 2016-05-20 13.00 3f2a91bc-77aa01de…"; NULL: it is too short. */
static const char *
tail_of (const char *path)
{
  gsize length = strlen (path), tail = MARKS_LENGTH + strlen (samsyn_backup_is_faulty (path) ? FAULTY : ENDING);

  return length > tail ? path + length - tail : NULL;
}

/* Whether a name is that of a backup of that workspace. */
static gboolean
is_backup_of (const char *name,
              const char *file)
{
  const char *tail = tail_of (name);
  g_autofree char *day = NULL;

  if (tail == NULL || *tail != ' ' || !g_str_has_suffix (name, ENDING))
    return FALSE;
  day = g_strndup (tail + 1, DAY_LENGTH);
  return samsyn_date_is_valid (day) && strncmp (tail + 1 + MOMENT_LENGTH + 1, file, MARK_LENGTH) == 0;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return strcmp (tail_of (*(char *const *) b), tail_of (*(char *const *) a));
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
    if (is_backup_of (name, file))
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
             const char  *state,
             const char  *ending)
{
  g_autofree char *name = g_path_get_basename (samsyn_store_get_path (store));
  g_autofree char *moment = moment_in_name (store);
  g_autofree char *file = file_mark (store);
  g_autofree char *full = NULL;

  if (g_str_has_suffix (name, ENDING))
    name[strlen (name) - strlen (ENDING)] = '\0';
  full = g_strdup_printf ("%s %s %s-%s%s", name, moment, file, state, ending);
  return g_build_filename (folder, full, NULL);
}

/* ---- State ----------------------------------------------------------------------------------------------------------------- */

static char *
day_of (const char *path)
{
  return g_strndup (tail_of (path) + 1, DAY_LENGTH);
}

SamsynBackups
samsyn_backups_state (SamsynStore *store,
                      const char  *folder)
{
  g_autofree char *state = state_mark (store);
  g_autofree char *today = samsyn_clock_today (samsyn_store_clock (store));
  g_autofree char *day = NULL;
  g_auto (GStrv) paths = NULL;

  if (state == NULL)
    return SAMSYN_BACKUPS_AS_IT_IS;
  paths = samsyn_backups_list (store, folder);
  for (guint i = 0; paths[i] != NULL; i++)
    if (g_str_has_prefix (tail_of (paths[i]) + MARKS_LENGTH - MARK_LENGTH, state))
      return SAMSYN_BACKUPS_AS_IT_IS;
  if (paths[0] == NULL)
    return SAMSYN_BACKUPS_BEHIND;
  day = day_of (paths[0]);
  return g_str_equal (day, today) ? SAMSYN_BACKUPS_TODAY : SAMSYN_BACKUPS_BEHIND;
}

/* ---- Making ---------------------------------------------------------------------------------------------------------------- */

/* What is sound and what is faulty is thinned apart: however many faulty ones are made, the last sound ones stay. */
static void
remove_old (SamsynStore *store,
            const char  *folder,
            gboolean     faulty)
{
  g_auto (GStrv) paths = samsyn_backups_list (store, folder);
  g_autoptr (GPtrArray) alike = g_ptr_array_new ();
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func (g_free);
  g_autofree gboolean *keep = g_new0 (gboolean, g_strv_length (paths) + 1);
  g_autofree char *today = samsyn_clock_today (samsyn_store_clock (store));

  for (gsize i = 0; paths[i] != NULL; i++)
    if (samsyn_backup_is_faulty (paths[i]) == faulty)
      {
        g_ptr_array_add (alike, paths[i]);
        g_ptr_array_add (days, day_of (paths[i]));
      }
  samsyn_thin ((const char *const *) days->pdata, days->len, today, keep);
  for (guint i = 0; i < alike->len; i++)
    if (!keep[i])
      g_unlink (g_ptr_array_index (alike, i));
}

static gboolean
make_folder (const char *folder,
             GError    **error)
{
  int reason;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  reason = errno;
  if (reason == ENOSPC || reason == EDQUOT)
    g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_FULL,
                 _ ("The disk of the folder “%s” is full, so no copy was made there. The workspace is as it was. Make room on "
                    "that disk, or "
                    "choose another folder."),
                 folder);
  else
    g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_READ_ONLY,
                 _ ("The folder for backups, “%s”, can’t be made (%s). The workspace is as it was, but has no new backup; choose "
                    "another folder in the preferences."), folder, g_strerror (reason));
  return FALSE;
}

SamsynCheckup *
samsyn_backups_make (SamsynStore  *store,
                     const char   *folder,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autofree char *state = state_mark (store);
  g_autofree char *path = backup_path (store, folder, state != NULL ? state : "00000000", ENDING);
  g_autofree char *marked = backup_path (store, folder, state != NULL ? state : "00000000", FAULTY);
  g_autoptr (SamsynCheckup) checkup = NULL;

  if (!make_folder (folder, error))
    return NULL;
  checkup = samsyn_store_back_up (store, path, marked, cancellable, error);
  if (checkup != NULL)
    remove_old (store, folder, checkup->n_faults > 0);
  return g_steal_pointer (&checkup);
}

gboolean
samsyn_backups_make_before (SamsynStore  *store,
                            const char   *folder,
                            GCancellable *cancellable,
                            GError      **error)
{
  g_autoptr (SamsynCheckup) checkup = NULL;

  if (samsyn_backups_state (store, folder) == SAMSYN_BACKUPS_AS_IT_IS)
    return TRUE;
  checkup = samsyn_backups_make (store, folder, cancellable, error);
  return checkup != NULL;
}
