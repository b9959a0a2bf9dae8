/* findings-page.h: what the rules find in the responsibility map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/page/page.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_FINDINGS_PAGE (samsyn_findings_page_get_type ())
G_DECLARE_FINAL_TYPE (SamsynFindingsPage, samsyn_findings_page, SAMSYN, FINDINGS_PAGE, SamsynPage)

G_END_DECLS
