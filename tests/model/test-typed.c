/* test-typed.c: what a person types, and reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include "kinds/kinds.h"
#include "model/format.h"

#define FRIDAY "2016-05-20"
#define BOTH NULL

typedef struct
{
  const char *language; /* BOTH: in either */
  const char *typed;
  const char *strict; /* NULL: refused */
} Case;

static const Case dates[] = {
  { BOTH, "2016-05-02", "2016-05-02" },
  { BOTH, " 2016-5-2 ", "2016-05-02" },
  { BOTH, "2016/05/02", "2016-05-02" },
  { BOTH, "20160502", "2016-05-02" },
  { BOTH, "2/5", "2016-05-02" },
  { BOTH, "02/05", "2016-05-02" },
  { BOTH, "2/5 2017", "2017-05-02" },
  { BOTH, "2/5/2017", "2017-05-02" },
  { BOTH, "2/5-2017", "2017-05-02" },
  { BOTH, "2 maj", "2016-05-02" },
  { BOTH, "den 2 maj", "2016-05-02" },
  { BOTH, "2 Maj 2016", "2016-05-02" },
  { BOTH, "2 jan.", "2016-01-02" },
  { BOTH, "30 sept 2016", "2016-09-30" },
  { BOTH, "May 2", "2016-05-02" },
  { BOTH, "May 2, 2017", "2017-05-02" },
  { BOTH, "2 May 2016", "2016-05-02" },
  { BOTH, "24 december", "2015-12-24" }, /* 149 days ago, 218 ahead */
  { BOTH, "29/2", "2016-02-29" },
  { BOTH, "fredag", "2016-05-20" },
  { BOTH, "Friday", "2016-05-20" },
  { BOTH, "på torsdag", "2016-05-26" },
  { BOTH, "on Thursday", "2016-05-26" },
  { BOTH, "LÖRDAG", "2016-05-21" },
  { BOTH, "mån", "2016-05-23" },
  { BOTH, "wed", "2016-05-25" },
  { BOTH, "idag", "2016-05-20" },
  { BOTH, "i dag", "2016-05-20" },
  { BOTH, "today", "2016-05-20" },
  { BOTH, "i\u00a0morgon", "2016-05-21" },
  { BOTH, "imorgon", "2016-05-21" },
  { BOTH, "Tomorrow", "2016-05-21" },
  { BOTH, "igår", "2016-05-19" },
  { BOTH, "iga\u030ar", "2016-05-19" },
  { BOTH, "yesterday", "2016-05-19" },
  { BOTH, "+14", "2016-06-03" },
  { BOTH, "-7", "2016-05-13" },
  { BOTH, "\u22127", "2016-05-13" },
  { BOTH, "v 23", "2016-06-06" },
  { BOTH, "v23", "2016-06-06" },
  { BOTH, "v. 23", "2016-06-06" },
  { BOTH, "Vecka 23", "2016-06-06" },
  { BOTH, "week 23", "2016-06-06" },
  { BOTH, "vecka 1 2017", "2017-01-02" },
  { BOTH, "v 53", "2015-12-28" },
  { BOTH, "v 53 2016", NULL },
  { BOTH, "v 54", NULL },
  { BOTH, "5/13", NULL },
  { BOTH, "31/4", NULL },
  { BOTH, "29/2 2015", NULL },
  { BOTH, "2015-02-29", NULL },
  { BOTH, "2/5 16", NULL },
  { BOTH, "160502", NULL },
  { BOTH, "2 ma", NULL },
  { BOTH, "2 foo", NULL },
  { BOTH, "maj", NULL },
  { BOTH, "2", NULL },
  { BOTH, "snart", NULL },
  { BOTH, "0/5", NULL },
};

static const Case times[] = {
  { BOTH, "9", "09:00" },      { BOTH, "9.30", "09:30" },  { BOTH, "0930", "09:30" }, { BOTH, "930", "09:30" },
  { BOTH, "9:30", "09:30" },   { BOTH, "kl 13", "13:00" }, { BOTH, "kl. 13.15", "13:15" }, { BOTH, "Kl 1315", "13:15" },
  { BOTH, " 23:59 ", "23:59" }, { BOTH, "0", "00:00" },    { BOTH, "24", NULL },      { BOTH, "9.60", NULL },
  { BOTH, "9.3", NULL },       { BOTH, "12345", NULL },    { BOTH, "kl", NULL },      { BOTH, "noon", NULL },
};

