/* settings.c: what a workspace may decide about the rules and the lights
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "settings.h"

/* What is beyond it means "never", and is counted with safely. */
#define MOST 100000

static const char *const performers[] = { "lead", "one", "any", NULL };

static const SamsynSettingInfo settings_info[] = {
  { "findings.performers", performers, SAMSYN_PERFORMERS_LEAD },
  { "findings.confirmed-months", NULL, 12 },
  { "findings.many-consulted", NULL, 5 },
  { "findings.many-informed", NULL, 8 },
  { "findings.many-accountabilities", NULL, 15 },
  { "findings.many-performances", NULL, 20 },
  { "findings.every-row", NULL, 5 },
  { "lights.time.amber", NULL, 1 },
  { "lights.time.red", NULL, 30 },
  { "lights.cost.amber", NULL, 2 },
  { "lights.cost.red", NULL, 10 },
  { "lights.risk.amber", NULL, 10 },
  { "lights.risk.red", NULL, 15 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (settings_info) == SAMSYN_N_SETTINGS);

const SamsynSettingInfo *
samsyn_setting (SamsynSetting setting)
{
  return &settings_info[setting];
}

void
samsyn_settings_init (int *settings)
{
  for (guint i = 0; i < SAMSYN_N_SETTINGS; i++)
    settings[i] = settings_info[i].otherwise;
}

int
samsyn_setting_value (SamsynSetting setting,
                      const char   *value)
{
  const SamsynSettingInfo *info = &settings_info[setting];
  gint64 number;

  for (int i = 0; info->words != NULL && info->words[i] != NULL; i++)
    if (g_strcmp0 (info->words[i], value) == 0)
      return i;
  if (info->words == NULL && value != NULL && g_ascii_string_to_signed (value, 10, 0, G_MAXINT64, &number, NULL))
    return (int) MIN (number, MOST);
  return info->otherwise;
}

void
samsyn_settings_read (int        *settings,
                      const char *name,
                      const char *value)
{
  for (guint i = 0; i < SAMSYN_N_SETTINGS; i++)
    if (g_strcmp0 (settings_info[i].name, name) == 0)
      settings[i] = samsyn_setting_value (i, value);
}
