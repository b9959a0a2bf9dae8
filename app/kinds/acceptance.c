/* acceptance.c: a finding that is accepted for a time, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kinds/list.h"
#include "kinds/table.h"

static const SamsynField fields[] = {
  /* The finding's key. */
  { .id = "finding", .label = NC_ ("field", "Finding"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 36 },
  { .id = "until", .label = NC_ ("field", "Until"), .type = DATE, .flags = IN_LIST | DEADLINE, .group = "who" },
  { .id = "reason", .label = NC_ ("field", "Reason"), .type = LONG_TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE,
    .group = "what" },
  { .id = "by", .label = NC_ ("field", "Accepted by"), .type = REFERENCE, .targets = IDS ("person"), .flags = IN_LIST | PERSONAL,
    .group = "who" },
  NOTES_FIELD,
};

const SamsynKind samsyn_acceptance_kind = {
  .id = "acceptance",
  .label = NC_ ("kind", "Acceptance"),
  .plural = NC_ ("kinds", "Acceptances"),
  .empty = NC_ ("empty", "Acceptances say which findings of the map are accepted, until when and why."),
  .area = SAMSYN_AREA_RESPONSIBILITY,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "who", NC_ ("group", "Who and when") }, NOTES_GROUP),
  .title = IDS ("finding"),
  .order = IDS ("until"),
};
