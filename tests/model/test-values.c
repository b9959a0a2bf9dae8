/* test-values.c: what holds for every field of every kind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>

#include "kinds/kinds.h"
#include "model/format.h"
#include "random.h"

typedef void (*FieldFunc) (const SamsynKind  *kind,
                           const SamsynField *field);

static void
each_field (FieldFunc func)
{
  gboolean seen[SAMSYN_N_TYPES] = { FALSE };

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      {
        func (*kind, &(*kind)->fields[i]);
        seen[(*kind)->fields[i].type] = TRUE;
      }
  /* Types that no kind uses yet. */
  for (guint type = 0; type < SAMSYN_N_TYPES; type++)
    if (!seen[type])
      func (samsyn_kinds ()[0], &(SamsynField) { .id = "none", .label = "None", .type = type });
}

static void
assert_same (const SamsynKind  *kind,
             const SamsynField *field,
             const char        *text,
             const SamsynValue *expected,
             const SamsynValue *value)
{
  if (samsyn_value_equal (expected, value))
    return;
  g_error ("%s.%s: \"%s\" was read as another value", kind->id, field->id, text);
}

static void
strict_round_trip (const SamsynKind  *kind,
                   const SamsynField *field)
{
  for (guint i = 0; i < 50; i++)
    {
      g_auto (SamsynValue) value = random_value (field);
      g_auto (SamsynValue) back = SAMSYN_VALUE_NULL;
      g_autofree char *text = samsyn_value_format (field, &value);
      g_autoptr (GError) error = NULL;

      samsyn_value_check (field, &value, &error);
      g_assert_no_error (error);
      samsyn_value_parse (field, text, &back, &error);
      g_assert_no_error (error);
      assert_same (kind, field, text, &value, &back);
    }
}

static void
test_strict (void)
{
  each_field (strict_round_trip);
}

/* What is displayed can be typed, also in capitals. */
static void
typed_round_trip (const SamsynKind  *kind,
                  const SamsynField *field)
{
  for (guint i = 0; i < 60; i++)
    {
      const char *language = i % 2 == 0 ? "sv" : "en";
      g_auto (SamsynValue) value = random_value (field);
      g_auto (SamsynValue) back = SAMSYN_VALUE_NULL;
      g_autofree char *text = samsyn_value_display (kind, field, language, &value);
      g_autoptr (GError) error = NULL;

      if (!samsyn_value_parse_typed (kind, field, language, "2016-05-20", text, &back, &error))
        g_error ("%s.%s: \"%s\" (%s): %s", kind->id, field->id, text, language, error->message);
      assert_same (kind, field, text, &value, &back);
    }
}

static void
test_typed (void)
{
  each_field (typed_round_trip);
}

/* Each choice by its id and its label in either language, whatever language the person works in. */
static void
typed_choices (const SamsynKind  *kind,
               const SamsynField *field)
{
  static const char *const languages[] = { "sv", "en" };

  for (const SamsynChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    for (guint i = 0; i < 4; i++)
      {
        const char *typed = samsyn_choice_label (kind, field, choice->id, languages[i % 2]);
        g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;
        g_autoptr (GError) error = NULL;
        g_autofree char *upper = g_utf8_strup (typed, -1);

        if (!samsyn_value_parse_typed (kind, field, languages[i / 2], "2016-05-20", upper, &value, &error))
          g_error ("%s.%s: \"%s\" (%s): %s", kind->id, field->id, upper, languages[i / 2], error->message);
        if (i % 2 == i / 2)
          g_assert_cmpstr (samsyn_value_get_text (&value), ==, choice->id);
      }
}

static void
test_choices (void)
{
  each_field (typed_choices);
}

static int
sign (int order)
{
  return (order > 0) - (order < 0);
}

#define N_COMPARED 12

static void
total_order (const SamsynKind  *kind,
             const SamsynField *field)
{
  SamsynValue values[N_COMPARED];

  for (guint i = 0; i < N_COMPARED; i++)
    values[i] = random_value (field);
  for (guint i = 0; i < N_COMPARED; i++)
    for (guint j = 0; j < N_COMPARED; j++)
      {
        int order = sign (samsyn_value_compare (field, &values[i], &values[j]));

        g_assert_cmpint (order, ==, -sign (samsyn_value_compare (field, &values[j], &values[i])));
        g_assert_cmpint (order == 0, ==, samsyn_value_equal (&values[i], &values[j]));
        if (samsyn_value_is_null (&values[i]))
          g_assert_cmpint (order, <=, 0);
        for (guint k = 0; k < N_COMPARED; k++)
          if (order <= 0 && samsyn_value_compare (field, &values[j], &values[k]) <= 0)
            g_assert_cmpint (samsyn_value_compare (field, &values[i], &values[k]), <=, 0);
      }
  for (guint i = 0; i < N_COMPARED; i++)
    samsyn_value_clear (&values[i]);
}

static void
test_compare (void)
{
  each_field (total_order);
}

/* Choices stand in the order they are described in, not in that of their ids. */
static void
choice_order (const SamsynKind  *kind,
              const SamsynField *field)
{
  for (const SamsynChoice *choice = field->choices; choice != NULL && choice->id != NULL && choice[1].id != NULL; choice++)
    {
      g_auto (SamsynValue) a = samsyn_value_text (choice->id), b = samsyn_value_text (choice[1].id);

      g_assert_cmpint (samsyn_value_compare (field, &a, &b), <, 0);
    }
}

static void
test_choice_order (void)
{
  each_field (choice_order);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_NUMERIC, "sv_SE.UTF-8"); /* a decimal comma, which must not matter */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/values/strict", test_strict);
  g_test_add_func ("/values/typed", test_typed);
  g_test_add_func ("/values/choices", test_choices);
  g_test_add_func ("/values/compare", test_compare);
  g_test_add_func ("/values/choice-order", test_choice_order);
  return g_test_run ();
}
