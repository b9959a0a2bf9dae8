/* goal.c: what a project is to achieve
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "text", .label = NC_ ("field", "Goal"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 56 },
  { .id = "project", .label = NC_ ("field", "Project"), .type = REFERENCE, .targets = IDS ("project"), .flags = IN_LIST | CONTEXT,
    .group = "what" },
  { .id = "parent", .label = NC_ ("field", "Part of"), .type = REFERENCE, .targets = IDS ("goal"),
    .parts = NC_ ("parts", "Subgoals"), .flags = IN_LIST | CONTEXT,
    .group = "what" },
  { .id = "sort", .label = NC_ ("field", "Type"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "effect", NC_ ("goal.sort", "Effect goal") },
                        { "sub", NC_ ("goal.sort", "Sub-goal") },
                        { "project", NC_ ("goal.sort", "Project goal") }) },
  { .id = "measured_by", .label = NC_ ("field", "Measured by"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "assessment" },
  { .id = "fulfilment", .label = NC_ ("field", "Fulfilment"), .type = CHOICE, .flags = IN_LIST, .group = "assessment",
    .choices = CHOICES ({ "not_assessed", NC_ ("goal.fulfilment", "Not assessed") },
                        { "not_met", NC_ ("goal.fulfilment", "Not met") },
                        { "partly_met", NC_ ("goal.fulfilment", "Partly met") },
                        { "met", NC_ ("goal.fulfilment", "Met") }) },
  { .id = "assessment", .label = NC_ ("field", "Assessment"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "assessment" },
  NOTES_FIELD,
};

const SamsynKind samsyn_goal_kind = {
  .id = "goal",
  .label = NC_ ("kind", "Goal"),
  .plural = NC_ ("kinds", "Goals"),
  .empty = NC_ ("empty", "Goals say what a project is to achieve, and in the end how far it did."),
  .area = SAMSYN_AREA_PROJECTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "assessment", NC_ ("group", "Assessment") }, NOTES_GROUP),
  .title = IDS ("text"),
  .parent = "parent",
};
