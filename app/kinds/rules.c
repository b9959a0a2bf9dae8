/* rules.c: what the checks of several kinds have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rules.h"

#include "model/words.h"

static const char *
label (const SamsynRecord *record,
       const char         *field)
{
  return samsyn_field_label (samsyn_kind_field (record->kind, field), NULL);
}

const char *
samsyn_rule_order (const SamsynRecord *record,
                   const char         *first,
                   const char         *last,
                   char              **reason)
{
  const char *from = samsyn_record_text (record, first), *to = samsyn_record_text (record, last);

  /* ISO 8601 dates sort as text. */
  if (from == NULL || to == NULL || strcmp (from, to) <= 0)
    return NULL;
  /* TRANSLATORS: the labels of two date fields, as in "Ends on can't be before Starts on." */
  *reason = g_strdup_printf (_ ("“%s” can't be before “%s”."), label (record, last), label (record, first));
  return last;
}

const char *
samsyn_rule_range (const SamsynRecord *record,
                   const char         *low,
                   const char         *high,
                   char              **reason)
{
  const SamsynValue *from = samsyn_record_get (record, low), *to = samsyn_record_get (record, high);

  if (samsyn_value_is_null (from) || samsyn_value_is_null (to)
      || samsyn_value_get_number (from, 0) <= samsyn_value_get_number (to, 0))
    return NULL;
  /* TRANSLATORS: the labels of two number fields */
  *reason = g_strdup_printf (_ ("“%s” can't be less than “%s”."), label (record, high), label (record, low));
  return high;
}

const char *
samsyn_rule_not_yet (const SamsynRecord *record,
                     const char         *field,
                     const char         *choice,
                     const char         *then,
                     char              **reason)
{
  const SamsynKind *kind = record->kind;

  if (g_strcmp0 (samsyn_record_text (record, field), choice) != 0 || samsyn_value_is_null (samsyn_record_get (record, then)))
    return NULL;
  /* TRANSLATORS: the labels of a field with choices, of its choice, and of another field: "While “Status” is “Planned”, …" */
  *reason = g_strdup_printf (_ ("While “%s” is “%s”, “%s” can't be given: choose another, or leave it empty."),
                             label (record, field), samsyn_choice_label (kind, samsyn_kind_field (kind, field), choice, NULL),
                             label (record, then));
  return then;
}

const char *
samsyn_rule_not_itself (const SamsynRecord *record,
                        const char         *field,
                        char              **reason)
{
  if (record->id == 0 || samsyn_value_get_integer (samsyn_record_get (record, field), 0) != record->id)
    return NULL;
  *reason = g_strdup (_ ("A record can't refer to itself here; choose another record."));
  return field;
}
