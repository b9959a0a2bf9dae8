/* selection.c: which records of a list are selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "selection.h"

GArray *
samsyn_selection_ids (GtkSelectionModel *selection,
                      SamsynRecordList  *list)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = samsyn_record_list_get_id (list, position);

      if (id != 0)
        g_array_append_val (ids, id);
    }
  return ids;
}

guint
samsyn_selection_count (GtkSelectionModel *selection,
                        SamsynRecordList  *list)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);
  g_autoptr (GArray) ids = NULL;

  if (!samsyn_record_list_has_groups (list))
    return (guint) gtk_bitset_get_size (selected);
  ids = samsyn_selection_ids (selection, list);
  return ids->len;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

void
samsyn_selection_set (GtkSelectionModel *selection,
                      SamsynRecordList  *list,
                      GArray            *ids)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty (), all = gtk_bitset_new_range (0, n_rows);

  g_array_sort (ids, compare_ids);
  for (guint i = 0; ids->len > 0 && i < n_rows; i++)
    {
      gint64 id = samsyn_record_list_get_id (list, i);

      if (g_array_binary_search (ids, &id, compare_ids, NULL))
        gtk_bitset_add (selected, i);
    }
  gtk_selection_model_set_selection (selection, selected, all);
}
