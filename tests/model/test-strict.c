/* test-strict.c: the one form of each value that files use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <math.h>
#include <string.h>

#include "model/format.h"

static const SamsynChoice choices[] = { { "low", "Low" }, { "high", "High" }, { NULL, NULL } };

#define FIELD(...) ((const SamsynField) { .id = "field", .label = "Field", __VA_ARGS__ })

typedef struct
{
  SamsynType  type;
  const char *text;
} Good;

typedef struct
{
  SamsynType       type;
  const char      *text;
  SamsynValueError code;
} Bad;

#define SYNTAX SAMSYN_VALUE_ERROR_SYNTAX
#define RANGE SAMSYN_VALUE_ERROR_RANGE
#define ENCODING SAMSYN_VALUE_ERROR_ENCODING

/* These are read, and written as they were. */
static const Good good[] = {
  { SAMSYN_TYPE_TEXT, "Boka möte" },
  { SAMSYN_TYPE_TEXT, "  two  " },
  { SAMSYN_TYPE_LONG_TEXT, "one\n\ttwo\n" },
  { SAMSYN_TYPE_BODY, "2 kap. 7 §\n" },
  { SAMSYN_TYPE_DATE, "2016-02-29" },
  { SAMSYN_TYPE_TIME, "00:00" },
  { SAMSYN_TYPE_TIME, "23:59" },
  { SAMSYN_TYPE_INTEGER, "0" },
  { SAMSYN_TYPE_INTEGER, "-1" },
  { SAMSYN_TYPE_INTEGER, "9223372036854775807" },
  { SAMSYN_TYPE_INTEGER, "-9223372036854775808" },
  { SAMSYN_TYPE_NUMBER, "0" },
  { SAMSYN_TYPE_NUMBER, "-0.5" },
  { SAMSYN_TYPE_NUMBER, "0.1" },
  { SAMSYN_TYPE_NUMBER, "1e+20" },
  { SAMSYN_TYPE_MONEY, "0.00" },
  { SAMSYN_TYPE_MONEY, "-0.05" },
  { SAMSYN_TYPE_MONEY, "1250000.50" },
  { SAMSYN_TYPE_MONEY, "92233720368547758.07" },
  { SAMSYN_TYPE_MONEY, "-92233720368547758.08" },
  { SAMSYN_TYPE_BOOLEAN, "true" },
  { SAMSYN_TYPE_BOOLEAN, "false" },
  { SAMSYN_TYPE_CHOICE, "high" },
  { SAMSYN_TYPE_REFERENCE, "1" },
  { SAMSYN_TYPE_REFERENCE, "999999999999999" },
};

