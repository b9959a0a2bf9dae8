/* amend.c: more changes for the newest step of the log
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "apply.h"
#include "log.h"

static SamsynChange *
find_change (GPtrArray *changes,
             gint64     record)
{
  for (guint i = 0; i < changes->len; i++)
    {
      SamsynChange *change = g_ptr_array_index (changes, i);

      if (change->record == record)
        return change;
    }
  return NULL;
}

static void
add_field (SamsynChange            *change,
           const SamsynFieldChange *entry,
           const SamsynValue       *before)
{
  SamsynValue from = samsyn_value_copy (before), to = samsyn_value_copy (&entry->after);

  samsyn_change_add (change, change->kind->fields[entry->field].id, &from, &to);
}

/* `first`, then the update `second` (may be NULL), as one change; NULL where that is nothing. */
static SamsynChange *
join (const SamsynChange *first,
      const SamsynChange *second)
{
  g_autoptr (SamsynChange) joined = samsyn_change_new (first->type, first->kind, first->record);

  for (guint i = 0; i < first->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (first->fields, SamsynFieldChange, i);
      const SamsynFieldChange *later
          = second != NULL ? samsyn_change_find (second, first->kind->fields[entry->field].id) : NULL;

      add_field (joined, later != NULL ? later : entry, &entry->before);
    }
  for (guint i = 0; second != NULL && i < second->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (second->fields, SamsynFieldChange, i);

      if (samsyn_change_find (first, first->kind->fields[entry->field].id) == NULL)
        add_field (joined, entry, &entry->before);
    }
  return joined->type != SAMSYN_CHANGE_UPDATE || joined->fields->len > 0 ? g_steal_pointer (&joined) : NULL;
}

/* What the step did, with the updates joined to it, in the order of first mention. */
static GPtrArray *
join_all (GPtrArray *first,
          GPtrArray *second)
{
  GPtrArray *joined = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);

  for (guint i = 0; i < first->len; i++)
    {
      const SamsynChange *change = g_ptr_array_index (first, i);
      SamsynChange *both = join (change, find_change (second, change->record));

      if (both != NULL)
        g_ptr_array_add (joined, both);
    }
  for (guint i = 0; i < second->len; i++)
    {
      const SamsynChange *change = g_ptr_array_index (second, i);

      if (find_change (first, change->record) == NULL)
        g_ptr_array_add (joined, join (change, NULL));
    }
  return joined;
}

gint64
samsyn_log_amend (SamsynStore *store,
                  gint64       step,
                  GPtrArray   *changes,
                  GError     **error)
{
  g_autoptr (GPtrArray) first = samsyn_log_read (store, step, 0, error);
  g_autoptr (GPtrArray) joined = first != NULL ? join_all (first, changes) : NULL;
  SamsynStatement *statement = joined != NULL ? samsyn_db_prepare (store, "DELETE FROM change WHERE step = ?", error) : NULL;

  if (statement == NULL)
    return 0;
  samsyn_db_bind_integer (statement, 1, step);
  if (!samsyn_db_run (store, statement, error))
    return 0;
  return samsyn_log_write (store, step, joined, error) ? step : 0;
}

static gboolean
can_join (SamsynStore *store,
          gint64       step,
          GPtrArray   *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (((const SamsynChange *) g_ptr_array_index (changes, i))->type == SAMSYN_CHANGE_DELETE)
      return FALSE;
  return step != 0 && samsyn_store_last_step (store) == step && samsyn_store_undoable (store) == step;
}

gint64
samsyn_store_amend (SamsynStore          *store,
                    const SamsynStepInfo *info,
                    gint64                step,
                    GPtrArray            *changes,
                    GPtrArray            *problems,
                    GError              **error)
{
  return samsyn_apply (store, info, 0, can_join (store, step, changes) ? step : 0, changes, problems, error);
}
