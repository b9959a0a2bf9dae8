/* budget_line.c: what a heading costs or brings in, a year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "heading", .label = NC_ ("field", "Heading"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 32 },
  { .id = "project", .label = NC_ ("field", "Project"), .type = REFERENCE, .targets = IDS ("project"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "year", .label = NC_ ("field", "Year"), .type = INTEGER, .flags = REQUIRED | IN_LIST, .group = "what", .minimum = 1900,
    .maximum = 2200, .width = 8 },
  { .id = "sort", .label = NC_ ("field", "Type"), .type = CHOICE, .flags = IN_LIST, .group = "what", .width = 12,
    .choices = CHOICES ({ "cost", NC_ ("budget_line.sort", "Cost") },
                        { "revenue", NC_ ("budget_line.sort", "Revenue") }) },
  { .id = "organisation", .label = NC_ ("field", "Organisation"), .type = REFERENCE, .targets = IDS ("organisation"),
    .group = "what" },
  { .id = "funding", .label = NC_ ("field", "Funding"), .type = REFERENCE, .targets = IDS ("funding"), .group = "what" },
  { .id = "scenario", .label = NC_ ("field", "Scenario"), .type = REFERENCE, .targets = IDS ("scenario"),
    .on_delete = SAMSYN_ON_DELETE_DELETE, .group = "what" },
  { .id = "budget", .label = NC_ ("field", "Budget"), .type = MONEY, .flags = IN_LIST, .group = "amounts" },
  { .id = "outcome", .label = NC_ ("field", "Outcome"), .type = MONEY, .flags = IN_LIST, .group = "amounts" },
  { .id = "outcome_on", .label = NC_ ("field", "Outcome up to"), .type = DATE, .group = "amounts" },
  { .id = "forecast", .label = NC_ ("field", "Forecast"), .type = MONEY, .flags = IN_LIST, .group = "amounts" },
  NOTES_FIELD,
};

/* The deviation is above zero where more is forecast than was budgeted: for a cost that is an overrun, for a revenue a gain.
 * What is forecast without a budget is all of it above; without a forecast there is none. */
static const SamsynDerived derived[] = {
  { .id = "deviation", .label = NC_ ("field", "Deviation"), .type = MONEY, .derive = SAMSYN_DERIVE_EXCESS,
    .from = { "forecast", "budget" } },
  { .id = "remaining", .label = NC_ ("field", "Remaining"), .type = MONEY, .derive = SAMSYN_DERIVE_DIFFERENCE,
    .from = { "budget", "outcome" } },
  { NULL },
};

const SamsynKind samsyn_budget_line_kind = {
  .id = "budget_line",
  .label = NC_ ("kind", "Budget line"),
  .plural = NC_ ("kinds", "Budget lines"),
  .empty = NC_ ("empty", "Budget lines are what the project costs and brings in, by heading and year."),
  .area = SAMSYN_AREA_PROJECTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "amounts", NC_ ("group", "Amounts") }, NOTES_GROUP),
  .title = IDS ("heading", "year"),
  .order = IDS ("year", "heading"),
  .derived = derived,
};
