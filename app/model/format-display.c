/* format-display.c: values as a person reads them
 *
 * What is written here can be typed back: samsyn_value_parse_typed() reads it as the same value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "bent.h"
#include "date.h"
#include "format-parts.h"
#include "words.h"

static gboolean
is_swedish (const char *language)
{
  return g_str_equal (language != NULL ? language : samsyn_language (), "sv");
}

/* Swedish has the date of ISO 8601 as its usual short form; English has none that cannot be misread, so the month is a word. */
static char *
display_date (const char *language,
              const char *date)
{
  static const char *const months[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
  };
  int month;

  if (is_swedish (language) || !samsyn_date_is_valid (date))
    return g_strdup (date);
  month = (int) g_ascii_strtoll (date + 5, NULL, 10);
  return g_strdup_printf ("%d %s %.4s", (int) g_ascii_strtoll (date + 8, NULL, 10),
                          months[month - 1], date);
}

char *
samsyn_format_grouped (const char *language,
                       const char *strict,
                       gsize       grouped_from)
{
  gboolean swedish = is_swedish (language);
  GString *text = g_string_new (NULL);
  gsize whole;

  if (strpbrk (strict, "eE") != NULL)
    {
      g_string_free (text, TRUE);
      return g_strdup (strict);
    }
  if (*strict == '-')
    {
      g_string_append (text, SAMSYN_MINUS);
      strict++;
    }
  whole = strcspn (strict, ".");
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0 && whole >= grouped_from)
        g_string_append (text, swedish ? SAMSYN_NO_BREAK_SPACE : ",");
      g_string_append_c (text, strict[i]);
    }
  if (strict[whole] == '.')
    g_string_append_printf (text, "%c%s", swedish ? ',' : '.', strict + whole + 1);
  return g_string_free (text, FALSE);
}

/* Whole kronor without decimals, others with both. */
static char *
display_money (const char *language,
               gint64      ore)
{
  g_autofree char *strict = samsyn_money_format (ore);

  if (g_str_has_suffix (strict, ".00"))
    strict[strlen (strict) - 3] = '\0';
  return samsyn_format_grouped (language, strict, 4);
}

char *
samsyn_value_display (const SamsynKind  *kind,
                      const SamsynField *field,
                      const char        *language,
                      const SamsynValue *value)
{
  g_autofree char *strict
      = samsyn_value_is_bent (value) ? samsyn_bent_describe (value->bent, language) : samsyn_value_format (field, value);

  if (samsyn_value_is_null (value) || samsyn_value_is_bent (value))
    return g_steal_pointer (&strict);
  switch (field->type)
    {
    case SAMSYN_TYPE_DATE:
      return display_date (language, strict);
    case SAMSYN_TYPE_MONEY:
      return display_money (language, samsyn_value_get_integer (value, 0));
    case SAMSYN_TYPE_INTEGER:
    case SAMSYN_TYPE_NUMBER:
      return samsyn_format_grouped (language, strict, 5); /* four digits are often a year */
    case SAMSYN_TYPE_BOOLEAN:
      return g_strdup (samsyn_value_get_integer (value, 0) != 0 ? samsyn_words (language, "boolean", "Yes")
                                                                : samsyn_words (language, "boolean", "No"));
    case SAMSYN_TYPE_CHOICE:
      return g_strdup (samsyn_choice_label (kind, field, strict, language));
    case SAMSYN_TYPE_TEXT:
      return samsyn_field_known_label (field, strict, language) != NULL
                 ? g_strdup (samsyn_field_known_label (field, strict, language))
                 : g_steal_pointer (&strict);
    case SAMSYN_TYPE_LONG_TEXT:
    case SAMSYN_TYPE_BODY:
    case SAMSYN_TYPE_TIME:
    case SAMSYN_TYPE_REFERENCE:
      return g_steal_pointer (&strict);
    case SAMSYN_N_TYPES:
    default:
      g_return_val_if_reached (NULL);
    }
}
