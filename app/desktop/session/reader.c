/* reader.c: reading beside the main thread
 *
 * Nearly every workspace is read in a few milliseconds: then the main thread does it, and the window's first frame has everything
 * in it.  It gives up where that takes longer, and a thread begins anew with a connection of its own.  While that reads, the file
 * is locked against being written; as the window's user doesn't wait for a reader, the reader gives way to every step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reader.h"

/* Two frames. */
#define PATIENCE_MICROSECONDS 33000

/* One attempt on a thread. */
typedef struct
{
  SamsynReader        *reader; /* of the main thread: NULL when nobody waits any more */
  const SamsynReading *reading;
  gpointer             owner;
  char                *question; /* or NULL */
  char                *path;
  GCancellable        *cancellable;

  GMutex   mutex;
  GCond    let_go;
  gboolean holding; /* the file, perhaps */

  gpointer found;
  GError  *error;
  gboolean complete;
} Attempt;

struct _SamsynReader
{
  SamsynStore *store;
  SamsynRest  *rest;
  Attempt     *attempt; /* NULL: nothing is being read */
};

static void
attempt_free (Attempt *attempt)
{
  if (attempt->found != NULL)
    attempt->reading->free (attempt->found);
  g_clear_error (&attempt->error);
  g_object_unref (attempt->cancellable);
  g_mutex_clear (&attempt->mutex);
  g_cond_clear (&attempt->let_go);
  g_free (attempt->question);
  g_free (attempt->path);
  g_free (attempt);
}

/* ---- On the thread --------------------------------------------------------------------------------------------------------- */

static gboolean
hold (Attempt *attempt)
{
  g_mutex_lock (&attempt->mutex);
  attempt->holding = !g_cancellable_is_cancelled (attempt->cancellable);
  g_mutex_unlock (&attempt->mutex);
  return attempt->holding;
}

static void
let_go (Attempt *attempt)
{
  g_mutex_lock (&attempt->mutex);
  attempt->holding = FALSE;
  g_cond_signal (&attempt->let_go);
  g_mutex_unlock (&attempt->mutex);
}

static void
read_all (Attempt *attempt)
{
  g_autoptr (SamsynStore) store = samsyn_store_open (attempt->path, SAMSYN_OPEN_READ, &attempt->error);

  attempt->complete = TRUE;
  if (store == NULL)
    return;
  samsyn_store_limit (store, 0, attempt->cancellable);
  if (attempt->question != NULL)
    attempt->found = attempt->reading->answer (store, attempt->question, &attempt->error);
  else
    attempt->found = attempt->reading->read (store, &attempt->error);
  attempt->complete = samsyn_store_end_limit (store);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  if (hold (data))
    {
      read_all (data);
      let_go (data);
    }
  g_task_return_boolean (task, TRUE);
}

/* ---- On the main thread ---------------------------------------------------------------------------------------------------- */

static void start_attempt (SamsynReader        *self,
                           const SamsynReading *reading,
                           gpointer             owner,
                           const char          *question);

static void
on_attempted (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Attempt *attempt = data;
  SamsynReader *self = attempt->reader;

  if (self != NULL)
    {
      self->attempt = NULL;
      samsyn_rest_soon (self->rest);
      if (attempt->complete)
        attempt->reading->done (attempt->owner, g_steal_pointer (&attempt->found), attempt->error);
      else
        start_attempt (self, attempt->reading, attempt->owner, attempt->question);
    }
  attempt_free (attempt);
}

static void
start_attempt (SamsynReader        *self,
               const SamsynReading *reading,
               gpointer             owner,
               const char          *question)
{
  Attempt *attempt = g_new0 (Attempt, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_attempted, attempt);

  attempt->reader = self;
  attempt->reading = reading;
  attempt->owner = owner;
  attempt->question = g_strdup (question);
  attempt->path = g_strdup (samsyn_store_get_path (self->store));
  attempt->cancellable = g_cancellable_new ();
  g_mutex_init (&attempt->mutex);
  g_cond_init (&attempt->let_go);
  self->attempt = attempt;
  g_task_set_task_data (task, attempt, NULL);
  g_task_run_in_thread (task, run);
}

void
samsyn_reader_pause (SamsynReader *self)
{
  Attempt *attempt = self->attempt;

  if (attempt == NULL)
    return;
  g_mutex_lock (&attempt->mutex);
  g_cancellable_cancel (attempt->cancellable);
  while (attempt->holding)
    g_cond_wait (&attempt->let_go, &attempt->mutex);
  g_mutex_unlock (&attempt->mutex);
}

static void
abandon (SamsynReader *self)
{
  samsyn_reader_pause (self);
  if (self->attempt != NULL)
    self->attempt->reader = NULL;
  self->attempt = NULL;
}

void
samsyn_reader_start_beside (SamsynReader        *self,
                            const SamsynReading *reading,
                            gpointer             owner)
{
  samsyn_reader_ask_beside (self, reading, owner, NULL);
}

void
samsyn_reader_ask_beside (SamsynReader        *self,
                          const SamsynReading *reading,
                          gpointer             owner,
                          const char          *question)
{
  abandon (self);
  start_attempt (self, reading, owner, question);
}

void
samsyn_reader_start (SamsynReader        *self,
                     const SamsynReading *reading,
                     gpointer             owner)
{
  g_autoptr (GError) error = NULL;
  gpointer found;

  abandon (self);
  samsyn_store_limit (self->store, g_get_monotonic_time () + PATIENCE_MICROSECONDS, NULL);
  found = reading->read (self->store, &error);
  if (samsyn_store_end_limit (self->store))
    {
      reading->done (owner, found, error);
      return;
    }
  if (found != NULL)
    reading->free (found);
  start_attempt (self, reading, owner, NULL);
}

void
samsyn_reader_stop (SamsynReader *self,
                    gpointer      owner)
{
  if (self->attempt != NULL && self->attempt->owner == owner)
    abandon (self);
}

gboolean
samsyn_reader_is_busy (SamsynReader *self)
{
  return self->attempt != NULL;
}

SamsynReader *
samsyn_reader_new (SamsynStore *store,
                   SamsynRest  *rest)
{
  SamsynReader *self = g_new0 (SamsynReader, 1);

  self->store = store;
  self->rest = rest;
  return self;
}

void
samsyn_reader_free (SamsynReader *self)
{
  abandon (self);
  g_free (self);
}
