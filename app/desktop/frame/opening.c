/* opening.c: opening a workspace without holding up the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "opening.h"

#include <glib/gstdio.h>

#include "model/unfinished.h"
#include "model/words.h"
#include "plans/import/sample.h"

typedef struct
{
  SamsynOpening what;
  char         *path;
  char         *notice;
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->path);
  g_free (opening->notice);
  g_free (opening);
}

static char *
sample_name (void)
{
  g_auto (GStrv) samples = samsyn_samples ();

  return g_strdup (samples[0] != NULL ? samples[0] : "sample");
}

char *
samsyn_opening_sample_path (void)
{
  g_autofree char *name = sample_name ();
  g_autofree char *file = g_strconcat (name, ".samsyn", NULL);

  return g_build_filename (g_get_user_data_dir (), "samsyn", file, NULL);
}

/* ---- On the thread -------------------------------------------------------------------------------------------------------- */

static SamsynStore *
open_existing (Opening *opening,
               GError **error)
{
  g_autoptr (GError) why = NULL;
  SamsynStore *store = samsyn_store_open (opening->path, SAMSYN_OPEN_WRITE, &why);

  if (store != NULL)
    return store;
  if (g_error_matches (why, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_BUSY)
      || g_error_matches (why, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_READ_ONLY))
    store = samsyn_store_open (opening->path, SAMSYN_OPEN_READ, NULL);
  if (store != NULL)
    opening->notice = g_strdup_printf ("%s %s", why->message, _ ("Until then it is open for reading only."));
  else
    g_propagate_error (error, g_steal_pointer (&why));
  return store;
}

/* A sample that is half applied is thrown away. */
static SamsynStore *
make_sample (const char *path,
             GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = sample_name ();
  g_autoptr (SamsynStore) store = NULL;

  g_mkdir_with_parents (folder, 0700);
  store = samsyn_store_create (path, error);
  if (store == NULL)
    return NULL;
  if (!samsyn_sample_apply (store, name, error))
    {
      g_clear_pointer (&store, samsyn_store_close);
      g_unlink (path);
    }
  return g_steal_pointer (&store);
}

static void
open_on_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Opening *opening = data;
  g_autofree char *folder = g_path_get_dirname (opening->path);
  GError *error = NULL;
  SamsynStore *store;

  samsyn_unfinished_sweep (folder);
  if (opening->what == SAMSYN_OPENING_NEW)
    store = samsyn_store_create (opening->path, &error);
  else if (opening->what == SAMSYN_OPENING_SAMPLE && !g_file_test (opening->path, G_FILE_TEST_EXISTS))
    store = make_sample (opening->path, &error);
  else
    store = open_existing (opening, &error);
  if (store != NULL)
    g_task_return_pointer (task, store, (GDestroyNotify) samsyn_store_close);
  else
    g_task_return_error (task, error);
}

/* ---- On the main thread --------------------------------------------------------------------------------------------------- */

void
samsyn_opening_start (SamsynOpening       what,
                      const char         *path,
                      GObject            *source,
                      GAsyncReadyCallback callback,
                      gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, data);
  Opening *opening = g_new0 (Opening, 1);

  opening->what = what;
  opening->path = g_strdup (path);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_on_thread);
}

SamsynStore *
samsyn_opening_finish (GAsyncResult *result,
                       char        **notice,
                       GError      **error)
{
  Opening *opening = g_task_get_task_data (G_TASK (result));

  *notice = g_steal_pointer (&opening->notice);
  return g_task_propagate_pointer (G_TASK (result), error);
}
