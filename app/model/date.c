/* date.c: calendar dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "date.h"

#include <string.h>

#define FIRST_YEAR 1000
#define LAST_YEAR 9999

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

gboolean
samsyn_date_split (const char *date,
                   int        *year,
                   int        *month,
                   int        *day)
{
  GDate read;

  if (!read_date (date, &read))
    return FALSE;
  *year = g_date_get_year (&read);
  *month = (int) g_date_get_month (&read);
  *day = g_date_get_day (&read);
  return TRUE;
}

gboolean
samsyn_time_is_valid (const char *time)
{
  return time != NULL && strlen (time) == 5 && strspn (time, "0123456789") == 2 && time[2] == ':'
         && strspn (time + 3, "0123456789") == 2 && strncmp (time, "24", 2) < 0 && time[3] < '6';
}

guint32
samsyn_date_julian (const char *date)
{
  GDate read;

  return read_date (date, &read) ? g_date_get_julian (&read) : 0;
}

int
samsyn_date_days (const char *from,
                  const char *to)
{
  guint32 first = samsyn_date_julian (from), last = samsyn_date_julian (to);

  return first != 0 && last != 0 ? (int) ((gint64) last - first) : 0;
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
  guint32 first = samsyn_date_julian (date);

  return first != 0 ? write_julian ((gint64) first + days) : g_strdup (date != NULL ? date : "");
}

char *
samsyn_date_add_months (const char *date,
                        int         months)
{
  GDate read;
  gint64 month;
  int year, day;

  if (!read_date (date, &read))
    return g_strdup (date != NULL ? date : "");
  month = g_date_get_year (&read) * 12 + (int) g_date_get_month (&read) - 1 + (gint64) months;
  month = CLAMP (month, FIRST_YEAR * 12, LAST_YEAR * 12 + 11);
  year = (int) (month / 12);
  month = month % 12 + 1;
  day = MIN (g_date_get_day (&read), g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
  return g_strdup_printf ("%04d-%02d-%02d", year, (int) month, day);
}

/* ---- Weeks ----------------------------------------------------------------------------------------------------------------- */

int
samsyn_date_weekday (const char *date)
{
  GDate read;

  return read_date (date, &read) ? (int) g_date_get_weekday (&read) : 0;
}

int
samsyn_date_week (const char *date)
{
  GDate read;

  return read_date (date, &read) ? (int) g_date_get_iso8601_week_of_year (&read) : 0;
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
