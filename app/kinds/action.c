/* action.c: something somebody is to do, and by when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "rules.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "title", .label = NC_ ("field", "Title"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 44 },
  { .id = "project", .label = NC_ ("field", "Project"), .type = REFERENCE, .targets = IDS ("project"), .flags = IN_LIST | CONTEXT,
    .group = "what" },
  { .id = "organisation", .label = NC_ ("field", "Organisation"), .type = REFERENCE, .targets = IDS ("organisation"),
    .flags = IN_LIST, .group = "who" },
  { .id = "owner", .label = NC_ ("field", "Owner"), .type = REFERENCE, .targets = IDS ("person"), .flags = IN_LIST | PERSONAL,
    .group = "who" },
  { .id = "due_on", .label = NC_ ("field", "Due on"), .type = DATE, .flags = IN_LIST | DEADLINE, .group = "who" },
  { .id = "done_on", .label = NC_ ("field", "Done on"), .type = DATE, .flags = HAPPENED, .group = "who" },
  { .id = "status", .label = NC_ ("field", "Status"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "planned", NC_ ("action.status", "Planned") },
                        { "ongoing", NC_ ("action.status", "Ongoing") },
                        { "done", NC_ ("action.status", "Done") },
                        { "cancelled", NC_ ("action.status", "Cancelled") }) },
  { .id = "priority", .label = NC_ ("field", "Priority"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "low", NC_ ("action.priority", "Low") },
                        { "normal", NC_ ("action.priority", "Normal") },
                        { "high", NC_ ("action.priority", "High") }) },
  { .id = "origin", .label = NC_ ("field", "Comes from"), .type = REFERENCE, .group = "background" },
  { .id = "description", .label = NC_ ("field", "Description"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "what" },
  { .id = "outcome", .label = NC_ ("field", "Outcome"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "background" },
  NOTES_FIELD,
};

/* What is planned has not been done. */
static const char *
check_anew (const SamsynRecord *record,
            char              **reason)
{
  return samsyn_rule_not_yet (record, "status", "planned", "done_on", reason);
}

const SamsynKind samsyn_action_kind = {
  .id = "action",
  .label = NC_ ("kind", "Action"),
  .plural = NC_ ("kinds", "Actions"),
  .empty = NC_ ("empty", "Actions are what somebody has promised to do, by a date."),
  .area = SAMSYN_AREA_PROJECTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") },
                    { "who", NC_ ("group", "Who and when") },
                    { "background", NC_ ("group", "Background") },
                    NOTES_GROUP),
  .title = IDS ("title"),
  .check_anew = check_anew,
  .settled = SETTLED ({ "status", "done" }, { "status", "cancelled" }, { "done_on", NULL }),
};
