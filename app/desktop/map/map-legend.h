/* map-legend.h: what the letters and marks of the map mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/page/page.h"

G_BEGIN_DECLS

/* A line of text, in the colours of the light or the dark style, whichever is on. */
GtkWidget *samsyn_map_legend_new      (void);
void       samsyn_map_legend_set_huki (GtkWidget *legend,
                                       gboolean   huki);

/* Such a line at the foot of a page; where there is little room the page's content has it, and a line like it opens from the
 * button. */
GtkWidget *samsyn_map_legend_attach (SamsynPage    *page,
                                     GtkBox        *foot,
                                     GtkMenuButton *button);

G_END_DECLS
