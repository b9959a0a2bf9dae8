/* agreement.c: what organisations have agreed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "rules.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "title", .label = NC_ ("field", "Title"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 44 },
  { .id = "parent", .label = NC_ ("field", "Part of"), .type = REFERENCE, .targets = IDS ("agreement"), .flags = CONTEXT,
    .group = "what" },
  { .id = "registration_number", .label = NC_ ("field", "Registration number"), .type = TEXT, .flags = IN_LIST | SEARCHABLE,
    .group = "what", .width = 18 },
  { .id = "purpose", .label = NC_ ("field", "Purpose"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "what" },
  { .id = "document", .label = NC_ ("field", "Document"), .type = REFERENCE, .targets = IDS ("document"), .group = "what" },
  { .id = "valid_from", .label = NC_ ("field", "Valid from"), .type = DATE, .flags = IN_LIST, .group = "validity" },
  { .id = "valid_to", .label = NC_ ("field", "Valid to"), .type = DATE, .flags = IN_LIST | DEADLINE, .group = "validity" },
  { .id = "until_further_notice", .label = NC_ ("field", "Until further notice"), .type = BOOLEAN, .group = "validity" },
  { .id = "notice_months", .label = NC_ ("field", "Months of notice"), .type = INTEGER, .group = "validity", .minimum = 0,
    .maximum = 600 },
  { .id = "review_on", .label = NC_ ("field", "Review on"), .type = DATE, .flags = IN_LIST | DEADLINE, .group = "validity" },
  { .id = "status", .label = NC_ ("field", "Status"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "draft", NC_ ("agreement.status", "Draft") },
                        { "consultation", NC_ ("agreement.status", "In consultation") },
                        { "signed", NC_ ("agreement.status", "Signed") },
                        { "paused", NC_ ("agreement.status", "Paused") },
                        { "ended", NC_ ("agreement.status", "Ended") }) },
  NOTES_FIELD,
};

static const char *
check (const SamsynRecord *record,
       char              **reason)
{
  return samsyn_rule_order (record, "valid_from", "valid_to", reason);
}

const SamsynKind samsyn_agreement_kind = {
  .id = "agreement",
  .label = NC_ ("kind", "Agreement"),
  .plural = NC_ ("kinds", "Agreements"),
  .empty = NC_ ("empty", "Agreements are what organisations have agreed, with their parties and numbered commitments."),
  .area = SAMSYN_AREA_AGREEMENTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "validity", NC_ ("group", "Validity") }, NOTES_GROUP),
  .title = IDS ("title"),
  .parent = "parent",
  .settled = SETTLED ({ "status", "ended" }),
  .check = check,
};
