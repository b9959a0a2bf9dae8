/* focus-round.h: the places of an open workspace, and the way of the focus round them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/page/page.h"
#include "desktop/record/record-pane.h"
#include "sidebar.h"

G_BEGIN_DECLS

/* In the order of the round. */
typedef enum
{
  SAMSYN_FOCUS_SIDEBAR,
  SAMSYN_FOCUS_FILTER,
  SAMSYN_FOCUS_CONTENT, /* of the page; also where the focus is nowhere else */
  SAMSYN_FOCUS_RECORD,
  SAMSYN_FOCUS_NOTICE,
  SAMSYN_N_FOCUS_PLACES
} SamsynFocusPlace;

/* What the places are made of; all of it the workspace's. */
typedef struct
{
  AdwLeaflet       *leaflet; /* of the two sides, which shows one at a time where there is no room for both */
  GtkWidget        *sidebar_side;
  GtkWidget        *content_side;
  SamsynSidebar    *sidebar;
  SamsynPage       *page; /* NULL: none is shown */
  SamsynRecordPane *record;
  GtkWidget        *record_side;
  GtkWidget        *notice;
} SamsynFocusRound;

/* Where the focus is. */
SamsynFocusPlace samsyn_focus_round_where (const SamsynFocusRound *round);

/* Brings the place into view and moves the focus there. */
void samsyn_focus_round_go (const SamsynFocusRound *round,
                            SamsynFocusPlace        place);

/* Moves the focus to the next place that is there, or to the one before. */
void samsyn_focus_round_move (const SamsynFocusRound *round,
                              gboolean                back);

G_END_DECLS
