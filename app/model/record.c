/* record.c: a record in memory, and changes to records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record.h"

#include "date.h"
#include "figures.h"

/* ---- Records -------------------------------------------------------------------------------------------------------------- */

SamsynRecord *
samsyn_record_new (const SamsynKind *kind,
                   gint64            id)
{
  SamsynRecord *record = g_malloc0 (sizeof *record + kind->n_fields * sizeof record->values[0]);

  record->kind = kind;
  record->id = id;
  return record;
}

SamsynRecord *
samsyn_record_copy (const SamsynRecord *record)
{
  SamsynRecord *copy = samsyn_record_new (record->kind, record->id);

  for (guint i = 0; i < record->kind->n_fields; i++)
    copy->values[i] = samsyn_value_copy (&record->values[i]);
  return copy;
}

void
samsyn_record_free (SamsynRecord *record)
{
  if (record == NULL)
    return;
  for (guint i = 0; i < record->kind->n_fields; i++)
    samsyn_value_clear (&record->values[i]);
  g_free (record);
}

const SamsynValue *
samsyn_record_get (const SamsynRecord *record,
                   const char         *field_id)
{
  int index = samsyn_kind_field_index (record->kind, field_id);

  g_assert (index >= 0);
  return &record->values[index];
}

const char *
samsyn_record_text (const SamsynRecord *record,
                    const char         *field_id)
{
  return samsyn_value_get_text (samsyn_record_get (record, field_id));
}

gint64
samsyn_record_integer (const SamsynRecord *record,
                       const char         *field_id,
                       gint64              otherwise)
{
  return samsyn_value_get_integer (samsyn_record_get (record, field_id), otherwise);
}

void
samsyn_record_set (SamsynRecord *record,
                   const char   *field_id,
                   SamsynValue  *value)
{
  int index = samsyn_kind_field_index (record->kind, field_id);

  g_assert (index >= 0);
  samsyn_value_take (&record->values[index], value);
}

static SamsynValue
derive_days (const SamsynRecord  *record,
             const SamsynDerived *derived)
{
  const char *from = samsyn_record_text (record, derived->from[0]);

  for (guint i = 1; samsyn_date_is_valid (from) && i < G_N_ELEMENTS (derived->from) && derived->from[i] != NULL; i++)
    {
      const char *to = samsyn_record_text (record, derived->from[i]);

      if (samsyn_date_is_valid (to))
        return samsyn_value_integer (samsyn_date_days (from, to));
    }
  return SAMSYN_VALUE_NULL;
}

SamsynValue
samsyn_record_derive (const SamsynRecord  *record,
                      const SamsynDerived *derived)
{
  const SamsynValue *a, *b;
  gint64 result;

  if (derived->derive == SAMSYN_DERIVE_DAYS)
    return derive_days (record, derived);

  a = samsyn_record_get (record, derived->from[0]);
  b = samsyn_record_get (record, derived->from[1]);
  if (derived->derive == SAMSYN_DERIVE_EXCESS && samsyn_value_is_null (b) && samsyn_sum_takes (a))
    return samsyn_value_copy (a);
  if (!samsyn_sum_takes (a) || !samsyn_sum_takes (b))
    return SAMSYN_VALUE_NULL;
  if (a->stored != SAMSYN_STORED_INTEGER || b->stored != SAMSYN_STORED_INTEGER)
    return samsyn_value_real (samsyn_value_get_number (a, 0) - samsyn_value_get_number (b, 0));
  if (derived->derive == SAMSYN_DERIVE_PRODUCT ? __builtin_mul_overflow (a->integer, b->integer, &result)
                                               : __builtin_sub_overflow (a->integer, b->integer, &result))
    return SAMSYN_VALUE_NULL;
  return samsyn_value_integer (result);
}

/* ---- Changes -------------------------------------------------------------------------------------------------------------- */

static void
field_change_clear (gpointer data)
{
  SamsynFieldChange *change = data;

  samsyn_value_clear (&change->before);
  samsyn_value_clear (&change->after);
}