static const Case amounts[] = {
  { BOTH, "1 250 000,50", "1250000.50" },
  { BOTH, "1\u00a0250\u00a0000,50", "1250000.50" },
  { BOTH, "1\u202f250\u202f000,50", "1250000.50" },
  { BOTH, "1.250.000,50", "1250000.50" },
  { BOTH, "1,250,000.50", "1250000.50" },
  { BOTH, "1250000.5", "1250000.50" },
  { BOTH, "1250000,5", "1250000.50" },
  { BOTH, "1.250.000", "1250000.00" },
  { BOTH, "1,250,000", "1250000.00" },
  { BOTH, "1250.50", "1250.50" },
  { BOTH, "0.5", "0.50" },
  { BOTH, "007", "7.00" },
  { BOTH, "+5", "5.00" },
  { BOTH, "-5,5", "-5.50" },
  { BOTH, "\u22125,5", "-5.50" },
  { BOTH, "-0", "0.00" },
  { BOTH, "100 kr", "100.00" },
  { BOTH, "100kr", "100.00" },
  { BOTH, "100:-", "100.00" },
  { BOTH, "SEK 100", "100.00" },
  { BOTH, "100 kronor", "100.00" },
  { BOTH, "2,5 tkr", "2500.00" },
  { BOTH, "2,5 mkr", "2500000.00" },
  { BOTH, "12,345678 Mkr", "12345678.00" },
  { BOTH, "1 250 tkr", "1250000.00" },
  { BOTH, "0,00001 tkr", "0.01" },
  { BOTH, "0,000001 tkr", NULL },
  { "sv", "1.250", NULL },
  { "sv", "1.250 tkr", NULL },
  { "sv", "1,250", "1.25" },
  { "en", "1,250", "1250.00" },
  { "en", "1.250", "1.25" },
  { "sv", "1,255", NULL },
  { "en", "1,255", "1255.00" },
  { BOTH, "12 50", NULL },
  { BOTH, "1 2500", NULL },
  { BOTH, "1 250.000,50", NULL },
  { BOTH, "1250 000", NULL },
  { BOTH, "1,250,00", NULL },
  { BOTH, "1.25.000", NULL },
  { BOTH, ",50", NULL },
  { BOTH, "5,", NULL },
  { BOTH, "5-", NULL },
  { BOTH, "--5", NULL },
  { BOTH, "kr", NULL },
  { BOTH, "1e5", NULL },
  { BOTH, "5 %", NULL },
  { BOTH, "nan", NULL },
  { BOTH, "99999999999999999999", NULL },
  { BOTH, "999999999999 mkr", NULL },
};

static const Case integers[] = {
  { BOTH, "5", "5" },      { BOTH, "1 250", "1250" },   { BOTH, "50 %", "50" },  { BOTH, "\u22123", "-3" },
  { "en", "1,250", "1250" },
  { BOTH, "5,5", NULL },   { BOTH, "5 kr", NULL },      { BOTH, "five", NULL },  { "sv", "1.250", NULL },   { BOTH, "5,0", "5" },
};

static const Case numbers[] = {
  { BOTH, "2,5", "2.5" },     { BOTH, "2.5", "2.5" },     { BOTH, "0,125", "0.125" }, { BOTH, "0.125", "0.125" },
  { BOTH, "1e+20", "1e+20" }, { BOTH, "-1e-07", "-1e-07" }, { BOTH, "12,5 %", "12.5" }, { "sv", "1,250", "1.25" },
  { "en", "1,250", "1250" },  { "sv", "1.250", NULL },    { BOTH, "1e", NULL },       { BOTH, "1e999", NULL },
};

static const Case booleans[] = {
  { BOTH, "ja", "true" },   { BOTH, "Ja", "true" },   { BOTH, "YES", "true" },   { BOTH, "x", "true" },
  { BOTH, "1", "true" },
  { BOTH, "nej", "false" }, { BOTH, " No ", "false" }, { BOTH, "n", "false" },    { BOTH, "kanske", NULL },
  { BOTH, "jaja", NULL },
};

static const SamsynChoice status_choices[] = {
  { "planned", "Planned" }, { "ongoing", "Ongoing" }, { "done", "Done" }, { "cancelled", "Cancelled" }, { NULL, NULL }
};

