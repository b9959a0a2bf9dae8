/* check-tree.c: do parents lead to the top?
 *
 * Each record is passed once, whatever the depth: a walk upwards ends at what was walked before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "check.h"
#include "model/words.h"
#include "rules.h"

typedef struct
{
  gint64 id;
  gint64 parent; /* 0: none */
  guint  height; /* how many are above it; 0: at the top, or not known yet */
  enum
  {
    UNKNOWN,
    WALKED, /* below the record that is being looked at */
    KNOWN,
  } state;
} Place;

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const gint64 first = ((const Place *) a)->id, second = ((const Place *) b)->id;

  return (first > second) - (first < second);
}

static Place *
find (GArray *places,
      gint64  id)
{
  const Place wanted = { .id = id };
  guint at;

  if (id == 0 || !g_array_binary_search (places, &wanted, compare_ids, &at))
    return NULL;
  return &g_array_index (places, Place, at);
}

static GArray *
read_places (SamsynCheck      *check,
             const SamsynKind *kind,
             GError          **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_autofree char *sql = g_strdup_printf ("SELECT \"id\", ifnull(\"%s\", 0) FROM \"%s\" ORDER BY \"id\"", kind->parent, kind->id);
  g_autoptr (SamsynStatement) row = samsyn_db_prepare (check->store, sql, error);
  int code = SQLITE_ERROR;

  while (row != NULL && (code = samsyn_db_step (check->store, row, error)) == SQLITE_ROW)
    {
      const Place place = { .id = sqlite3_column_int64 (row, 0), .parent = sqlite3_column_int64 (row, 1) };

      g_array_append_val (places, place);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&places) : NULL;
}

/* From a record up to the top, or to one whose height is known; then heights are given on the way back. */
static void
walk_up (SamsynCheck      *check,
         const SamsynKind *kind,
         GArray           *places,
         Place            *from,
         GPtrArray        *walked)
{
  Place *at = from;
  guint height;

  g_ptr_array_set_size (walked, 0);
  for (; at != NULL && at->state == UNKNOWN; at = find (places, at->parent))
    {
      at->state = WALKED;
      g_ptr_array_add (walked, at);
    }
  if (at != NULL && at->state == WALKED)
    samsyn_check_tell (check, SAMSYN_CHECK_FAULT, kind->id, at->id, kind->parent, _ ("Record %lld (%s.%s): %s."),
                       (long long) at->id, kind->id, kind->parent, _ ("stands above itself"));
  height = at != NULL ? at->height + 1 : 0;
  for (guint i = walked->len; i > 0; i--)
    {
      Place *place = g_ptr_array_index (walked, i - 1);

      place->height = height++;
      place->state = KNOWN;
    }
}

/* One is told of, for all above it too. */
static void
tell_highest (SamsynCheck      *check,
              const SamsynKind *kind,
              GArray           *places)
{
  const Place *highest = NULL;

  for (guint i = 0; i < places->len; i++)
    if (highest == NULL || g_array_index (places, Place, i).height > highest->height)
      highest = &g_array_index (places, Place, i);
  if (highest != NULL && highest->height > SAMSYN_DEEPEST_TREE)
    samsyn_check_tell (check, SAMSYN_CHECK_REMARK, kind->id, highest->id, kind->parent,
                       _ ("Record %lld (%s.%s): %u records stand above it; at most %u may."), (long long) highest->id, kind->id,
                       kind->parent, highest->height, SAMSYN_DEEPEST_TREE);
}

gboolean
samsyn_check_tree (SamsynCheck      *check,
                   const SamsynKind *kind,
                   GError          **error)
{
  g_autoptr (GArray) places = kind->parent != NULL ? read_places (check, kind, error) : NULL;
  g_autoptr (GPtrArray) walked = g_ptr_array_new ();

  if (kind->parent == NULL || places == NULL)
    return kind->parent == NULL;
  for (guint i = 0; i < places->len; i++)
    walk_up (check, kind, places, &g_array_index (places, Place, i), walked);
  tell_highest (check, kind, places);
  return TRUE;
}
