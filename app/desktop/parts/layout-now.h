/* layout-now.h: keys that come faster than frames
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has every key of the window act where things stand by then: what scrolls around the focus gets its places before the key and
 * not with the next frame.  Without it a key that opens a popover right after the form was filled anew, or scrolled by Tab, opens
 * it beside what stood there before; X11 then asks for a monitor on which nothing is. */
void samsyn_layout_before_keys (GtkWindow *window);

G_END_DECLS
