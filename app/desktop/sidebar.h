/* sidebar.h: the kinds of records, by area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kinds/kinds.h"

G_BEGIN_DECLS

/* Signals: "chosen" (a kind was selected; get it by samsyn_sidebar_get_kind()), "activated" (clicked, or Enter). */
#define SAMSYN_TYPE_SIDEBAR (samsyn_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SamsynSidebar, samsyn_sidebar, SAMSYN, SIDEBAR, AdwBin)

/* The selected kind, NULL if there is none. */
const SamsynKind *samsyn_sidebar_get_kind (SamsynSidebar *sidebar);

/* Selects the first kind; moves the focus to the selected one. */
void samsyn_sidebar_choose_first (SamsynSidebar *sidebar);
void samsyn_sidebar_focus        (SamsynSidebar *sidebar);

G_END_DECLS
