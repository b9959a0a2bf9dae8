/* box.h: what GTK has no function for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes all children out of a box. */
void samsyn_box_empty (GtkBox *box);

G_END_DECLS
