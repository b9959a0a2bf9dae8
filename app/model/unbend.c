/* unbend.c: what is put back in place of a bent value
 *
 * Undo and the past write what was once there; what is bent is never written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "door.h"

gboolean
samsyn_bent_is_storable (const SamsynField *field,
                         const SamsynValue *value)
{
  static const SamsynRaw classes[] = {
    [SAMSYN_STORED_INTEGER] = SAMSYN_RAW_INTEGER,
    [SAMSYN_STORED_REAL] = SAMSYN_RAW_REAL,
    [SAMSYN_STORED_TEXT] = SAMSYN_RAW_TEXT,
  };
  const SamsynBent *bent = samsyn_value_get_bent (value);

  return bent == NULL || bent->raw == SAMSYN_RAW_NULL || bent->raw == classes[samsyn_type_stored (field->type)];
}

/* What fits a required field best; null where nothing does. */
static SamsynValue
fill (const SamsynField *field,
      const SamsynValue *value)
{
  g_autofree char *shown = NULL;

  switch (field->type)
    {
    case SAMSYN_TYPE_TEXT:
    case SAMSYN_TYPE_LONG_TEXT:
      shown = samsyn_bent_describe (value->bent, NULL);
      return samsyn_value_text (shown);
    case SAMSYN_TYPE_CHOICE:
      return samsyn_value_text (field->choices[0].id);
    case SAMSYN_TYPE_INTEGER:
      return samsyn_value_integer ((gint64) field->minimum);
    case SAMSYN_TYPE_NUMBER:
      return samsyn_value_real (field->minimum);
    case SAMSYN_TYPE_MONEY:
    case SAMSYN_TYPE_BOOLEAN:
      return samsyn_value_integer (0);
    case SAMSYN_TYPE_DATE:
    case SAMSYN_TYPE_TIME:
    case SAMSYN_TYPE_BODY:
    case SAMSYN_TYPE_REFERENCE:
    case SAMSYN_N_TYPES:
    default:
      return SAMSYN_VALUE_NULL;
    }
}

gboolean
samsyn_change_unbend (SamsynChange *change,
                      gboolean      keep)
{
  for (guint i = change->fields->len; i > 0; i--)
    {
      SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i - 1);
      const SamsynField *field = &change->kind->fields[entry->field];
      gboolean required = (field->flags & SAMSYN_FIELD_REQUIRED) != 0;
      SamsynValue instead = SAMSYN_VALUE_NULL;

      if (!samsyn_value_is_bent (&entry->after))
        continue;
      if (keep && samsyn_bent_is_storable (field, &entry->after) && !(required && entry->after.bent->raw == SAMSYN_RAW_NULL))
        continue;
      if (required && change->type == SAMSYN_CHANGE_UPDATE)
        {
          g_array_remove_index (change->fields, i - 1);
          continue;
        }
      if (required)
        instead = fill (field, &entry->after);
      if (required && samsyn_value_is_null (&instead))
        return FALSE;
      samsyn_value_take (&entry->after, &instead);
    }
  return TRUE;
}
