/* copying.c: a copy of a workspace that can't be written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "copying.h"

#include "model/target.h"
#include "store/store.h"

typedef struct
{
  char *from;
  char *to;
  char *notice;
} Copying;

static void
copying_free (Copying *copying)
{
  g_free (copying->from);
  g_free (copying->to);
  g_free (copying->notice);
  g_free (copying);
}

static void
copy_on_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Copying *copying = data;
  GError *error = NULL;
  g_autoptr (SamsynStore) store = samsyn_store_open (copying->from, SAMSYN_OPEN_READ, &error);

  gboolean done = store != NULL && samsyn_target_check_workspace (copying->to, &error)
                  && samsyn_store_backup (store, copying->to, cancellable, &error);

  copying->notice = store != NULL ? samsyn_store_take_notice (store) : NULL;
  if (done)
    g_task_return_pointer (task, g_strdup (copying->to), g_free);
  else
    g_task_return_error (task, error);
}

void
samsyn_copying_start (const char         *from,
                      const char         *to,
                      GObject            *source,
                      GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, NULL);
  Copying *copying = g_new0 (Copying, 1);

  copying->from = g_strdup (from);
  copying->to = g_strdup (to);
  g_task_set_task_data (task, copying, (GDestroyNotify) copying_free);
  g_task_run_in_thread (task, copy_on_thread);
}

char *
samsyn_copying_finish (GAsyncResult *result,
                       char        **notice,
                       GError      **error)
{
  Copying *copying = g_task_get_task_data (G_TASK (result));

  *notice = g_steal_pointer (&copying->notice);
  return g_task_propagate_pointer (G_TASK (result), error);
}
