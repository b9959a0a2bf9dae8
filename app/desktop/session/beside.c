/* beside.c: where a record stands that is made beside another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "beside.h"

#include "kinds/kinds.h"

#define FARTHEST 3 /* a status light stands in its report, that in a project */

/* What the field would be set to beside that record, 0 for nothing. */
static gint64
find_context (SamsynStore       *store,
              const SamsynField *field,
              gint64             beside,
              guint              steps)
{
  g_autoptr (SamsynRecord) record = beside != 0 ? samsyn_store_get (store, beside, NULL) : NULL;
  gint64 found = 0;

  if (record == NULL)
    return 0;
  if (samsyn_field_targets (field, record->kind))
    return beside;
  for (guint i = 0; found == 0 && steps > 1 && i < record->kind->n_fields; i++)
    if (record->kind->fields[i].flags & SAMSYN_FIELD_CONTEXT)
      found = find_context (store, field, samsyn_value_get_integer (&record->values[i], 0), steps - 1);
  return found;
}

void
samsyn_beside_fill (SamsynStore  *store,
                    SamsynRecord *record,
                    gint64        beside)
{
  g_autoptr (SamsynRecord) other = beside != 0 ? samsyn_store_get (store, beside, NULL) : NULL;

  for (guint i = 0; other != NULL && i < record->kind->n_fields; i++)
    {
      const SamsynField *field = &record->kind->fields[i];
      gint64 found;

      if (!(field->flags & SAMSYN_FIELD_CONTEXT) || !samsyn_value_is_null (&record->values[i]))
        continue;
      found = other->kind == record->kind ? samsyn_value_get_integer (&other->values[i], 0)
                                          : find_context (store, field, beside, FARTHEST);
      if (found != 0)
        record->values[i] = samsyn_value_integer (found);
    }
}
