/* kind.c: what there is to know about one kind of record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kind.h"

#include "words.h"

static const char *const areas[SAMSYN_N_AREAS] = {
  [SAMSYN_AREA_RESPONSIBILITY] = NC_ ("area", "Responsibility"),
  [SAMSYN_AREA_PROJECTS] = NC_ ("area", "Projects"),
  [SAMSYN_AREA_STEERING] = NC_ ("area", "Steering"),
  [SAMSYN_AREA_AGREEMENTS] = NC_ ("area", "Agreements"),
  [SAMSYN_AREA_SOURCES] = NC_ ("area", "Sources"),
  [SAMSYN_AREA_WORKSPACE] = NC_ ("area", "Workspace"),
};

int
samsyn_kind_field_index (const SamsynKind *kind,
                         const char       *field_id)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_strcmp0 (kind->fields[i].id, field_id) == 0)
      return (int) i;
  return -1;
}

const SamsynField *
samsyn_kind_field (const SamsynKind *kind,
                   const char       *field_id)
{
  int index = samsyn_kind_field_index (kind, field_id);

  return index < 0 ? NULL : &kind->fields[index];
}

const SamsynDerived *
samsyn_kind_derived (const SamsynKind *kind,
                     const char       *id)
{
  for (const SamsynDerived *derived = kind->derived; derived != NULL && derived->id != NULL; derived++)
    if (g_strcmp0 (derived->id, id) == 0)
      return derived;
  return NULL;
}

const char *
samsyn_kind_label (const SamsynKind *kind,
                   const char       *language)
{
  return samsyn_words (language, "kind", kind->label);
}

const char *
samsyn_kind_plural (const SamsynKind *kind,
                    const char       *language)
{
  return samsyn_words (language, "kinds", kind->plural);
}

const char *
samsyn_field_label (const SamsynField *field,
                    const char        *language)
{
  return samsyn_words (language, "field", field->label);
}

const char *
samsyn_derived_label (const SamsynDerived *derived,
                      const char          *language)
{
  return samsyn_words (language, "field", derived->label);
}

const char *
samsyn_group_label (const SamsynGroup *group,
                    const char        *language)
{
  return samsyn_words (language, "group", group->label);
}

const char *
samsyn_area_label (SamsynArea  area,
                   const char *language)
{
  g_return_val_if_fail (area < SAMSYN_N_AREAS, NULL);
  return samsyn_words (language, "area", areas[area]);
}

const char *
samsyn_choice_label (const SamsynKind  *kind,
                     const SamsynField *field,
                     const char        *choice_id,
                     const char        *language)
{
  const SamsynChoice *choice = samsyn_field_find_choice (field, choice_id);
  char context[128];

  if (choice == NULL)
    return choice_id;
  g_snprintf (context, sizeof context, "%s.%s", kind->id, field->id);
  return samsyn_words (language, context, choice->label);
}
