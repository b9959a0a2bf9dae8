/* depend.c: what goes along when records are deleted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "db.h"
#include "kinds/kinds.h"
#include "model/words.h"

typedef struct
{
  SamsynStore *store;
  GHashTable  *deleted; /* gint64 → itself */
  GArray      *queue;   /* gint64: the deleted, in the order they were found */
  GHashTable  *cleared; /* gint64 → SamsynChange */
} Plan;

static void
enqueue (Plan  *plan,
         gint64 id)
{
  if (g_hash_table_contains (plan->deleted, &id))
    return;
  g_hash_table_add (plan->deleted, g_memdup2 (&id, sizeof id));
  g_array_append_val (plan->queue, id);
}

static void
clear_field (Plan              *plan,
             const SamsynKind  *kind,
             const SamsynField *field,
             gint64             id,
             gint64             target)
{
  SamsynChange *change = g_hash_table_lookup (plan->cleared, &id);
  SamsynValue before = samsyn_value_integer (target), after = SAMSYN_VALUE_NULL;

  if (change == NULL)
    {
      change = samsyn_change_new (SAMSYN_CHANGE_UPDATE, kind, id);
      g_hash_table_insert (plan->cleared, g_memdup2 (&id, sizeof id), change);
    }
  samsyn_change_add (change, field->id, &before, &after);
}

/* The records of a kind whose field holds the target. */
static gboolean
follow_field (Plan              *plan,
              const SamsynKind  *kind,
              const SamsynField *field,
              gint64             target,
              GError           **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ? ORDER BY id", kind->id, field->id);
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (plan->store, sql, error);
  int code;

  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_integer (statement, 1, target);
  while ((code = samsyn_db_step (plan->store, statement, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      if (samsyn_field_on_delete (field) == SAMSYN_ON_DELETE_DELETE)
        enqueue (plan, id);
      else
        clear_field (plan, kind, field, id, target);
    }
  return code == SQLITE_DONE;
}

static gboolean
follow (Plan    *plan,
        gint64   target,
        GError **error)
{
  const SamsynKind *of = samsyn_store_kind_of (plan->store, target);

  if (of == NULL)
    {
      g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID,
                   _ ("There is no record %lld. Nothing was changed."), (long long) target);
      return FALSE;
    }
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      if (samsyn_field_targets (&(*kind)->fields[i], of)
          && !follow_field (plan, *kind, &(*kind)->fields[i], target, error))
        return FALSE;
  return TRUE;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* First what is cleared, then what is deleted, each in the order of ids or of discovery: the same plan at every call. */
static GPtrArray *
plan_changes (Plan    *plan,
              GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, plan->cleared);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (plan->deleted, key))
      g_array_append_vals (ids, key, 1);
  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree gint64 *taken = NULL;
      SamsynChange *change = NULL;

      g_hash_table_steal_extended (plan->cleared, &g_array_index (ids, gint64, i), (gpointer *) &taken, (gpointer *) &change);
      g_ptr_array_add (changes, change);
    }
  for (guint i = 0; i < plan->queue->len; i++)
    {
      g_autoptr (SamsynRecord) record = samsyn_store_get (plan->store, g_array_index (plan->queue, gint64, i), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (changes, samsyn_change_between (record, NULL));
    }
  return g_steal_pointer (&changes);
}

GPtrArray *
samsyn_store_plan_delete (SamsynStore  *store,
                          const gint64 *records,
                          gsize         n_records,
                          GError      **error)
{
  g_autoptr (GHashTable) deleted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) cleared
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) samsyn_change_free);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (gint64));
  Plan plan = { .store = store, .deleted = deleted, .cleared = cleared, .queue = queue };

  for (gsize i = 0; i < n_records; i++)
    enqueue (&plan, records[i]);
  for (guint i = 0; i < queue->len; i++)
    if (!follow (&plan, g_array_index (queue, gint64, i), error))
      return NULL;
  return plan_changes (&plan, error);
}
