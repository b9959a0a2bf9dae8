/* search-palette.h: search over everything, and jump
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

/* Signal "jumped": a page was shown; the focus is to go there. */
#define SAMSYN_TYPE_SEARCH_PALETTE (samsyn_search_palette_get_type ())
G_DECLARE_FINAL_TYPE (SamsynSearchPalette, samsyn_search_palette, SAMSYN, SEARCH_PALETTE, GtkPopover)

/* A palette over the parent, in which it stays until it is unparented. */
SamsynSearchPalette *samsyn_search_palette_new (SamsynSession *session,
                                                GtkWidget     *parent);

/* Shows it, ready to type in. */
void samsyn_search_palette_open (SamsynSearchPalette *palette);

G_END_DECLS
