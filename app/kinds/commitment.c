/* commitment.c: a numbered commitment of an agreement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "agreement", .label = NC_ ("field", "Agreement"), .type = REFERENCE, .targets = IDS ("agreement"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "number", .label = NC_ ("field", "Number"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 10 },
  { .id = "text", .label = NC_ ("field", "Commitment"), .type = LONG_TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE,
    .group = "what", .width = 64 },
  NOTES_FIELD,
};

const SamsynKind samsyn_commitment_kind = {
  .id = "commitment",
  .label = NC_ ("kind", "Commitment"),
  .plural = NC_ ("kinds", "Commitments"),
  .empty = NC_ ("empty", "Commitments are the numbered points that the parties of an agreement have taken on."),
  .area = SAMSYN_AREA_AGREEMENTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, NOTES_GROUP),
  .title = IDS ("number", "text"),
  .order = IDS ("number"),
  .uniques = UNIQUES (IDS ("agreement", "number")),
};
