/* examiner.c: is the file sound?
 *
 * Nothing is written in a file whose pages haven't been examined, which takes seconds where there are very many of them.  Whoever
 * reads for a moment before the first edit doesn't wait for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "examiner.h"

#include "reader.h"

#define SECONDS 1

struct _SamsynExaminer
{
  SamsynStore  *store;
  SamsynReader *reader;
  guint         due; /* the source that begins, or 0 */
  void (*tell) (gpointer data, const GError *error);
  void (*tell_bent) (gpointer data, GArray *records);
  gpointer      data;
};

/* On the thread; what is found is that the pages are sound, and the records with bent values. */
static gpointer
examine (SamsynStore *store,
         GError     **error)
{
  return samsyn_store_examine (store, error) ? samsyn_store_bent_records (store, error) : NULL;
}

static void
on_examined (gpointer      data,
             gpointer      found,
             const GError *error)
{
  SamsynExaminer *self = data;
  g_autoptr (GArray) bent = found;

  if (bent == NULL)
    {
      self->tell (self->data, error);
      return;
    }
  samsyn_store_note_examined (self->store);
  if (bent->len == 0)
    return;
  samsyn_store_note_bent (self->store);
  self->tell_bent (self->data, bent);
}

static gboolean
begin (gpointer data)
{
  static const SamsynReading examining = { examine, (GDestroyNotify) g_array_unref, on_examined };
  SamsynExaminer *self = data;

  self->due = 0;
  samsyn_reader_start_beside (self->reader, &examining, self);
  return G_SOURCE_REMOVE;
}

void
samsyn_examiner_stop (SamsynExaminer *self)
{
  g_clear_handle_id (&self->due, g_source_remove);
  samsyn_reader_stop (self->reader, self);
}

SamsynExaminer *
samsyn_examiner_new (SamsynStore *store,
                     SamsynRest  *rest,
                     void (*tell) (gpointer data, const GError *error),
                     void (*tell_bent) (gpointer data, GArray *records),
                     gpointer     data)
{
  SamsynExaminer *self = g_new0 (SamsynExaminer, 1);

  self->store = store;
  self->reader = samsyn_reader_new (store, rest);
  self->tell = tell;
  self->tell_bent = tell_bent;
  self->data = data;
  self->due = g_timeout_add_seconds (SECONDS, begin, self);
  return self;
}

void
samsyn_examiner_free (SamsynExaminer *self)
{
  samsyn_examiner_stop (self);
  samsyn_reader_free (self->reader);
  g_free (self);
}
