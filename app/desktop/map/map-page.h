/* map-page.h: the responsibility map, with its date, scenario and filters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/page/page.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_MAP_PAGE (samsyn_map_page_get_type ())
G_DECLARE_FINAL_TYPE (SamsynMapPage, samsyn_map_page, SAMSYN, MAP_PAGE, SamsynPage)

G_END_DECLS
