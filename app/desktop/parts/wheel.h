/* wheel.h: a scrolled part of what is scrolled itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has the wheel turn what stands around the scrolled window where that has nothing more to show. */
void samsyn_wheel_pass_on (GtkScrolledWindow *scrolled);

G_END_DECLS
