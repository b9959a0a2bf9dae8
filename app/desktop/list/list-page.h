/* list-page.h: the records of a kind, as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/page/page.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_LIST_PAGE (samsyn_list_page_get_type ())
G_DECLARE_FINAL_TYPE (SamsynListPage, samsyn_list_page, SAMSYN, LIST_PAGE, SamsynPage)

G_END_DECLS
