/* clock.h: what time it is in a workspace
 *
 * A day begins and ends where the people of the workspace are, whatever the computer's time zone is.  The clock belongs to the
 * store (samsyn_store_clock()) and is handed down; NULL stands for the clock of a workspace that says nothing of its zone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SAMSYN_CLOCK_ZONE "Europe/Stockholm"
#define SAMSYN_CLOCK_SETTING "clock.zone" /* the name of the setting that says another one */

typedef struct _SamsynClock SamsynClock;

/* Whether the text is the name of a time zone, as "Europe/Stockholm", that this computer knows.  Safe with any text. */
gboolean samsyn_clock_is_zone (const char *zone);

/* A clock in a zone (NULL, or no zone: Europe/Stockholm), so many milliseconds ahead of the true time. */
SamsynClock *samsyn_clock_new  (const char *zone,
                                gint64      offset);
void         samsyn_clock_free (SamsynClock *clock);

/* The name of the zone it goes by, owned by the clock, and the offset; sets the zone as samsyn_clock_new() does. */
const char *samsyn_clock_get_zone   (const SamsynClock *clock);
gint64      samsyn_clock_get_offset (const SamsynClock *clock);
void        samsyn_clock_set_zone   (SamsynClock *clock,
                                     const char  *zone);

/* Now, in UTC milliseconds since 1970.  The environment variable SAMSYN_NOW ("2016-05-20", "2016-05-20T13:00:00" or
 * "2016-05-20T13:00:00Z", ISO 8601) overrides it; where it names no zone it is meant in the clock's, and a date alone is its
 * noon. */
gint64 samsyn_clock_now (const SamsynClock *clock);

/* The date now, as YYYY-MM-DD; to be freed by the caller. */
char *samsyn_clock_today (const SamsynClock *clock);

/* The date, or date and time (YYYY-MM-DD HH:MM), of a moment in UTC milliseconds; to be freed by the caller. */
char *samsyn_clock_date      (const SamsynClock *clock,
                              gint64             at);
char *samsyn_clock_date_time (const SamsynClock *clock,
                              gint64             at);

/* The first and the last millisecond of a day; -1 if `date` is no date. */
gint64 samsyn_clock_day_start (const SamsynClock *clock,
                               const char        *date);
gint64 samsyn_clock_day_end   (const SamsynClock *clock,
                               const char        *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynClock, samsyn_clock_free)

G_END_DECLS
