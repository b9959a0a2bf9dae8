/* focus-round.c: the places of an open workspace, and the way of the focus round them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "focus-round.h"

#include "desktop/parts/focus-within.h"

static gboolean
has_place (const SamsynFocusRound *round,
           SamsynFocusPlace        place)
{
  switch (place)
    {
    case SAMSYN_FOCUS_RECORD:
      return samsyn_record_pane_is_open (round->record);
    case SAMSYN_FOCUS_NOTICE:
      return gtk_widget_get_visible (round->notice);
    default:
      return TRUE;
    }
}

SamsynFocusPlace
samsyn_focus_round_where (const SamsynFocusRound *round)
{
  if (samsyn_has_focus_within (round->sidebar_side))
    return SAMSYN_FOCUS_SIDEBAR;
  if (round->page != NULL && samsyn_page_in_filter (round->page))
    return SAMSYN_FOCUS_FILTER;
  if (samsyn_has_focus_within (round->record_side))
    return SAMSYN_FOCUS_RECORD;
  if (samsyn_has_focus_within (round->notice))
    return SAMSYN_FOCUS_NOTICE;
  return SAMSYN_FOCUS_CONTENT;
}

/* To the page's content or filter, if there is a page. */
static void
go_to_page (const SamsynFocusRound *round,
            void (*focus) (SamsynPage *))
{
  if (round->page == NULL)
    return;
  adw_leaflet_set_visible_child (round->leaflet, round->content_side);
  focus (round->page);
}

void
samsyn_focus_round_go (const SamsynFocusRound *round,
                       SamsynFocusPlace        place)
{
  switch (place)
    {
    case SAMSYN_FOCUS_SIDEBAR:
      adw_leaflet_set_visible_child (round->leaflet, round->sidebar_side);
      samsyn_sidebar_focus (round->sidebar);
      break;
    case SAMSYN_FOCUS_FILTER:
      go_to_page (round, samsyn_page_focus_filter);
      break;
    case SAMSYN_FOCUS_RECORD:
      samsyn_record_pane_focus (round->record);
      break;
    case SAMSYN_FOCUS_NOTICE:
      adw_leaflet_set_visible_child (round->leaflet, round->content_side);
      gtk_widget_child_focus (round->notice, GTK_DIR_TAB_FORWARD);
      break;
    default:
      go_to_page (round, samsyn_page_focus);
    }
}

void
samsyn_focus_round_move (const SamsynFocusRound *round,
                         gboolean                back)
{
  guint place = samsyn_focus_round_where (round);

  do
    place = (place + (back ? SAMSYN_N_FOCUS_PLACES - 1 : 1)) % SAMSYN_N_FOCUS_PLACES;
  while (!has_place (round, place));
  samsyn_focus_round_go (round, place);
}
