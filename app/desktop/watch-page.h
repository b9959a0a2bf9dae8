/* watch-page.h: every date that is late or near
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "page.h"

G_BEGIN_DECLS

/* Property "narrow": whether the page has the window to itself and shows the way back to the sidebar. */
#define SAMSYN_TYPE_WATCH_PAGE (samsyn_watch_page_get_type ())
G_DECLARE_FINAL_TYPE (SamsynWatchPage, samsyn_watch_page, SAMSYN, WATCH_PAGE, AdwBin)

/* A page on the session's deadlines, of every kind.  `kind` is not used. */
SamsynPage *samsyn_watch_page_new (SamsynSession    *session,
                                   const SamsynKind *kind);

G_END_DECLS