static const Bad bad[] = {
  { SAMSYN_TYPE_TEXT, "a\nb", ENCODING },
  { SAMSYN_TYPE_TEXT, "a\tb", ENCODING },
  { SAMSYN_TYPE_TEXT, "a\u2028b", ENCODING },
  { SAMSYN_TYPE_TEXT, "a\x01", ENCODING },
  { SAMSYN_TYPE_TEXT, "a\x7f", ENCODING },
  { SAMSYN_TYPE_TEXT, "a\xc2\x85", ENCODING },
  { SAMSYN_TYPE_TEXT, "a\uffff", ENCODING },
  { SAMSYN_TYPE_TEXT, "\xe5", ENCODING },
  { SAMSYN_TYPE_TEXT, "\xed\xa0\x80", ENCODING },
  { SAMSYN_TYPE_TEXT, "a\r\nb", ENCODING },
  { SAMSYN_TYPE_LONG_TEXT, "\x1b[0m", ENCODING },
  { SAMSYN_TYPE_BODY, "\xff", ENCODING },
  { SAMSYN_TYPE_DATE, "2015-02-29", SYNTAX },
  { SAMSYN_TYPE_DATE, "20160502", SYNTAX },
  { SAMSYN_TYPE_DATE, " 2016-05-02", SYNTAX },
  { SAMSYN_TYPE_DATE, "2016-05-02T00:00", SYNTAX },
  { SAMSYN_TYPE_TIME, "24:00", SYNTAX },
  { SAMSYN_TYPE_TIME, "9:30", SYNTAX },
  { SAMSYN_TYPE_TIME, "09.30", SYNTAX },
  { SAMSYN_TYPE_TIME, "09:60", SYNTAX },
  { SAMSYN_TYPE_TIME, "29:00", SYNTAX },
  { SAMSYN_TYPE_TIME, "09:3 ", SYNTAX },
  { SAMSYN_TYPE_INTEGER, "010", SYNTAX },
  { SAMSYN_TYPE_INTEGER, "+5", SYNTAX },
  { SAMSYN_TYPE_INTEGER, " 5", SYNTAX },
  { SAMSYN_TYPE_INTEGER, "5 ", SYNTAX },
  { SAMSYN_TYPE_INTEGER, "-0", SYNTAX },
  { SAMSYN_TYPE_INTEGER, "-", SYNTAX },
  { SAMSYN_TYPE_INTEGER, "5.0", SYNTAX },
  { SAMSYN_TYPE_INTEGER, "0x10", SYNTAX },
  { SAMSYN_TYPE_INTEGER, "1e3", SYNTAX },
  { SAMSYN_TYPE_INTEGER, "٣", SYNTAX },
  { SAMSYN_TYPE_INTEGER, "9223372036854775808", RANGE },
  { SAMSYN_TYPE_INTEGER, "-9223372036854775809", RANGE },
  { SAMSYN_TYPE_NUMBER, "1,5", SYNTAX },
  { SAMSYN_TYPE_NUMBER, ".5", SYNTAX },
  { SAMSYN_TYPE_NUMBER, "5.", SYNTAX },
  { SAMSYN_TYPE_NUMBER, "00.5", SYNTAX },
  { SAMSYN_TYPE_NUMBER, "+1", SYNTAX },
  { SAMSYN_TYPE_NUMBER, "1e", SYNTAX },
  { SAMSYN_TYPE_NUMBER, "nan", SYNTAX },
  { SAMSYN_TYPE_NUMBER, "inf", SYNTAX },
  { SAMSYN_TYPE_NUMBER, "-Infinity", SYNTAX },
  { SAMSYN_TYPE_NUMBER, "0x1p3", SYNTAX },
  { SAMSYN_TYPE_NUMBER, "1e999", RANGE },
  { SAMSYN_TYPE_MONEY, "1.505", SYNTAX },
  { SAMSYN_TYPE_MONEY, "1.", SYNTAX },
  { SAMSYN_TYPE_MONEY, "1,50", SYNTAX },
  { SAMSYN_TYPE_MONEY, "1 000", SYNTAX },
  { SAMSYN_TYPE_MONEY, "1e3", SYNTAX },
  { SAMSYN_TYPE_MONEY, "010", SYNTAX },
  { SAMSYN_TYPE_MONEY, "1.5kr", SYNTAX },
  { SAMSYN_TYPE_MONEY, "92233720368547758.08", RANGE },
  { SAMSYN_TYPE_BOOLEAN, "True", SYNTAX },
  { SAMSYN_TYPE_BOOLEAN, "1", SYNTAX },
  { SAMSYN_TYPE_BOOLEAN, "ja", SYNTAX },
  { SAMSYN_TYPE_CHOICE, "High", SAMSYN_VALUE_ERROR_CHOICE },
  { SAMSYN_TYPE_CHOICE, "medium", SAMSYN_VALUE_ERROR_CHOICE },
  { SAMSYN_TYPE_CHOICE, "hi", SAMSYN_VALUE_ERROR_CHOICE },
  { SAMSYN_TYPE_REFERENCE, "0", SAMSYN_VALUE_ERROR_REFERENCE },
  { SAMSYN_TYPE_REFERENCE, "-1", SAMSYN_VALUE_ERROR_REFERENCE },
  { SAMSYN_TYPE_REFERENCE, "1000000000000000", SAMSYN_VALUE_ERROR_REFERENCE },
  { SAMSYN_TYPE_REFERENCE, "99999999999999999999", SAMSYN_VALUE_ERROR_REFERENCE },
  { SAMSYN_TYPE_REFERENCE, "stad", SAMSYN_VALUE_ERROR_REFERENCE },
};

