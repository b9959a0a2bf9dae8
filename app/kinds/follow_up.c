/* follow_up.c: how far a party has kept a commitment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "commitment", .label = NC_ ("field", "Commitment"), .type = REFERENCE, .targets = IDS ("commitment"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what", .width = 48 },
  { .id = "organisation", .label = NC_ ("field", "Organisation"), .type = REFERENCE, .targets = IDS ("organisation"),
    .flags = REQUIRED | IN_LIST, .group = "what" },
  { .id = "on", .label = NC_ ("field", "Date"), .type = DATE, .flags = IN_LIST, .group = "what" },
  { .id = "status", .label = NC_ ("field", "Status"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "not_started", NC_ ("follow_up.status", "Not started") },
                        { "partly", NC_ ("follow_up.status", "Partly fulfilled") },
                        { "fulfilled", NC_ ("follow_up.status", "Fulfilled") },
                        { "not_applicable", NC_ ("follow_up.status", "Not applicable") }) },
  { .id = "evidence", .label = NC_ ("field", "Evidence"), .type = LONG_TEXT, .flags = IN_LIST | SEARCHABLE, .group = "what" },
  NOTES_FIELD,
};

const SamsynKind samsyn_follow_up_kind = {
  .id = "follow_up",
  .label = NC_ ("kind", "Follow-up"),
  .plural = NC_ ("kinds", "Follow-ups"),
  .empty = NC_ ("empty", "Follow-ups tell how far an organisation has kept a commitment."),
  .area = SAMSYN_AREA_AGREEMENTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, NOTES_GROUP),
  .title = IDS ("commitment", "organisation", "on"),
  .order = IDS ("on"),
};
