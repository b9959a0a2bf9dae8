/* kinds.c: all kinds of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kinds.h"
#include "list.h"

static const SamsynKind *const kinds[] = {
  &samsyn_action_kind,
  NULL,
};

const SamsynKind *const *
samsyn_kinds (void)
{
  return kinds;
}

const SamsynKind *
samsyn_kind_find (const char *id)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_strcmp0 (kinds[i]->id, id) == 0)
      return kinds[i];
  return NULL;
}

const SamsynKind *
samsyn_field_target (const SamsynField *field)
{
  if (field->targets == NULL || field->targets[0] == NULL || field->targets[1] != NULL)
    return NULL;
  return samsyn_kind_find (field->targets[0]);
}

gboolean
samsyn_field_targets (const SamsynField *field,
                      const SamsynKind  *kind)
{
  if (field->type != SAMSYN_TYPE_REFERENCE)
    return FALSE;
  return field->targets == NULL || g_strv_contains (field->targets, kind->id);
}
