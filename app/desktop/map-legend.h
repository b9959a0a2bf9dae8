/* map-legend.h: what the letters and marks of the map mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line of text, in the colours of the light or the dark style, whichever is on. */
GtkWidget *samsyn_map_legend_new      (void);
void       samsyn_map_legend_set_huki (GtkWidget *legend,
                                       gboolean   huki);

G_END_DECLS
