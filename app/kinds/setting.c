/* setting.c: what alters results in this workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list.h"
#include "model/clock.h"
#include "table.h"

static const SamsynField fields[] = {
  { .id = "name", .label = NC_ ("field", "Name"), .type = TEXT, .flags = REQUIRED | IN_LIST | SEARCHABLE, .group = "what",
    .width = 40,
    .known = KNOWN ({ "findings.performers", NC_ ("setting", "How several performers of a task are judged") },
                    { "findings.confirmed-months", NC_ ("setting", "Months until an assignment must be confirmed again") },
                    { "findings.many-consulted", NC_ ("setting", "More consulted than this are many") },
                    { "findings.many-informed", NC_ ("setting", "More informed than this are many") },
                    { "findings.many-accountabilities", NC_ ("setting", "More A than this are many for one organisation") },
                    { "findings.many-performances", NC_ ("setting", "More R than this are many for one organisation") },
                    { "findings.every-row", NC_ ("setting", "From so many rows on a letter in each is noted") },
                    { "lights.time.amber", NC_ ("setting", "Time: amber when a milestone is this many days late") },
                    { "lights.time.red", NC_ ("setting", "Time: red when a milestone is this many days late") },
                    { "lights.cost.amber", NC_ ("setting", "Cost: amber at this many per cent over the budget") },
                    { "lights.cost.red", NC_ ("setting", "Cost: red at this many per cent over the budget") },
                    { "lights.risk.amber", NC_ ("setting", "Risk: amber when probability times impact is this") },
                    { "lights.risk.red", NC_ ("setting", "Risk: red when probability times impact is this") },
                    { SAMSYN_CLOCK_SETTING, NC_ ("setting", "Time zone") }),
    .known_as = "setting" },
  { .id = "value", .label = NC_ ("field", "Setting value"), .type = TEXT, .flags = IN_LIST | SEARCHABLE, .group = "what",
    .width = 40,
    .known = KNOWN ({ "lead", NC_ ("setting", "Several need one who leads") },
                    { "one", NC_ ("setting", "Only one may perform (PM²)") },
                    { "any", NC_ ("setting", "Several may perform") }),
    .known_as = "setting" },
  NOTES_FIELD,
};

static const char *
check (const SamsynRecord *record,
       char              **reason)
{
  const char *value = samsyn_record_text (record, "value");

  if (g_strcmp0 (samsyn_record_text (record, "name"), SAMSYN_CLOCK_SETTING) != 0 || value == NULL || samsyn_clock_is_zone (value))
    return NULL;
  *reason = g_strdup_printf (_ ("“%s” is no time zone. Write a continent and a city, such as Europe/Stockholm."), value);
  return "value";
}

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
  .check = check,
  .uniques = UNIQUES (IDS ("name")),
};
