/* consultation.c: a proposal sent out for answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "rules.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "title", .label = NC_ ("field", "Title"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 44 },
  { .id = "parent", .label = NC_ ("field", "Part of"), .type = REFERENCE, .targets = IDS ("consultation"), .flags = CONTEXT,
    .group = "what" },
  { .id = "registration_number", .label = NC_ ("field", "Registration number"), .type = TEXT, .flags = IN_LIST | SEARCHABLE,
    .group = "what", .width = 18 },
  { .id = "originator", .label = NC_ ("field", "Originator"), .type = REFERENCE, .targets = IDS ("organisation"),
    .flags = IN_LIST, .group = "who" },
  { .id = "sender", .label = NC_ ("field", "Sender"), .type = REFERENCE, .targets = IDS ("organisation"), .flags = IN_LIST,
    .group = "who" },
  { .id = "document", .label = NC_ ("field", "Document"), .type = REFERENCE, .targets = IDS ("document"), .group = "what" },
  { .id = "sent_on", .label = NC_ ("field", "Sent on"), .type = DATE, .flags = IN_LIST, .group = "who" },
  { .id = "answer_by", .label = NC_ ("field", "Answer by"), .type = DATE, .flags = IN_LIST | DEADLINE, .group = "who" },
  { .id = "summary", .label = NC_ ("field", "Summary"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "what" },
  { .id = "status", .label = NC_ ("field", "Status"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "open", NC_ ("consultation.status", "Open") },
                        { "closed", NC_ ("consultation.status", "Closed") }) },
  NOTES_FIELD,
};

static const char *
check (const SamsynRecord *record,
       char              **reason)
{
  return samsyn_rule_order (record, "sent_on", "answer_by", reason);
}

const SamsynKind samsyn_consultation_kind = {
  .id = "consultation",
  .label = NC_ ("kind", "Consultation"),
  .plural = NC_ ("kinds", "Consultations"),
  .empty = NC_ ("empty", "Consultations are proposals sent out for answers by a date."),
  .area = SAMSYN_AREA_AGREEMENTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "who", NC_ ("group", "Who and when") }, NOTES_GROUP),
  .title = IDS ("title"),
  .parent = "parent",
  .order = IDS ("answer_by", "title"),
  .settled = SETTLED ({ "status", "closed" }),
  .check = check,
};
