/* scenario.c: a proposed division of responsibility beside the one in force
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "name", .label = NC_ ("field", "Name"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 40 },
  { .id = "description", .label = NC_ ("field", "Description"), .type = LONG_TEXT, .flags = IN_LIST | SEARCHABLE,
    .group = "what" },
  { .id = "effective_on", .label = NC_ ("field", "Effective on"), .type = DATE, .flags = IN_LIST | DEADLINE,
    .group = "decision" },
  { .id = "status", .label = NC_ ("field", "Status"), .type = CHOICE, .flags = IN_LIST, .group = "decision",
    .choices = CHOICES ({ "draft", NC_ ("scenario.status", "Draft") },
                        { "proposed", NC_ ("scenario.status", "Proposed") },
                        { "adopted", NC_ ("scenario.status", "Adopted") },
                        { "rejected", NC_ ("scenario.status", "Rejected") }) },
  { .id = "decision", .label = NC_ ("field", "Decision"), .type = REFERENCE, .targets = IDS ("decision"), .flags = IN_LIST,
    .group = "decision" },
  NOTES_FIELD,
};

const SamsynKind samsyn_scenario_kind = {
  .id = "scenario",
  .label = NC_ ("kind", "Scenario"),
  .plural = NC_ ("kinds", "Scenarios"),
  .empty = NC_ ("empty", "Scenarios are proposals for another division of responsibility, to compare with the one in force."),
  .area = SAMSYN_AREA_RESPONSIBILITY,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "decision", NC_ ("group", "Decision") }, NOTES_GROUP),
  .title = IDS ("name"),
  .settled = SETTLED ({ "status", "adopted" }, { "status", "rejected" }),
};
