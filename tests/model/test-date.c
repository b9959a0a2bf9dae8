/* test-date.c: calendar dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/date.h"

static void
test_valid (void)
{
  static const char *const good[] = { "1000-01-01", "9999-12-31", "2016-02-29", "2000-02-29", "1900-02-28", "2016-12-31" };
  static const char *const bad[] = { "",           "0999-12-31",  "2015-02-29",  "1900-02-29", "2016-13-01", "2016-00-01",
                                     "2016-04-31", "2016-01-00",  "2016-1-01",   "20160101",   "2016/01/01", "2016-01-01 ",
                                     " 016-01-01", "+016-01-01",  "2016-01-0１", "2016-01-1",  "10000-01-01" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (samsyn_date_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (samsyn_date_is_valid (bad[i]));
  g_assert_false (samsyn_date_is_valid (NULL));
}

static void
assert_date (char       *date,
             const char *expected)
{
  g_assert_cmpstr (date, ==, expected);
  g_free (date);
}

static void
test_arithmetic (void)
{
  g_assert_cmpint (samsyn_date_days ("2016-02-28", "2016-03-01"), ==, 2);
  g_assert_cmpint (samsyn_date_days ("2015-02-28", "2015-03-01"), ==, 1);
  g_assert_cmpint (samsyn_date_days ("2017-01-01", "2016-01-01"), ==, -366);
  assert_date (samsyn_date_add_days ("2016-12-31", 1), "2017-01-01");
  assert_date (samsyn_date_add_days ("2016-03-01", -1), "2016-02-29");
  assert_date (samsyn_date_add_days ("9999-12-31", G_MAXINT), "9999-12-31");
  assert_date (samsyn_date_add_days ("1000-01-01", G_MININT), "1000-01-01");
  assert_date (samsyn_date_add_months ("2016-01-31", 1), "2016-02-29");
  assert_date (samsyn_date_add_months ("2015-01-31", 1), "2015-02-28");
  assert_date (samsyn_date_add_months ("2016-10-31", 2), "2016-12-31");
  assert_date (samsyn_date_add_months ("2016-12-15", 1), "2017-01-15");
  assert_date (samsyn_date_add_months ("2016-01-31", -2), "2015-11-30");
  assert_date (samsyn_date_add_months ("2016-02-29", 12), "2017-02-28");
  assert_date (samsyn_date_add_months ("2016-02-29", G_MAXINT), "9999-12-29");
}

/* Every day of many years: adding and counting agree with each other. */
static void
test_every_day (void)
{
  g_autofree char *date = g_strdup ("1995-12-28");

  for (int i = 0; i < 12000; i++)
    {
      g_autofree char *next = samsyn_date_add_days (date, 1);

      g_assert_true (samsyn_date_is_valid (next));
      g_assert_cmpstr (date, <, next);
      g_assert_cmpint (samsyn_date_days (date, next), ==, 1);
      g_assert_cmpint (samsyn_date_days ("1995-12-28", next), ==, i + 1);
      g_assert_cmpint (samsyn_date_weekday (next), ==, samsyn_date_weekday (date) % 7 + 1);
      g_free (date);
      date = g_steal_pointer (&next);
    }
}

static void
test_weeks (void)
{
  static const struct
  {
    const char *date;
    int         week;
  } cases[] = { { "2015-12-28", 53 }, { "2016-01-03", 53 }, { "2016-01-04", 1 }, { "2016-06-06", 23 }, { "2014-12-29", 1 },
                { "2012-12-31", 1 },  { "2017-01-01", 52 }, { "2020-12-31", 53 }, { "2021-01-04", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (samsyn_date_week (cases[i].date), ==, cases[i].week);
  assert_date (samsyn_date_of_week (2016, 23), "2016-06-06");
  assert_date (samsyn_date_of_week (2016, 1), "2016-01-04");
  assert_date (samsyn_date_of_week (2015, 53), "2015-12-28");
  assert_date (samsyn_date_of_week (2015, 1), "2014-12-29");
  g_assert_null (samsyn_date_of_week (2016, 53));
  g_assert_null (samsyn_date_of_week (2016, 0));
  g_assert_null (samsyn_date_of_week (2016, 54));
}

/* Dates come from files: whatever they are, nothing is read past their end, and an answer is given. */
static void
test_any_text (void)
{
  static const char *const texts[] = { NULL,
                                       "",
                                       "2016",
                                       "2016-05",
                                       "2016-13-45",
                                       "2016-02-30",
                                       "0000-00-00",
                                       "2016-05-20x",
                                       "20160520",
                                       "2016-05-2\xc3",
                                       "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
                                       "9999-99-99",
                                       "-001-01-01" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *same = texts[i] != NULL ? texts[i] : "";
      int year, month, day;

      g_assert_false (samsyn_date_is_valid (texts[i]));
      g_assert_false (samsyn_date_split (texts[i], &year, &month, &day));
      g_assert_cmpuint (samsyn_date_julian (texts[i]), ==, 0);
      g_assert_cmpint (samsyn_date_days (texts[i], "2016-05-20"), ==, 0);
      g_assert_cmpint (samsyn_date_days ("2016-05-20", texts[i]), ==, 0);
      g_assert_cmpint (samsyn_date_weekday (texts[i]), ==, 0);
      g_assert_cmpint (samsyn_date_week (texts[i]), ==, 0);
      assert_date (samsyn_date_add_days (texts[i], 5), same);
      assert_date (samsyn_date_add_months (texts[i], 5), same);
    }
  g_assert_null (samsyn_date_of_week (G_MAXINT, G_MININT));
  assert_date (samsyn_date_add_days ("2016-05-20", G_MAXINT), "9999-12-31");
  assert_date (samsyn_date_add_days ("2016-05-20", G_MININT), "1000-01-01");
  assert_date (samsyn_date_add_months ("2016-05-20", G_MAXINT), "9999-12-20");
  assert_date (samsyn_date_add_months ("2016-05-20", G_MININT), "1000-01-20");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/valid", test_valid);
  g_test_add_func ("/date/arithmetic", test_arithmetic);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/weeks", test_weeks);
  g_test_add_func ("/date/any-text", test_any_text);
  return g_test_run ();
}
