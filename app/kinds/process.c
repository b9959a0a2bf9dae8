/* process.c: a chain of tasks, as the map's rows are grouped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "name", .label = NC_ ("field", "Name"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 40 },
  { .id = "parent", .label = NC_ ("field", "Part of"), .type = REFERENCE, .targets = IDS ("process"),
    .parts = NC_ ("parts", "Subprocesses"), .flags = IN_LIST | CONTEXT,
    .group = "what" },
  { .id = "position", .label = NC_ ("field", "Position"), .type = INTEGER, .flags = IN_LIST, .group = "what", .minimum = 0,
    .maximum = 99999 },
  { .id = "purpose", .label = NC_ ("field", "Purpose"), .type = LONG_TEXT, .flags = IN_LIST | SEARCHABLE, .group = "what" },
  { .id = "target_group", .label = NC_ ("field", "Target group"), .type = REFERENCE, .targets = IDS ("target_group"),
    .flags = IN_LIST, .group = "scope" },
  NOTES_FIELD,
};

const SamsynKind samsyn_process_kind = {
  .id = "process",
  .label = NC_ ("kind", "Process"),
  .plural = NC_ ("kinds", "Processes"),
  .empty = NC_ ("empty", "Processes group the tasks of the responsibility map, from first contact to last."),
  .area = SAMSYN_AREA_RESPONSIBILITY,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "scope", NC_ ("group", "Scope") }, NOTES_GROUP),
  .title = IDS ("name"),
  .parent = "parent",
  .order = IDS ("position", "name"),
};
