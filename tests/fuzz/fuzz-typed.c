/* fuzz-typed.c: random text typed into every type of field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kinds/kinds.h"
#include "model/format.h"
#include "fuzz.h"

static const char *const languages[] = { "sv", "en" };

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

/* What is shown of a value reads as the same value. */
static void
check_display (const SamsynKind  *kind,
               const SamsynField *field,
               const char        *language,
               const SamsynValue *value)
{
  g_autofree char *shown = samsyn_value_display (kind, field, language, value);
  g_auto (SamsynValue) again = SAMSYN_VALUE_NULL;

  g_assert_true (g_utf8_validate (shown, -1, NULL));
  if (!samsyn_value_parse_typed (kind, field, language, "2016-11-22", shown, &again, NULL) || !samsyn_value_equal (value, &again))
    g_error ("%s.%s in %s: shown as “%s”, which reads otherwise", kind->id, field->id, language, shown);
}

static void
check_strict (const SamsynField *field,
              const SamsynValue *value)
{
  g_autofree char *text = samsyn_value_format (field, value);
  g_auto (SamsynValue) again = SAMSYN_VALUE_NULL;

  if (!samsyn_value_parse (field, text, &again, NULL) || !samsyn_value_equal (value, &again))
    g_error ("%s: written as “%s”, which reads otherwise", field->id, text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  FuzzInput input = { data, data + size };
  const SamsynKind *const *kinds = samsyn_kinds ();
  guint n_kinds = 0, kind;
  const SamsynField *field;
  const char *language;
  g_autofree char *text = NULL;
  g_auto (SamsynValue) typed = SAMSYN_VALUE_NULL, strict = SAMSYN_VALUE_NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  while (kinds[n_kinds] != NULL)
    n_kinds++;
  kind = fuzz_byte (&input) % n_kinds;
  field = &kinds[kind]->fields[fuzz_byte (&input) % kinds[kind]->n_fields];
  language = languages[fuzz_byte (&input) % G_N_ELEMENTS (languages)];
  text = fuzz_bytes (&input, 4096, &length);
  if (samsyn_value_parse_typed (kinds[kind], field, language, "2016-11-22", text, &typed, &error))
    {
      check_display (kinds[kind], field, language, &typed);
      check_strict (field, &typed);
    }
  else
    g_assert_true (error != NULL && g_utf8_validate (error->message, -1, NULL));
  if (samsyn_value_parse (field, text, &strict, NULL))
    check_strict (field, &strict);
  return 0;
}
