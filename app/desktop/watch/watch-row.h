/* watch-row.h: a line of the watch: a heading, or a date of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "findings/standing/deadlines.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_WATCH_ROW (samsyn_watch_row_get_type ())
G_DECLARE_FINAL_TYPE (SamsynWatchRow, samsyn_watch_row, SAMSYN, WATCH_ROW, GObject)

/* A heading; a date, whose deadline is a part of `owner` (a SamsynDeadlines array), which the row keeps. */
SamsynWatchRow *samsyn_watch_row_new_heading  (const char *text);
SamsynWatchRow *samsyn_watch_row_new_deadline (const SamsynDeadline *deadline,
                                               GPtrArray            *owner);

/* The date, owned by the row; NULL of a heading. */
const SamsynDeadline *samsyn_watch_row_get_deadline (SamsynWatchRow *row);

/* Makes the widgets of a list's rows; `today` is copied.  In narrow ones the date stands above what it is of, otherwise beside
 * it. */
GtkListItemFactory *samsyn_watch_row_factory (const char *today,
                                              gboolean    narrow);

G_END_DECLS
