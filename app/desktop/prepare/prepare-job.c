/* prepare-job.c: making a report while the window goes on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "prepare-job.h"

#include "model/target.h"

#define PROGRESS_MILLISECONDS 100
#define PROGRESS_STEPS 1000

typedef struct
{
  SamsynPrepareOrder *order;
  char               *workspace; /* path */
  gint                done; /* of PROGRESS_STEPS; written by the thread */
  guint               timer;
  SamsynProgressFunc  progress;
  gpointer            progress_data;
} Job;

void
samsyn_prepare_order_free (SamsynPrepareOrder *order)
{
  if (order == NULL)
    return;
  g_clear_pointer (&order->texts, g_ptr_array_unref);
  g_clear_pointer (&order->leave_out, g_ptr_array_unref);
  g_free (order->path);
  g_free (order);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_handle_id (&job->timer, g_source_remove);
  samsyn_prepare_order_free (job->order);
  g_free (job->workspace);
  g_free (job);
}

static void
note_progress (double   fraction,
               gpointer data)
{
  g_atomic_int_set (&((Job *) data)->done, (int) (fraction * PROGRESS_STEPS));
}

static gboolean
tell_progress (gpointer data)
{
  Job *job = data;

  job->progress ((double) g_atomic_int_get (&job->done) / PROGRESS_STEPS, job->progress_data);
  return G_SOURCE_CONTINUE;
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (SamsynStore) store = NULL;
  g_autoptr (SamsynBook) book = NULL;

  /* Said before the work; the writer refuses too. */
  if (samsyn_target_check (job->order->path, TRUE, &error))
    store = samsyn_store_open (job->workspace, SAMSYN_OPEN_READ, &error);
  /* The report is made from a private copy, which is begun anew where the window writes meanwhile: it is of one moment. */
  if (store != NULL)
    book = samsyn_report_make (job->order->report, store, &job->order->arguments, cancellable, &error);
  if (book != NULL && samsyn_book_write (book, job->order->path, TRUE, cancellable, note_progress, job, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
samsyn_prepare_job_start (SamsynStore        *store,
                          SamsynPrepareOrder *order,
                          GCancellable       *cancellable,
                          SamsynProgressFunc  progress,
                          gpointer            progress_data,
                          GAsyncReadyCallback callback,
                          gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->order = order;
  job->workspace = g_strdup (samsyn_store_get_path (store));
  job->progress = progress;
  job->progress_data = progress_data;
  g_task_set_task_data (task, job, job_free);
  job->timer = g_timeout_add (PROGRESS_MILLISECONDS, tell_progress, job);
  g_task_run_in_thread (task, run);
}

gboolean
samsyn_prepare_job_finish (GAsyncResult *result,
                           GError      **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  g_clear_handle_id (&job->timer, g_source_remove);
  return g_task_propagate_boolean (G_TASK (result), error);
}
