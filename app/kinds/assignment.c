/* assignment.c: one letter of the map: an organisation's part in a task
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "rules.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "task", .label = NC_ ("field", "Task"), .type = REFERENCE, .targets = IDS ("task"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what", .width = 40 },
  { .id = "organisation", .label = NC_ ("field", "Organisation"), .type = REFERENCE, .targets = IDS ("organisation"),
    .flags = REQUIRED | IN_LIST, .group = "what" },
  { .id = "role", .label = NC_ ("field", "Role"), .type = CHOICE, .flags = REQUIRED | IN_LIST, .group = "what",
    .choices = CHOICES ({ "R", NC_ ("assignment.role", "Responsible") },
                        { "A", NC_ ("assignment.role", "Accountable") },
                        { "S", NC_ ("assignment.role", "Supportive") },
                        { "C", NC_ ("assignment.role", "Consulted") },
                        { "I", NC_ ("assignment.role", "Informed") },
                        { "none", NC_ ("assignment.role", "None (removes)") }) },
  { .id = "standing", .label = NC_ ("field", "Standing"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "formal", NC_ ("assignment.standing", "Formal") },
                        { "practice", NC_ ("assignment.standing", "Practice") },
                        { "claimed", NC_ ("assignment.standing", "Claimed") },
                        { "disputed", NC_ ("assignment.standing", "Disputed") }) },
  { .id = "valid_from", .label = NC_ ("field", "Valid from"), .type = DATE, .flags = IN_LIST, .group = "validity" },
  { .id = "valid_to", .label = NC_ ("field", "Valid to"), .type = DATE, .group = "validity" },
  /* Empty: in force. */
  { .id = "scenario", .label = NC_ ("field", "Scenario"), .type = REFERENCE, .targets = IDS ("scenario"),
    .on_delete = SAMSYN_ON_DELETE_DELETE, .flags = IN_LIST, .group = "validity" },
  { .id = "basis", .label = NC_ ("field", "Basis"), .type = REFERENCE, .targets = IDS ("document"), .flags = IN_LIST,
    .group = "basis" },
  { .id = "basis_place", .label = NC_ ("field", "Place in the basis"), .type = TEXT, .flags = SEARCHABLE, .group = "basis" },
  { .id = "commitment", .label = NC_ ("field", "Commitment"), .type = REFERENCE, .targets = IDS ("commitment"),
    .group = "basis" },
  { .id = "confirmed_on", .label = NC_ ("field", "Confirmed on"), .type = DATE, .flags = HAPPENED, .group = "confirmation" },
  { .id = "confirmed_by", .label = NC_ ("field", "Confirmed by"), .type = REFERENCE, .targets = IDS ("person"), .flags = PERSONAL,
    .group = "confirmation" },
  NOTES_FIELD,
};

static const char *
check (const SamsynRecord *record,
       char              **reason)
{
  /* "none" takes a role away from the division in force, so it says something in a scenario only. */
  if (g_strcmp0 (samsyn_record_text (record, "role"), "none") == 0
      && samsyn_value_is_null (samsyn_record_get (record, "scenario")))
    {
      *reason = g_strdup (_ ("The role “None” removes an assignment in a scenario; choose one, or another role."));
      return "role";
    }
  return samsyn_rule_order (record, "valid_from", "valid_to", reason);
}

const SamsynKind samsyn_assignment_kind = {
  .id = "assignment",
  .label = NC_ ("kind", "Assignment"),
  .plural = NC_ ("kinds", "Assignments"),
  .empty
  = NC_ ("empty", "Assignments are the letters of the responsibility map: which organisation has which part in which task."),
  .area = SAMSYN_AREA_RESPONSIBILITY,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") },
                    { "basis", NC_ ("group", "Basis") },
                    { "validity", NC_ ("group", "Validity") },
                    { "confirmation", NC_ ("group", "Confirmation") },
                    NOTES_GROUP),
  .title = IDS ("role", "task", "organisation"),
  .order = IDS ("valid_from"),
  .check = check,
};
