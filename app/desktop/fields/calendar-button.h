/* calendar-button.h: a button that opens a calendar, from which a day is picked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Signals
 *   "opening"                    it is about to show: give it the day that is there
 *   "picked" (const char *date)  a day was chosen; looking on may follow
 *   "closed"                     looking is over */
#define SAMSYN_TYPE_CALENDAR_BUTTON (samsyn_calendar_button_get_type ())
G_DECLARE_FINAL_TYPE (SamsynCalendarButton, samsyn_calendar_button, SAMSYN, CALENDAR_BUTTON, AdwBin)

/* What the calendar is for, as screen readers say it after "Calendar for". */
void samsyn_calendar_button_set_purpose (SamsynCalendarButton *button,
                                         const char           *purpose);

/* The day that the calendar stands on; NULL or no date: today. */
void samsyn_calendar_button_set_date (SamsynCalendarButton *button,
                                      const char           *date);

G_END_DECLS
