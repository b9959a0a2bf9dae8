/* safekeeping.c: backups that are made without asking
 *
 * They are made through a connection of their own, on a thread: the window goes on, and a workspace that was closed can be opened
 * again meanwhile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "safekeeping.h"

#include "model/place.h"
#include "model/preferences.h"
#include "model/words.h"
#include "store/backups.h"

#define FIRST_LOOK_SECONDS 60
#define LOOK_SECONDS 1800
#define WATCH "samsyn-safekeeping"
#define PATIENCE_SECONDS 5 /* that a backup may keep a program from ending: the next start makes it otherwise */

typedef struct
{
  char    *path;
  char    *folder;
  gboolean daily;
  guint    patience; /* source, or 0 */
  char    *notice;   /* what was put aside, or NULL */
} Errand;

static void
errand_free (Errand *errand)
{
  g_free (errand->path);
  g_free (errand->folder);
  g_free (errand->notice);
  g_free (errand);
}

/* ---- What went wrong, kept until somebody is there to be told -------------------------------------------------------------- */

static void
keep_problem (const char *text)
{
  g_autofree char *path = samsyn_place_state ("backups.ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (text != NULL)
    g_key_file_set_string (file, "backups", "problem", text);
  if (text != NULL || g_file_test (path, G_FILE_TEST_EXISTS))
    samsyn_place_save (path, file);
}

static void
tell_problem (SamsynSession *session)
{
  g_autofree char *path = samsyn_place_state ("backups.ini");
  g_autoptr (GKeyFile) file = samsyn_place_load (path);
  g_autofree char *problem = g_key_file_get_string (file, "backups", "problem", NULL);

  if (problem == NULL)
    return;
  samsyn_session_tell (session, problem, 0);
  keep_problem (NULL);
}

/* ---- On the thread --------------------------------------------------------------------------------------------------------- */

/* What there is to tell when the errand is done, to be freed by the caller; NULL: nothing. */
static char *
told_of (const Errand *errand,
         const GError *error)
{
  const char *parts[] = { errand->notice, error != NULL ? error->message : NULL };
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (told, "%s%s", told->len > 0 ? " " : "", parts[i]);
  return told->len > 0 ? g_string_free (g_steal_pointer (&told), FALSE) : NULL;
}

/* The backup is made, but not what a backup should be. */
static void
set_faulty (const SamsynCheckup *checkup,
            GError             **error)
{
  const SamsynFault *first = g_ptr_array_index (checkup->faults, 0);

  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_DAMAGED,
               samsyn_words_n (NULL,
                               "The workspace has %u fault: %s Its backup is made, and marked as faulty; the sound ones before "
                               "it are kept. "
                               "“Check the Workspace” in the menu tells more and repairs what can be made anew.",
                               "The workspace has %u faults, the first: %s Its backup is made, and marked as faulty; the sound "
                               "ones before it "
                               "are kept. “Check the Workspace” in the menu tells more and repairs what can be made anew.",
                               checkup->n_faults),
               checkup->n_faults, first->text);
}

static void
back_up (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  Errand *errand = data;
  GError *error = NULL;
  g_autoptr (SamsynStore) store = samsyn_store_open (errand->path, SAMSYN_OPEN_READ, &error);
  SamsynBackups state = store != NULL ? samsyn_backups_state (store, errand->folder) : SAMSYN_BACKUPS_AS_IT_IS;
  g_autoptr (SamsynCheckup) checkup = NULL;

  if (state == SAMSYN_BACKUPS_BEHIND || (state == SAMSYN_BACKUPS_TODAY && !errand->daily))
    checkup = samsyn_backups_make (store, errand->folder, cancellable, &error);
  if (checkup != NULL && checkup->n_faults > 0)
    set_faulty (checkup, &error);
  errand->notice = store != NULL ? samsyn_store_take_notice (store) : NULL;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static gboolean
give_up (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_CONTINUE; /* removed when the errand is done */
}

static void
start (gpointer            source,
       const char         *path,
       gboolean            daily,
       guint               patience,
       GAsyncReadyCallback callback)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);
  Errand *errand = g_new0 (Errand, 1);

  errand->path = g_strdup (path);
  errand->folder = samsyn_preferred_backup_folder ();
  errand->daily = daily;
  if (patience > 0)
    errand->patience
        = g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, patience, give_up, g_object_ref (cancellable), g_object_unref);
  g_task_set_task_data (task, errand, (GDestroyNotify) errand_free);
  g_task_run_in_thread (task, back_up);
}

/* ---- A workspace that was closed ------------------------------------------------------------------------------------------- */

static void
on_closed_kept (GObject      *application,
                GAsyncResult *result,
                gpointer      data)
{
  Errand *errand = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  g_clear_handle_id (&errand->patience, g_source_remove);
  g_task_propagate_boolean (G_TASK (result), &error);
  told = told_of (errand, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error);
  keep_problem (told);
  g_application_release (G_APPLICATION (application));
}

void
samsyn_safekeeping_closed (GApplication *application,
                           const char   *path)
{
  g_application_hold (application);
  start (application, path, FALSE, PATIENCE_SECONDS, on_closed_kept);
}

/* ---- A workspace that is open ---------------------------------------------------------------------------------------------- */

static void
on_daily_kept (GObject      *session,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  told = told_of (g_task_get_task_data (G_TASK (result)), error);
  if (told != NULL && samsyn_session_get_store (SAMSYN_SESSION (session)) != NULL)
    samsyn_session_tell (SAMSYN_SESSION (session), told, 0);
}

static gboolean look (gpointer data);

static void
look_after (SamsynSession *session,
            guint          seconds)
{
  g_object_set_data (G_OBJECT (session), WATCH, GUINT_TO_POINTER (g_timeout_add_seconds (seconds, look, session)));
}

static gboolean
look (gpointer data)
{
  SamsynSession *session = data;

  tell_problem (session);
  start (session, samsyn_store_get_path (samsyn_session_get_store (session)), TRUE, 0, on_daily_kept);
  look_after (session, LOOK_SECONDS);
  return G_SOURCE_REMOVE;
}

static void
stop (SamsynSession *session)
{
  guint source = GPOINTER_TO_UINT (g_object_steal_data (G_OBJECT (session), WATCH));

  if (source != 0)
    g_source_remove (source);
}

void
samsyn_safekeeping_watch (SamsynSession *session)
{
  if (samsyn_session_is_read_only (session))
    return;
  look_after (session, FIRST_LOOK_SECONDS);
  g_signal_connect (session, "close", G_CALLBACK (stop), NULL);
}
