/* across.c: undo across migrations
 *
 * Undo passes over what a migration did.  So where it takes a value back that a migration has altered since, it finds another one
 * than the log has for that step; and a record that it puts back went before there were the fields that came later.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "across.h"

#include "log.h"
#include "model/format.h"

/* ---- Fields that came later ------------------------------------------------------------------------------------------------ */

static void
fill_change (SamsynChange *change,
             guint         version)
{
  for (guint i = 0; i < change->kind->n_fields; i++)
    {
      const SamsynField *field = &change->kind->fields[i];
      SamsynValue null = SAMSYN_VALUE_NULL, fill = SAMSYN_VALUE_NULL;

      if (field->fill != NULL && field->since > version && samsyn_change_find (change, field->id) == NULL
          && samsyn_value_parse (field, field->fill, &fill, NULL))
        samsyn_change_add (change, field->id, &null, &fill);
    }
}

void
samsyn_across_fill (GPtrArray *changes,
                    guint      version)
{
  for (guint i = 0; i < changes->len; i++)
    {
      SamsynChange *change = g_ptr_array_index (changes, i);

      if (change->type == SAMSYN_CHANGE_CREATE)
        fill_change (change, version);
    }
}

/* ---- Values that a migration has altered ----------------------------------------------------------------------------------- */

static SamsynFieldChange *
find_field (SamsynChange *change,
            guint         field)
{
  for (guint i = 0; i < change->fields->len; i++)
    if (g_array_index (change->fields, SamsynFieldChange, i).field == field)
      return &g_array_index (change->fields, SamsynFieldChange, i);
  return NULL;
}

/* Whether the change is made from what the migration altered: then from now on from what that became.  Who deletes a record names
 * all of its values. */
static gboolean
carry_field (SamsynChange            *change,
             const SamsynFieldChange *altered)
{
  SamsynFieldChange *entry = find_field (change, altered->field);
  SamsynFieldChange another = { .field = altered->field, .before = SAMSYN_VALUE_NULL, .after = SAMSYN_VALUE_NULL };

  if (entry == NULL && change->type == SAMSYN_CHANGE_DELETE && samsyn_value_is_null (&altered->before))
    {
      g_array_append_val (change->fields, another);
      entry = find_field (change, altered->field);
    }
  if (entry == NULL || !samsyn_value_equal (&entry->before, &altered->before))
    return FALSE;
  samsyn_value_clear (&entry->before);
  entry->before = samsyn_value_copy (&altered->after);
  return TRUE;
}

/* What is carried once is done: changes of the same record that come later are made from what this one makes. */
static void
carry_change (SamsynChange *change,
              SamsynChange *altered)
{
  for (guint i = altered->fields->len; i > 0; i--)
    if (carry_field (change, &g_array_index (altered->fields, SamsynFieldChange, i - 1)))
      g_array_remove_index (altered->fields, i - 1);
  for (guint i = change->fields->len; i > 0; i--)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i - 1);

      if (samsyn_value_equal (&entry->before, &entry->after))
        g_array_remove_index (change->fields, i - 1);
    }
}

gboolean
samsyn_across_migration (SamsynStore *store,
                         gint64       step,
                         GPtrArray   *changes,
                         GError     **error)
{
  g_auto (SamsynStep) info = { 0 };
  g_autoptr (GPtrArray) migrated = NULL;
  g_autoptr (GHashTable) altered = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (!samsyn_log_step (store, step, &info, error))
    return FALSE;
  if (g_strcmp0 (info.code, "migrate") != 0)
    return TRUE;
  migrated = samsyn_log_read (store, step, 0, error);
  for (guint i = 0; migrated != NULL && i < migrated->len; i++)
    {
      SamsynChange *change = g_ptr_array_index (migrated, i);

      if (change->type == SAMSYN_CHANGE_UPDATE)
        g_hash_table_insert (altered, &change->record, change);
    }
  for (guint i = 0; migrated != NULL && i < changes->len; i++)
    {
      SamsynChange *change = g_ptr_array_index (changes, i), *before = g_hash_table_lookup (altered, &change->record);

      if (before != NULL && before->kind == change->kind && change->type != SAMSYN_CHANGE_CREATE)
        carry_change (change, before);
    }
  return migrated != NULL;
}
