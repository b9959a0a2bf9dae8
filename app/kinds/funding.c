/* funding.c: money for a project: own, granted, or compensation from the state
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "rules.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "name", .label = NC_ ("field", "Name"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 40 },
  { .id = "project", .label = NC_ ("field", "Project"), .type = REFERENCE, .targets = IDS ("project"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "funder", .label = NC_ ("field", "Funder"), .type = REFERENCE, .targets = IDS ("organisation"), .flags = IN_LIST,
    .group = "what" },
  { .id = "scheme", .label = NC_ ("field", "Scheme"), .type = TEXT, .flags = SEARCHABLE, .group = "what" },
  { .id = "sort", .label = NC_ ("field", "Type"), .type = CHOICE, .group = "what",
    .choices = CHOICES ({ "own", NC_ ("funding.sort", "Own funds") },
                        { "grant", NC_ ("funding.sort", "Grant") },
                        { "state_compensation", NC_ ("funding.sort", "State compensation") }) },
  { .id = "period_from", .label = NC_ ("field", "Period from"), .type = DATE, .group = "when" },
  { .id = "period_to", .label = NC_ ("field", "Period to"), .type = DATE, .group = "when" },
  { .id = "applied", .label = NC_ ("field", "Amount applied for"), .type = MONEY, .flags = IN_LIST, .group = "amounts" },
  { .id = "granted", .label = NC_ ("field", "Amount granted"), .type = MONEY, .flags = IN_LIST, .group = "amounts" },
  { .id = "received", .label = NC_ ("field", "Amount received"), .type = MONEY, .group = "amounts" },
  { .id = "repaid", .label = NC_ ("field", "Amount repaid"), .type = MONEY, .group = "amounts" },
  { .id = "report_by", .label = NC_ ("field", "Report by"), .type = DATE, .flags = IN_LIST | DEADLINE, .group = "when" },
  { .id = "status", .label = NC_ ("field", "Status"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "planned", NC_ ("funding.status", "Planned") },
                        { "applied", NC_ ("funding.status", "Applied for") },
                        { "granted", NC_ ("funding.status", "Granted") },
                        { "rejected", NC_ ("funding.status", "Rejected") },
                        { "reported", NC_ ("funding.status", "Reported") },
                        { "received", NC_ ("funding.status", "Received") }) },
  { .id = "conditions", .label = NC_ ("field", "Conditions"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "conditions" },
  NOTES_FIELD,
};

static const char *
check (const SamsynRecord *record,
       char              **reason)
{
  return samsyn_rule_order (record, "period_from", "period_to", reason);
}

const SamsynKind samsyn_funding_kind = {
  .id = "funding",
  .label = NC_ ("kind", "Funding"),
  .plural = NC_ ("kinds", "Funding"),
  .empty = NC_ ("empty", "Funding is where a project's money comes from, from application to report."),
  .area = SAMSYN_AREA_PROJECTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") },
                    { "amounts", NC_ ("group", "Amounts") },
                    { "when", NC_ ("group", "When") },
                    { "conditions", NC_ ("group", "Conditions") },
                    NOTES_GROUP),
  .title = IDS ("name"),
  .settled = SETTLED ({ "status", "rejected" }, { "status", "reported" }, { "status", "received" }),
  .check = check,
};
