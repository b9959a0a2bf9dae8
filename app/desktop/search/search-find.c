/* search-find.c: the records that a search finds, in two goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "search-find.h"

/* Of all kinds together by their own words, and of each by titles that others give. */
#define MOST_RECORDS 40

/* Takes away what is too much of each kind; whether there was any. */
static gboolean
cut (GPtrArray *hits)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  gboolean more = FALSE;

  for (guint i = 0; i < hits->len;)
    {
      const SamsynKind *kind = ((SamsynHit *) g_ptr_array_index (hits, i))->kind;
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, kind));

      g_hash_table_insert (counts, (gpointer) kind, GUINT_TO_POINTER (count + 1));
      if (count < MOST_RECORDS)
        i++;
      else
        g_ptr_array_remove_index (hits, i);
      more = more || count >= MOST_RECORDS;
    }
  return more;
}

SamsynFound *
samsyn_found_soon (SamsynStore *store,
                   const char  *words,
                   GError     **error)
{
  GPtrArray *hits = samsyn_store_search (store, words, MOST_RECORDS + 1, NULL, error);
  SamsynFound *found;

  if (hits == NULL)
    return NULL;
  found = g_new0 (SamsynFound, 1);
  found->hits = hits;
  found->more = hits->len > MOST_RECORDS;
  g_ptr_array_set_size (hits, (int) MIN (hits->len, MOST_RECORDS));
  return found;
}

SamsynFound *
samsyn_found_all (SamsynStore *store,
                  const char  *words,
                  GError     **error)
{
  g_autoptr (SamsynFound) found = samsyn_found_soon (store, words, error);

  if (found == NULL || !samsyn_store_search_further (store, words, MOST_RECORDS + 1, NULL, found->hits, error))
    return NULL;
  found->more = cut (found->hits) || found->more;
  return g_steal_pointer (&found);
}

void
samsyn_found_free (SamsynFound *found)
{
  if (found == NULL)
    return;
  g_ptr_array_unref (found->hits);
  g_free (found);
}
