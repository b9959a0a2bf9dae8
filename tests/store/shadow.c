/* shadow.c: what a workspace must hold, kept by the plainest means
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "shadow.h"

#include "fixture.h"
#include "model/format.h"

/* ---- Tables ---------------------------------------------------------------------------------------------------------------- */

static GHashTable *
new_table (void)
{
  return g_hash_table_new (g_int64_hash, g_int64_equal);
}

/* Records never change once they are in a table: a copy of the table is a copy of everything. */
static GHashTable *
copy_table (GHashTable *table)
{
  GHashTable *copy = new_table ();
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, key, value);
  return copy;
}

static void
put (Shadow       *shadow,
     GHashTable   *table,
     SamsynRecord *record)
{
  g_ptr_array_add (shadow->pool, record);
  g_hash_table_replace (table, &record->id, record);
}

Shadow *
shadow_new (void)
{
  Shadow *shadow = g_new0 (Shadow, 1);

  shadow->records = new_table ();
  shadow->pool = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_record_free);
  shadow->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  shadow->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  return shadow;
}

void
shadow_free (Shadow *shadow)
{
  g_ptr_array_unref (shadow->undo);
  g_ptr_array_unref (shadow->redo);
  g_hash_table_unref (shadow->records);
  g_ptr_array_unref (shadow->pool);
  g_free (shadow);
}

/* Makes `table` (taken) what there is now. */
static void
take_step (Shadow     *shadow,
           GHashTable *table)
{
  g_ptr_array_add (shadow->undo, shadow->records);
  shadow->records = table;
  g_ptr_array_set_size (shadow->redo, 0);
}

static gboolean
swap (Shadow    *shadow,
      GPtrArray *from,
      GPtrArray *to)
{
  if (from->len == 0)
    return FALSE;
  g_ptr_array_add (to, shadow->records);
  shadow->records = g_ptr_array_steal_index (from, from->len - 1);
  return TRUE;
}

gboolean
shadow_undo (Shadow *shadow)
{
  return swap (shadow, shadow->undo, shadow->redo);
}

gboolean
shadow_redo (Shadow *shadow)
{
  return swap (shadow, shadow->redo, shadow->undo);
}

/* ---- Rules ----------------------------------------------------------------------------------------------------------------- */

static gboolean
is_reference (const SamsynField *field,
              const SamsynValue *value)
{
  return field->type == SAMSYN_TYPE_REFERENCE && !samsyn_value_is_null (value);
}

static gboolean
values_hold (const SamsynRecord *record)
{
  g_autofree char *reason = NULL;

  for (guint i = 0; i < record->kind->n_fields; i++)
    if (!samsyn_value_check (&record->kind->fields[i], &record->values[i], NULL))
      return FALSE;
  return (record->kind->check == NULL || record->kind->check (record, &reason) == NULL)
         && (record->kind->check_anew == NULL || record->kind->check_anew (record, &reason) == NULL);
}

static gboolean
references_hold (GHashTable         *table,
                 const SamsynRecord *record)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    if (is_reference (&record->kind->fields[i], &record->values[i]))
      {
        const SamsynRecord *target = g_hash_table_lookup (table, &record->values[i].integer);

        if (target == NULL || !samsyn_field_targets (&record->kind->fields[i], target->kind))
          return FALSE;
      }
  return TRUE;
}

/* Whether nobody comes back to the record by that field. */
static gboolean
is_no_circle (GHashTable         *table,
              const SamsynRecord *record,
              const char         *field)
{
  const SamsynRecord *above = record;
  guint depth = 0;

  while (above != NULL && depth++ <= g_hash_table_size (table))
    {
      gint64 next = samsyn_record_integer (above, field, 0);

      above = g_hash_table_lookup (table, &next);
    }
  return above == NULL;
}

static gboolean
parents_hold (GHashTable         *table,
              const SamsynRecord *record)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const SamsynField *field = &record->kind->fields[i];

      if ((g_strcmp0 (field->id, record->kind->parent) == 0 || (field->flags & SAMSYN_FIELD_NO_CIRCLE))
          && !is_no_circle (table, record, field->id))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_same_in_set (const SamsynRecord *a,
                const SamsynRecord *b,
                const char *const  *fields)
{
  for (; *fields != NULL; fields++)
    if (samsyn_value_is_null (samsyn_record_get (a, *fields))
        || !samsyn_value_equal (samsyn_record_get (a, *fields), samsyn_record_get (b, *fields)))
      return FALSE;
  return TRUE;
}

static gboolean
is_unique (GHashTable         *table,
           const SamsynRecord *record)
{
  GHashTableIter iter;
  gpointer value;

  if (record->kind->uniques == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    for (const char *const **set = record->kind->uniques; *set != NULL; set++)
      if (value != record && ((SamsynRecord *) value)->kind == record->kind && is_same_in_set (record, value, *set))
        return FALSE;
  return TRUE;
}

/* ---- Steps ----------------------------------------------------------------------------------------------------------------- */

static gboolean
is_made_from (const SamsynChange *change,
              const SamsynRecord *there)
{
  if (there == NULL || there->kind != change->kind)
    return FALSE;
  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);

      if (!samsyn_value_equal (&entry->before, &there->values[entry->field]))
        return FALSE;
    }
  return TRUE;
}

static SamsynRecord *
make_record (const SamsynChange *change,
             const SamsynRecord *there)
{
  SamsynRecord *record = there != NULL ? samsyn_record_copy (there) : samsyn_record_new (change->kind, change->record);

  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);
      SamsynValue after = samsyn_value_copy (&entry->after);

      samsyn_value_take (&record->values[entry->field], &after);
    }
  return record;
}

