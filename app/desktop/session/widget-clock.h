/* widget-clock.h: which day it is for a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session.h"

G_BEGIN_DECLS

/* From now on the widgets of the window, and of the windows before it, go by the clock of the session's workspace; NULL: by
 * none. */
void samsyn_widget_clock_give (GtkWindow     *window,
                               SamsynSession *session);

/* The clock of the workspace that the widget (a GtkWidget) shows; NULL, which is a clock too, where it shows none. */
const SamsynClock *samsyn_widget_clock (gpointer widget);

/* Today by that clock, to be freed by the caller. */
char *samsyn_widget_today (gpointer widget);

G_END_DECLS
