/* list-page.h: the records of a kind, as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "page.h"

G_BEGIN_DECLS

/* Property "narrow": whether the page has the window to itself and shows the way back to the sidebar. */
#define SAMSYN_TYPE_LIST_PAGE (samsyn_list_page_get_type ())
G_DECLARE_FINAL_TYPE (SamsynListPage, samsyn_list_page, SAMSYN, LIST_PAGE, AdwBin)

/* A page on the session's records of the kind. */
SamsynListPage *samsyn_list_page_new (SamsynSession    *session,
                                      const SamsynKind *kind);

G_END_DECLS
