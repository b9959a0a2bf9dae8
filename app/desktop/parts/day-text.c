/* day-text.c: days as a person speaks of them, in the program's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "day-text.h"

#include <string.h>

#include "model/date.h"
#include "model/format.h"
#include "model/words.h"

char *
samsyn_day_text (const char *date)
{
  static const SamsynField day = { .id = "day", .type = SAMSYN_TYPE_DATE };
  g_auto (SamsynValue) value = samsyn_value_text (date);

  return samsyn_value_display (NULL, &day, NULL, &value);
}

const char *
samsyn_day_weekday (const char *date)
{
  static const char *const names[] = {
    NC_ ("weekday", "Monday"), NC_ ("weekday", "Tuesday"),  NC_ ("weekday", "Wednesday"), NC_ ("weekday", "Thursday"),
    NC_ ("weekday", "Friday"), NC_ ("weekday", "Saturday"), NC_ ("weekday", "Sunday"),
  };

  int weekday = samsyn_date_weekday (date);

  return weekday > 0 ? C_ ("weekday", names[weekday - 1]) : "";
}

char *
samsyn_day_distance (const char *date,
                     const char *today)
{
  int days = samsyn_date_days (today, date);

  if (days < 0)
    return g_strdup_printf (samsyn_words_n (NULL, "%u day late", "%u days late", (gulong) -days), (guint) -days);
  if (days < 2)
    return g_strdup (days == 0 ? C_ ("day", "today") : C_ ("day", "tomorrow"));
  return g_strdup_printf (samsyn_words_n (NULL, "in %u day", "in %u days", (gulong) days), (guint) days);
}

char *
samsyn_day_moment (const SamsynClock *clock,
                   gint64             at)
{
  g_autofree char *strict = samsyn_clock_date_time (clock, at);
  g_autofree char *date = g_strndup (strict, strlen ("2016-11-22"));
  g_autofree char *text = samsyn_day_text (date);

  return g_strconcat (text, strict + strlen ("2016-11-22"), NULL);
}

/* A day within a week that is named: without the year, which the week's last day tells. */
static char *
short_day (const char *date)
{
  g_autofree char *text = samsyn_day_text (date);
  char *space = strrchr (text, ' ');

  if (space != NULL)
    *space = '\0';
  return g_steal_pointer (&text);
}

char *
samsyn_day_week (const char *date,
                 const char *today)
{
  g_autofree char *monday = samsyn_date_add_days (date, 1 - samsyn_date_weekday (date));
  g_autofree char *sunday = samsyn_date_add_days (monday, 6);
  g_autofree char *this_monday = samsyn_date_add_days (today, 1 - samsyn_date_weekday (today));
  g_autofree char *from = short_day (monday), *to = samsyn_day_text (sunday);
  int weeks = samsyn_date_days (this_monday, monday) / 7;

  if (weeks == 0)
    /* TRANSLATORS: the number of the week, its first and its last day */
    return g_strdup_printf (_ ("This week (%d), %s – %s"), samsyn_date_week (date), from, to);
  if (weeks == 1)
    /* TRANSLATORS: the number of the week, its first and its last day */
    return g_strdup_printf (_ ("Next week (%d), %s – %s"), samsyn_date_week (date), from, to);
  /* TRANSLATORS: the number of the week, its first and its last day */
  return g_strdup_printf (_ ("Week %d, %s – %s"), samsyn_date_week (date), from, to);
}
