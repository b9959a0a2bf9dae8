/* rules-task.c: what is wrong with a row of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/words.h"
#include "rules.h"

/* A letter that the only organisation with another letter could have too. */
static void
offer_letter (SamsynFindingRun *run,
              guint             task,
              SamsynRole        role,
              int               organisation,
              const char       *label)
{
  if (organisation < 0)
    return;
  run->finding.organisation = organisation;
  run->finding.mend = (SamsynMend) { .type = SAMSYN_MEND_ADD, .label = label, .task = (int) task, .organisation = organisation,
                                     .role = role, .replaces = run->counts[SAMSYN_ROLE_A] + run->counts[SAMSYN_ROLE_R] == 0,
                                     .assignment = -1 };
}

void
samsyn_rule_no_accountable (SamsynFindingRun *run,
                            guint             task)
{
  if (run->counts[SAMSYN_ROLE_A] > 0)
    return;
  samsyn_finding_of_task (run, task);
  offer_letter (run, task, SAMSYN_ROLE_A, samsyn_run_only (run, SAMSYN_ROLE_R),
                NC_ ("finding", "Make {organisation} accountable (A)"));
  samsyn_finding_end (run);
}

void
samsyn_rule_no_performer (SamsynFindingRun *run,
                          guint             task)
{
  if (run->counts[SAMSYN_ROLE_R] > 0)
    return;
  samsyn_finding_of_task (run, task);
  offer_letter (run, task, SAMSYN_ROLE_R, samsyn_run_only (run, SAMSYN_ROLE_A),
                NC_ ("finding", "Let {organisation}, which is accountable, perform it too (R)"));
  samsyn_finding_end (run);
}

/* District boards and their administrations divide a city, municipalities a county; a collective party stands for its members. */
static const char *
area_of (const SamsynOrganisation *organisation)
{
  if (g_str_equal (organisation->sort, "district"))
    return "district_board";
  return organisation->sort;
}

static gboolean
areas_differ (const SamsynFindingRun *run)
{
  const char *area = NULL;

  for (guint i = 0; i < run->n_entries; i++)
    {
      const char *own = area_of (&run->organisations[samsyn_run_entry (run, i)->organisation]);

      if (samsyn_run_entry (run, i)->role != SAMSYN_ROLE_A || g_str_equal (own, "collective"))
        continue;
      if (area != NULL && !g_str_equal (area, own))
        return FALSE;
      area = own;
    }
  return TRUE;
}

void
samsyn_rule_many_accountable (SamsynFindingRun *run,
                              guint             task)
{
  SamsynAccountability accountability = run->tasks[task].accountability;

  if (accountability == SAMSYN_ACCOUNTABILITY_JOINT || samsyn_run_actors (run, SAMSYN_ROLE_A) < 2
      || (accountability == SAMSYN_ACCOUNTABILITY_BY_AREA && areas_differ (run)))
    return;
  samsyn_finding_of_task (run, task);
  if (accountability == SAMSYN_ACCOUNTABILITY_BY_AREA)
    run->finding.sentence = NC_ ("finding", "Each is to be accountable (A) for “{task}” in its own area, but these have no areas "
                                            "that "
                                            "exclude each other: {organisations}.");
  samsyn_finding_fact (run, (gint64) accountability);
  samsyn_finding_holders (run, SAMSYN_ROLE_A);
  samsyn_finding_end (run);
}

/* One who performs leads if its actor is accountable too. */
static gboolean
has_lead (const SamsynFindingRun *run)
{
  for (guint i = 0; i < run->n_entries; i++)
    for (guint j = 0; j < run->n_entries; j++)
      if (samsyn_run_entry (run, i)->role == SAMSYN_ROLE_R && samsyn_run_entry (run, j)->role == SAMSYN_ROLE_A
          && samsyn_run_actor (run, samsyn_run_entry (run, i)) == samsyn_run_actor (run, samsyn_run_entry (run, j)))
        return TRUE;
  return FALSE;
}