static void
test_good (void)
{
  gboolean seen[SAMSYN_N_TYPES] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      SamsynField field = FIELD (.type = good[i].type, .choices = choices);
      g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *back = NULL;

      seen[good[i].type] = samsyn_value_parse (&field, good[i].text, &value, &error);
      g_assert_no_error (error);
      back = samsyn_value_format (&field, &value);
      g_assert_cmpstr (back, ==, good[i].text);
    }
  for (guint type = 0; type < SAMSYN_N_TYPES; type++)
    g_assert_true (seen[type]);
}

/* What is refused leaves the value as it was, and is said in words. */
static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      SamsynField field = FIELD (.type = bad[i].type, .choices = choices);
      g_auto (SamsynValue) value = samsyn_value_text ("before");
      g_autoptr (GError) error = NULL;

      if (samsyn_value_parse (&field, bad[i].text, &value, &error))
        g_error ("\"%s\" was read as %s", bad[i].text, samsyn_type_id (bad[i].type));
      g_assert_error (error, SAMSYN_VALUE_ERROR, (int) bad[i].code);
      g_assert_cmpstr (error->message, !=, "");
      g_assert_cmpstr (samsyn_value_get_text (&value), ==, "before");
    }
}

static void
test_same_value (void)
{
  static const struct
  {
    SamsynType  type;
    const char *text, *back;
  } same[] = {
    { SAMSYN_TYPE_MONEY, "1", "1.00" },
    { SAMSYN_TYPE_MONEY, "-1.5", "-1.50" },
    { SAMSYN_TYPE_MONEY, "0", "0.00" },
    { SAMSYN_TYPE_MONEY, "0.0", "0.00" },
    { SAMSYN_TYPE_MONEY, "-0", "0.00" },
    { SAMSYN_TYPE_MONEY, "-0.0", "0.00" },
    { SAMSYN_TYPE_NUMBER, "-0.0", "0" },
    { SAMSYN_TYPE_NUMBER, "-0e5", "0" },
    { SAMSYN_TYPE_TEXT, "Miljo\u0308na\u0308mnden", "Miljönämnden" },
    { SAMSYN_TYPE_TEXT, "Sam\u00adverkan \ufb01", "Sam\u00adverkan \ufb01" },
    { SAMSYN_TYPE_LONG_TEXT, "a\r\nb\rc\n\r\n", "a\nb\nc\n\n" },
    { SAMSYN_TYPE_BODY, "A\u030a\r\n", "Å\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      SamsynField field = FIELD (.type = same[i].type);
      g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;
      g_autofree char *back = NULL;

      g_assert_true (samsyn_value_parse (&field, same[i].text, &value, NULL));
      back = samsyn_value_format (&field, &value);
      g_assert_cmpstr (back, ==, same[i].back);
      g_assert_true (value.stored != SAMSYN_STORED_REAL || !signbit (value.real));
    }
}

static void
test_empty (void)
{
  for (guint type = 0; type < SAMSYN_N_TYPES; type++)
    {
      SamsynField field = FIELD (.type = type, .choices = choices, .flags = SAMSYN_FIELD_REQUIRED);
      g_auto (SamsynValue) value = samsyn_value_text ("before");
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_assert_true (samsyn_value_parse (&field, "", &value, NULL));
      g_assert_true (samsyn_value_is_null (&value));
      text = samsyn_value_format (&field, &value);
      g_assert_cmpstr (text, ==, "");
      g_assert_false (samsyn_value_check (&field, &value, &error));
      g_assert_error (error, SAMSYN_VALUE_ERROR, SAMSYN_VALUE_ERROR_REQUIRED);
    }
}

/* ---- Checking -------------------------------------------------------------------------------------------------------------- */

static void
assert_check (SamsynField field,
              SamsynValue value,
              int         code) /* -1: good */
{
  g_autoptr (GError) error = NULL;

  field.choices = choices;
  samsyn_value_check (&field, &value, &error);
  if (code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, SAMSYN_VALUE_ERROR, code);
  samsyn_value_clear (&value);
}

static void
test_check (void)
{
  SamsynField share = FIELD (.type = SAMSYN_TYPE_INTEGER, .minimum = 0, .maximum = 100);
  SamsynField height = FIELD (.type = SAMSYN_TYPE_NUMBER, .minimum = -1.5, .maximum = 1.5);

  assert_check (share, samsyn_value_integer (0), -1);
  assert_check (share, samsyn_value_integer (100), -1);
  assert_check (share, samsyn_value_integer (-1), RANGE);
  assert_check (share, samsyn_value_integer (101), RANGE);
  assert_check (share, samsyn_value_real (5), SYNTAX);
  assert_check (share, samsyn_value_text ("5"), SYNTAX);
  assert_check (share, SAMSYN_VALUE_NULL, -1);
  assert_check (height, samsyn_value_real (-1.5), -1);
  assert_check (height, samsyn_value_real (1.51), RANGE);
  assert_check (height, samsyn_value_real (NAN), RANGE);
  assert_check (FIELD (.type = SAMSYN_TYPE_NUMBER), samsyn_value_real (INFINITY), RANGE);
  assert_check (FIELD (.type = SAMSYN_TYPE_NUMBER), samsyn_value_real (NAN), RANGE);
  assert_check (FIELD (.type = SAMSYN_TYPE_TEXT), samsyn_value_text (""), SYNTAX);
  assert_check (FIELD (.type = SAMSYN_TYPE_BOOLEAN), samsyn_value_integer (2), SYNTAX);
  assert_check (FIELD (.type = SAMSYN_TYPE_BODY), samsyn_value_integer (7), -1);
  assert_check (FIELD (.type = SAMSYN_TYPE_BODY), samsyn_value_text ("text"), -1);
  assert_check (FIELD (.type = SAMSYN_TYPE_BODY), samsyn_value_integer (0), SAMSYN_VALUE_ERROR_REFERENCE);
  assert_check (FIELD (.type = SAMSYN_TYPE_CHOICE), samsyn_value_text ("other"), SAMSYN_VALUE_ERROR_CHOICE);
}

/* ---- Writing anew ---------------------------------------------------------------------------------------------------------- */

static void
assert_new (SamsynType  type,
            SamsynValue value,
            gboolean    good_too)
{
  SamsynField field = FIELD (.type = type);
  g_autoptr (GError) error = NULL;

  /* What was accepted once stays good. */
  g_assert_true (samsyn_value_check (&field, &value, NULL));
  g_assert_cmpint (samsyn_value_check_new (&field, &value, &error), ==, good_too);
  g_assert_true (good_too == (error == NULL));
  samsyn_value_clear (&value);
}

/* Words of 99 letters, and a last one that takes two bytes. */
static SamsynValue
long_text (gint64 length)
{
  g_autofree char *words = g_strnfill ((gsize) length - 1, 'a'), *text = NULL;

  for (gint64 i = 99; i < length - 1; i += 100)
    words[i] = ' ';
  text = g_strconcat (words, "ö", NULL);
  return samsyn_value_text (text);
}

static void
test_new_word (void)
{
  g_autofree char *most = g_strnfill (5000, 'a'), *more = g_strnfill (5001, 'a'), *parted = g_strconcat (most, "-", most, NULL);

  assert_new (SAMSYN_TYPE_LONG_TEXT, samsyn_value_text (most), TRUE);
  assert_new (SAMSYN_TYPE_LONG_TEXT, samsyn_value_text (parted), TRUE);
  assert_new (SAMSYN_TYPE_LONG_TEXT, samsyn_value_text (more), FALSE);
  assert_new (SAMSYN_TYPE_BODY, samsyn_value_text (more), FALSE);
}

static void
test_new_length (void)
{
  const SamsynType types[] = { SAMSYN_TYPE_TEXT, SAMSYN_TYPE_LONG_TEXT, SAMSYN_TYPE_BODY };

  g_assert_cmpint (samsyn_type_longest (SAMSYN_TYPE_TEXT), ==, 1000);
  g_assert_cmpint (samsyn_type_longest (SAMSYN_TYPE_LONG_TEXT), ==, 200000);
  g_assert_cmpint (samsyn_type_longest (SAMSYN_TYPE_BODY), ==, 20000000);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      assert_new (types[i], long_text (samsyn_type_longest (types[i])), TRUE);
      assert_new (types[i], long_text (samsyn_type_longest (types[i]) + 1), FALSE);
    }
}

