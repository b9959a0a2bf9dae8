/* decision.c: a decision that is needed, or was taken, and what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "rules.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "title", .label = NC_ ("field", "Title"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 44 },
  { .id = "number", .label = NC_ ("field", "Number"), .type = TEXT, .flags = IN_LIST | SEARCHABLE, .group = "what", .width = 10 },
  { .id = "project", .label = NC_ ("field", "Project"), .type = REFERENCE, .targets = IDS ("project"), .flags = IN_LIST | CONTEXT,
    .group = "what" },
  { .id = "meeting", .label = NC_ ("field", "Meeting"), .type = REFERENCE, .targets = IDS ("meeting"), .flags = CONTEXT,
    .group = "what" },
  { .id = "body", .label = NC_ ("field", "Decided by"), .type = REFERENCE, .group = "what" },
  { .id = "background", .label = NC_ ("field", "Background"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "grounds" },
  { .id = "question", .label = NC_ ("field", "Question"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "grounds" },
  { .id = "alternatives", .label = NC_ ("field", "Alternatives"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "grounds" },
  { .id = "consequences", .label = NC_ ("field", "Consequences"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "grounds" },
  { .id = "proposal", .label = NC_ ("field", "Proposal"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "grounds" },
  { .id = "consequence_if_not", .label = NC_ ("field", "Consequence of not deciding"), .type = LONG_TEXT, .flags = SEARCHABLE,
    .group = "grounds" },
  { .id = "needed_by", .label = NC_ ("field", "Needed by"), .type = DATE, .flags = IN_LIST | DEADLINE, .group = "what" },
  { .id = "decided", .label = NC_ ("field", "Decision as taken"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "outcome" },
  { .id = "reason", .label = NC_ ("field", "Reason"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "outcome" },
  { .id = "decided_on", .label = NC_ ("field", "Decided on"), .type = DATE, .flags = IN_LIST, .group = "outcome" },
  { .id = "registration_number", .label = NC_ ("field", "Registration number"), .type = TEXT, .flags = SEARCHABLE,
    .group = "outcome", .width = 18 },
  { .id = "status", .label = NC_ ("field", "Status"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "needed", NC_ ("decision.status", "Needed") },
                        { "decided", NC_ ("decision.status", "Decided") },
                        { "approved", NC_ ("decision.status", "Approved") },
                        { "noted", NC_ ("decision.status", "Noted") },
                        { "postponed", NC_ ("decision.status", "Postponed") },
                        { "referred_back", NC_ ("decision.status", "Referred back") },
                        { "rejected", NC_ ("decision.status", "Rejected") },
                        { "withdrawn", NC_ ("decision.status", "Withdrawn") }) },
  { .id = "prepares", .label = NC_ ("field", "Prepares"), .type = REFERENCE, .targets = IDS ("decision"), .flags = NO_CIRCLE,
    .group = "grounds" },
  { .id = "responsible", .label = NC_ ("field", "Responsible"), .type = REFERENCE, .flags = IN_LIST, .group = "effect" },
  { .id = "effected_on", .label = NC_ ("field", "Effected on"), .type = DATE, .group = "effect" },
  { .id = "follow_up", .label = NC_ ("field", "Follow-up"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "effect" },
  NOTES_FIELD,
};

static const char *
check (const SamsynRecord *record,
       char              **reason)
{
  return samsyn_rule_not_itself (record, "prepares", reason);
}

const SamsynKind samsyn_decision_kind = {
  .id = "decision",
  .label = NC_ ("kind", "Decision"),
  .plural = NC_ ("kinds", "Decisions"),
  .empty = NC_ ("empty", "Decisions are what somebody must decide or has decided, with the grounds and what came of it."),
  .area = SAMSYN_AREA_STEERING,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") },
                    { "grounds", NC_ ("group", "Grounds") },
                    { "outcome", NC_ ("group", "Decision") },
                    { "effect", NC_ ("group", "Effect") },
                    NOTES_GROUP),
  .title = IDS ("title"),
  .order = IDS ("decided_on", "title"),
  .settled = SETTLED ({ "status", "decided" },
                      { "status", "approved" },
                      { "status", "noted" },
                      { "status", "rejected" },
                      { "status", "withdrawn" }),
  .check = check,
};
