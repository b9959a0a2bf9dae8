/* group.c: a steering, reference or working group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "name", .label = NC_ ("field", "Name"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 40 },
  { .id = "sort", .label = NC_ ("field", "Type"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "steering", NC_ ("group.sort", "Steering group") },
                        { "operative_steering", NC_ ("group.sort", "Operative steering group") },
                        { "project_team", NC_ ("group.sort", "Project team") },
                        { "reference", NC_ ("group.sort", "Reference group") },
                        { "working", NC_ ("group.sort", "Working group") },
                        { "political", NC_ ("group.sort", "Political group") },
                        { "network", NC_ ("group.sort", "Network") },
                        { "union_consultation", NC_ ("group.sort", "Union consultation") }) },
  { .id = "project", .label = NC_ ("field", "Project"), .type = REFERENCE, .targets = IDS ("project"), .flags = IN_LIST | CONTEXT,
    .group = "what" },
  { .id = "purpose", .label = NC_ ("field", "Purpose"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "what" },
  { .id = "appointed_by", .label = NC_ ("field", "Appointed by"), .type = REFERENCE, .targets = IDS ("organisation"),
    .flags = IN_LIST, .group = "who" },
  { .id = "chair", .label = NC_ ("field", "Chair"), .type = REFERENCE, .targets = IDS ("person"), .flags = IN_LIST | PERSONAL,
    .group = "who" },
  { .id = "interval_months", .label = NC_ ("field", "Months between meetings"), .type = INTEGER, .flags = IN_LIST, .group = "who",
    .minimum = 1, .maximum = 120 },
  NOTES_FIELD,
};

const SamsynKind samsyn_group_kind = {
  .id = "group",
  .label = NC_ ("kind", "Group"),
  .plural = NC_ ("kinds", "Groups"),
  .empty = NC_ ("empty", "Groups are those who meet: steering groups, reference groups, working groups."),
  .area = SAMSYN_AREA_STEERING,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "who", NC_ ("group", "Who and when") }, NOTES_GROUP),
  .title = IDS ("name"),
};
