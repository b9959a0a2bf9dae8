/* ending.c: what a scenario ends: a task, an organisation, a seat in a group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "scenario", .label = NC_ ("field", "Scenario"), .type = REFERENCE, .targets = IDS ("scenario"),
    .flags = REQUIRED | IN_LIST, .group = "what" },
  { .id = "record", .label = NC_ ("field", "What ends"), .type = REFERENCE, .targets = IDS ("task", "organisation", "membership"),
    .flags = REQUIRED | IN_LIST, .group = "what", .width = 44 },
  NOTES_FIELD,
};

const SamsynKind samsyn_ending_kind = {
  .id = "ending",
  .label = NC_ ("kind", "Ending"),
  .plural = NC_ ("kinds", "Endings"),
  .empty = NC_ ("empty",
                "Endings are the tasks, organisations and seats in groups that are no longer there when a scenario is adopted."),
  .area = SAMSYN_AREA_RESPONSIBILITY,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, NOTES_GROUP),
  .title = IDS ("record", "scenario"),
  .order = IDS ("scenario"),
  .uniques = UNIQUES (IDS ("scenario", "record")),
};
