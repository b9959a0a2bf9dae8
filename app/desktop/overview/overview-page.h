/* overview-page.h: where the work stands, at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/page/page.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_OVERVIEW_PAGE (samsyn_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (SamsynOverviewPage, samsyn_overview_page, SAMSYN, OVERVIEW_PAGE, SamsynPage)

G_END_DECLS
