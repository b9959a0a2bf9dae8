/* figures.c: numbers, amounts and sums as sentences tell them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "figures.h"

#include <math.h>
#include <string.h>

#include "format-parts.h"
#include "words.h"

#define MOST_DECIMALS 12
#define NOISE 1e-12   /* relative: what is left of 0.1 + 0.2 − 0.3 */
#define LARGEST 1e15  /* whole numbers from here on are told by an exponent */

int
samsyn_figure_decimals (double number)
{
  double scale = 1;

  if (fabs (number) >= LARGEST)
    return -1;
  for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++, scale *= 10)
    if (fabs (round (number * scale) / scale - number) <= NOISE * fabs (number))
      return decimals;
  return -1;
}

/* The number with so many decimals at most, without needless zeros. */
static char *
fixed (const char *language,
       double      number,
       int         decimals)
{
  char text[400], format[8];

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (text, sizeof text, format, number);
  if (decimals > 0)
    {
      gsize end = strlen (text);

      while (text[end - 1] == '0')
        end--;
      text[text[end - 1] == '.' ? end - 1 : end] = '\0';
    }
  return samsyn_format_grouped (language, strcmp (text, "-0") == 0 ? "0" : text, 4);
}

/* “1.5e300”, without the plus and the zeros of C. */
static char *
exponential (const char *language,
             double      number)
{
  int exponent = (int) floor (log10 (fabs (number)));
  double rest = number / pow (10, exponent);
  g_autofree char *mantissa = NULL;

  rest = round (rest * 1e6) / 1e6;
  if (fabs (rest) >= 10)
    {
      rest /= 10;
      exponent++;
    }
  mantissa = fixed (language, rest, 6);
  return g_strdup_printf ("%se%d", mantissa, exponent);
}

char *
samsyn_figure_number (const char *language,
                      double      number)
{
  int decimals = samsyn_figure_decimals (number);

  return decimals < 0 ? exponential (language, number) : fixed (language, number, decimals);
}

/* Three figures at least. */
static int
decimals_for (double magnitude)
{
  return magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : 2;
}

static char *
with_sign (char    *text,
           gboolean sign)
{
  char *signed_text;

  if (!sign)
    return text;
  signed_text = g_strconcat ("+", text, NULL);
  g_free (text);
  return signed_text;
}

static const struct
{
  double      below; /* kronor */
  double      unit;
  const char *form;
} units[] = {
  /* TRANSLATORS: an amount in kronor, thousands of them, millions of them */
  { 1e3, 1, NC_ ("amount", "SEK %s") },
  { 1e7, 1e3, NC_ ("amount", "SEK %s k") },
  { INFINITY, 1e6, NC_ ("amount", "SEK %s m") },
};

char *
samsyn_figure_money (const char *language,
                     double      ore,
                     gboolean    sign)
{
  double kronor = ore / 100, magnitude = fabs (kronor);
  g_autofree char *number = NULL;
  guint i = 0;

  while (magnitude >= units[i].below && i + 1 < G_N_ELEMENTS (units))
    i++;
  magnitude /= units[i].unit;
  number = magnitude >= LARGEST ? exponential (language, kronor / units[i].unit)
                                : fixed (language, kronor / units[i].unit, i == 0 ? 2 : decimals_for (magnitude));
  number = with_sign (g_steal_pointer (&number), sign && ore > 0);
  return g_strdup_printf (samsyn_words (language, "amount", units[i].form), number);
}

char *
samsyn_figure_percent (const char *language,
                       double      percent)
{
  g_autofree char *number = with_sign (fixed (language, percent, fabs (percent) < 10 ? 1 : 0), percent > 0);

  return g_strdup_printf (samsyn_words (language, "amount", "%s %%"), number);
}

gboolean
samsyn_sum_takes (const SamsynValue *value)
{
  return value != NULL
         && (value->stored == SAMSYN_STORED_INTEGER || (value->stored == SAMSYN_STORED_REAL && isfinite (value->real)));
}

void
samsyn_sum_add (SamsynSum         *sum,
                const SamsynValue *value)
{
  sum->n_lines++;
  if (!samsyn_sum_takes (value))
    return;
  sum->n_given++;
  sum->total += samsyn_value_get_number (value, 0);
}

gboolean
samsyn_sum_is_whole (const SamsynSum *sum)
{
  return sum->n_given == sum->n_lines;
}
