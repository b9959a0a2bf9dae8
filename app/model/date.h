/* date.h: calendar dates; which day it is somewhere is told by a clock (clock.h)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the text is a real day as YYYY-MM-DD, years 1000 to 9999. */
gboolean samsyn_date_is_valid (const char *date);

/* Whether the text is a time of day as HH:MM. */
gboolean samsyn_time_is_valid (const char *time);

/* The same, and the numbers of a real day. */
gboolean samsyn_date_split (const char *date,
                            int        *year,
                            int        *month,
                            int        *day);

/* All of what follows may be given anything, since dates come from files: what is no date gives 0, and is itself so many days
 * later. */

/* Days from one date to another. */
int samsyn_date_days (const char *from,
                      const char *to);

/* The date so many days or months later (a day past the month's end becomes its last), kept within the years 1000 to 9999; to
 * be freed by the caller. */
char *samsyn_date_add_days   (const char *date,
                              int         days);
char *samsyn_date_add_months (const char *date,
                              int         months);

/* The ISO 8601 weekday (1 Monday to 7 Sunday) and week (1 to 53) of a date. */
int samsyn_date_weekday (const char *date);
int samsyn_date_week    (const char *date);

/* The Monday of an ISO 8601 week, to be freed by the caller; NULL if the year has no such week. */
char *samsyn_date_of_week (int year,
                           int week);

/* The Julian day number as GDate counts it; for charts and workbooks. */
guint32 samsyn_date_julian (const char *date);

G_END_DECLS
