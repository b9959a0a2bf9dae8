/* watch-page.h: every date that is late or near
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/page/page.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_WATCH_PAGE (samsyn_watch_page_get_type ())
G_DECLARE_FINAL_TYPE (SamsynWatchPage, samsyn_watch_page, SAMSYN, WATCH_PAGE, SamsynPage)

G_END_DECLS
