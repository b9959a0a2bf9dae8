/* facts-order.c: the order of the facts, and what ties them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "facts-order.h"

/* ---- Trees ----------------------------------------------------------------------------------------------------------------- */

/* Where a record of a tree's array keeps its place in the tree.  The id comes first. */
typedef struct
{
  gsize parent_id;
  gsize parent;
  gsize depth;
} TreeLayout;

typedef struct
{
  const TreeLayout *layout;
  GArray           *from;
  GArray           *to;
  int              *first; /* child of each record, -1: none */
  int              *next;  /* of the same parent */
  gboolean         *taken;
  int              *parents;
  int              *places; /* in `to`, of what is taken */
  guint             size;
} Tree;

static gpointer
record_at (const Tree *tree,
           int         i)
{
  return tree->from->data + (gsize) i * tree->size;
}

static void
take (Tree *tree,
      int   i,
      int   parent,
      guint depth)
{
  gpointer record = record_at (tree, i);

  tree->taken[i] = TRUE;
  tree->places[i] = (int) tree->to->len;
  G_STRUCT_MEMBER (int, record, tree->layout->parent) = parent >= 0 ? tree->places[parent] : -1;
  G_STRUCT_MEMBER (guint, record, tree->layout->depth) = depth;
  g_array_append_vals (tree->to, record, 1);
}

/* The first from here on, among those of the same parent, that is not taken yet; -1: none. */
static int
untaken (const Tree *tree,
         int         i)
{
  while (i >= 0 && tree->taken[i])
    i = tree->next[i];
  return i;
}

/* Not by calling itself: nothing says how deep the tree of a stranger's file is. */
static void
take_branch (Tree *tree,
             int   root)
{
  int at = root, parent = -1, next;
  guint depth = 0;

  if (tree->taken[root])
    return;
  for (;;)
    {
      take (tree, at, parent, depth);
      next = untaken (tree, tree->first[at]);
      if (next >= 0)
        {
          parent = at;
          depth++;
        }
      for (; next < 0 && at != root; depth--)
        {
          next = untaken (tree, tree->next[at]);
          if (next >= 0)
            break;
          at = tree->parents[at];
        }
      if (next < 0)
        return;
      parent = tree->parents[next];
      at = next;
    }
}

/* Children keep their order: they are put in front of each other from the last on. */
static void
join_children (Tree *tree,
               int  *parents)
{
  g_autoptr (GHashTable) index = g_hash_table_new (g_int64_hash, g_int64_equal);
  int n = (int) tree->from->len;

  for (int i = 0; i < n; i++)
    {
      g_hash_table_insert (index, record_at (tree, i), GINT_TO_POINTER (i));
      tree->first[i] = tree->next[i] = -1;
    }
  for (int i = n - 1; i >= 0; i--)
    {
      gpointer parent;

      parents[i] = -1;
      if (!g_hash_table_lookup_extended (index, &G_STRUCT_MEMBER (gint64, record_at (tree, i), tree->layout->parent_id), NULL,
                                         &parent))
        continue;
      parents[i] = GPOINTER_TO_INT (parent);
      tree->next[i] = tree->first[parents[i]];
      tree->first[parents[i]] = i;
    }
}

/* Puts each record before its children. */
static void
order_tree (GArray          **array,
            const TreeLayout *layout)
{
  guint n = (*array)->len;
  g_autofree int *first = g_new (int, n), *next = g_new (int, n), *parents = g_new (int, n), *places = g_new (int, n);
  g_autofree gboolean *taken = g_new0 (gboolean, n);
  Tree tree
      = { .layout = layout, .from = *array, .first = first, .next = next, .taken = taken, .parents = parents, .places = places };

  tree.size = g_array_get_element_size (tree.from);
  tree.to = g_array_sized_new (FALSE, TRUE, tree.size, n);
  join_children (&tree, parents);
  for (guint i = 0; i < n; i++)
    if (parents[i] < 0)
      take_branch (&tree, (int) i);
  /* What is left is in a loop, which a sound workspace does not have. */
  for (guint i = 0; i < n; i++)
    take_branch (&tree, (int) i);
  g_array_unref (tree.from);
  *array = tree.to;
}

void
samsyn_facts_order_processes (SamsynFacts *facts)
{
  static const TreeLayout layout = { G_STRUCT_OFFSET (SamsynProcess, parent_id), G_STRUCT_OFFSET (SamsynProcess, parent),
                                     G_STRUCT_OFFSET (SamsynProcess, depth) };

  order_tree (&facts->processes, &layout);
}