ShadowOutcome
shadow_apply (Shadow          *shadow,
              const GPtrArray *changes)
{
  g_autoptr (GHashTable) table = copy_table (shadow->records);
  gboolean valid = TRUE;

  for (guint i = 0; i < changes->len; i++)
    {
      const SamsynChange *change = g_ptr_array_index (changes, i);
      const SamsynRecord *there = g_hash_table_lookup (table, &change->record);

      g_assert (change->type != SAMSYN_CHANGE_DELETE);
      if (change->type == SAMSYN_CHANGE_CREATE && there != NULL)
        valid = FALSE;
      else if (change->type == SAMSYN_CHANGE_UPDATE && !is_made_from (change, there))
        return SHADOW_CONFLICT;
      else
        put (shadow, table, make_record (change, there));
    }
  for (guint i = 0; valid && i < changes->len; i++)
    {
      const SamsynChange *change = g_ptr_array_index (changes, i);
      const SamsynRecord *record = g_hash_table_lookup (table, &change->record);

      valid
          = values_hold (record) && references_hold (table, record) && parents_hold (table, record) && is_unique (table, record);
    }
  if (!valid)
    return SHADOW_INVALID;
  take_step (shadow, g_steal_pointer (&table));
  return SHADOW_DONE;
}

/* ---- Deletion -------------------------------------------------------------------------------------------------------------- */

/* Whether the record must go because what a field leads to is gone; `clears` gets whether only fields must be emptied. */
static gboolean
must_go (GHashTable         *table,
         const SamsynRecord *record,
         gboolean           *clears)
{
  gboolean goes = FALSE;

  *clears = FALSE;
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const SamsynField *field = &record->kind->fields[i];

      if (!is_reference (field, &record->values[i]) || g_hash_table_contains (table, &record->values[i].integer))
        continue;
      if (samsyn_field_on_delete (field) == SAMSYN_ON_DELETE_DELETE)
        goes = TRUE;
      else
        *clears = TRUE;
    }
  return goes;
}

static SamsynRecord *
clear_references (GHashTable         *table,
                  const SamsynRecord *record)
{
  SamsynRecord *cleared = samsyn_record_copy (record);

  for (guint i = 0; i < record->kind->n_fields; i++)
    if (is_reference (&record->kind->fields[i], &record->values[i])
        && !g_hash_table_contains (table, &record->values[i].integer))
      samsyn_value_clear (&cleared->values[i]);
  return cleared;
}

void
shadow_delete (Shadow       *shadow,
               const gint64 *ids,
               guint         n_ids)
{
  GHashTable *table = copy_table (shadow->records);
  gboolean more = TRUE, clears;

  for (guint i = 0; i < n_ids; i++)
    g_hash_table_remove (table, &ids[i]);
  while (more)
    {
      g_autoptr (GList) records = g_hash_table_get_values (table);

      more = FALSE;
      for (GList *l = records; l != NULL; l = l->next)
        if (must_go (table, l->data, &clears))
          more |= g_hash_table_remove (table, &((SamsynRecord *) l->data)->id);
    }
  {
    g_autoptr (GList) records = g_hash_table_get_values (table);

    for (GList *l = records; l != NULL; l = l->next)
      if (!must_go (table, l->data, &clears) && clears)
        put (shadow, table, clear_references (table, l->data));
  }
  take_step (shadow, table);
}

/* ---- Looking --------------------------------------------------------------------------------------------------------------- */

const SamsynRecord *
shadow_get (const Shadow *shadow,
            gint64        id)
{
  return g_hash_table_lookup (shadow->records, &id);
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  const SamsynRecord *x = *(SamsynRecord *const *) a, *y = *(SamsynRecord *const *) b;

  return x->id < y->id ? -1 : x->id > y->id;
}

/* The records of a kind (NULL: all) or that a field leads to, by id: the same seed picks the same. */
static GPtrArray *
list_records (const Shadow      *shadow,
              const SamsynKind  *kind,
              const SamsynField *field)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, shadow->records);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const SamsynKind *of = ((SamsynRecord *) value)->kind;

      if ((kind == NULL || of == kind) && (field == NULL || samsyn_field_targets (field, of)))
        g_ptr_array_add (list, value);
    }
  g_ptr_array_sort (list, compare_records);
  return list;
}

static const SamsynRecord *
pick_from (GPtrArray *list)
{
  const SamsynRecord *record
      = list->len > 0 ? g_ptr_array_index (list, g_test_rand_int_range (0, (gint32) list->len)) : NULL;

  g_ptr_array_unref (list);
  return record;
}

const SamsynRecord *
shadow_pick (const Shadow     *shadow,
             const SamsynKind *kind)
{
  return pick_from (list_records (shadow, kind, NULL));
}

gint64
shadow_target (const Shadow      *shadow,
               const SamsynField *field)
{
  const SamsynRecord *record = pick_from (list_records (shadow, NULL, field));

  return record != NULL ? record->id : 0;
}

char *
shadow_dump (const Shadow *shadow)
{
  GString *text = g_string_new (NULL);

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autoptr (GPtrArray) list = list_records (shadow, *kind, NULL);

      for (guint i = 0; i < list->len; i++)
        samsyn_fixture_dump_record (text, NULL, g_ptr_array_index (list, i));
    }
  return g_string_free (text, FALSE);
}
