/* opening-page.h: a window whose workspace takes a while to open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SAMSYN_TYPE_OPENING_PAGE (samsyn_opening_page_get_type ())
G_DECLARE_FINAL_TYPE (SamsynOpeningPage, samsyn_opening_page, SAMSYN, OPENING_PAGE, AdwBin)

G_END_DECLS
