/* target_group.c: for whom the tasks are done, never the individuals themselves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "name", .label = NC_ ("field", "Name"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 40 },
  { .id = "definition", .label = NC_ ("field", "Definition"), .type = LONG_TEXT, .flags = IN_LIST | SEARCHABLE, .group = "what" },
  { .id = "coverage", .label = NC_ ("field", "Coverage"), .type = CHOICE, .flags = IN_LIST, .group = "scope",
    .choices = CHOICES ({ "in_depth", NC_ ("target_group.coverage", "In depth") },
                        { "overview", NC_ ("target_group.coverage", "Overview") },
                        { "excluded", NC_ ("target_group.coverage", "Excluded") }) },
  { .id = "coverage_reason", .label = NC_ ("field", "Reason for coverage"), .type = LONG_TEXT, .flags = SEARCHABLE,
    .group = "scope" },
  { .id = "legal_basis", .label = NC_ ("field", "Legal basis"), .type = REFERENCE, .targets = IDS ("document"), .flags = IN_LIST,
    .group = "scope" },
  NOTES_FIELD,
};

const SamsynKind samsyn_target_group_kind = {
  .id = "target_group",
  .label = NC_ ("kind", "Target group"),
  .plural = NC_ ("kinds", "Target groups"),
  .empty = NC_ ("empty", "Target groups are those whom processes and tasks are for; nothing about individuals."),
  .area = SAMSYN_AREA_RESPONSIBILITY,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "scope", NC_ ("group", "Scope") }, NOTES_GROUP),
  .title = IDS ("name"),
};