static const Case choices[] = {
  { BOTH, "done", "done" },    { BOTH, "DONE", "done" },    { BOTH, "PÅGÅR", "ongoing" }, { BOTH, "pågå", "ongoing" },
  { BOTH, "Ong", "ongoing" },  { BOTH, "cancel", "cancelled" }, { "sv", "klar", "done" },   { BOTH, "finished", NULL },
};

static void
assert_typed (const SamsynField *field,
              const char        *language,
              const Case        *expected)
{
  g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *strict = NULL;

  if (samsyn_value_parse_typed (samsyn_kind_find ("action"), field, language, FRIDAY, expected->typed, &value, &error))
    {
      strict = samsyn_value_format (field, &value);
      if (g_strcmp0 (strict, expected->strict) != 0)
        g_error ("\"%s\" (%s) was read as %s, not %s", expected->typed, language, strict, expected->strict);
    }
  else if (expected->strict != NULL)
    g_error ("\"%s\" (%s) was refused: %s", expected->typed, language, error->message);
  else
    g_assert_cmpint (error->domain, ==, SAMSYN_VALUE_ERROR);
}

static void
assert_cases (SamsynField field,
              const Case *cases,
              guint       n)
{
  for (guint i = 0; i < n; i++)
    for (const char *const *language = (const char *const[]) { "sv", "en", NULL }; *language != NULL; language++)
      if (cases[i].language == BOTH || g_str_equal (cases[i].language, *language))
        assert_typed (&field, *language, &cases[i]);
}

#define ASSERT_CASES(type_of_field, cases) \
  assert_cases ((SamsynField) { .id = "status", .label = "Status", .type = type_of_field, .choices = status_choices }, cases, \
                G_N_ELEMENTS (cases))

static void
test_dates (void)
{
  ASSERT_CASES (SAMSYN_TYPE_DATE, dates);
}

/* Without a year, the nearest such day or week; at as many days the earlier. */
static void
test_nearest (void)
{
  static const struct
  {
    const char *today;
    const char *typed;
    const char *date; /* NULL: none near */
  } cases[] = {
    { "2016-12-20", "2/1", "2017-01-02" },  { "2016-01-05", "20/12", "2015-12-20" }, { "2016-12-30", "v 1", "2017-01-02" },
    { "2016-01-02", "v 52", "2015-12-21" }, { "2013-06-01", "29/2", "2012-02-29" },  { "2014-06-01", "29/2", NULL },
    { "2016-12-31", "fredag", "2017-01-06" }, { "2016-02-28", "+1", "2016-02-29" },  { "9999-12-31", "+1", "9999-12-31" },
  };
  const SamsynField field = { .id = "due_on", .label = "Due on", .type = SAMSYN_TYPE_DATE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;

      gboolean read = samsyn_value_parse_typed (samsyn_kind_find ("action"), &field, "sv", cases[i].today, cases[i].typed, &value,
                                                NULL);

      g_assert_cmpint (read, ==, cases[i].date != NULL);
      g_assert_cmpstr (samsyn_value_get_text (&value), ==, cases[i].date);
    }
}

static void
test_times (void)
{
  ASSERT_CASES (SAMSYN_TYPE_TIME, times);
}

static void
test_numbers (void)
{
  ASSERT_CASES (SAMSYN_TYPE_MONEY, amounts);
  ASSERT_CASES (SAMSYN_TYPE_INTEGER, integers);
  ASSERT_CASES (SAMSYN_TYPE_NUMBER, numbers);
}

static void
test_words (void)
{
  ASSERT_CASES (SAMSYN_TYPE_BOOLEAN, booleans);
  ASSERT_CASES (SAMSYN_TYPE_CHOICE, choices);
}

static void
test_texts (void)
{
  static const Case lines[] = { { BOTH, "  one\r\ntwo\tthree ", "one two three" },
                                { BOTH, " \n ", "" },
                                { BOTH, "a\x01", NULL } };
  static const Case long_texts[] = { { BOTH, "  one\r\ntwo\rthree\n\n", "  one\ntwo\nthree" }, { BOTH, "\xff", NULL } };

  ASSERT_CASES (SAMSYN_TYPE_TEXT, lines);
  ASSERT_CASES (SAMSYN_TYPE_LONG_TEXT, long_texts);
}

