/* day-text.h: days as a person speaks of them, in the program's language
 *
 * Texts are to be freed by the caller unless they are said to be static; dates are valid ones, YYYY-MM-DD.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/clock.h"

G_BEGIN_DECLS

/* "2016-11-22", "22 November 2016". */
char *samsyn_day_text (const char *date);

/* "Tuesday"; static. */
const char *samsyn_day_weekday (const char *date);

/* "17 days late", "today", "tomorrow", "in 5 days". */
char *samsyn_day_distance (const char *date,
                           const char *today);

/* The date and time of a moment in UTC milliseconds. */
char *samsyn_day_moment (const SamsynClock *clock,
                         gint64             at);

/* "This week", "Week 48, 28 November – 4 December": the week of a date as seen from today. */
char *samsyn_day_week (const char *date,
                       const char *today);

G_END_DECLS