/* The end of the chain of boards; of a loop the first in the array, so that all in it agree. */
static guint
actor_of (const SamsynOrganisation *organisations,
          guint                     n,
          guint                     i)
{
  guint end = i, least;

  for (guint steps = 0; organisations[end].board >= 0; steps++)
    {
      if (steps == n)
        break;
      end = (guint) organisations[end].board;
    }
  least = end;
  for (guint at = end; organisations[at].board >= 0;)
    {
      at = (guint) organisations[at].board;
      least = MIN (least, at);
      if (at == end)
        break;
    }
  return least;
}

static void
find_boards (SamsynFacts *facts)
{
  SamsynOrganisation *organisations = (gpointer) facts->organisations->data;
  g_autoptr (GHashTable) index = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = facts->organisations->len;

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (index, &organisations[i].id, GUINT_TO_POINTER (i));
  for (guint i = 0; i < n; i++)
    {
      gpointer board;

      organisations[i].board = -1;
      if (g_hash_table_lookup_extended (index, &organisations[i].board_id, NULL, &board))
        organisations[i].board = GPOINTER_TO_INT (board);
    }
  for (guint i = 0; i < n; i++)
    organisations[i].actor = actor_of (organisations, n, i);
}

void
samsyn_facts_order_organisations (SamsynFacts *facts)
{
  static const TreeLayout layout = { G_STRUCT_OFFSET (SamsynOrganisation, parent_id),
                                     G_STRUCT_OFFSET (SamsynOrganisation, parent), G_STRUCT_OFFSET (SamsynOrganisation, depth) };

  order_tree (&facts->organisations, &layout);
  find_boards (facts);
}

/* ---- Lists ----------------------------------------------------------------------------------------------------------------- */

/* Sorting arrays of GLib is stable. */
static int
compare_tasks (gconstpointer a,
               gconstpointer b)
{
  guint left = (guint) ((const SamsynTask *) a)->process, right = (guint) ((const SamsynTask *) b)->process;

  return (left > right) - (left < right); /* -1, none, becomes the largest */
}

void
samsyn_facts_order_tasks (SamsynFacts *facts)
{
  g_array_sort (facts->tasks, compare_tasks);
}

static int
compare_signers (gconstpointer a,
                 gconstpointer b)
{
  return ((const SamsynSigner *) a)->agreement - ((const SamsynSigner *) b)->agreement;
}

void
samsyn_facts_order_signers (SamsynFacts *facts)
{
  g_array_sort (facts->signers, compare_signers);
}

#define ORDER(left, right)                \
  if ((left) != (right))                  \
    return (left) < (right) ? -1 : 1

static int
compare_assignments (gconstpointer a,
                     gconstpointer b)
{
  const SamsynAssignment *left = a, *right = b;

  ORDER (left->task, right->task);
  ORDER (left->organisation, right->organisation);
  ORDER (left->scenario, right->scenario);
  ORDER (left->role, right->role);
  ORDER (left->valid.from, right->valid.from);
  ORDER (left->id, right->id);
  return 0;
}

void
samsyn_facts_order_assignments (SamsynFacts *facts)
{
  g_array_sort (facts->assignments, compare_assignments);
}

void
samsyn_facts_insert_assignments (SamsynFacts *facts,
                                 guint        n_ordered)
{
  for (guint last = n_ordered; last < facts->assignments->len; last++)
    {
      const SamsynAssignment one = SAMSYN_ASSIGNMENTS (facts)[last];
      guint low = 0, high = last;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (compare_assignments (&SAMSYN_ASSIGNMENTS (facts)[middle], &one) < 0)
            low = middle + 1;
          else
            high = middle;
        }
      g_array_remove_index (facts->assignments, last);
      g_array_insert_val (facts->assignments, low, one);
    }
}

void
samsyn_facts_add_tie (SamsynFacts       *facts,
                      const SamsynValue *row)
{
  const gint64 ends[] = { samsyn_value_get_integer (&row[0], 0), samsyn_value_get_integer (&row[1], 0) };
  SamsynTie tie = { -1, -1, -1, -1 };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      int at = samsyn_facts_index (facts, ends[i]);

      if (at < 0)
        continue;
      if ((guint) at < facts->tasks->len && SAMSYN_TASKS (facts)[at].id == ends[i])
        tie.task = at;
      else if ((guint) at < facts->assignments->len && SAMSYN_ASSIGNMENTS (facts)[at].id == ends[i])
        tie.assignment = at;
      else if ((guint) at < facts->documents->len && SAMSYN_DOCUMENTS (facts)[at].id == ends[i])
        tie.document = at;
      else if ((guint) at < facts->agreements->len && SAMSYN_AGREEMENTS (facts)[at].id == ends[i])
        tie.agreement = at;
    }
  if ((tie.task >= 0 || tie.assignment >= 0) && (tie.document >= 0 || tie.agreement >= 0))
    g_array_append_val (facts->ties, tie);
}
