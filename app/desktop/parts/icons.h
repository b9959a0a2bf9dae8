/* icons.h: the program's own icons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has the widget's display know the program's own icons where they aren't installed; to be called before one is shown. */
void samsyn_icons_provide (GtkWidget *widget);

G_END_DECLS
