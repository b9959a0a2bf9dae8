/* amend.c: more changes for the newest step of the log
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "apply.h"
#include "log.h"

static void
add_field (SamsynChange            *change,
           const SamsynFieldChange *entry,
           const SamsynValue       *before)
{
  SamsynValue from = samsyn_value_copy (before), to = samsyn_value_copy (&entry->after);

  samsyn_change_add (change, change->kind->fields[entry->field].id, &from, &to);
}

/* `first`, then the update `second`, as one change; NULL where that is nothing. */
static SamsynChange *
join (const SamsynChange *first,
      const SamsynChange *second)
{
  g_autoptr (SamsynChange) joined = samsyn_change_new (first->type, first->kind, first->record);

  for (guint i = 0; i < first->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (first->fields, SamsynFieldChange, i);
      const SamsynFieldChange *later = samsyn_change_find (second, first->kind->fields[entry->field].id);

      add_field (joined, later != NULL ? later : entry, &entry->before);
    }
  for (guint i = 0; i < second->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (second->fields, SamsynFieldChange, i);

      if (samsyn_change_find (first, first->kind->fields[entry->field].id) == NULL)
        add_field (joined, entry, &entry->before);
    }
  return joined->type != SAMSYN_CHANGE_UPDATE || joined->fields->len > 0 ? g_steal_pointer (&joined) : NULL;
}

static SamsynChange *
copy_change (const SamsynChange *change)
{
  g_autoptr (SamsynChange) inverse = samsyn_change_invert (change);

  return samsyn_change_invert (inverse);
}

/* Adds a change to what a step did: an update joins the newest change of its record.  `places` has where that is, after its
 * record's id; what has come to nothing leaves a NULL in its place. */
static gboolean
add_change (SamsynStore        *store,
            GPtrArray          *joined,
            GHashTable         *places,
            const SamsynChange *change,
            GError            **error)
{
  guint *place = g_hash_table_lookup (places, &change->record);
  SamsynChange *first = place != NULL ? g_ptr_array_index (joined, *place) : NULL;

  if (first != NULL && first->kind != change->kind)
    {
      samsyn_db_set_error (store, SQLITE_CORRUPT, error);
      return FALSE;
    }
  if (first != NULL && change->type == SAMSYN_CHANGE_UPDATE && first->type != SAMSYN_CHANGE_DELETE)
    {
      g_ptr_array_index (joined, *place) = join (first, change);
      samsyn_change_free (first);
      return TRUE;
    }
  g_hash_table_replace (places, g_memdup2 (&change->record, sizeof change->record), g_memdup2 (&joined->len, sizeof joined->len));
  g_ptr_array_add (joined, copy_change (change));
  return TRUE;
}

/* What the step did, with the changes joined to it, in the order of first mention; NULL on error. */
static GPtrArray *
join_all (SamsynStore *store,
          GPtrArray   *first,
          GPtrArray   *second,
          GError     **error)
{
  g_autoptr (GPtrArray) joined = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GPtrArray *lists[] = { first, second };

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < lists[list]->len; i++)
      if (!add_change (store, joined, places, g_ptr_array_index (lists[list], i), error))
        return NULL;
  while (g_ptr_array_remove (joined, NULL))
    ;
  return g_steal_pointer (&joined);
}

gint64
samsyn_log_amend (SamsynStore *store,
                  gint64       step,
                  GPtrArray   *changes,
                  GError     **error)
{
  g_autoptr (GPtrArray) first = samsyn_log_read (store, step, 0, error);
  g_autoptr (GPtrArray) joined = first != NULL ? join_all (store, first, changes, error) : NULL;
  SamsynStatement *statement = joined != NULL ? samsyn_db_prepare (store, "DELETE FROM change WHERE step = ?", error) : NULL;

  if (statement == NULL)
    return 0;
  samsyn_db_bind_integer (statement, 1, step);
  if (!samsyn_db_run (store, statement, error))
    return 0;
  return samsyn_log_write (store, step, joined, error) ? step : 0;
}

/* A step is one person's, and what deletes is one of its own. */
static gboolean
can_join (SamsynStore          *store,
          const SamsynStepInfo *info,
          gint64                step,
          GPtrArray            *changes)
{
  g_auto (SamsynStep) newest = { 0 };

  for (guint i = 0; i < changes->len; i++)
    if (((const SamsynChange *) g_ptr_array_index (changes, i))->type == SAMSYN_CHANGE_DELETE)
      return FALSE;
  return step != 0 && samsyn_store_last_step (store) == step && samsyn_store_undoable (store) == step
         && samsyn_log_step (store, step, &newest, NULL) && g_strcmp0 (newest.author, samsyn_log_author (store, info)) == 0;
}

gint64
samsyn_store_amend (SamsynStore          *store,
                    const SamsynStepInfo *info,
                    gint64                step,
                    GPtrArray            *changes,
                    GPtrArray            *problems,
                    GError              **error)
{
  return samsyn_apply (store, info, 0, can_join (store, info, step, changes) ? step : 0, changes, problems, error);
}
