/* bulk-plan.c: one value for a field of many records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bulk-plan.h"

GPtrArray *
samsyn_bulk_plan (SamsynStore       *store,
                  const SamsynKind  *kind,
                  GArray            *ids,
                  const SamsynField *field,
                  const SamsynValue *value,
                  guint             *n_already,
                  GError           **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (SamsynLookup) lookup = NULL;

  *n_already = 0;
  samsyn_query_select (query, field->id);
  lookup = samsyn_lookup_new (store, query, error);
  if (lookup == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      const SamsynValue *now = samsyn_lookup_row (lookup, id);
      g_auto (SamsynValue) before = SAMSYN_VALUE_NULL, after = SAMSYN_VALUE_NULL;
      SamsynChange *change;

      if (now == NULL)
        continue;
      if (samsyn_value_equal (now, value))
        {
          (*n_already)++;
          continue;
        }
      before = samsyn_value_copy (now);
      after = samsyn_value_copy (value);
      change = samsyn_change_new (SAMSYN_CHANGE_UPDATE, kind, id);
      samsyn_change_add (change, field->id, &before, &after);
      g_ptr_array_add (changes, change);
    }
  return g_steal_pointer (&changes);
}
