/* membership.c: a seat in a group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "rules.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "group", .label = NC_ ("field", "Group"), .type = REFERENCE, .targets = IDS ("group"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "who" },
  { .id = "person", .label = NC_ ("field", "Person"), .type = REFERENCE, .targets = IDS ("person"), .flags = IN_LIST | PERSONAL,
    .group = "who" },
  { .id = "function", .label = NC_ ("field", "Function"), .type = TEXT, .flags = IN_LIST | SEARCHABLE, .group = "who" },
  { .id = "represents", .label = NC_ ("field", "Represents"), .type = REFERENCE, .targets = IDS ("organisation"),
    .flags = IN_LIST, .group = "who" },
  { .id = "role", .label = NC_ ("field", "Role"), .type = CHOICE, .flags = IN_LIST, .group = "part",
    .choices = CHOICES ({ "chair", NC_ ("membership.role", "Chair") },
                        { "member", NC_ ("membership.role", "Member") },
                        { "deputy", NC_ ("membership.role", "Deputy") },
                        { "secretary", NC_ ("membership.role", "Secretary") },
                        { "rapporteur", NC_ ("membership.role", "Rapporteur") },
                        { "co_opted", NC_ ("membership.role", "Co-opted") }) },
  { .id = "share_percent", .label = NC_ ("field", "Share of full time (%)"), .type = NUMBER, .flags = IN_LIST, .group = "part",
    .minimum = 0, .maximum = 100 },
  { .id = "from", .label = NC_ ("field", "From"), .type = DATE, .group = "part" },
  { .id = "to", .label = NC_ ("field", "To"), .type = DATE, .group = "part" },
  /* Empty: the seat is there. */
  { .id = "scenario", .label = NC_ ("field", "Scenario"), .type = REFERENCE, .targets = IDS ("scenario"),
    .on_delete = SAMSYN_ON_DELETE_DELETE, .group = "part" },
  NOTES_FIELD,
};

static const char *
check (const SamsynRecord *record,
       char              **reason)
{
  return samsyn_rule_order (record, "from", "to", reason);
}

const SamsynKind samsyn_membership_kind = {
  .id = "membership",
  .label = NC_ ("kind", "Membership"),
  .plural = NC_ ("kinds", "Memberships"),
  .empty = NC_ ("empty", "Memberships are the seats of a group: by person, by function, or by the organisation represented."),
  .area = SAMSYN_AREA_STEERING,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "who", NC_ ("group", "Who") }, { "part", NC_ ("group", "Part in the group") }, NOTES_GROUP),
  .title = IDS ("person", "function", "represents"),
  .order = IDS ("function"),
  .check = check,
};
