/* task.c: what somebody must do: a row of the responsibility map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "rules.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "name", .label = NC_ ("field", "Name"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 44 },
  { .id = "process", .label = NC_ ("field", "Process"), .type = REFERENCE, .targets = IDS ("process"), .flags = IN_LIST | CONTEXT,
    .group = "what" },
  { .id = "position", .label = NC_ ("field", "Position"), .type = INTEGER, .flags = IN_LIST, .group = "what", .minimum = 0,
    .maximum = 99999 },
  { .id = "description", .label = NC_ ("field", "Description"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "what" },
  { .id = "target_group", .label = NC_ ("field", "Target group"), .type = REFERENCE, .targets = IDS ("target_group"),
    .flags = IN_LIST, .group = "what" },
  /* A rule in words (“within a week”), not a date. */
  { .id = "deadline", .label = NC_ ("field", "Time limit"), .type = TEXT, .flags = IN_LIST | SEARCHABLE,
    .group = "responsibility" },
  { .id = "accountability", .label = NC_ ("field", "Accountability"), .type = CHOICE, .flags = IN_LIST,
    .group = "responsibility",
    .choices = CHOICES ({ "single", NC_ ("task.accountability", "Single") },
                        { "joint", NC_ ("task.accountability", "Joint by law") },
                        { "by_area", NC_ ("task.accountability", "Each in its area") }) },
  { .id = "valid_from", .label = NC_ ("field", "Valid from"), .type = DATE, .group = "validity" },
  { .id = "valid_to", .label = NC_ ("field", "Valid to"), .type = DATE, .group = "validity" },
  { .id = "scenario", .label = NC_ ("field", "Scenario"), .type = REFERENCE, .targets = IDS ("scenario"),
    .on_delete = SAMSYN_ON_DELETE_DELETE, .group = "validity" },
  NOTES_FIELD,
};

static const char *
check (const SamsynRecord *record,
       char              **reason)
{
  return samsyn_rule_order (record, "valid_from", "valid_to", reason);
}

const SamsynKind samsyn_task_kind = {
  .id = "task",
  .label = NC_ ("kind", "Task"),
  .plural = NC_ ("kinds", "Tasks"),
  .empty = NC_ ("empty", "Tasks are the rows of the responsibility map: what somebody has to do, one thing each."),
  .area = SAMSYN_AREA_RESPONSIBILITY,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") },
                    { "responsibility", NC_ ("group", "Responsibility") },
                    { "validity", NC_ ("group", "Validity") },
                    NOTES_GROUP),
  .title = IDS ("name"),
  .order = IDS ("position", "name"),
  .check = check,
};
