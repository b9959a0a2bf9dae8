/* accessible.h: names for screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names a widget, and with it the widgets inside that take the focus for it (the text of an entry, the button of a menu button):
 * screen readers would read the names of their classes. */
void samsyn_accessible_name (GtkWidget  *widget,
                             const char *name);

G_END_DECLS
