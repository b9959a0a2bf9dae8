/* changes.c: what has become of the workspace since a moment, by its change log
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "changes.h"

typedef struct
{
  gint64      from; /* the step that the workspace stood at at the moment */
  GHashTable *records; /* gint64 * → SamsynRecordSince */
} Gathering;

static void
field_free (gpointer data)
{
  SamsynFieldSince *since = data;

  samsyn_value_clear (&since->before);
  samsyn_value_clear (&since->after);
  g_free (since);
}

static void
record_free (gpointer data)
{
  SamsynRecordSince *record = data;

  g_hash_table_unref (record->fields);
  g_free (record);
}

/* The newest change comes first: it says what is. */
static SamsynRecordSince *
find_record (Gathering          *gathering,
             const SamsynChange *change,
             gint64              at)
{
  SamsynRecordSince *record = g_hash_table_lookup (gathering->records, &change->record);

  if (record != NULL)
    return record;
  record = g_new0 (SamsynRecordSince, 1);
  record->id = change->record;
  record->kind = change->kind;
  record->is = change->type != SAMSYN_CHANGE_DELETE;
  record->at = at;
  record->fields = g_hash_table_new_full (NULL, NULL, NULL, field_free);
  g_hash_table_insert (gathering->records, &record->id, record);
  return record;
}

/* Older changes come later: their values before take the place of those found so far. */
static void
gather_field (SamsynRecordSince       *record,
              const SamsynFieldChange *entry,
              gint64                   at)
{
  const SamsynField *field = &record->kind->fields[entry->field];
  SamsynFieldSince *since = g_hash_table_lookup (record->fields, field);

  if (since == NULL)
    {
      since = g_new0 (SamsynFieldSince, 1);
      since->field = field;
      since->after = samsyn_value_copy (&entry->after);
      since->at = at;
      g_hash_table_insert (record->fields, (gpointer) field, since);
    }
  samsyn_value_clear (&since->before);
  since->before = samsyn_value_copy (&entry->before);
}

static gboolean
gather_step (const SamsynStep *step,
             GPtrArray        *changes,
             gpointer          data)
{
  Gathering *gathering = data;

  if (step->id <= gathering->from)
    return FALSE;
  for (guint i = changes->len; i-- > 0;)
    {
      const SamsynChange *change = g_ptr_array_index (changes, i);
      SamsynRecordSince *record = find_record (gathering, change, step->at);

      /* A number that was another kind's once, of a record that is gone: this one was not there then. */
      record->was = change->type != SAMSYN_CHANGE_CREATE && change->kind == record->kind;
      for (guint j = 0; change->kind == record->kind && j < change->fields->len; j++)
        gather_field (record, &g_array_index (change->fields, SamsynFieldChange, j), step->at);
    }
  return TRUE;
}

static gboolean
is_as_before (gpointer key,
              gpointer value,
              gpointer data)
{
  const SamsynFieldSince *since = value;

  return samsyn_value_equal (&since->before, &since->after);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const SamsynRecordSince *one = *(SamsynRecordSince *const *) a, *other = *(SamsynRecordSince *const *) b;

  return (one->id > other->id) - (one->id < other->id);
}

GPtrArray *
samsyn_changes_since (SamsynStore *store,
                      gint64       moment,
                      GError     **error)
{
  g_autoptr (GHashTable) records = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) since = g_ptr_array_new_with_free_func (record_free);
  Gathering gathering = { samsyn_store_step_at (store, moment), records };
  gboolean good = samsyn_store_history (store, 0, gather_step, &gathering, error);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      const SamsynRecordSince *gathered = record;

      g_hash_table_foreach_remove (gathered->fields, is_as_before, NULL);
      if (good && (gathered->was || gathered->is) && (gathered->was != gathered->is || g_hash_table_size (gathered->fields) > 0))
        g_ptr_array_add (since, record);
      else
        record_free (record);
    }
  g_ptr_array_sort (since, compare_ids);
  return good ? g_steal_pointer (&since) : NULL;
}
