/* drawn.h: doing something when what was just put on the screen has its place there
 *
 * GTK complains where something is scrolled to or focused in the frame in which it came.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*SamsynDrawnFunc) (GtkWidget *widget);

/* Calls the function when the next two frames are drawn; asked again meanwhile, so much later.  Not at all if the widget goes. */
void samsyn_when_drawn (GtkWidget      *widget,
                        SamsynDrawnFunc func);

G_END_DECLS