void
samsyn_rule_several_performers (SamsynFindingRun *run,
                                guint             task)
{
  int profile = run->facts->settings[SAMSYN_SETTING_PERFORMERS];

  if (run->tasks[task].accountability != SAMSYN_ACCOUNTABILITY_SINGLE || profile == SAMSYN_PERFORMERS_ANY
      || samsyn_run_actors (run, SAMSYN_ROLE_R) < 2 || (profile == SAMSYN_PERFORMERS_LEAD && has_lead (run)))
    return;
  samsyn_finding_of_task (run, task);
  if (profile == SAMSYN_PERFORMERS_ONE)
    run->finding.sentence = NC_ ("finding", "More than one performs (R) “{task}”: {organisations}.");
  samsyn_finding_holders (run, SAMSYN_ROLE_R);
  samsyn_finding_end (run);
}

/* ---- Hand-overs ------------------------------------------------------------------------------------------------------------ */

/* Whether both are bound by the same signed agreement, through different parties. */
static gboolean
have_agreed (const SamsynFindingRun *run,
             guint                   one,
             guint                   other)
{
  const SamsynSigner *signers = (const SamsynSigner *) (gpointer) run->facts->signers->data;
  guint n = run->facts->signers->len;

  for (guint i = 0; i < n; i++)
    {
      if (!samsyn_run_in_force (run, signers[i].agreement) || !samsyn_run_binds (run, signers[i].organisation, one))
        continue;
      for (guint j = 0; j < n; j++)
        if (j != i && signers[j].agreement == signers[i].agreement && samsyn_run_binds (run, signers[j].organisation, other))
          return TRUE;
    }
  return FALSE;
}

/* Whether the assignment itself says how: by its basis, its commitment, or a link. */
static gboolean
is_settled (const SamsynFindingRun *run,
            guint                   assignment)
{
  const SamsynAssignment *about = &run->assignments[assignment];
  const SamsynDocument *basis = about->basis >= 0 ? &SAMSYN_DOCUMENTS (run->facts)[about->basis] : NULL;

  return run->settled_assignments[assignment]
         || (basis != NULL && basis->settles && samsyn_period_holds (&basis->valid, run->map->day))
         || (about->commitment >= 0 && samsyn_run_in_force (run, SAMSYN_COMMITMENTS (run->facts)[about->commitment].agreement));
}

/* A collective party stands for its members. */
static gboolean
is_same_side (const SamsynFindingRun *run,
              const SamsynAssignment *answers,
              const SamsynAssignment *performs)
{
  return samsyn_run_actor (run, answers) == samsyn_run_actor (run, performs)
         || (g_str_equal (run->organisations[answers->organisation].sort, "collective")
             && samsyn_run_binds (run, answers->organisation, performs->organisation));
}

/* Whether one who performs and those who are accountable are one actor, or somewhere it says how they work together. */
static gboolean
is_handed_over (const SamsynFindingRun *run,
                guint                   performer)
{
  const SamsynAssignment *performs = samsyn_run_entry (run, performer);

  if (is_settled (run, run->entries[performer]))
    return TRUE;
  for (guint i = 0; i < run->n_entries; i++)
    {
      const SamsynAssignment *answers = samsyn_run_entry (run, i);

      if (answers->role == SAMSYN_ROLE_A
          && (is_same_side (run, answers, performs) || is_settled (run, run->entries[i])
              || have_agreed (run, performs->organisation, answers->organisation)))
        return TRUE;
    }
  return FALSE;
}

void
samsyn_rule_no_agreement (SamsynFindingRun *run,
                          guint             task)
{
  int last = -1;

  if (run->counts[SAMSYN_ROLE_A] == 0 || run->settled_tasks[task])
    return;
  for (guint i = 0; i < run->n_entries; i++)
    {
      const SamsynAssignment *performs = samsyn_run_entry (run, i);

      if (performs->role != SAMSYN_ROLE_R || (int) performs->organisation == last || is_handed_over (run, i))
        continue;
      last = (int) performs->organisation;
      samsyn_finding_of_task (run, task);
      samsyn_finding_key (run, run->organisations[last].id);
      run->finding.organisation = last;
      samsyn_finding_holders (run, SAMSYN_ROLE_A);
      samsyn_finding_end (run);
    }
}

/* ---- Claims and letters ---------------------------------------------------------------------------------------------------- */

static gboolean
is_claimed (const SamsynFindingRun *run,
            SamsynRole              role)
{
  for (guint i = 0; i < run->n_entries; i++)
    if (samsyn_run_entry (run, i)->role == role && samsyn_run_entry (run, i)->standing == SAMSYN_STANDING_CLAIMED)
      return samsyn_run_actors (run, role) > 1;
  return FALSE;
}

