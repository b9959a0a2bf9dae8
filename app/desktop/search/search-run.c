/* search-run.c: searching while somebody types
 *
 * What the index finds is there at once.  Titles that others give are read by another connection than the one that saves: nothing
 * that saves waits for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "search-run.h"

/* Where a search takes longer than half a frame, typing is waited for; and that it goes on is told. */
#define QUICK_MICROSECONDS 8000
#define WAIT_MILLISECONDS 120

struct _SamsynSearchRun
{
  SamsynSession            *session;
  const SamsynSearchHearer *hearer;
  gpointer                  data;
  char                     *words;   /* that are searched for, or will be */
  guint                     waiting; /* the source that will search, or 0 */
  gint64                    last_took;
  guint                     lasting; /* the source that will tell that the search goes on, or 0 */
  gboolean                  lasts;
};

static void
stop_further (SamsynSearchRun *self)
{
  SamsynReader *finder = samsyn_session_get_finder (self->session);

  if (finder != NULL)
    samsyn_reader_stop (finder, self);
  g_clear_handle_id (&self->lasting, g_source_remove);
  self->lasts = FALSE;
}

void
samsyn_search_run_stop (SamsynSearchRun *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  stop_further (self);
}

/* ---- Further --------------------------------------------------------------------------------------------------------------- */

static void
on_found (gpointer      data,
          gpointer      found,
          const GError *error)
{
  g_autoptr (SamsynFound) all = found;
  SamsynSearchRun *self = data;

  stop_further (self);
  self->hearer->all (self->data, all, error);
}

static gpointer
find (SamsynStore *store,
      const char  *words,
      GError     **error)
{
  return samsyn_found_all (store, words, error);
}

static gboolean
on_lasting (gpointer data)
{
  SamsynSearchRun *self = data;

  self->lasting = 0;
  self->lasts = TRUE;
  self->hearer->lasting (self->data);
  return G_SOURCE_REMOVE;
}

static void
search_further (SamsynSearchRun *self)
{
  static const SamsynReading finding = { .answer = find, .free = (GDestroyNotify) samsyn_found_free, .done = on_found };
  SamsynReader *finder = samsyn_session_get_finder (self->session);

  if (finder == NULL || *self->words == '\0')
    return;
  samsyn_reader_ask_beside (finder, &finding, self, self->words);
  self->lasting = g_timeout_add (WAIT_MILLISECONDS, on_lasting, self);
}

/* ---- At once --------------------------------------------------------------------------------------------------------------- */

static gboolean
search (gpointer data)
{
  SamsynSearchRun *self = data;
  SamsynStore *store = samsyn_session_get_store (self->session);
  g_autoptr (SamsynFound) found = NULL;
  gint64 began = g_get_monotonic_time ();

  self->waiting = 0;
  if (store == NULL)
    return G_SOURCE_REMOVE;
  stop_further (self);
  found = samsyn_found_soon (store, self->words, NULL);
  search_further (self);
  self->hearer->soon (self->data, found);
  self->last_took = g_get_monotonic_time () - began;
  return G_SOURCE_REMOVE;
}

static void
keep_words (SamsynSearchRun *self,
            const char      *words)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_free (self->words);
  self->words = g_strdup (words);
}

void
samsyn_search_run_type (SamsynSearchRun *self,
                        const char      *words)
{
  keep_words (self, words);
  if (self->last_took > QUICK_MICROSECONDS)
    self->waiting = g_timeout_add (WAIT_MILLISECONDS, search, self);
  else
    search (self);
}

void
samsyn_search_run_now (SamsynSearchRun *self,
                       const char      *words)
{
  keep_words (self, words);
  search (self);
}

void
samsyn_search_run_hurry (SamsynSearchRun *self)
{
  if (self->waiting == 0)
    return;
  g_clear_handle_id (&self->waiting, g_source_remove);
  search (self);
}

gboolean
samsyn_search_run_goes_on (SamsynSearchRun *self)
{
  SamsynReader *finder = samsyn_session_get_finder (self->session);

  return finder != NULL && samsyn_reader_is_busy (finder);
}

gboolean
samsyn_search_run_lasts (SamsynSearchRun *self)
{
  return self->lasts;
}

/* ---- The run --------------------------------------------------------------------------------------------------------------- */

SamsynSearchRun *
samsyn_search_run_new (SamsynSession            *session,
                       const SamsynSearchHearer *hearer,
                       gpointer                  data)
{
  SamsynSearchRun *self = g_new0 (SamsynSearchRun, 1);

  self->session = g_object_ref (session);
  self->hearer = hearer;
  self->data = data;
  self->words = g_strdup ("");
  g_signal_connect_swapped (session, "close", G_CALLBACK (samsyn_search_run_stop), self);
  return self;
}

void
samsyn_search_run_free (SamsynSearchRun *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  samsyn_search_run_stop (self);
  g_object_unref (self->session);
  g_free (self->words);
  g_free (self);
}
