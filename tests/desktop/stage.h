/* stage.h: what tests of the window have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/frame/application.h"

G_BEGIN_DECLS

/* The application, registered, without looking for one that runs already; with the animations that the settings ask for. */
SamsynApplication *stage_start (void);

/* The same without animations: what is shown is there at once. */
SamsynApplication *stage_start_still (void);

/* So many turns of the main loop, some milliseconds apart: a few until a frame is drawn, more where one leads to the next. */
void stage_turn (guint n_turns);

/* The first that is on the screen and of that type, the widget itself or below it; NULL if there is none. */
GtkWidget *stage_find (GtkWidget *widget,
                       GType      type);

G_END_DECLS
