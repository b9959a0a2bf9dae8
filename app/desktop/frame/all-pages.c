/* all-pages.c: the pages and actions that the window has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "all-pages.h"

#include "desktop/compare/comparison-page.h"
#include "desktop/compare/scenario-actions.h"
#include "desktop/findings/findings-page.h"
#include "desktop/list/list-page.h"
#include "desktop/map/map-page.h"
#include "desktop/overview/overview-page.h"
#include "desktop/page/pages.h"
#include "desktop/prepare/meeting-actions.h"
#include "desktop/watch/watch-page.h"
#include "model/words.h"

/* Pages of their own, each before the kinds of its area; a page for each kind follows from the descriptions. */
static const SamsynPageInfo own[] = {
  { .id = "overview", .label = NC_ ("page", "Overview"), .area = SAMSYN_N_AREAS, .type = samsyn_overview_page_get_type },
  { .id = "watch", .label = NC_ ("page", "Watch"), .area = SAMSYN_N_AREAS, .type = samsyn_watch_page_get_type },
  { .id = "map", .label = NC_ ("page", "Map"), .area = SAMSYN_AREA_RESPONSIBILITY, .type = samsyn_map_page_get_type },
  { .id = "findings",
    .label = NC_ ("page", "Findings"),
    .area = SAMSYN_AREA_RESPONSIBILITY,
    .type = samsyn_findings_page_get_type },
  { .id = "comparison",
    .label = NC_ ("page", "Comparison"),
    .area = SAMSYN_AREA_RESPONSIBILITY,
    .type = samsyn_comparison_page_get_type },
  { NULL },
};

void
samsyn_all_pages_register (void)
{
  samsyn_pages_register (own, samsyn_list_page_get_type);
  samsyn_record_actions_add (samsyn_scenario_actions);
  samsyn_record_actions_add (samsyn_meeting_actions);
}
