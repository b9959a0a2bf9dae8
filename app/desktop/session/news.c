/* news.c: what others have written in a workspace that is open for reading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "news.h"

typedef struct
{
  gint64     from;    /* the newest step that was known: it may have been added to */
  GArray    *steps;   /* gint64, newest first */
  GPtrArray *changes; /* GPtrArray of SamsynChange, of each step */
} Newer;

static gboolean
collect (const SamsynStep *step,
         GPtrArray        *changes,
         gpointer          data)
{
  Newer *newer = data;

  if (step->id < newer->from)
    return FALSE;
  g_array_append_val (newer->steps, step->id);
  g_ptr_array_add (newer->changes, g_ptr_array_ref (changes));
  return TRUE;
}

void
samsyn_news_begin (SamsynNews  *news,
                   SamsynStore *store)
{
  news->data_version = samsyn_store_data_version (store);
  news->last_step = samsyn_store_last_step (store);
}

void
samsyn_news_look (SamsynNews    *news,
                  SamsynStore   *store,
                  SamsynNewsFunc func,
                  gpointer       data)
{
  gint64 version = samsyn_store_data_version (store);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Newer newer = { .from = news->last_step, .steps = steps, .changes = changes };

  if (version == 0 || version == news->data_version)
    return;
  news->data_version = version;
  samsyn_store_history (store, 0, collect, &newer, NULL);
  for (guint i = steps->len; i-- > 0;)
    {
      news->last_step = g_array_index (steps, gint64, i);
      if (!func (news->last_step, g_ptr_array_index (changes, i), data))
        return;
    }
}
