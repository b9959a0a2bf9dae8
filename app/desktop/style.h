/* style.h: the program's own style sheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Has style.css of the resources in force, and beside it what high contrast and darkness add, for as long as the user wants them.  Once,
 * when there is a display. */
void samsyn_style_load (void);

G_END_DECLS
