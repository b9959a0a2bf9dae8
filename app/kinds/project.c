/* project.c: a project, or a part of one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "rules.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "name", .label = NC_ ("field", "Name"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 40 },
  { .id = "parent", .label = NC_ ("field", "Part of"), .type = REFERENCE, .targets = IDS ("project"),
    .parts = NC_ ("parts", "Subprojects"), .flags = IN_LIST | CONTEXT,
    .group = "what" },
  { .id = "registration_number", .label = NC_ ("field", "Registration number"), .type = TEXT, .flags = SEARCHABLE,
    .group = "what", .width = 18 },
  { .id = "client", .label = NC_ ("field", "Client"), .type = REFERENCE, .targets = IDS ("organisation"), .group = "who" },
  { .id = "manager", .label = NC_ ("field", "Project manager"), .type = REFERENCE, .targets = IDS ("person"),
    .flags = IN_LIST | PERSONAL, .group = "who" },
  { .id = "home", .label = NC_ ("field", "Home organisation"), .type = REFERENCE, .targets = IDS ("organisation"),
    .group = "who" },
  { .id = "description", .label = NC_ ("field", "Description"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "what" },
  /* What the project may and may not decide by itself. */
  { .id = "authority", .label = NC_ ("field", "Authority"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "scope" },
  { .id = "delimitations", .label = NC_ ("field", "Delimitations"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "scope" },
  { .id = "prerequisites", .label = NC_ ("field", "Prerequisites"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "scope" },
  { .id = "result_audience", .label = NC_ ("field", "Audience of the result"), .type = LONG_TEXT, .flags = SEARCHABLE,
    .group = "after" },
  { .id = "target_group", .label = NC_ ("field", "Target group"), .type = REFERENCE, .targets = IDS ("target_group"),
    .group = "scope" },
  { .id = "handover_to", .label = NC_ ("field", "Handover to"), .type = TEXT, .flags = SEARCHABLE, .group = "after" },
  { .id = "starts_on", .label = NC_ ("field", "Starts on"), .type = DATE, .flags = IN_LIST, .group = "when" },
  { .id = "ends_on", .label = NC_ ("field", "Ends on"), .type = DATE, .flags = IN_LIST | DEADLINE, .group = "when" },
  { .id = "extended_until", .label = NC_ ("field", "Extended until"), .type = DATE, .flags = IN_LIST | DEADLINE,
    .group = "when" },
  { .id = "phase", .label = NC_ ("field", "Phase"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "idea", NC_ ("project.phase", "Idea") },
                        { "planning", NC_ ("project.phase", "Planning") },
                        { "execution", NC_ ("project.phase", "Execution") },
                        { "closing", NC_ ("project.phase", "Closing") },
                        { "closed", NC_ ("project.phase", "Closed") },
                        { "paused", NC_ ("project.phase", "Paused") },
                        { "cancelled", NC_ ("project.phase", "Cancelled") }) },
  NOTES_FIELD,
};

static const char *
check (const SamsynRecord *record,
       char              **reason)
{
  const char *fault = samsyn_rule_order (record, "starts_on", "ends_on", reason);

  if (fault == NULL)
    fault = samsyn_rule_order (record, "ends_on", "extended_until", reason);
  return fault;
}

const SamsynKind samsyn_project_kind = {
  .id = "project",
  .label = NC_ ("kind", "Project"),
  .plural = NC_ ("kinds", "Projects"),
  .empty = NC_ ("empty", "Projects and their subprojects are what the steering groups follow."),
  .area = SAMSYN_AREA_PROJECTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") },
                    { "who", NC_ ("group", "Who") },
                    { "when", NC_ ("group", "When") },
                    { "scope", NC_ ("group", "Scope") },
                    { "after", NC_ ("group", "Result and handover") },
                    NOTES_GROUP),
  .title = IDS ("name"),
  .parent = "parent",
  .settled = SETTLED ({ "phase", "closed" }, { "phase", "cancelled" }),
  .check = check,
};
