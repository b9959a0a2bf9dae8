/* facts-renew.c: the facts after a step, without reading all of them again
 *
 * A letter that is typed changes one assignment out of thousands.  What the step did not touch is shared with the facts before
 * it; assignments are exchanged one by one, short lists read again.  Where records changed that others refer to by index, all is
 * read anew.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "facts-load.h"
#include "facts-order.h"

#define MANY_ROWS 200 /* so many are as quickly read anew */

typedef struct
{
  SamsynFacts           *before;
  SamsynFacts           *after;
  SamsynStore           *store;
  const SamsynFactsLoad *loads;
  guint                  n_loads;
  guint8                *touched; /* by load */
  GArray                *rows;    /* gint64: records to be exchanged */
} Renewal;

static gboolean
touches (const SamsynFactsLoad *load,
         const SamsynChange    *change)
{
  if (!g_str_equal (load->kind, change->kind->id))
    return FALSE;
  if (change->type != SAMSYN_CHANGE_UPDATE)
    return TRUE;
  for (guint i = 0; load->columns[i] != NULL; i++)
    if (*load->columns[i] != '@' && samsyn_change_find (change, load->columns[i]) != NULL)
      return TRUE;
  /* What lists of the kind are sorted by is no column, but for the name. */
  return load->ordered && samsyn_change_find (change, "position") != NULL;
}

/* What the step touched; FALSE if that cannot be exchanged. */
static gboolean
find_touched (Renewal   *renewal,
              GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const SamsynChange *change = g_ptr_array_index (changes, i);

      for (guint j = 0; j < renewal->n_loads; j++)
        {
          if (!touches (&renewal->loads[j], change))
            continue;
          if (renewal->loads[j].sort == SAMSYN_FACTS_REFERRED)
            return FALSE;
          renewal->touched[j] = TRUE;
          if (renewal->loads[j].sort == SAMSYN_FACTS_ROWS)
            g_array_append_val (renewal->rows, change->record);
        }
    }
  return renewal->rows->len <= MANY_ROWS;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The array without the records that are exchanged. */
static void
copy_others (Renewal               *renewal,
             const SamsynFactsLoad *load)
{
  const GArray *before = *samsyn_facts_array (renewal->before, load->array);
  GArray *after = *samsyn_facts_array (renewal->after, load->array);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (int));
  guint size = g_array_get_element_size (after), from = 0;

  for (guint i = 0; i < renewal->rows->len; i++)
    {
      int place = samsyn_facts_index (renewal->before, g_array_index (renewal->rows, gint64, i));

      if (place >= 0)
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i <= places->len; i++)
    {
      guint to = i < places->len ? (guint) g_array_index (places, int, i) : before->len;

      if (to > from)
        g_array_append_vals (after, before->data + (gsize) from * size, to - from);
      from = MAX (from, to + 1);
    }
}

/* Those of the step, as they are now, come last at first: a record that is gone gives no row, one named twice is read once. */
static gboolean
exchange_rows (Renewal               *renewal,
               const SamsynFactsLoad *load,
               GError               **error)
{
  guint n_others;

  copy_others (renewal, load);
  n_others = (*samsyn_facts_array (renewal->after, load->array))->len;
  for (guint i = 0; i < renewal->rows->len; i++)
    {
      gint64 id = g_array_index (renewal->rows, gint64, i);
      guint first = 0;

      while (g_array_index (renewal->rows, gint64, first) != id)
        first++;
      if (first == i && !samsyn_facts_read (renewal->after, renewal->store, load, id, error))
        return FALSE;
    }
  load->insert (renewal->after, n_others);
  return TRUE;
}

/* Ties name assignments by their index. */
static void
renew_ties (Renewal *renewal)
{
  const GArray *before = renewal->before->ties;

  for (guint i = 0; i < before->len; i++)
    {
      SamsynTie tie = g_array_index (before, SamsynTie, i);

      if (tie.assignment >= 0)
        tie.assignment = samsyn_facts_index (renewal->after, SAMSYN_ASSIGNMENTS (renewal->before)[tie.assignment].id);
      if (tie.task >= 0 || tie.assignment >= 0)
        g_array_append_val (renewal->after->ties, tie);
    }
}

/* Arrays are new or shared; in between, references are looked up by the old index, in which all that is referred to stands. */
static void
share_the_rest (Renewal *renewal)
{
  SamsynFacts *before = renewal->before, *after = renewal->after;
  gboolean renews_ties = renewal->rows->len > 0;

  for (guint i = 0; i < renewal->n_loads; i++)
    {
      gsize array = renewal->loads[i].array;
      gboolean anew = renewal->touched[i] || (renews_ties && array == G_STRUCT_OFFSET (SamsynFacts, ties));

      if (array != 0)
        *samsyn_facts_array (after, array)
            = anew ? samsyn_facts_new_array (array) : g_array_ref (*samsyn_facts_array (before, array));
      else if (renewal->touched[i])
        samsyn_settings_init (after->settings);
      else
        memcpy (after->settings, before->settings, sizeof after->settings);
    }
  after->index = samsyn_ids_ref (before->index);
}

static gboolean
read_touched (Renewal *renewal,
              GError **error)
{
  for (guint i = 0; i < renewal->n_loads; i++)
    {
      const SamsynFactsLoad *load = &renewal->loads[i];

      if (load->sort == SAMSYN_FACTS_ROWS && renewal->touched[i])
        {
          if (!exchange_rows (renewal, load, error))
            return FALSE;
          samsyn_facts_make_index (renewal->after);
        }
      else if (renewal->touched[i])
        {
          if (!samsyn_facts_read (renewal->after, renewal->store, load, 0, error))
            return FALSE;
          if (load->order != NULL)
            load->order (renewal->after);
        }
      else if (renewal->rows->len > 0 && load->array == G_STRUCT_OFFSET (SamsynFacts, ties))
        {
          renew_ties (renewal);
        }
    }
  return TRUE;
}

SamsynFacts *
samsyn_facts_renew (SamsynFacts *facts,
                    SamsynStore *store,
                    GPtrArray   *changes,
                    GError     **error)
{
  Renewal renewal = { .before = facts, .store = store };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree guint8 *touched = NULL;

  renewal.loads = samsyn_facts_loads (&renewal.n_loads);
  renewal.touched = touched = g_new0 (guint8, renewal.n_loads);
  renewal.rows = rows;
  if (!find_touched (&renewal, changes))
    return NULL;
  renewal.after = samsyn_facts_new (facts);
  share_the_rest (&renewal);
  if (read_touched (&renewal, error))
    return renewal.after;
  samsyn_facts_unref (renewal.after);
  return NULL;
}
