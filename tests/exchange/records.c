/* records.c: documents of records made from the descriptions of the kinds, for tests of the import
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "records.h"

/* The kinds that references to any record lead to, in turn: a record may have two that must differ. */
static const char *const any_kinds[] = { "process", "person" };

static char *
good_choice (const SamsynField *field,
             gboolean           other)
{
  const SamsynChoice *choice = field->choices;

  /* The last one differs from the first one, so that the two records don't share a unique set. */
  while (!other && choice[1].id != NULL)
    choice++;
  return g_strdup_printf ("\"%s\"", choice->id);
}

/* The other records refer to other records, so that the two don't share a unique set; no record is its own parent. */
static char *
good_reference (const SamsynKind  *kind,
                const SamsynField *field,
                gboolean           other)
{
  const char *target = field->targets != NULL ? field->targets[0] : any_kinds[(field - kind->fields) % 2];

  return g_strdup_printf ("\"%s%s\"", target, other || g_str_equal (target, kind->id) ? "-other" : "");
}

/* A good value of the field, as JSON. */
static char *
good_value (const SamsynKind  *kind,
            const SamsynField *field,
            gboolean           other)
{
  switch (field->type)
    {
    case SAMSYN_TYPE_TEXT:
    case SAMSYN_TYPE_LONG_TEXT:
    case SAMSYN_TYPE_BODY:
      return g_strdup_printf ("\"Åtgärd \\\"%s\\\" %s\"", field->id, other ? "andra" : "första");
    case SAMSYN_TYPE_DATE:
      return g_strdup ("\"2016-05-20\"");
    case SAMSYN_TYPE_TIME:
      return g_strdup ("\"13:00\"");
    case SAMSYN_TYPE_INTEGER:
      return g_strdup_printf ("%d", (int) MAX (field->minimum, 1) + other);
    case SAMSYN_TYPE_NUMBER:
      return g_strdup ("1.5");
    case SAMSYN_TYPE_MONEY:
      return g_strdup ("\"1250000.50\"");
    case SAMSYN_TYPE_BOOLEAN:
      return g_strdup ("true");
    case SAMSYN_TYPE_CHOICE:
      return good_choice (field, other);
    case SAMSYN_TYPE_REFERENCE:
      return good_reference (kind, field, other);
    case SAMSYN_N_TYPES:
      break;
    }
  g_assert_not_reached ();
}

/* The other records refer only to what they must, or they would refer to each other in a circle. */
static gboolean
is_given (const SamsynField *field,
          gboolean           other)
{
  return !other || (field->flags & SAMSYN_FIELD_REQUIRED)
         || (field->type != SAMSYN_TYPE_REFERENCE && field->type != SAMSYN_TYPE_DATE && field->type != SAMSYN_TYPE_CHOICE);
}

static void
append_record (GString           *out,
               const SamsynKind  *kind,
               gboolean           other,
               const SamsynField *changed,
               const char        *raw)
{
  g_string_append_printf (out, "%s{\"kind\": \"%s\", \"key\": \"%s%s\"", out->str[out->len - 1] == '[' ? "\n" : ",\n", kind->id,
                          kind->id, other ? "-other" : "");
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SamsynField *field = &kind->fields[i];
      g_autofree char *value = field == changed          ? g_strdup (raw)
                               : is_given (field, other) ? good_value (kind, field, other)
                                                         : NULL;

      if (value != NULL)
        g_string_append_printf (out, ", \"%s\": %s", field->id, value);
    }
  g_string_append_c (out, '}');
}

char *
samsyn_test_records (const SamsynKind  *kind,
                     const SamsynField *field,
                     const char        *raw)
{
  GString *out = g_string_new ("{\"samsyn\": 1, \"records\": [");

  for (guint i = 0; samsyn_kinds ()[i] != NULL; i++)
    {
      append_record (out, samsyn_kinds ()[i], TRUE, NULL, NULL);
      append_record (out, samsyn_kinds ()[i], FALSE, samsyn_kinds ()[i] == kind ? field : NULL, raw);
    }
  g_string_append (out, "\n]}\n");
  return g_string_free (out, FALSE);
}

guint
samsyn_test_record_index (const SamsynKind *kind)
{
  guint i = 0;

  while (samsyn_kinds ()[i] != kind)
    i++;
  return 2 * i + 1;
}
