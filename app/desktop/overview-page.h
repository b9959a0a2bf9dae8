/* overview-page.h: where the work stands, at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "page.h"

G_BEGIN_DECLS

/* Property "narrow": whether the page has the window to itself and shows the way back to the sidebar. */
#define SAMSYN_TYPE_OVERVIEW_PAGE (samsyn_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (SamsynOverviewPage, samsyn_overview_page, SAMSYN, OVERVIEW_PAGE, AdwBin)

/* A page that reads the session's workspace when it is first shown, and again after changes.  `kind` is not used. */
SamsynPage *samsyn_overview_page_new (SamsynSession    *session,
                                      const SamsynKind *kind);

G_END_DECLS
