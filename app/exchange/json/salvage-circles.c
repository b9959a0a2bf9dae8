/* salvage-circles.c: references that lead round
 *
 * Each record is passed once: a walk ends at what was walked before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "salvage-circles.h"

typedef struct
{
  gint64 id;
  gint64 target; /* 0: none */
  guint  height; /* how many stand above it, once that is known */
  enum
  {
    UNKNOWN,
    WALKED, /* below the record that is being looked at */
    KNOWN,
  } state;
} Place;

gboolean
samsyn_salvage_is_chain (const SamsynKind  *kind,
                         const SamsynField *field)
{
  return g_strcmp0 (kind->parent, field->id) == 0 || (field->flags & SAMSYN_FIELD_NO_CIRCLE);
}

static gboolean
add_place (const SamsynValue *row,
           gpointer           places)
{
  Place *place = g_new0 (Place, 1);

  place->id = samsyn_value_get_integer (&row[0], 0);
  place->target = samsyn_value_get_integer (&row[1], 0);
  g_hash_table_replace (places, &place->id, place);
  return TRUE;
}

static GHashTable *
read_places (SamsynStore       *store,
             const SamsynKind  *kind,
             const SamsynField *field,
             GError           **error)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);

  samsyn_query_select (query, "@id");
  samsyn_query_select (query, field->id);
  samsyn_query_order (query, "@id", FALSE);
  return samsyn_store_each (store, query, add_place, places, error) ? g_steal_pointer (&places) : NULL;
}

static void
cut (GHashTable *cuts,
     Place      *place)
{
  place->target = 0;
  g_hash_table_add (cuts, g_memdup2 (&place->id, sizeof place->id));
}

/* From a record upwards; on the way back heights are given, and what is too high is cut. */
static void
walk_up (GHashTable *places,
         Place      *from,
         guint       most,
         GPtrArray  *walked,
         GHashTable *cuts)
{
  Place *at = from;

  g_ptr_array_set_size (walked, 0);
  for (; at != NULL && at->state == UNKNOWN; at = g_hash_table_lookup (places, &at->target))
    {
      at->state = WALKED;
      g_ptr_array_add (walked, at);
    }
  if (at != NULL && at->state == WALKED)
    {
      cut (cuts, g_ptr_array_index (walked, walked->len - 1));
      at = NULL;
    }
  for (guint i = walked->len; i > 0; i--)
    {
      Place *place = g_ptr_array_index (walked, i - 1);

      place->height = at != NULL ? at->height + 1 : 0;
      if (most > 0 && place->height > most)
        {
          cut (cuts, place);
          place->height = 0;
        }
      place->state = KNOWN;
      at = place;
    }
}

GHashTable *
samsyn_salvage_find_circles (SamsynStore       *store,
                             const SamsynKind  *kind,
                             const SamsynField *field,
                             guint              most,
                             GError           **error)
{
  g_autoptr (GHashTable) places = read_places (store, kind, field, error);
  g_autoptr (GHashTable) cuts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) walked = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer place;

  if (places == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, NULL, &place))
    walk_up (places, place, most, walked, cuts);
  return g_steal_pointer (&cuts);
}