static void
test_new_blank (void)
{
  static const char *const blank[]
      = { " ", "\u00a0", "\u200b", "\u00ad", "\u2060", "\ufeff \u202f", "\u3000", "\u2800", "\u3164", "\ufe0f" };

  for (guint i = 0; i < G_N_ELEMENTS (blank); i++)
    {
      g_autofree char *with_letter = g_strconcat (blank[i], "a", blank[i], NULL);

      assert_new (SAMSYN_TYPE_TEXT, samsyn_value_text (blank[i]), FALSE);
      assert_new (SAMSYN_TYPE_LONG_TEXT, samsyn_value_text (blank[i]), FALSE);
      assert_new (SAMSYN_TYPE_TEXT, samsyn_value_text (with_letter), TRUE);
    }
  assert_new (SAMSYN_TYPE_TEXT, samsyn_value_text ("–"), TRUE);
}

static void
test_new_amount (void)
{
  assert_new (SAMSYN_TYPE_MONEY, samsyn_value_integer (SAMSYN_MONEY_MOST), TRUE);
  assert_new (SAMSYN_TYPE_MONEY, samsyn_value_integer (-SAMSYN_MONEY_MOST), TRUE);
  assert_new (SAMSYN_TYPE_MONEY, samsyn_value_integer (SAMSYN_MONEY_MOST + 1), FALSE);
  assert_new (SAMSYN_TYPE_MONEY, samsyn_value_integer (-SAMSYN_MONEY_MOST - 1), FALSE);
  assert_new (SAMSYN_TYPE_MONEY, samsyn_value_integer (G_MININT64), FALSE);
  assert_new (SAMSYN_TYPE_INTEGER, samsyn_value_integer (SAMSYN_MONEY_MOST + 1), TRUE);
}

