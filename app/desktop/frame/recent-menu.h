/* recent-menu.h: the recent workspaces in a menu
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills the menu each time the button opens it.  Chosen ones go to the action "win.open-recent"; those whose file is missing are
 * greyed and say why. */
void samsyn_recent_menu_attach (GtkMenuButton *button,
                                GMenu         *menu);

G_END_DECLS
