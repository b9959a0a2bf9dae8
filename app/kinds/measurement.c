/* measurement.c: the value of an indicator at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "rules.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "indicator", .label = NC_ ("field", "Indicator"), .type = REFERENCE, .targets = IDS ("indicator"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "from_on", .label = NC_ ("field", "Period from"), .type = DATE, .group = "what" },
  { .id = "on", .label = NC_ ("field", "Date"), .type = DATE, .flags = REQUIRED | IN_LIST, .group = "what" },
  { .id = "value", .label = NC_ ("field", "Value"), .type = NUMBER, .flags = IN_LIST, .group = "what" },
  /* Given where the value is a range. */
  { .id = "value_to", .label = NC_ ("field", "Value up to"), .type = NUMBER, .flags = IN_LIST, .group = "what" },
  { .id = "missing_reason", .label = NC_ ("field", "Reason why missing"), .type = TEXT, .flags = SEARCHABLE,
    .group = "background" },
  { .id = "sort", .label = NC_ ("field", "Type"), .type = CHOICE, .flags = IN_LIST, .group = "what",
    .choices = CHOICES ({ "outcome", NC_ ("measurement.sort", "Outcome") },
                        { "forecast", NC_ ("measurement.sort", "Forecast") },
                        { "assigned", NC_ ("measurement.sort", "Assigned") },
                        { "agreed", NC_ ("measurement.sort", "Agreed") }) },
  { .id = "breakdown", .label = NC_ ("field", "Breakdown"), .type = TEXT, .flags = IN_LIST | SEARCHABLE, .group = "what" },
  { .id = "counted_by", .label = NC_ ("field", "Counted by"), .type = REFERENCE, .targets = IDS ("organisation"),
    .group = "background" },
  { .id = "source", .label = NC_ ("field", "Source"), .type = REFERENCE, .targets = IDS ("document"), .flags = IN_LIST,
    .group = "background" },
  NOTES_FIELD,
};

static const char *
check (const SamsynRecord *record,
       char              **reason)
{
  const char *fault = samsyn_rule_order (record, "from_on", "on", reason);

  if (fault == NULL)
    fault = samsyn_rule_range (record, "value", "value_to", reason);
  return fault;
}

const SamsynKind samsyn_measurement_kind = {
  .id = "measurement",
  .label = NC_ ("kind", "Measurement"),
  .plural = NC_ ("kinds", "Measurements"),
  .empty = NC_ ("empty", "Measurements are the values of an indicator: outcomes, forecasts, or what was assigned or agreed."),
  .area = SAMSYN_AREA_PROJECTS,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") }, { "background", NC_ ("group", "Background") }, NOTES_GROUP),
  .title = IDS ("indicator", "on"),
  .order = IDS ("on"),
  .check = check,
};
