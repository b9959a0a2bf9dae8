/* funding_report.c: an account that a funder waits for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "funding", .label = NC_ ("field", "Funding"), .type = REFERENCE, .targets = IDS ("funding"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "sort", .label = NC_ ("field", "Type"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "partial", NC_ ("funding_report.sort", "Partial report") },
                        { "final", NC_ ("funding_report.sort", "Final report") }) },
  { .id = "due_on", .label = NC_ ("field", "Due on"), .type = DATE, .flags = REQUIRED | IN_LIST | DEADLINE, .group = "when" },
  { .id = "sent_on", .label = NC_ ("field", "Sent on"), .type = DATE, .flags = IN_LIST | HAPPENED, .group = "when" },
  { .id = "document", .label = NC_ ("field", "Document"), .type = REFERENCE, .targets = IDS ("document"), .flags = IN_LIST,
    .group = "what" },
  NOTES_FIELD,
};

const SamsynKind samsyn_funding_report_kind = {
  .id = "funding_report",
  .label = NC_ ("kind", "Funding report"),
  .plural = NC_ ("kinds", "Funding reports"),
  .empty = NC_ ("empty", "Funding reports are the accounts that a funder wants, and when they were sent."),
  .area = SAMSYN_AREA_PROJECTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "when", NC_ ("group", "When") }, NOTES_GROUP),
  .title = IDS ("funding", "sort", "due_on"),
  .order = IDS ("due_on"),
  .settled = SETTLED ({ "sent_on", NULL }),
};
