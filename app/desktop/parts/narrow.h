/* narrow.h: header bars in a window with little room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Has the header bars inside the widget make room where it is narrow: of the window's buttons only the one that closes. */
void samsyn_narrow_headers (GtkWidget *widget,
                            gboolean   narrow);

/* Lets the labels inside, of buttons, of a header bar or above a list, run over several lines; what is in a list stays as it
 * is. */
void samsyn_narrow_wrap (GtkWidget *widget);

/* The same for the titles that libadwaita makes inside: of its window for preferences. */
void samsyn_narrow_wrap_titles (GtkWidget *widget);

/* As samsyn_narrow_wrap() for the header bar of the window, whose title stays on one line where there is room for it. */
void samsyn_narrow_wrap_header (AdwHeaderBar *header,
                                GtkWindow    *window);

/* The width below which the widget would be cut off. */
int samsyn_narrow_least_width (GtkWidget *widget);

/* How large the user's text is: 1 at 100 %. */
double samsyn_narrow_text_scale (void);

/* Whether the user's text is so large that what stands side by side had better stand one below the other. */
gboolean samsyn_narrow_is_text_large (void);

G_END_DECLS
