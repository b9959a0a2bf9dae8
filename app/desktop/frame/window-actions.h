/* window-actions.h: what the buttons, menus and keys of a window ask for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Installs the actions "win.…" of SamsynWindow in its class. */
void samsyn_window_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
