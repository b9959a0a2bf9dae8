/* deliverable.c: what a project leaves behind
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
  { .id = "parent", .label = NC_ ("field", "Part of"), .type = REFERENCE, .targets = IDS ("deliverable"), .flags = CONTEXT,
    .group = "what" },
  { .id = "sort", .label = NC_ ("field", "Type"), .type = CHOICE, .group = "what",
    .choices = CHOICES ({ "routine", NC_ ("deliverable.sort", "Routine") },
                        { "collaboration_model", NC_ ("deliverable.sort", "Collaboration model") },
                        { "method_support", NC_ ("deliverable.sort", "Method support") },
                        { "process_map", NC_ ("deliverable.sort", "Process map") },
                        { "checklist", NC_ ("deliverable.sort", "Checklist") },
                        { "training", NC_ ("deliverable.sort", "Training") },
                        { "network", NC_ ("deliverable.sort", "Network") },
                        { "event", NC_ ("deliverable.sort", "Event") },
                        { "information", NC_ ("deliverable.sort", "Information") },
                        { "report", NC_ ("deliverable.sort", "Report") },
                        { "other", NC_ ("deliverable.sort", "Other") }) },
  { .id = "theme", .label = NC_ ("field", "Theme"), .type = TEXT, .flags = IN_LIST | SEARCHABLE, .group = "what" },
  { .id = "status", .label = NC_ ("field", "Status"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "planned", NC_ ("deliverable.status", "Planned") },
                        { "in_progress", NC_ ("deliverable.status", "In progress") },
                        { "launched", NC_ ("deliverable.status", "Launched") },
                        { "implemented", NC_ ("deliverable.status", "Implemented") },
                        { "handed_over", NC_ ("deliverable.status", "Handed over") },
                        { "not_achieved", NC_ ("deliverable.status", "Not achieved") },
                        { "dropped", NC_ ("deliverable.status", "Dropped") }) },
  { .id = "launched_on", .label = NC_ ("field", "Launched on"), .type = DATE, .flags = IN_LIST, .group = "what" },
  { .id = "receiver", .label = NC_ ("field", "Receiver"), .type = REFERENCE, .targets = IDS ("organisation"), .flags = IN_LIST,
    .group = "after" },
  { .id = "where_to_find", .label = NC_ ("field", "Where to find it"), .type = TEXT, .flags = SEARCHABLE, .group = "after" },
  { .id = "continues", .label = NC_ ("field", "Continues"), .type = BOOLEAN, .flags = IN_LIST, .group = "after" },
  { .id = "continued_by", .label = NC_ ("field", "Continued by"), .type = REFERENCE, .targets = IDS ("organisation"),
    .group = "after" },
  NOTES_FIELD,
};

const SamsynKind samsyn_deliverable_kind = {
  .id = "deliverable",
  .label = NC_ ("kind", "Deliverable"),
  .plural = NC_ ("kinds", "Deliverables"),
  .empty = NC_ ("empty", "Deliverables are what a project leaves behind, where it is to be found and who goes on with it."),
  .area = SAMSYN_AREA_PROJECTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "after", NC_ ("group", "Result and handover") }, NOTES_GROUP),
  .title = IDS ("title"),
  .parent = "parent",
};
