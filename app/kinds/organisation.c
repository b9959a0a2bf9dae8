/* organisation.c: who there is: councils, boards, departments, authorities, partnerships
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "rules.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "name", .label = NC_ ("field", "Name"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 40 },
  { .id = "short_name", .label = NC_ ("field", "Short name"), .type = TEXT, .flags = IN_LIST | SEARCHABLE, .group = "what",
    .width = 14 },
  { .id = "sort", .label = NC_ ("field", "Type"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "council", NC_ ("organisation.sort", "Council") },
                        { "executive", NC_ ("organisation.sort", "Executive") },
                        { "board", NC_ ("organisation.sort", "Board") },
                        { "district_board", NC_ ("organisation.sort", "District board") },
                        { "department", NC_ ("organisation.sort", "Department") },
                        { "district", NC_ ("organisation.sort", "District administration") },
                        { "unit", NC_ ("organisation.sort", "Unit") },
                        { "company", NC_ ("organisation.sort", "Company") },
                        { "municipality", NC_ ("organisation.sort", "Municipality") },
                        { "region", NC_ ("organisation.sort", "Region") },
                        { "authority", NC_ ("organisation.sort", "State authority") },
                        { "association", NC_ ("organisation.sort", "Association") },
                        { "coordination", NC_ ("organisation.sort", "Coordination body") },
                        { "partnership", NC_ ("organisation.sort", "Partnership") },
                        { "international", NC_ ("organisation.sort", "International body") },
                        { "collective", NC_ ("organisation.sort", "Collective party") },
                        { "other", NC_ ("organisation.sort", "Other") }) },
  { .id = "parent", .label = NC_ ("field", "Part of"), .type = REFERENCE, .targets = IDS ("organisation"),
    .parts = NC_ ("parts", "Organisations within it"),
    .flags = IN_LIST | CONTEXT, .group = "place" },
  /* A board and its administration count as one actor. */
  { .id = "board", .label = NC_ ("field", "Board"), .type = REFERENCE, .targets = IDS ("organisation"), .flags = IN_LIST,
    .group = "place" },
  { .id = "succeeds", .label = NC_ ("field", "Succeeds"), .type = REFERENCE, .targets = IDS ("organisation"), .flags = NO_CIRCLE,
    .group = "place" },
  { .id = "valid_from", .label = NC_ ("field", "Valid from"), .type = DATE, .group = "validity" },
  { .id = "valid_to", .label = NC_ ("field", "Valid to"), .type = DATE, .flags = IN_LIST, .group = "validity" },
  { .id = "scenario", .label = NC_ ("field", "Scenario"), .type = REFERENCE, .targets = IDS ("scenario"),
    .on_delete = SAMSYN_ON_DELETE_DELETE, .group = "validity" },
  NOTES_FIELD,
};

static const char *
check (const SamsynRecord *record,
       char              **reason)
{
  const char *fault = samsyn_rule_order (record, "valid_from", "valid_to", reason);

  if (fault == NULL)
    fault = samsyn_rule_not_itself (record, "board", reason);
  if (fault == NULL)
    fault = samsyn_rule_not_itself (record, "succeeds", reason);
  return fault;
}

const SamsynKind samsyn_organisation_kind = {
  .id = "organisation",
  .label = NC_ ("kind", "Organisation"),
  .plural = NC_ ("kinds", "Organisations"),
  .empty = NC_ ("empty", "Organisations are the boards, departments, authorities and partners that share the responsibility."),
  .area = SAMSYN_AREA_RESPONSIBILITY,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") },
                    { "place", NC_ ("group", "Place in the organisation") },
                    { "validity", NC_ ("group", "Validity") },
                    NOTES_GROUP),
  .title = IDS ("name"),
  .parent = "parent",
  .check = check,
};
