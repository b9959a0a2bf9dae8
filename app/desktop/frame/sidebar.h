/* sidebar.h: the pages, by area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/page/pages.h"

G_BEGIN_DECLS

/* Signals: "chosen" (a page was selected; get it by samsyn_sidebar_get_page()), "activated" (clicked, or Enter). */
#define SAMSYN_TYPE_SIDEBAR (samsyn_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SamsynSidebar, samsyn_sidebar, SAMSYN, SIDEBAR, AdwBin)

/* The selected page, NULL if there is none. */
const SamsynPageInfo *samsyn_sidebar_get_page (SamsynSidebar *sidebar);

/* Selects the page with that id, or the first one where there is none; moves the focus to the selected one. */
void samsyn_sidebar_choose (SamsynSidebar *sidebar,
                            const char    *page);
void samsyn_sidebar_focus  (SamsynSidebar *sidebar);

G_END_DECLS
