/* wrap-layout.h: controls side by side, on as many lines as they need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "width-layout.h"

G_BEGIN_DECLS

/* Lays out the children of a box (or of another widget) in a line, and those that find no room in it in a line below.  What is to
 * expand (`hexpand`) takes the room that is left in its line, and gives way first.  A template's box has it as its
 * `layout-manager`. */
#define SAMSYN_TYPE_WRAP_LAYOUT (samsyn_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (SamsynWrapLayout, samsyn_wrap_layout, SAMSYN, WRAP_LAYOUT, SamsynWidthLayout)

G_END_DECLS
