/* revision.c: a revision of a project's plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "project", .label = NC_ ("field", "Project"), .type = REFERENCE, .targets = IDS ("project"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "number", .label = NC_ ("field", "Number"), .type = INTEGER, .flags = REQUIRED | IN_LIST, .group = "what", .minimum = 0,
    .maximum = 9999 },
  { .id = "on", .label = NC_ ("field", "Date"), .type = DATE, .flags = REQUIRED | IN_LIST, .group = "what" },
  { .id = "presented_to", .label = NC_ ("field", "Presented to"), .type = REFERENCE, .flags = IN_LIST, .group = "what" },
  { .id = "summary", .label = NC_ ("field", "Summary"), .type = LONG_TEXT, .flags = IN_LIST | SEARCHABLE, .group = "what" },
  { .id = "document", .label = NC_ ("field", "Document"), .type = REFERENCE, .targets = IDS ("document"), .group = "background" },
  NOTES_FIELD,
};

const SamsynKind samsyn_revision_kind = {
  .id = "revision",
  .label = NC_ ("kind", "Revision"),
  .plural = NC_ ("kinds", "Revisions"),
  .empty = NC_ ("empty", "Revisions tell when a project's plan was changed, and to whom that was presented."),
  .area = SAMSYN_AREA_PROJECTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "background", NC_ ("group", "Background") }, NOTES_GROUP),
  .title = IDS ("project", "number"),
  .order = IDS ("number"),
  .uniques = UNIQUES (IDS ("project", "number")),
};
