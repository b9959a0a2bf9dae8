/* rules-look.c: what several rules look at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rules.h"

guint
samsyn_run_actors (const SamsynFindingRun *run,
                   SamsynRole              role)
{
  guint n = 0;

  for (guint i = 0; i < run->n_entries && run->counts[role] > 0; i++)
    {
      guint actor = samsyn_run_actor (run, samsyn_run_entry (run, i)), before = 0;

      if (samsyn_run_entry (run, i)->role != role)
        continue;
      while (before < i
             && (samsyn_run_entry (run, before)->role != role || samsyn_run_actor (run, samsyn_run_entry (run, before)) != actor))
        before++;
      n += before == i;
    }
  return n;
}

int
samsyn_run_only (const SamsynFindingRun *run,
                 SamsynRole              role)
{
  if (run->counts[role] == 1)
    for (guint i = 0; i < run->n_entries; i++)
      if (samsyn_run_entry (run, i)->role == role)
        return (int) samsyn_run_entry (run, i)->organisation;
  return -1;
}

gboolean
samsyn_run_binds (const SamsynFindingRun *run,
                  guint                   party,
                  guint                   organisation)
{
  const SamsynOrganisation *organisations = run->organisations;

  if (organisations[party].actor == organisations[organisation].actor)
    return TRUE;
  for (int above = (int) organisation; above >= 0; above = organisations[above].parent)
    if ((guint) above == party)
      return TRUE;
  return FALSE;
}

gboolean
samsyn_run_in_force (const SamsynFindingRun *run,
                     int                     agreement)
{
  const SamsynAgreement *agreements = SAMSYN_AGREEMENTS (run->facts);

  return agreement >= 0 && agreements[agreement].signed_ && samsyn_period_holds (&agreements[agreement].valid, run->map->day);
}

gboolean
samsyn_run_signed (const SamsynFindingRun *run,
                   int                     agreement,
                   guint                   organisation)
{
  for (guint i = 0; i < run->facts->signers->len; i++)
    {
      const SamsynSigner *signer = &g_array_index (run->facts->signers, SamsynSigner, i);

      if (signer->agreement == agreement && samsyn_run_binds (run, signer->organisation, organisation))
        return TRUE;
    }
  return FALSE;
}

gboolean
samsyn_run_held (const SamsynFindingRun *run,
                 const SamsynAssignment *assignment)
{
  const SamsynMap *map = run->map;

  for (guint i = map->rows[assignment->task]; i < map->rows[assignment->task + 1]; i++)
    {
      const SamsynAssignment *entry = &run->assignments[map->entries[i]];

      if (entry->role == assignment->role && samsyn_run_actor (run, entry) == samsyn_run_actor (run, assignment))
        return TRUE;
    }
  return FALSE;
}
