/* date.h: calendar dates and the clock
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Now, in UTC milliseconds since 1970.  The one clock of the program: the environment variable SAMSYN_NOW ("2016-05-20" or
 * "2016-05-20T13:00:00Z", ISO 8601) overrides it; of a date alone it is noon, local time. */
gint64 samsyn_now (void);

/* The local date now, as YYYY-MM-DD; to be freed by the caller. */
char *samsyn_today (void);

/* The local date, or date and time (YYYY-MM-DD HH:MM), of a moment in UTC milliseconds; to be freed by the caller. */
char *samsyn_moment_date      (gint64 at);
char *samsyn_moment_date_time (gint64 at);

/* The last millisecond of a local day; -1 if `date` is no date. */
gint64 samsyn_date_end (const char *date);

/* Whether the text is a real day as YYYY-MM-DD, years 1000 to 9999. */
gboolean samsyn_date_is_valid (const char *date);

/* Days from one valid date to another. */
int samsyn_date_days (const char *from,
                      const char *to);

/* The date so many days or months later (a day past the month's end becomes its last), kept within the years 1000 to 9999; to
 * be freed by the caller. */
char *samsyn_date_add_days   (const char *date,
                              int         days);
char *samsyn_date_add_months (const char *date,
                              int         months);

/* The ISO 8601 weekday (1 Monday to 7 Sunday) and week (1 to 53) of a valid date. */
int samsyn_date_weekday (const char *date);
int samsyn_date_week    (const char *date);

/* The Monday of an ISO 8601 week, to be freed by the caller; NULL if the year has no such week. */
char *samsyn_date_of_week (int year,
                           int week);

/* The Julian day number as GDate counts it, from a valid date; for charts and workbooks. */
guint32 samsyn_date_julian (const char *date);

G_END_DECLS
