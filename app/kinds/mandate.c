/* mandate.c: a charge given by one body to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "title", .label = NC_ ("field", "Title"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 44 },
  { .id = "text", .label = NC_ ("field", "Wording"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "what" },
  { .id = "document", .label = NC_ ("field", "Document"), .type = REFERENCE, .targets = IDS ("document"), .group = "what" },
  { .id = "given_by", .label = NC_ ("field", "Given by"), .type = REFERENCE, .targets = IDS ("organisation"), .flags = IN_LIST,
    .group = "who" },
  { .id = "given_to", .label = NC_ ("field", "Given to"), .type = REFERENCE, .targets = IDS ("organisation"), .flags = IN_LIST,
    .group = "who" },
  { .id = "project", .label = NC_ ("field", "Project"), .type = REFERENCE, .targets = IDS ("project"), .flags = IN_LIST | CONTEXT,
    .group = "what" },
  { .id = "due_on", .label = NC_ ("field", "Due on"), .type = DATE, .flags = IN_LIST | DEADLINE, .group = "who" },
  { .id = "reported_on", .label = NC_ ("field", "Reported on"), .type = DATE, .flags = IN_LIST | HAPPENED, .group = "who" },
  { .id = "status", .label = NC_ ("field", "Status"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "given", NC_ ("mandate.status", "Given") },
                        { "ongoing", NC_ ("mandate.status", "Ongoing") },
                        { "reported", NC_ ("mandate.status", "Reported") },
                        { "approved", NC_ ("mandate.status", "Approved") },
                        { "withdrawn", NC_ ("mandate.status", "Withdrawn") }) },
  NOTES_FIELD,
};

const SamsynKind samsyn_mandate_kind = {
  .id = "mandate",
  .label = NC_ ("kind", "Mandate"),
  .plural = NC_ ("kinds", "Mandates"),
  .empty = NC_ ("empty", "Mandates are what one body has charged another to do, and how it was reported back."),
  .area = SAMSYN_AREA_PROJECTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "who", NC_ ("group", "Who and when") }, NOTES_GROUP),
  .title = IDS ("title"),
  .settled = SETTLED ({ "status", "reported" }, { "status", "approved" }, { "status", "withdrawn" }, { "reported_on", NULL }),
};
