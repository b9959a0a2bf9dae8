/* milestone.c: a point in a project's plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "title", .label = NC_ ("field", "Title"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 44 },
  { .id = "project", .label = NC_ ("field", "Project"), .type = REFERENCE, .targets = IDS ("project"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "planned_on", .label = NC_ ("field", "Planned on"), .type = DATE, .flags = REQUIRED | IN_LIST | DEADLINE,
    .group = "when" },
  { .id = "forecast_on", .label = NC_ ("field", "Forecast on"), .type = DATE, .flags = IN_LIST | DEADLINE, .group = "when" },
  { .id = "reached_on", .label = NC_ ("field", "Reached on"), .type = DATE, .flags = IN_LIST | HAPPENED, .group = "when" },
  { .id = "owner", .label = NC_ ("field", "Owner"), .type = REFERENCE, .targets = IDS ("person"), .flags = IN_LIST | PERSONAL,
    .group = "what" },
  { .id = "gate", .label = NC_ ("field", "Decision gate"), .type = BOOLEAN, .flags = IN_LIST, .group = "what" },
  NOTES_FIELD,
};

/* Above zero: late, by what was reached, or while that is open by the forecast. */
static const SamsynDerived derived[] = {
  { .id = "delay", .label = NC_ ("field", "Delay (days)"), .type = INTEGER, .derive = SAMSYN_DERIVE_DAYS,
    .from = { "planned_on", "reached_on", "forecast_on" } },
  { NULL },
};

const SamsynKind samsyn_milestone_kind = {
  .id = "milestone",
  .label = NC_ ("kind", "Milestone"),
  .plural = NC_ ("kinds", "Milestones"),
  .empty = NC_ ("empty", "Milestones are the points of a project's plan that must be reached by a date."),
  .area = SAMSYN_AREA_PROJECTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "when", NC_ ("group", "When") }, NOTES_GROUP),
  .title = IDS ("title"),
  .order = IDS ("planned_on", "title"),
  .derived = derived,
  .settled = SETTLED ({ "reached_on", NULL }),
};
