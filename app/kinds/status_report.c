/* status_report.c: how a project stands on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "project", .label = NC_ ("field", "Project"), .type = REFERENCE, .targets = IDS ("project"),
    .flags = REQUIRED | IN_LIST | CONTEXT, .group = "what" },
  { .id = "on", .label = NC_ ("field", "Date"), .type = DATE, .flags = REQUIRED | IN_LIST, .group = "what" },
  { .id = "meeting", .label = NC_ ("field", "Meeting"), .type = REFERENCE, .targets = IDS ("meeting"), .flags = IN_LIST | CONTEXT,
    .group = "what" },
  { .id = "summary", .label = NC_ ("field", "Summary"), .type = LONG_TEXT, .flags = IN_LIST | SEARCHABLE, .group = "report" },
  { .id = "done", .label = NC_ ("field", "Done since last"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "report" },
  { .id = "next", .label = NC_ ("field", "Next"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "report" },
  { .id = "needs", .label = NC_ ("field", "Needs from the group"), .type = LONG_TEXT, .flags = SEARCHABLE, .group = "report" },
  { .id = "goals_forecast", .label = NC_ ("field", "Goals will be met"), .type = CHOICE, .flags = IN_LIST, .group = "forecast",
    .choices = CHOICES ({ "yes", NC_ ("status_report.goals_forecast", "Yes") },
                        { "partly", NC_ ("status_report.goals_forecast", "Partly") },
                        { "no", NC_ ("status_report.goals_forecast", "No") }) },
  { .id = "goals_forecast_reason", .label = NC_ ("field", "Reason for the forecast"), .type = LONG_TEXT, .flags = SEARCHABLE,
    .group = "forecast" },
  NOTES_FIELD,
};

const SamsynKind samsyn_status_report_kind = {
  .id = "status_report",
  .label = NC_ ("kind", "Status report"),
  .plural = NC_ ("kinds", "Status reports"),
  .empty = NC_ ("empty", "Status reports tell how a project stands on a day, what was done and what comes next."),
  .area = SAMSYN_AREA_STEERING,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .groups = GROUPS ({ "what", NC_ ("group", "What") },
                    { "report", NC_ ("group", "Report") },
                    { "forecast", NC_ ("group", "Forecast") },
                    NOTES_GROUP),
  .title = IDS ("project", "on"),
  .order = IDS ("on"),
};
