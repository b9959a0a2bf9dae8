/* settings.c: what a workspace may decide about the rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "settings.h"

#include "model/words.h"

#define MOST 100000

static const char *const performers[] = { "lead", "one", "any", NULL };
static const char *const performer_labels[] = { NC_ ("setting", "Several need one who leads"), NC_ ("setting", "Only one may perform (PM²)"),
                                                NC_ ("setting", "Several may perform") };

static const SamsynFindingSettingInfo settings_info[] = {
  { "findings.performers", NC_ ("setting", "How several performers of a task are judged"), performers, performer_labels,
    SAMSYN_PERFORMERS_LEAD },
  { "findings.confirmed-months", NC_ ("setting", "Months until an assignment must be confirmed again"), NULL, NULL, 12 },
  { "findings.many-consulted", NC_ ("setting", "More consulted than this are many"), NULL, NULL, 5 },
  { "findings.many-informed", NC_ ("setting", "More informed than this are many"), NULL, NULL, 8 },
  { "findings.many-accountabilities", NC_ ("setting", "More A than this are many for one organisation"), NULL, NULL, 15 },
  { "findings.many-performances", NC_ ("setting", "More R than this are many for one organisation"), NULL, NULL, 20 },
  { "findings.every-row", NC_ ("setting", "From so many rows on a letter in each is noted"), NULL, NULL, 5 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (settings_info) == SAMSYN_N_FINDING_SETTINGS);

const SamsynFindingSettingInfo *
samsyn_finding_setting (SamsynFindingSetting setting)
{
  return &settings_info[setting];
}

void
samsyn_finding_settings_init (int *settings)
{
  for (guint i = 0; i < SAMSYN_N_FINDING_SETTINGS; i++)
    settings[i] = settings_info[i].otherwise;
}

static int
read_value (const SamsynFindingSettingInfo *info,
            const char                     *value)
{
  gint64 number;

  for (int i = 0; info->words != NULL && info->words[i] != NULL; i++)
    if (g_strcmp0 (info->words[i], value) == 0)
      return i;
  if (info->words == NULL && value != NULL && g_ascii_string_to_signed (value, 10, 0, MOST, &number, NULL))
    return (int) number;
  return info->otherwise;
}

void
samsyn_finding_settings_read (int        *settings,
                              const char *name,
                              const char *value)
{
  for (guint i = 0; i < SAMSYN_N_FINDING_SETTINGS; i++)
    if (g_strcmp0 (settings_info[i].name, name) == 0)
      settings[i] = read_value (&settings_info[i], value);
}
