/* ids.c: where the record with an id stands in its array
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ids.h"

typedef struct
{
  gint64 id; /* 0: free */
  int    place;
} Slot;

/* Slots in a row, at most half of them taken; who finds its own taken goes on to the next. */
struct _SamsynIds
{
  guint shift; /* from 64 bits to the number of a slot */
  guint mask;
  Slot *slots;
};

SamsynIds *
samsyn_ids_new (guint n)
{
  SamsynIds *ids = g_atomic_rc_box_new0 (SamsynIds);
  guint bits = 4;

  while ((1u << bits) < 2 * n)
    bits++;
  ids->shift = 64 - bits;
  ids->mask = (1u << bits) - 1;
  ids->slots = g_new0 (Slot, (gsize) ids->mask + 1);
  return ids;
}

SamsynIds *
samsyn_ids_ref (SamsynIds *ids)
{
  return g_atomic_rc_box_acquire (ids);
}

static void
clear (gpointer ids)
{
  g_free (((SamsynIds *) ids)->slots);
}

void
samsyn_ids_unref (SamsynIds *ids)
{
  g_atomic_rc_box_release_full (ids, clear);
}

/* The slot of the id, or the free one where it belongs. */
static Slot *
find_slot (const SamsynIds *ids,
           gint64           id)
{
  guint at = (guint) (((guint64) id * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> ids->shift);

  while (ids->slots[at].id != 0 && ids->slots[at].id != id)
    at = (at + 1) & ids->mask;
  return &ids->slots[at];
}

void
samsyn_ids_add (SamsynIds *ids,
                gint64     id,
                int        place)
{
  *find_slot (ids, id) = (Slot) { id, place };
}

int
samsyn_ids_find (const SamsynIds *ids,
                 gint64           id)
{
  const Slot *slot = id > 0 ? find_slot (ids, id) : NULL;

  return slot != NULL && slot->id == id ? slot->place : -1;
}
