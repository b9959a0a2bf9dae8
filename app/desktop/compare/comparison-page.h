/* comparison-page.h: the responsibility map on one date and in one scenario, against another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/page/page.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_COMPARISON_PAGE (samsyn_comparison_page_get_type ())
G_DECLARE_FINAL_TYPE (SamsynComparisonPage, samsyn_comparison_page, SAMSYN, COMPARISON_PAGE, SamsynPage)

G_END_DECLS
