/* rules-organisation.c: what is worth a look in a column of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rules.h"

/* Confirmed, or begun, longer ago than the setting allows. */
void
samsyn_rule_unconfirmed (SamsynFindingRun *run,
                         guint             organisation)
{
  int n = 0;

  for (guint i = 0; i < run->n_entries; i++)
    {
      const SamsynAssignment *entry = samsyn_run_entry (run, i);

      if (MAX (entry->confirmed, entry->valid.from) >= run->doubtful)
        continue;
      if (n == 0)
        samsyn_finding_of_organisation (run, organisation);
      n++;
      samsyn_finding_record (run, entry->id);
    }
  if (n == 0)
    return;
  run->finding.count = n;
  samsyn_finding_end (run);
}

static void
tell_of_load (SamsynFindingRun    *run,
              guint                organisation,
              SamsynRole           role,
              SamsynSetting limit)
{
  if (run->counts[role] <= (guint) run->facts->settings[limit])
    return;
  samsyn_finding_of_organisation (run, organisation);
  samsyn_finding_fact (run, run->counts[role]);
  run->finding.count = (int) run->counts[role];
  samsyn_finding_end (run);
}

void
samsyn_rule_many_accountabilities (SamsynFindingRun *run,
                                   guint             organisation)
{
  tell_of_load (run, organisation, SAMSYN_ROLE_A, SAMSYN_SETTING_MANY_ACCOUNTABILITIES);
}

void
samsyn_rule_many_performances (SamsynFindingRun *run,
                               guint             organisation)
{
  tell_of_load (run, organisation, SAMSYN_ROLE_R, SAMSYN_SETTING_MANY_PERFORMANCES);
}

void
samsyn_rule_only_supporting (SamsynFindingRun *run,
                             guint             organisation)
{
  if (run->counts[SAMSYN_ROLE_A] + run->counts[SAMSYN_ROLE_R] > 0)
    return;
  samsyn_finding_of_organisation (run, organisation);
  samsyn_finding_end (run);
}

void
samsyn_rule_every_row (SamsynFindingRun *run,
                       guint             organisation)
{
  guint n_rows = 0;

  for (guint i = 0; i < run->n_entries; i++)
    n_rows += i == 0 || samsyn_run_entry (run, i - 1)->task != samsyn_run_entry (run, i)->task;
  if (n_rows < run->map->n_tasks || n_rows < (guint) run->facts->settings[SAMSYN_SETTING_EVERY_ROW])
    return;
  samsyn_finding_of_organisation (run, organisation);
  samsyn_finding_end (run);
}
