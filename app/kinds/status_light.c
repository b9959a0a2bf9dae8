/* status_light.c: one light of a status report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "status_report", .label = NC_ ("field", "Status report"), .type = REFERENCE, .targets = IDS ("status_report"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "dimension", .label = NC_ ("field", "Dimension"), .type = CHOICE, .flags = REQUIRED | IN_LIST, .group = "what",
    .choices = CHOICES ({ "overall", NC_ ("status_light.dimension", "Overall") },
                        { "time", NC_ ("status_light.dimension", "Time") },
                        { "cost", NC_ ("status_light.dimension", "Cost") },
                        { "scope", NC_ ("status_light.dimension", "Scope") },
                        { "quality", NC_ ("status_light.dimension", "Quality") },
                        { "resources", NC_ ("status_light.dimension", "Resources") },
                        { "risk", NC_ ("status_light.dimension", "Risk") },
                        { "benefit", NC_ ("status_light.dimension", "Benefit") }) },
  { .id = "light", .label = NC_ ("field", "Light"), .type = CHOICE, .flags = REQUIRED | IN_LIST | LIGHT, .group = "what",
    .width = 32,
    .choices = CHOICES ({ "green", NC_ ("status_light.light", "Green – on plan") },
                        { "amber", NC_ ("status_light.light", "Amber – deviation handled") },
                        { "red", NC_ ("status_light.light", "Red – needs the steering group's decision") },
                        { "not_assessed", NC_ ("status_light.light", "Grey – not assessed") }) },
  { .id = "cause", .label = NC_ ("field", "Cause"), .type = LONG_TEXT, .flags = IN_LIST | SEARCHABLE, .group = "what" },
  { .id = "measure", .label = NC_ ("field", "Measure"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "action" },
  { .id = "owner", .label = NC_ ("field", "Owner"), .type = REFERENCE, .targets = IDS ("person"), .flags = IN_LIST | PERSONAL,
    .group = "action" },
  /* No deadline of its own: the next report's light says anew by when. */
  { .id = "green_by", .label = NC_ ("field", "Green by"), .type = DATE, .flags = IN_LIST, .group = "action" },
  /* Why the light was set otherwise than the data suggest. */
  { .id = "reason", .label = NC_ ("field", "Reason"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "what" },
  NOTES_FIELD,
};

const SamsynKind samsyn_status_light_kind = {
  .id = "status_light",
  .label = NC_ ("kind", "Status light"),
  .plural = NC_ ("kinds", "Status lights"),
  .empty = NC_ ("empty", "Status lights are a report's lights: overall, time, cost and the rest."),
  .area = SAMSYN_AREA_STEERING,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "action", NC_ ("group", "Measure") }, NOTES_GROUP),
  .title = IDS ("status_report", "dimension"),
  .order = IDS ("dimension"),
  .uniques = UNIQUES (IDS ("status_report", "dimension")),
  .settled = SETTLED ({ "light", "green" }),
};
