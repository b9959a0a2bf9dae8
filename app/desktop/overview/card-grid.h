/* card-grid.h: cards in as many columns as find room
 *
 * A flow box would make the cards of a line equally high; here each card stands in the column that is shortest so far.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/parts/width-layout.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_CARD_GRID (samsyn_card_grid_get_type ())
G_DECLARE_FINAL_TYPE (SamsynCardGrid, samsyn_card_grid, SAMSYN, CARD_GRID, SamsynWidthLayout)

/* The layout manager for a widget whose children are cards. */
GtkLayoutManager *samsyn_card_grid_new (void);

G_END_DECLS