/* Every stored class but the type's own is refused. */
static void
test_stored (void)
{
  for (guint type = 0; type < SAMSYN_N_TYPES; type++)
    {
      SamsynStored stored = samsyn_type_stored (type);

      if (stored != SAMSYN_STORED_INTEGER)
        assert_check (FIELD (.type = type), samsyn_value_integer (1), SYNTAX);
      if (stored != SAMSYN_STORED_REAL)
        assert_check (FIELD (.type = type), samsyn_value_real (1), SYNTAX);
      if (stored != SAMSYN_STORED_TEXT && type != SAMSYN_TYPE_BODY)
        assert_check (FIELD (.type = type), samsyn_value_text ("1"), SYNTAX);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_NUMERIC, "sv_SE.UTF-8"); /* a decimal comma, which must not matter */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strict/good", test_good);
  g_test_add_func ("/strict/bad", test_bad);
  g_test_add_func ("/strict/same-value", test_same_value);
  g_test_add_func ("/strict/empty", test_empty);
  g_test_add_func ("/strict/check", test_check);
  g_test_add_func ("/strict/stored", test_stored);
  g_test_add_func ("/strict/new/length", test_new_length);
  g_test_add_func ("/strict/new/word", test_new_word);
  g_test_add_func ("/strict/new/blank", test_new_blank);
  g_test_add_func ("/strict/new/amount", test_new_amount);
  return g_test_run ();
}