SamsynChange *
samsyn_change_new (SamsynChangeType  type,
                   const SamsynKind *kind,
                   gint64            record)
{
  SamsynChange *change = g_new0 (SamsynChange, 1);

  change->type = type;
  change->kind = kind;
  change->record = record;
  change->fields = g_array_new (FALSE, FALSE, sizeof (SamsynFieldChange));
  g_array_set_clear_func (change->fields, field_change_clear);
  return change;
}

void
samsyn_change_free (SamsynChange *change)
{
  if (change == NULL)
    return;
  g_array_unref (change->fields);
  g_free (change);
}

void
samsyn_change_add (SamsynChange *change,
                   const char   *field_id,
                   SamsynValue  *before,
                   SamsynValue  *after)
{
  int index = samsyn_kind_field_index (change->kind, field_id);

  g_assert (index >= 0);
  if (samsyn_value_equal (before, after))
    {
      samsyn_value_clear (before);
      samsyn_value_clear (after);
    }
  else
    {
      SamsynFieldChange entry = { .field = (guint) index, .before = *before, .after = *after };

      g_array_append_val (change->fields, entry);
      *before = *after = SAMSYN_VALUE_NULL;
    }
}

void
samsyn_change_add_text (SamsynChange *change,
                        const char   *field_id,
                        const char   *after)
{
  SamsynValue null = SAMSYN_VALUE_NULL, value = samsyn_value_text (after);

  samsyn_change_add (change, field_id, &null, &value);
}

void
samsyn_change_add_integer (SamsynChange *change,
                           const char   *field_id,
                           gint64        after)
{
  SamsynValue null = SAMSYN_VALUE_NULL, value = samsyn_value_integer (after);

  samsyn_change_add (change, field_id, &null, &value);
}

SamsynChange *
samsyn_change_between (const SamsynRecord *before,
                       const SamsynRecord *after)
{
  const SamsynRecord *either = before != NULL ? before : after;
  SamsynChangeType type = before == NULL  ? SAMSYN_CHANGE_CREATE
                          : after == NULL ? SAMSYN_CHANGE_DELETE
                                          : SAMSYN_CHANGE_UPDATE;
  g_autoptr (SamsynChange) change = samsyn_change_new (type, either->kind, either->id);

  for (guint i = 0; i < either->kind->n_fields; i++)
    {
      SamsynValue from = before != NULL ? samsyn_value_copy (&before->values[i]) : SAMSYN_VALUE_NULL;
      SamsynValue to = after != NULL ? samsyn_value_copy (&after->values[i]) : SAMSYN_VALUE_NULL;

      samsyn_change_add (change, either->kind->fields[i].id, &from, &to);
    }
  if (type == SAMSYN_CHANGE_UPDATE && change->fields->len == 0)
    return NULL;
  return g_steal_pointer (&change);
}

SamsynChange *
samsyn_change_invert (const SamsynChange *change)
{
  static const SamsynChangeType inverse[] = {
    [SAMSYN_CHANGE_CREATE] = SAMSYN_CHANGE_DELETE,
    [SAMSYN_CHANGE_UPDATE] = SAMSYN_CHANGE_UPDATE,
    [SAMSYN_CHANGE_DELETE] = SAMSYN_CHANGE_CREATE,
  };
  SamsynChange *back = samsyn_change_new (inverse[change->type], change->kind, change->record);

  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);
      SamsynFieldChange turned = { .field = entry->field,
                                   .before = samsyn_value_copy (&entry->after),
                                   .after = samsyn_value_copy (&entry->before) };

      g_array_append_val (back->fields, turned);
    }
  return back;
}

const SamsynFieldChange *
samsyn_change_find (const SamsynChange *change,
                    const char         *field_id)
{
  int index = samsyn_kind_field_index (change->kind, field_id);

  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);

      if ((int) entry->field == index)
        return entry;
    }
  return NULL;
}
