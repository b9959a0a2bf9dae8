/* settings.h: what a workspace may decide about the rules
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
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SAMSYN_FINDING_PERFORMERS,
  SAMSYN_FINDING_CONFIRMED_MONTHS,
  SAMSYN_FINDING_MANY_CONSULTED,
  SAMSYN_FINDING_MANY_INFORMED,
  SAMSYN_FINDING_MANY_ACCOUNTABILITIES,
  SAMSYN_FINDING_MANY_PERFORMANCES,
  SAMSYN_FINDING_EVERY_ROW,
  SAMSYN_N_FINDING_SETTINGS
} SamsynFindingSetting;

/* Values of SAMSYN_FINDING_PERFORMERS. */
enum
{
  SAMSYN_PERFORMERS_LEAD,
  SAMSYN_PERFORMERS_ONE,
  SAMSYN_PERFORMERS_ANY
};

typedef struct
{
  const char        *name;
  const char        *label;     /* English; translated in the context "setting" */
  const char *const *words;     /* NULL: a whole number; otherwise the value is the place among these words */
  const char *const *labels;    /* of the words, as `label` */
  int                otherwise; /* the default */
} SamsynFindingSettingInfo;

/* The settings in the order above. */
const SamsynFindingSettingInfo *samsyn_finding_setting (SamsynFindingSetting setting);

/* Fills in all defaults; reads a record's name and value into its place (other names are passed over). */
void samsyn_finding_settings_init (int        *settings);
void samsyn_finding_settings_read (int        *settings,
                                   const char *name,
                                   const char *value);

G_END_DECLS
