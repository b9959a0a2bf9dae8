/* typed-number.c: numbers and amounts as a person types them
 *
 * "1 250 000,50", "1.250.000,50", "1,250,000.50", "1250000.5", "2,5 tkr", "SEK 100".  Where the last mark could both group
 * digits and set off decimals the language decides if it can; otherwise the text is refused, never guessed at: a
 * thousandfold error in a budget is worse than a question.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "format-parts.h"
#include "words.h"

/* Units that may stand after or before, longest first; `power` is how many places the decimal mark moves. */
static const struct
{
  const char *unit;
  guint       power;
  gboolean    money;
} units[] = {
  { "kronor", 0, TRUE }, { "mnkr", 6, TRUE }, { "msek", 6, TRUE }, { "ksek", 3, TRUE }, { "mkr", 6, TRUE }, { "tkr", 3, TRUE },
  { "sek", 0, TRUE },    { "kr.", 0, TRUE },  { "kr", 0, TRUE },   { ":-", 0, TRUE },   { "%", 0, FALSE },
};

/* A number taken apart. */
typedef struct
{
  gboolean negative;
  GString *whole; /* digits */
  GString *decimals;
  guint    power;
} Number;

/* Takes a unit off the end or the beginning. */
static void
take_unit (char    *text,
           gboolean money,
           guint   *power)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize length = strlen (units[i].unit);

      if (units[i].money != money)
        continue;
      if (g_str_has_suffix (text, units[i].unit))
        text[strlen (text) - length] = '\0';
      else if (g_str_has_prefix (text, units[i].unit))
        memset (text, ' ', length);
      else
        continue;
      *power = units[i].power;
      g_strstrip (text);
      return;
    }
}

/* Whether a mark at `mark` that stands alone among the digits may as well group them: "1.250", not "0.250" or "1250.500". */
static gboolean
can_group (const char *text,
           const char *mark)
{
  return mark - text >= 1 && mark - text <= 3 && *text != '0' && strlen (mark + 1) == 3;
}

/* Finds the decimal mark in digits with separators; NULL if there is none.  FALSE if it could be read in two ways. */
static gboolean
find_decimal_mark (const char  *text,
                   gboolean     swedish,
                   const char **mark)
{
  const char *last = NULL;
  guint n_points = 0, n_commas = 0, n_spaces = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      n_points += *at == '.';
      n_commas += *at == ',';
      n_spaces += *at == ' ';
      if (*at == '.' || *at == ',')
        last = at;
    }
  *mark = NULL;
  if (last == NULL || (*last == '.' ? n_points : n_commas) > 1)
    return TRUE;
  *mark = last;
  if (n_points + n_commas + n_spaces > 1 || *last == (swedish ? ',' : '.') || !can_group (text, last))
    return TRUE;
  if (swedish)
    return FALSE;
  *mark = NULL; /* "1,250" is how English writes 1250 */
  return TRUE;
}

/* Reads digits, in one piece or grouped by threes with one and the same mark. */
static gboolean
read_whole (const char *text,
            gsize       length,
            GString    *digits)
{
  gsize first = 0, group = 0;
  char separator = '\0';

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (text[i]))
        {
          g_string_append_c (digits, text[i]);
          group++;
          continue;
        }
      if (strchr (" .,", text[i]) == NULL || (separator != '\0' && (text[i] != separator || group != 3)))
        return FALSE;
      if (separator == '\0')
        first = group;
      separator = text[i];
      group = 0;
    }
  return digits->len > 0 && (separator == '\0' || (group == 3 && first >= 1 && first <= 3));
}

/* Says how each of the two readings is written, for a mark that is a group's or a decimal one. */
static gboolean
fail_ambiguous (const char *language,
                const char *text,
                const char *mark,
                GError    **error)
{
  g_autofree char *grouped = g_strdup_printf ("%.*s%s", (int) (mark - text), text, mark + 1);
  g_autofree char *decimal = g_strdup_printf ("%.*s,%s", (int) (mark - text), text, mark + 1);

  while (g_str_has_suffix (decimal, "0") && strchr (decimal, ',') != NULL)
    decimal[strlen (decimal) - 1] = '\0';
  if (g_str_has_suffix (decimal, ","))
    decimal[strlen (decimal) - 1] = '\0';
  g_set_error (error, SAMSYN_VALUE_ERROR, SAMSYN_VALUE_ERROR_SYNTAX,
               samsyn_words (language, NULL, "can be read in two ways: write %s or %s"), grouped, decimal);
  return FALSE;
}

static gboolean
read_number (const char *language,
             char       *text,
             Number     *number,
             GError    **error)
{
  const char *mark = NULL;
  gsize whole;

  if (*text == '-' || *text == '+')
    {
      number->negative = *text == '-';
      *text = ' ';
      g_strchug (text);
    }
  if (!find_decimal_mark (text, g_str_equal (language, "sv"), &mark))
    return fail_ambiguous (language, text, mark, error);
  whole = mark != NULL ? (gsize) (mark - text) : strlen (text);
  if (mark != NULL)
    g_string_append (number->decimals, mark + 1);
  if (!read_whole (text, whole, number->whole) ||
      strspn (number->decimals->str, "0123456789") != number->decimals->len || (mark != NULL && number->decimals->len == 0))
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_SYNTAX, language, N_ ("is not a number"));
  return TRUE;
}

/* The strict form: the decimal mark moved, no needless zeros. */
static char *
write_number (Number *number)
{
  gsize zeros;

  for (; number->power > 0; number->power--)
    {
      g_string_append_c (number->whole, number->decimals->len > 0 ? number->decimals->str[0] : '0');
      g_string_erase (number->decimals, 0, number->decimals->len > 0 ? 1 : 0);
    }
  while (number->decimals->len > 0 && number->decimals->str[number->decimals->len - 1] == '0')
    g_string_truncate (number->decimals, number->decimals->len - 1);
  zeros = strspn (number->whole->str, "0");
  g_string_erase (number->whole, 0, (gssize) (zeros == number->whole->len ? zeros - 1 : zeros));
  if (number->decimals->len == 0 && g_str_equal (number->whole->str, "0"))
    number->negative = FALSE;
  return g_strdup_printf ("%s%s%s%s", number->negative ? "-" : "", number->whole->str, number->decimals->len > 0 ? "." : "",
                          number->decimals->str);
}

char *
samsyn_typed_number (const char *language,
                     gboolean    money,
                     const char *text,
                     GError    **error)
{
  g_autofree char *tidy = samsyn_typed_tidy (text);
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) decimals = g_string_new (NULL);
  Number number = { .whole = whole, .decimals = decimals };
  g_autofree char *strict = NULL;

  if (!money && strspn (tidy, "-0123456789.e+") == strlen (tidy) && strchr (tidy, 'e') != NULL)
    return g_strdup (tidy); /* the strict form of very large and very small numbers */
  take_unit (tidy, money, &number.power);
  if (!read_number (language, tidy, &number, error))
    return NULL;
  strict = write_number (&number);
  if (money && decimals->len > 2)
    {
      samsyn_format_fail (error, SAMSYN_VALUE_ERROR_SYNTAX, language, N_ ("has more than two decimals"));
      return NULL;
    }
  return g_steal_pointer (&strict);
}