/* The reason says how to write it, in the language asked for. */
static void
test_reasons (void)
{
  static const struct
  {
    SamsynType  type;
    const char *language;
    const char *typed;
    const char *part;
  } cases[] = {
    { SAMSYN_TYPE_MONEY, "sv", "1.250", "1250 eller 1,25" },
    { SAMSYN_TYPE_MONEY, "sv", "1.000", "1000 eller 1" },
    { SAMSYN_TYPE_DATE, "sv", "31/4", "dag som finns" },
    { SAMSYN_TYPE_DATE, "en", "soon", "2016-05-02" },
    { SAMSYN_TYPE_CHOICE, "sv", "xyz", "Pågår" },
    { SAMSYN_TYPE_CHOICE, "en", "xyz", "Ongoing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SamsynField field = { .id = "status", .label = "Status", .type = cases[i].type, .choices = status_choices };
      SamsynValue value = SAMSYN_VALUE_NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (samsyn_value_parse_typed (samsyn_kind_find ("action"), &field, cases[i].language, FRIDAY, cases[i].typed,
                                                &value, &error));
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

static void
test_ambiguous_choice (void)
{
  static const SamsynChoice similar[] = { { "partly", "Partly" }, { "partner", "Partner" }, { NULL, NULL } };
  const SamsynField field = { .id = "other", .label = "Other", .type = SAMSYN_TYPE_CHOICE, .choices = similar };
  SamsynValue value = SAMSYN_VALUE_NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (
    samsyn_value_parse_typed (samsyn_kind_find ("action"), &field, "en", FRIDAY, "part", &value, &error));
  g_assert_error (error, SAMSYN_VALUE_ERROR, SAMSYN_VALUE_ERROR_CHOICE);
  g_assert_nonnull (strstr (error->message, "Partly, Partner"));
}

static void
test_display (void)
{
  static const struct
  {
    SamsynType  type;
    const char *strict;
    const char *swedish;
    const char *english;
  } cases[] = {
    { SAMSYN_TYPE_DATE, "2016-05-02", "2016-05-02", "2 May 2016" },
    { SAMSYN_TYPE_TIME, "09:30", "09:30", "09:30" },
    { SAMSYN_TYPE_MONEY, "1250000.50", "1\u00a0250\u00a0000,50", "1,250,000.50" },
    { SAMSYN_TYPE_MONEY, "-1250.00", "\u22121\u00a0250", "\u22121,250" },
    { SAMSYN_TYPE_MONEY, "0.00", "0", "0" },
    { SAMSYN_TYPE_INTEGER, "2016", "2016", "2016" },
    { SAMSYN_TYPE_INTEGER, "-12500", "\u221212\u00a0500", "\u221212,500" },
    { SAMSYN_TYPE_NUMBER, "0.125", "0,125", "0.125" },
    { SAMSYN_TYPE_BOOLEAN, "true", "Ja", "Yes" },
    { SAMSYN_TYPE_BOOLEAN, "false", "Nej", "No" },
    { SAMSYN_TYPE_CHOICE, "ongoing", "Pågår", "Ongoing" },
    { SAMSYN_TYPE_REFERENCE, "12500", "12500", "12500" },
    { SAMSYN_TYPE_TEXT, "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SamsynField field = { .id = "status", .label = "Status", .type = cases[i].type, .choices = status_choices };
      g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;
      g_autofree char *swedish = NULL, *english = NULL;

      g_assert_true (samsyn_value_parse (&field, cases[i].strict, &value, NULL));
      swedish = samsyn_value_display (samsyn_kind_find ("action"), &field, "sv", &value);
      english = samsyn_value_display (samsyn_kind_find ("action"), &field, "en", &value);
      g_assert_cmpstr (swedish, ==, cases[i].swedish);
      g_assert_cmpstr (english, ==, cases[i].english);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_NUMERIC, "sv_SE.UTF-8"); /* a decimal comma, which must not matter */
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed/dates", test_dates);
  g_test_add_func ("/typed/nearest", test_nearest);
  g_test_add_func ("/typed/times", test_times);
  g_test_add_func ("/typed/numbers", test_numbers);
  g_test_add_func ("/typed/words", test_words);
  g_test_add_func ("/typed/texts", test_texts);
  g_test_add_func ("/typed/reasons", test_reasons);
  g_test_add_func ("/typed/ambiguous-choice", test_ambiguous_choice);
  g_test_add_func ("/typed/display", test_display);
  return g_test_run ();
}
