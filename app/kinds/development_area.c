/* development_area.c: something that was found to need work
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "title", .label = NC_ ("field", "Title"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 44 },
  { .id = "project", .label = NC_ ("field", "Project"), .type = REFERENCE, .targets = IDS ("project"), .flags = IN_LIST | CONTEXT,
    .group = "what" },
  { .id = "description", .label = NC_ ("field", "Description"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "what" },
  { .id = "boundary", .label = NC_ ("field", "Boundary"), .type = CHOICE, .flags = IN_LIST, .group = "responsibility",
    .choices = CHOICES ({ "internal", NC_ ("development_area.boundary", "Internal") },
                        { "external", NC_ ("development_area.boundary", "External") }) },
  { .id = "responsible", .label = NC_ ("field", "Responsible"), .type = REFERENCE, .targets = IDS ("organisation"),
    .flags = IN_LIST, .group = "responsibility" },
  { .id = "status", .label = NC_ ("field", "Status"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "identified", NC_ ("development_area.status", "Identified") },
                        { "assigned", NC_ ("development_area.status", "Assigned") },
                        { "in_progress", NC_ ("development_area.status", "In progress") },
                        { "resolved", NC_ ("development_area.status", "Resolved") },
                        { "dropped", NC_ ("development_area.status", "Dropped") }) },
  { .id = "priority", .label = NC_ ("field", "Priority"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "low", NC_ ("development_area.priority", "Low") },
                        { "normal", NC_ ("development_area.priority", "Normal") },
                        { "high", NC_ ("development_area.priority", "High") }) },
  NOTES_FIELD,
};

const SamsynKind samsyn_development_area_kind = {
  .id = "development_area",
  .label = NC_ ("kind", "Development area"),
  .plural = NC_ ("kinds", "Development areas"),
  .empty = NC_ ("empty", "Development areas are what was found to need work, and who took it on."),
  .area = SAMSYN_AREA_PROJECTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "responsibility", NC_ ("group", "Responsibility") }, NOTES_GROUP),
  .title = IDS ("title"),
};
