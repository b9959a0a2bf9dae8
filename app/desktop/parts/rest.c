/* rest.c: what a program gives back when it has nothing to do
 *
 * To fill a page takes memory that showing it doesn't: pages of the file, layouts, the surface that a frame is drawn on.  The C
 * library keeps what was freed, and would keep it for the rest of the day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rest.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define SECONDS 2
#define TRIM_THRESHOLD (128 * 1024) /* the C library's own, which it would raise */

struct _SamsynRest
{
  SamsynStore *store;
  guint        due; /* the source that gives back, or 0 */
};

static gboolean
give_back (gpointer data)
{
  SamsynRest *self = data;

  self->due = 0;
  samsyn_store_release_memory (self->store);
#ifdef __GLIBC__
  /* From now on each thread's reserve is given back as it is freed: not before, for the window comes first. */
  mallopt (M_TRIM_THRESHOLD, TRIM_THRESHOLD);
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

void
samsyn_rest_soon (SamsynRest *self)
{
  g_clear_handle_id (&self->due, g_source_remove);
  /* After all that is done when there is time for it. */
  self->due = g_timeout_add_seconds_full (G_PRIORITY_LOW + 1, SECONDS, give_back, self, NULL);
}

SamsynRest *
samsyn_rest_new (SamsynStore *store)
{
  SamsynRest *self = g_new0 (SamsynRest, 1);

  self->store = store;
  return self;
}

void
samsyn_rest_free (SamsynRest *self)
{
  g_clear_handle_id (&self->due, g_source_remove);
  g_free (self);
}
