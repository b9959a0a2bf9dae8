/* indicator.c: a figure that is followed over time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "name", .label = NC_ ("field", "Name"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 40 },
  { .id = "definition", .label = NC_ ("field", "Definition"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "what" },
  { .id = "project", .label = NC_ ("field", "Project"), .type = REFERENCE, .targets = IDS ("project"), .flags = IN_LIST | CONTEXT,
    .group = "what" },
  { .id = "goal", .label = NC_ ("field", "Goal"), .type = REFERENCE, .targets = IDS ("goal"), .flags = CONTEXT, .group = "what" },
  { .id = "agreement", .label = NC_ ("field", "Agreement"), .type = REFERENCE, .targets = IDS ("agreement"), .flags = CONTEXT,
    .group = "what" },
  { .id = "unit", .label = NC_ ("field", "Unit of measure"), .type = TEXT, .flags = IN_LIST | SEARCHABLE, .group = "what",
    .width = 14 },
  { .id = "better", .label = NC_ ("field", "Better is"), .type = CHOICE, .group = "target",
    .choices = CHOICES ({ "higher", NC_ ("indicator.better", "Higher") },
                        { "lower", NC_ ("indicator.better", "Lower") }) },
  { .id = "baseline", .label = NC_ ("field", "Baseline"), .type = NUMBER, .flags = IN_LIST, .group = "target" },
  { .id = "target", .label = NC_ ("field", "Target"), .type = NUMBER, .flags = IN_LIST, .group = "target" },
  { .id = "target_on", .label = NC_ ("field", "Target date"), .type = DATE, .flags = IN_LIST, .group = "target" },
  { .id = "source", .label = NC_ ("field", "Source"), .type = REFERENCE, .targets = IDS ("document"), .group = "background" },
  NOTES_FIELD,
};

const SamsynKind samsyn_indicator_kind = {
  .id = "indicator",
  .label = NC_ ("kind", "Indicator"),
  .plural = NC_ ("kinds", "Indicators"),
  .empty = NC_ ("empty", "Indicators are figures that are followed over time towards a target."),
  .area = SAMSYN_AREA_PROJECTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") },
                    { "target", NC_ ("group", "Target") },
                    { "background", NC_ ("group", "Background") },
                    NOTES_GROUP),
  .title = IDS ("name"),
};
