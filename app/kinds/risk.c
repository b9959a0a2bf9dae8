/* risk.c: what may happen, and what is done about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "title", .label = NC_ ("field", "Title"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 44 },
  { .id = "project", .label = NC_ ("field", "Project"), .type = REFERENCE, .targets = IDS ("project"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "sort", .label = NC_ ("field", "Type"), .type = CHOICE, .group = "what",
    .choices = CHOICES ({ "risk", NC_ ("risk.sort", "Risk") },
                        { "issue", NC_ ("risk.sort", "Issue") },
                        { "opportunity", NC_ ("risk.sort", "Opportunity") }) },
  { .id = "cause", .label = NC_ ("field", "Cause"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "what" },
  { .id = "consequence", .label = NC_ ("field", "Consequence"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "what" },
  { .id = "probability", .label = NC_ ("field", "Probability"), .type = INTEGER, .flags = IN_LIST, .group = "assessment",
    .minimum = 1, .maximum = 5 },
  { .id = "impact", .label = NC_ ("field", "Impact"), .type = INTEGER, .flags = IN_LIST, .group = "assessment", .minimum = 1,
    .maximum = 5 },
  { .id = "response", .label = NC_ ("field", "Response"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "response" },
  { .id = "residual_probability", .label = NC_ ("field", "Residual probability"), .type = INTEGER, .group = "response",
    .minimum = 1, .maximum = 5 },
  { .id = "residual_impact", .label = NC_ ("field", "Residual impact"), .type = INTEGER, .group = "response", .minimum = 1,
    .maximum = 5 },
  { .id = "owner", .label = NC_ ("field", "Owner"), .type = REFERENCE, .targets = IDS ("person"), .flags = IN_LIST | PERSONAL,
    .group = "response" },
  { .id = "status", .label = NC_ ("field", "Status"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "open", NC_ ("risk.status", "Open") },
                        { "watched", NC_ ("risk.status", "Watched") },
                        { "occurred", NC_ ("risk.status", "Occurred") },
                        { "closed", NC_ ("risk.status", "Closed") }) },
  { .id = "review_on", .label = NC_ ("field", "Review on"), .type = DATE, .flags = IN_LIST | DEADLINE, .group = "response" },
  /* What the steering group calls the risk by, from one pack to the next. */
  { .id = "number", .label = NC_ ("field", "Number"), .type = INTEGER, .group = "what", .minimum = 1, .maximum = 99999 },
  NOTES_FIELD,
};

static const SamsynDerived derived[] = {
  { .id = "score", .label = NC_ ("field", "Risk score"), .type = INTEGER, .derive = SAMSYN_DERIVE_PRODUCT,
    .from = { "probability", "impact" } },
  { .id = "residual_score", .label = NC_ ("field", "Residual risk score"), .type = INTEGER, .derive = SAMSYN_DERIVE_PRODUCT,
    .from = { "residual_probability", "residual_impact" } },
  { NULL },
};

const SamsynKind samsyn_risk_kind = {
  .id = "risk",
  .label = NC_ ("kind", "Risk"),
  .plural = NC_ ("kinds", "Risks"),
  .empty = NC_ ("empty", "Risks are what may happen, or has happened, and what is done about it."),
  .area = SAMSYN_AREA_PROJECTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") },
                    { "assessment", NC_ ("group", "Assessment") },
                    { "response", NC_ ("group", "Response") },
                    NOTES_GROUP),
  .title = IDS ("title"),
  .derived = derived,
  .settled = SETTLED ({ "status", "closed" }),
};
