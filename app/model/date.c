/* date.c: calendar dates and the clock
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "date.h"

#include <string.h>

#define FIRST_YEAR 1000
#define LAST_YEAR 9999
#define LAST_MOMENT G_GINT64_CONSTANT (253402214400000) /* a day before the year 10000: so is local time then, anywhere */

/* ---- The clock ------------------------------------------------------------------------------------------------------------- */

static GDateTime *
read_now (const char *text)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autofree char *noon = samsyn_date_is_valid (text) ? g_strconcat (text, "T12:00:00", NULL) : NULL;

  return g_date_time_new_from_iso8601 (noon != NULL ? noon : text, local);
}

gint64
samsyn_now (void)
{
  const char *override = g_getenv ("SAMSYN_NOW");

  if (override != NULL && *override != '\0')
    {
      g_autoptr (GDateTime) now = read_now (override);

      if (now != NULL)
        return g_date_time_to_unix (now) * 1000 + g_date_time_get_microsecond (now) / 1000;
      g_warning ("SAMSYN_NOW is no date or moment (%s): the real time is used", override);
    }
  return g_get_real_time () / 1000;
}

char *
samsyn_today (void)
{
  return samsyn_moment_date (samsyn_now ());
}

/* Moments come from files too: what no calendar reaches is shown as the nearest moment that it does. */
static GDateTime *
local_moment (gint64 at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (CLAMP (at, 0, LAST_MOMENT) / 1000);

  return g_date_time_to_local (utc);
}

char *
samsyn_moment_date (gint64 at)
{
  g_autoptr (GDateTime) moment = local_moment (at);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (moment), g_date_time_get_month (moment),
                          g_date_time_get_day_of_month (moment));
}

char *
samsyn_moment_date_time (gint64 at)
{
  g_autoptr (GDateTime) moment = local_moment (at);
  g_autofree char *date = samsyn_moment_date (at);

  return g_strdup_printf ("%s %02d:%02d", date, g_date_time_get_hour (moment), g_date_time_get_minute (moment));
}

/* ---- Dates ----------------------------------------------------------------------------------------------------------------- */

static gboolean
read_date (const char *date,
           GDate      *result)
{
  int year, month, day;

  if (date == NULL || strlen (date) != 10)
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? date[i] != '-' : !g_ascii_isdigit (date[i]))
      return FALSE;
  year = (int) g_ascii_strtoll (date, NULL, 10);
  month = (int) g_ascii_strtoll (date + 5, NULL, 10);
  day = (int) g_ascii_strtoll (date + 8, NULL, 10);
  if (year < FIRST_YEAR || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return FALSE;
  g_date_clear (result, 1);
  g_date_set_dmy (result, (GDateDay) day, month, (GDateYear) year);
  return TRUE;
}

static char *
write_date (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date));
}

gboolean
samsyn_date_is_valid (const char *date)
{
  GDate read;

  return read_date (date, &read);
}

guint32
samsyn_date_julian (const char *date)
{
  GDate read;

  g_return_val_if_fail (read_date (date, &read), 0);
  return g_date_get_julian (&read);
}

int
samsyn_date_days (const char *from,
                  const char *to)
{
  return (int) ((gint64) samsyn_date_julian (to) - samsyn_date_julian (from));
}

static char *
write_julian (gint64 day)
{
  GDate date;

  day = CLAMP (day, samsyn_date_julian ("1000-01-01"), samsyn_date_julian ("9999-12-31"));
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  return write_date (&date);
}

char *
samsyn_date_add_days (const char *date,
                      int         days)
{
  g_return_val_if_fail (samsyn_date_is_valid (date), NULL);
  return write_julian ((gint64) samsyn_date_julian (date) + days);
}

char *
samsyn_date_add_months (const char *date,
                        int         months)
{
  GDate read;
  gint64 month;
  int year, day;

  g_return_val_if_fail (read_date (date, &read), NULL);
  month = g_date_get_year (&read) * 12 + (int) g_date_get_month (&read) - 1 + (gint64) months;
  month = CLAMP (month, FIRST_YEAR * 12, LAST_YEAR * 12 + 11);
  year = (int) (month / 12);
  month = month % 12 + 1;
  day = MIN (g_date_get_day (&read), g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
  return g_strdup_printf ("%04d-%02d-%02d", year, (int) month, day);
}

gint64
samsyn_date_end (const char *date)
{
  g_autoptr (GDateTime) end = NULL;
  g_autofree char *next = NULL;
  GDate read;

  if (!samsyn_date_is_valid (date))
    return -1;
  /* The day ends where the next begins: days with a change of the clock are 23 or 25 hours long. */
  next = samsyn_date_add_days (date, 1);
  if (g_str_equal (next, date))
    return LAST_MOMENT + G_TIME_SPAN_DAY / 1000 - 1;
  read_date (next, &read);
  end = g_date_time_new_local (g_date_get_year (&read), (int) g_date_get_month (&read), g_date_get_day (&read), 0, 0, 0);
  return g_date_time_to_unix (end) * 1000 - 1;
}

/* ---- Weeks ----------------------------------------------------------------------------------------------------------------- */

int
samsyn_date_weekday (const char *date)
{
  GDate read;

  g_return_val_if_fail (read_date (date, &read), 0);
  return (int) g_date_get_weekday (&read);
}

int
samsyn_date_week (const char *date)
{
  GDate read;

  g_return_val_if_fail (read_date (date, &read), 0);
  return (int) g_date_get_iso8601_week_of_year (&read);
}

char *
samsyn_date_of_week (int year,
                     int week)
{
  g_autofree char *fourth = NULL, *monday = NULL;

  if (year < FIRST_YEAR || year > LAST_YEAR || week < 1 || week > 53)
    return NULL;
  /* The fourth of January is always in the first week. */
  fourth = g_strdup_printf ("%04d-01-04", year);
  monday = samsyn_date_add_days (fourth, 1 - samsyn_date_weekday (fourth) + 7 * (week - 1));
  if (samsyn_date_week (monday) != week)
    return NULL;
  return g_steal_pointer (&monday);
}
