/* style.h: the program's own style sheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has style.css of the resources in force, and beside it what high contrast and darkness add, for as long as the user wants them.
 * Once, when there is a display. */
void samsyn_style_load (void);

/* Gives a widget a class of the style sheets, or takes it away. */
void samsyn_style_mark (GtkWidget  *widget,
                        const char *class,
                        gboolean    is_marked);

G_END_DECLS
