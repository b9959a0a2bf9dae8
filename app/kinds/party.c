/* party.c: an organisation's part in an agreement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "agreement", .label = NC_ ("field", "Agreement"), .type = REFERENCE, .targets = IDS ("agreement"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "organisation", .label = NC_ ("field", "Organisation"), .type = REFERENCE, .targets = IDS ("organisation"),
    .flags = REQUIRED | IN_LIST, .group = "what" },
  { .id = "status", .label = NC_ ("field", "Status"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "invited", NC_ ("party.status", "Invited") },
                        { "decided", NC_ ("party.status", "Decided") },
                        { "signed", NC_ ("party.status", "Signed") },
                        { "declined", NC_ ("party.status", "Declined") },
                        { "left", NC_ ("party.status", "Left") }) },
  { .id = "signed_on", .label = NC_ ("field", "Signed on"), .type = DATE, .flags = IN_LIST, .group = "what" },
  NOTES_FIELD,
};

const SamsynKind samsyn_party_kind = {
  .id = "party",
  .label = NC_ ("kind", "Party"),
  .plural = NC_ ("kinds", "Parties"),
  .empty = NC_ ("empty", "Parties are the organisations of an agreement, and whether they have signed."),
  .area = SAMSYN_AREA_AGREEMENTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, NOTES_GROUP),
  .title = IDS ("agreement", "organisation"),
  .order = IDS ("signed_on"),
  .uniques = UNIQUES (IDS ("agreement", "organisation")),
};
