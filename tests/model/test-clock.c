/* test-clock.c: days are those of the clock's zone, whatever the computer's is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/clock.h"
#include "model/date.h"

static const char *const computers[] = { "UTC", "Europe/Stockholm", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati" };

static void
assert_text (char       *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

/* Days on which the clock is changed are 23 and 25 hours long; the moment after a day's end is the next day. */
static void
check_ends (const SamsynClock *clock)
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

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *after = samsyn_date_add_days (days[i].date, 1);
      gint64 end = samsyn_clock_day_end (clock, days[i].date), start = samsyn_clock_day_start (clock, days[i].date);

      g_assert_cmpint (end, ==, days[i].end * 1000 - 1);
      g_assert_cmpint (end - start + 1, ==, days[i].hours * G_GINT64_CONSTANT (3600000));
      assert_text (samsyn_clock_date (clock, start), days[i].date);
      assert_text (samsyn_clock_date (clock, end), days[i].date);
      assert_text (samsyn_clock_date (clock, end + 1), after);
    }
  g_assert_cmpint (samsyn_clock_day_end (clock, "2016-02-30"), ==, -1);
  g_assert_cmpint (samsyn_clock_day_start (clock, NULL), ==, -1);
  g_assert_cmpint (samsyn_clock_day_end (clock, "9999-12-31"), >, samsyn_clock_day_end (clock, "9999-12-30"));
}

static void
check_moments (const SamsynClock *clock)
{
  assert_text (samsyn_clock_date (clock, 1463695200000), "2016-05-20");
  assert_text (samsyn_clock_date (clock, 1463695199999), "2016-05-19");
  assert_text (samsyn_clock_date_time (clock, 1463695200000), "2016-05-20 00:00");
  assert_text (samsyn_clock_date_time (clock, 1463749200000), "2016-05-20 15:00");
  assert_text (samsyn_clock_date (clock, G_MININT64), "1970-01-01");
  assert_text (samsyn_clock_date (clock, G_MAXINT64), "9999-12-31");
}

static void
check_now (const SamsynClock *clock)
{
  g_setenv ("SAMSYN_NOW", "2016-05-20", TRUE);
  assert_text (samsyn_clock_today (clock), "2016-05-20");
  g_assert_cmpint (samsyn_clock_now (clock), ==, 1463738400000);
  g_setenv ("SAMSYN_NOW", "2016-05-20T13:00:00", TRUE);
  g_assert_cmpint (samsyn_clock_now (clock), ==, 1463742000000);
  g_setenv ("SAMSYN_NOW", "2016-05-20T13:00:00Z", TRUE);
  g_assert_cmpint (samsyn_clock_now (clock), ==, 1463749200000);
  /* Already the next day here, though not in Greenwich. */
  g_setenv ("SAMSYN_NOW", "2016-05-20T22:30:00Z", TRUE);
  assert_text (samsyn_clock_today (clock), "2016-05-21");
  g_unsetenv ("SAMSYN_NOW");
}

static void
test_wherever_the_computer_is (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (computers); i++)
    {
      g_autoptr (SamsynClock) clock = NULL;
      const SamsynClock *clocks[] = { NULL, NULL };

      g_setenv ("TZ", computers[i], TRUE);
      clocks[0] = clock = samsyn_clock_new (NULL, 0);
      for (guint j = 0; j < G_N_ELEMENTS (clocks); j++)
        {
          check_ends (clocks[j]);
          check_moments (clocks[j]);
          check_now (clocks[j]);
        }
    }
}

static void
test_another_zone (void)
{
  g_autoptr (SamsynClock) clock = samsyn_clock_new ("Asia/Tokyo", 0);

  g_assert_cmpstr (samsyn_clock_get_zone (clock), ==, "Asia/Tokyo");
  g_setenv ("SAMSYN_NOW", "2016-05-20", TRUE);
  g_assert_cmpint (samsyn_clock_now (clock), ==, 1463713200000);
  g_unsetenv ("SAMSYN_NOW");
  assert_text (samsyn_clock_date_time (clock, 1463695200000), "2016-05-20 07:00");
  samsyn_clock_set_zone (clock, "America/Los_Angeles");
  assert_text (samsyn_clock_date_time (clock, 1463695200000), "2016-05-19 15:00");
  samsyn_clock_set_zone (clock, NULL);
  g_assert_cmpstr (samsyn_clock_get_zone (clock), ==, SAMSYN_CLOCK_ZONE);
}

/* The name comes from a file: it never leads out of the system's list of zones, and what is none is as if nothing were said. */
static void
test_what_is_no_zone (void)
{
  static const char *const zones[] = { "",
                                       "Europe",
                                       "Europe/",
                                       "/etc/passwd",
                                       "../../../etc/passwd",
                                       "Europe/../../../etc/passwd",
                                       "Europe/Atlantis",
                                       "leapseconds",
                                       "tzdata.zi",
                                       "Europe//Stockholm",
                                       "CET-1CEST,M3.5.0,M10.5.0/3",
                                       "+01:00",
                                       "\xff\xfe",
                                       "Europe/Stockholm\n",
                                       ":Europe/Stockholm",
                                       " UTC",
                                       "localtime/x" };
  g_autofree char *long_name = g_strnfill (1000000, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (SamsynClock) clock = samsyn_clock_new (zones[i], 0);

      g_assert_false (samsyn_clock_is_zone (zones[i]));
      g_assert_cmpstr (samsyn_clock_get_zone (clock), ==, SAMSYN_CLOCK_ZONE);
      check_moments (clock);
    }
  g_assert_false (samsyn_clock_is_zone (NULL));
  g_assert_false (samsyn_clock_is_zone (long_name));
  g_assert_true (samsyn_clock_is_zone ("UTC"));
  for (guint i = 0; i < G_N_ELEMENTS (computers); i++)
    g_assert_true (samsyn_clock_is_zone (computers[i]));
}

static void
assert_real_time (const SamsynClock *clock)
{
  gint64 offset = samsyn_clock_get_offset (clock), before = g_get_real_time () / 1000, now = samsyn_clock_now (clock);

  g_assert_cmpint (now, >=, before + offset);
  g_assert_cmpint (now, <=, g_get_real_time () / 1000 + offset);
}

static void
test_real_time (void)
{
  g_autoptr (SamsynClock) behind = samsyn_clock_new (NULL, -G_GINT64_CONSTANT (86400000) * 365);

  g_setenv ("SAMSYN_NOW", "now", TRUE);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, "*SAMSYN_NOW*");
  assert_real_time (NULL);
  g_test_assert_expected_messages ();
  g_unsetenv ("SAMSYN_NOW");
  assert_real_time (NULL);
  assert_real_time (behind);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/wherever-the-computer-is", test_wherever_the_computer_is);
  g_test_add_func ("/clock/another-zone", test_another_zone);
  g_test_add_func ("/clock/what-is-no-zone", test_what_is_no_zone);
  g_test_add_func ("/clock/real-time", test_real_time);
  return g_test_run ();
}
