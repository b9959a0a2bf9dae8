/* settings.h: what a workspace may decide about the rules and about the lights that its data suggest
 *
 * Each is a record of kind setting with the name below; where there is none, or its value can't be read, the default holds.
 *
 *   findings.performers            "lead": several who perform need one who leads (default); "one": only one may perform, as the
 *                                  PM² guide wants it; "any": nothing is said of several
 *   findings.confirmed-months      after how many months without confirmation an assignment is doubtful (12)
 *   findings.many-consulted        more consulted than this are many (5)
 *   findings.many-informed         more informed than this are many (8)
 *   findings.many-accountabilities more A than this are many for one organisation (15)
 *   findings.many-performances     more R than this are many for one organisation (20)
 *   findings.every-row             from how many rows on a letter in each is worth a note (5)
 *   lights.time.amber, .red        from how many days late a milestone gives that light (1, 30)
 *   lights.cost.amber, .red        from how many per cent over the budget the forecast gives it (2, 10)
 *   lights.risk.amber, .red        from which probability times impact a risk gives it (10, 15)
 *
 *   clock.zone                     the time zone in which the workspace's days begin and end (Europe/Stockholm); the store reads
 *   it
 *
 * A project's own limit for a light has the project's id after a further full stop.  What each is called stands with the kind's
 * field.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SAMSYN_SETTING_PERFORMERS,
  SAMSYN_SETTING_CONFIRMED_MONTHS,
  SAMSYN_SETTING_MANY_CONSULTED,
  SAMSYN_SETTING_MANY_INFORMED,
  SAMSYN_SETTING_MANY_ACCOUNTABILITIES,
  SAMSYN_SETTING_MANY_PERFORMANCES,
  SAMSYN_SETTING_EVERY_ROW,
  SAMSYN_SETTING_TIME_AMBER,
  SAMSYN_SETTING_TIME_RED,
  SAMSYN_SETTING_COST_AMBER,
  SAMSYN_SETTING_COST_RED,
  SAMSYN_SETTING_RISK_AMBER,
  SAMSYN_SETTING_RISK_RED,
  SAMSYN_N_SETTINGS
} SamsynSetting;

/* Values of SAMSYN_SETTING_PERFORMERS. */
enum
{
  SAMSYN_PERFORMERS_LEAD,
  SAMSYN_PERFORMERS_ONE,
  SAMSYN_PERFORMERS_ANY
};

typedef struct
{
  const char        *name;
  const char *const *words;     /* NULL: a whole number; otherwise the value is the place among these words */
  int                otherwise; /* the default */
} SamsynSettingInfo;

/* The settings in the order above. */
const SamsynSettingInfo *samsyn_setting (SamsynSetting setting);

/* What a setting's record says, as a number: the default where it says nothing that can be read. */
int samsyn_setting_value (SamsynSetting setting,
                          const char   *value);

/* Fills in all defaults; reads a record's name and value into its place (other names are passed over). */
void samsyn_settings_init (int *settings);
void samsyn_settings_read (int        *settings,
                           const char *name,
                           const char *value);

G_END_DECLS
