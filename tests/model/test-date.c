/* test-date.c: calendar dates and the clock
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

static void
use_zone (const char *zone)
{
  g_setenv ("TZ", zone, TRUE);
}

/* Days on which the clock is changed are 23 and 25 hours long; the moment after a day's end is the next day. */
static void
test_end_of_day (void)
{
  static const struct
  {
    const char *date;
    gint64      end; /* seconds of the next midnight */
    int         hours;
  } days[] = {
    { "2016-03-26", 1459033200, 24 }, { "2016-03-27", 1459116000, 23 }, { "2016-03-28", 1459202400, 24 },
    { "2016-10-29", 1477778400, 24 }, { "2016-10-30", 1477868400, 25 }, { "2016-10-31", 1477954800, 24 },
  };

  use_zone ("Europe/Stockholm");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *before = samsyn_date_add_days (days[i].date, -1), *after = samsyn_date_add_days (days[i].date, 1);
      gint64 end = samsyn_date_end (days[i].date);

      g_assert_cmpint (end, ==, days[i].end * 1000 - 1);
      g_assert_cmpint (end - samsyn_date_end (before), ==, days[i].hours * G_GINT64_CONSTANT (3600000));
      assert_date (samsyn_moment_date (end), days[i].date);
      assert_date (samsyn_moment_date (end + 1), after);
    }
  g_assert_cmpint (samsyn_date_end ("2016-02-30"), ==, -1);
  g_assert_cmpint (samsyn_date_end ("9999-12-31"), >, samsyn_date_end ("9999-12-30"));
}

static void
test_moments (void)
{
  use_zone ("Europe/Stockholm");
  assert_date (samsyn_moment_date (1463695200000), "2016-05-20");
  assert_date (samsyn_moment_date (1463695199999), "2016-05-19");
  assert_date (samsyn_moment_date_time (1463695200000), "2016-05-20 00:00");
  assert_date (samsyn_moment_date_time (1463749200000), "2016-05-20 15:00");
  assert_date (samsyn_moment_date (G_MININT64), "1970-01-01");
  assert_date (samsyn_moment_date (G_MAXINT64), "9999-12-31");
}

static void
assert_real_time (void)
{
  gint64 before = g_get_real_time () / 1000, now = samsyn_now ();

  g_assert_cmpint (now, >=, before);
  g_assert_cmpint (now, <=, g_get_real_time () / 1000);
}

static void
test_clock (void)
{
  static const char *const zones[] = { "Europe/Stockholm", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      use_zone (zones[i]);
      g_setenv ("SAMSYN_NOW", "2016-05-20", TRUE);
      assert_date (samsyn_today (), "2016-05-20");
      g_setenv ("SAMSYN_NOW", "2016-05-20T13:00:00Z", TRUE);
      g_assert_cmpint (samsyn_now (), ==, 1463749200000);
    }
  use_zone ("Europe/Stockholm");
  g_setenv ("SAMSYN_NOW", "2016-05-20T13:00:00", TRUE);
  g_assert_cmpint (samsyn_now (), ==, 1463742000000);

  g_setenv ("SAMSYN_NOW", "now", TRUE);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, "*SAMSYN_NOW*");
  assert_real_time ();
  g_test_assert_expected_messages ();
  g_unsetenv ("SAMSYN_NOW");
  assert_real_time ();
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
  g_test_add_func ("/date/end-of-day", test_end_of_day);
  g_test_add_func ("/date/moments", test_moments);
  g_test_add_func ("/date/clock", test_clock);
  return g_test_run ();
}
