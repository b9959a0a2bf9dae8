/* clock.c: what time it is in a workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "clock.h"

#include <string.h>

#include "date.h"

#define LONGEST_ZONE 64
#define ZONE_LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/"
#define ZONES "/usr/share/zoneinfo"
#define ZONE_MAGIC "TZif"

/* What GLib understands without the system's files: the default holds on a computer that has none. */
#define ZONE_WITHOUT_FILES "CET-1CEST,M3.5.0,M10.5.0/3"

#define LAST_MOMENT G_GINT64_CONSTANT (253402214400000) /* a day before the year 10000: so is local time then, anywhere */

struct _SamsynClock
{
  char      *name;
  GTimeZone *zone;
  gint64     offset; /* milliseconds */
};

/* ---- Zones ----------------------------------------------------------------------------------------------------------------- */

static gboolean
is_name (const char *zone)
{
  gsize length = zone != NULL ? strnlen (zone, LONGEST_ZONE + 1) : 0;

  return length > 0 && length <= LONGEST_ZONE && strspn (zone, ZONE_LETTERS) == length && g_ascii_isalpha (*zone)
         && strstr (zone, "//") == NULL && zone[length - 1] != '/';
}

/* The name comes from a file, and GLib would read whatever lies under it as a zone: so it is looked at first. */
gboolean
samsyn_clock_is_zone (const char *zone)
{
  const char *folder = g_getenv ("TZDIR");
  g_autofree char *path = NULL;
  g_autoptr (GMappedFile) file = NULL;

  if (!is_name (zone))
    return FALSE;
  if (g_str_equal (zone, "UTC") || g_str_equal (zone, SAMSYN_CLOCK_ZONE))
    return TRUE;
  path = g_build_filename (folder != NULL ? folder : ZONES, zone, NULL);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  file = g_mapped_file_new (path, FALSE, NULL);
  return file != NULL && g_mapped_file_get_length (file) > strlen (ZONE_MAGIC)
         && memcmp (g_mapped_file_get_contents (file), ZONE_MAGIC, strlen (ZONE_MAGIC)) == 0;
}

static GTimeZone *
find_zone (const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);

  if (zone == NULL)
    zone = g_time_zone_new_identifier (ZONE_WITHOUT_FILES);
  return zone != NULL ? zone : g_time_zone_new_utc ();
}

void
samsyn_clock_set_zone (SamsynClock *clock,
                       const char  *zone)
{
  const char *name;

  if (g_strcmp0 (clock->name, zone) == 0 && zone != NULL)
    return;
  name = samsyn_clock_is_zone (zone) ? zone : SAMSYN_CLOCK_ZONE;
  if (g_strcmp0 (clock->name, name) == 0)
    return;
  g_clear_pointer (&clock->zone, g_time_zone_unref);
  g_free (clock->name);
  clock->name = g_strdup (name);
  clock->zone = find_zone (name);
}

SamsynClock *
samsyn_clock_new (const char *zone,
                  gint64      offset)
{
  SamsynClock *clock = g_new0 (SamsynClock, 1);

  clock->offset = offset;
  samsyn_clock_set_zone (clock, zone);
  return clock;
}

void
samsyn_clock_free (SamsynClock *clock)
{
  if (clock == NULL)
    return;
  g_free (clock->name);
  g_time_zone_unref (clock->zone);
  g_free (clock);
}

const char *
samsyn_clock_get_zone (const SamsynClock *clock)
{
  return clock != NULL ? clock->name : SAMSYN_CLOCK_ZONE;
}

gint64
samsyn_clock_get_offset (const SamsynClock *clock)
{
  return clock != NULL ? clock->offset : 0;
}

static GTimeZone *
zone_of (const SamsynClock *clock)
{
  return clock != NULL ? g_time_zone_ref (clock->zone) : find_zone (SAMSYN_CLOCK_ZONE);
}

/* ---- Now ------------------------------------------------------------------------------------------------------------------- */

static GDateTime *
read_now (const SamsynClock *clock,
          const char        *text)
{
  g_autoptr (GTimeZone) zone = zone_of (clock);
  g_autofree char *noon = samsyn_date_is_valid (text) ? g_strconcat (text, "T12:00:00", NULL) : NULL;

  return g_date_time_new_from_iso8601 (noon != NULL ? noon : text, zone);
}

gint64
samsyn_clock_now (const SamsynClock *clock)
{
  const char *override = g_getenv ("SAMSYN_NOW");

  if (override != NULL && *override != '\0')
    {
      g_autoptr (GDateTime) now = read_now (clock, override);

      if (now != NULL)
        return g_date_time_to_unix (now) * 1000 + g_date_time_get_microsecond (now) / 1000;
      g_warning ("SAMSYN_NOW is no date or moment (%s): the real time is used", override);
    }
  return g_get_real_time () / 1000 + samsyn_clock_get_offset (clock);
}

char *
samsyn_clock_today (const SamsynClock *clock)
{
  return samsyn_clock_date (clock, samsyn_clock_now (clock));
}

/* ---- Days and moments ------------------------------------------------------------------------------------------------------ */

/* Moments come from files too: what no calendar reaches is shown as the nearest moment that it does. */
static GDateTime *
moment_of (const SamsynClock *clock,
           gint64             at)
{
  g_autoptr (GTimeZone) zone = zone_of (clock);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (CLAMP (at, 0, LAST_MOMENT) / 1000);

  return g_date_time_to_timezone (utc, zone);
}

char *
samsyn_clock_date (const SamsynClock *clock,
                   gint64             at)
{
  g_autoptr (GDateTime) moment = moment_of (clock, at);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (moment), g_date_time_get_month (moment),
                          g_date_time_get_day_of_month (moment));
}

char *
samsyn_clock_date_time (const SamsynClock *clock,
                        gint64             at)
{
  g_autoptr (GDateTime) moment = moment_of (clock, at);
  g_autofree char *date = samsyn_clock_date (clock, at);

  return g_strdup_printf ("%s %02d:%02d", date, g_date_time_get_hour (moment), g_date_time_get_minute (moment));
}

gint64
samsyn_clock_day_start (const SamsynClock *clock,
                        const char        *date)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) start = NULL;
  int year, month, day;

  if (!samsyn_date_split (date, &year, &month, &day))
    return -1;
  zone = zone_of (clock);
  start = g_date_time_new (zone, year, month, day, 0, 0, 0);
  return g_date_time_to_unix (start) * 1000;
}

gint64
samsyn_clock_day_end (const SamsynClock *clock,
                      const char        *date)
{
  g_autofree char *next = NULL;

  if (!samsyn_date_is_valid (date))
    return -1;
  /* The day ends where the next begins: days with a change of the clock are 23 or 25 hours long. */
  next = samsyn_date_add_days (date, 1);
  if (g_str_equal (next, date))
    return LAST_MOMENT + G_TIME_SPAN_DAY / 1000 - 1;
  return samsyn_clock_day_start (clock, next) - 1;
}
