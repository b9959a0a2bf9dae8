/* list-page.h: the records of a kind, as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Property "narrow": whether the page has the window to itself and shows the way back to the sidebar. */
#define SAMSYN_TYPE_LIST_PAGE (samsyn_list_page_get_type ())
G_DECLARE_FINAL_TYPE (SamsynListPage, samsyn_list_page, SAMSYN, LIST_PAGE, AdwBin)

/* A page on the store's records of the kind.  The store must live until samsyn_list_page_close(). */
SamsynListPage *samsyn_list_page_new   (SamsynStore      *store,
                                        const SamsynKind *kind);
void            samsyn_list_page_close (SamsynListPage *page);

/* Shows what the store holds now: after a step. */
void samsyn_list_page_refresh (SamsynListPage *page);

/* Moves the focus to the filter, or to the list itself. */
void samsyn_list_page_focus_filter (SamsynListPage *page);
void samsyn_list_page_focus_list   (SamsynListPage *page);

/* Whether the focus is in the filter. */
gboolean samsyn_list_page_in_filter (SamsynListPage *page);

G_END_DECLS
