/* random.c: random values and records, for tests that must hold for all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random.h"

#include <math.h>

#include "model/date.h"
#include "model/format.h"

/* Integers of every size, not mostly large ones. */
static gint64
random_integer (void)
{
  guint64 bits = (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();

  return (gint64) bits >> g_test_rand_int_range (0, 64);
}

static gint64
random_between (double minimum,
                double maximum)
{
  return (gint64) g_test_rand_double_range (minimum, maximum + 1);
}

static double
random_number (const SamsynField *field)
{
  if (field->minimum != 0 || field->maximum != 0)
    return g_test_rand_double_range (field->minimum, field->maximum);
  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      return (double) g_test_rand_int ();
    case 1:
      return g_test_rand_int () / 100.0;
    case 2:
      return ldexp (g_test_rand_double_range (-1, 1), g_test_rand_int_range (-1000, 1000));
    default:
      return 0;
    }
}

static char *
random_text (gboolean long_text)
{
  static const char *const parts[] = { "a",  "B",  "z", "Å", "ä",  "ö", "é", "ü",    "æ", "1",  "20", "007",
                                       "–",  "\"", "'", ";", "=1", "§", "%", "\\",   "<", "名", "😀", "\u00a0" };
  GString *text = g_string_new ("x");

  for (int i = g_test_rand_int_range (0, 12); i > 0; i--)
    {
      g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
      if (g_test_rand_int_range (0, 4) == 0)
        g_string_append (text, long_text ? "\n\t " : " ");
    }
  g_string_append (text, parts[g_test_rand_int_range (0, 6)]);
  return g_string_free (text, FALSE);
}

static char *
random_choice (const SamsynField *field)
{
  int n = 0;

  while (field->choices[n].id != NULL)
    n++;
  return g_strdup (field->choices[g_test_rand_int_range (0, n)].id);
}

static SamsynValue
take_text (char *text)
{
  return (SamsynValue) { .stored = SAMSYN_STORED_TEXT, .text = text };
}

/* What has happened has done so by today. */
static gint32
last_day (const SamsynField *field)
{
  return field->flags & SAMSYN_FIELD_HAPPENED ? 365000 : 3287182;
}

SamsynValue
random_value (const SamsynField *field)
{
  if (!(field->flags & SAMSYN_FIELD_REQUIRED) && g_test_rand_int_range (0, 5) == 0)
    return SAMSYN_VALUE_NULL;
  switch (field->type)
    {
    case SAMSYN_TYPE_TEXT:
      return take_text (random_text (FALSE));
    case SAMSYN_TYPE_LONG_TEXT:
    case SAMSYN_TYPE_BODY:
      return take_text (random_text (TRUE));
    case SAMSYN_TYPE_DATE:
      return take_text (samsyn_date_add_days ("1000-01-01", g_test_rand_int_range (0, last_day (field))));
    case SAMSYN_TYPE_TIME:
      return take_text (g_strdup_printf ("%02d:%02d", g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60)));
    case SAMSYN_TYPE_INTEGER:
      if (field->within != NULL)
        return samsyn_value_integer (0); /* a place in any text */
      return samsyn_value_integer (field->minimum != 0 || field->maximum != 0 ? random_between (field->minimum, field->maximum)
                                                                              : random_integer ());
    case SAMSYN_TYPE_NUMBER:
      return samsyn_value_real (random_number (field));
    case SAMSYN_TYPE_MONEY:
      return samsyn_value_integer (random_integer () % SAMSYN_MONEY_MOST);
    case SAMSYN_TYPE_BOOLEAN:
      return samsyn_value_integer (g_test_rand_int_range (0, 2));
    case SAMSYN_TYPE_CHOICE:
      return take_text (random_choice (field));
    case SAMSYN_TYPE_REFERENCE:
      return samsyn_value_integer (g_test_rand_int_range (1, G_MAXINT));
    case SAMSYN_N_TYPES:
    default:
      g_assert_not_reached ();
    }
}

SamsynRecord *
random_record (const SamsynKind *kind,
               gint64            id)
{
  SamsynRecord *record = samsyn_record_new (kind, id);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      SamsynValue value = random_value (&kind->fields[i]);

      samsyn_record_set (record, kind->fields[i].id, &value);
    }
  return record;
}