void
samsyn_rule_several_claims (SamsynFindingRun *run,
                            guint             task)
{
  gboolean accountable = is_claimed (run, SAMSYN_ROLE_A), performs = is_claimed (run, SAMSYN_ROLE_R);

  if (run->tasks[task].accountability == SAMSYN_ACCOUNTABILITY_BY_AREA || !(accountable || performs))
    return;
  samsyn_finding_of_task (run, task);
  if (accountable)
    samsyn_finding_holders (run, SAMSYN_ROLE_A);
  if (performs)
    samsyn_finding_holders (run, SAMSYN_ROLE_R);
  samsyn_finding_end (run);
}

void
samsyn_rule_odd_pair (SamsynFindingRun *run,
                      guint             task)
{
  const guint allowed = 1u << SAMSYN_ROLE_A | 1u << SAMSYN_ROLE_R;
  guint end;

  for (guint i = 0; i < run->n_entries; i = end)
    {
      guint organisation = samsyn_run_entry (run, i)->organisation, letters = 0;

      for (end = i; end < run->n_entries && samsyn_run_entry (run, end)->organisation == organisation; end++)
        letters |= 1u << samsyn_run_entry (run, end)->role;
      if ((letters & (letters - 1)) == 0 || letters == allowed)
        continue;
      samsyn_finding_of_task (run, task);
      samsyn_finding_key (run, run->organisations[organisation].id);
      samsyn_finding_fact (run, letters);
      run->finding.organisation = (int) organisation;
      samsyn_finding_end (run);
    }
}

/* ---- Notes ----------------------------------------------------------------------------------------------------------------- */

void
samsyn_rule_no_basis (SamsynFindingRun *run,
                      guint             task)
{
  gboolean found = FALSE;
  int last = -1;

  for (guint i = 0; i < run->n_entries; i++)
    {
      const SamsynAssignment *entry = samsyn_run_entry (run, i);

      if ((entry->role != SAMSYN_ROLE_A && entry->role != SAMSYN_ROLE_R) || entry->basis >= 0 || entry->commitment >= 0
          || (int) entry->organisation == last)
        continue;
      if (!found)
        samsyn_finding_of_task (run, task);
      found = TRUE;
      last = (int) entry->organisation;
      samsyn_finding_record (run, run->organisations[last].id);
    }
  if (found)
    samsyn_finding_end (run);
}

static void
tell_of_many (SamsynFindingRun    *run,
              guint                task,
              SamsynRole           role,
              SamsynSetting limit)
{
  if (run->counts[role] <= (guint) run->facts->settings[limit])
    return;
  samsyn_finding_of_task (run, task);
  samsyn_finding_holders (run, role);
  run->finding.count = (int) run->counts[role];
  samsyn_finding_end (run);
}

void
samsyn_rule_many_consulted (SamsynFindingRun *run,
                            guint             task)
{
  tell_of_many (run, task, SAMSYN_ROLE_C, SAMSYN_SETTING_MANY_CONSULTED);
}

void
samsyn_rule_many_informed (SamsynFindingRun *run,
                           guint             task)
{
  tell_of_many (run, task, SAMSYN_ROLE_I, SAMSYN_SETTING_MANY_INFORMED);
}

void
samsyn_rule_nobody_consulted (SamsynFindingRun *run,
                              guint             task)
{
  if (run->counts[SAMSYN_ROLE_A] + run->counts[SAMSYN_ROLE_R] == 0 || run->counts[SAMSYN_ROLE_C] + run->counts[SAMSYN_ROLE_I] > 0)
    return;
  samsyn_finding_of_task (run, task);
  samsyn_finding_end (run);
}

void
samsyn_rule_support_without_performer (SamsynFindingRun *run,
                                       guint             task)
{
  if (run->counts[SAMSYN_ROLE_S] == 0 || run->counts[SAMSYN_ROLE_R] > 0)
    return;
  samsyn_finding_of_task (run, task);
  samsyn_finding_holders (run, SAMSYN_ROLE_S);
  offer_letter (run, task, SAMSYN_ROLE_R, samsyn_run_only (run, SAMSYN_ROLE_S),
                NC_ ("finding", "Let {organisation} perform it (R)"));
  samsyn_finding_end (run);
}
