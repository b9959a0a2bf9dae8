/* setting.c: what alters results in this workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kinds/list.h"
#include "kinds/table.h"

static const SamsynField fields[] = {
  { .id = "name", .label = NC_ ("field", "Name"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 40 },
  { .id = "value", .label = NC_ ("field", "Setting value"), .type = TEXT, .flags = IN_LIST | SEARCHABLE, .group = "what",
    .width = 40 },
  NOTES_FIELD,
};

const SamsynKind samsyn_setting_kind = {
  .id = "setting",
  .label = NC_ ("kind", "Setting"),
  .plural = NC_ ("kinds", "Settings"),
  .empty = NC_ ("empty", "Settings alter the results of this workspace: thresholds, and which rules hold."),
  .area = SAMSYN_AREA_WORKSPACE,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, NOTES_GROUP),
  .title = IDS ("name"),
  .uniques = UNIQUES (IDS ("name")),
};
