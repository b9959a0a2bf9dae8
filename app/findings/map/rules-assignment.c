/* rules-assignment.c: what is wrong with one letter of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/words.h"
#include "rules.h"

/* Until when an assignment is to hold instead; nothing where it would never have held. */
static void
offer_end (SamsynFindingRun *run,
           guint             assignment,
           int               day,
           const char       *label)
{
  if (day < run->assignments[assignment].valid.from)
    return;
  run->finding.mend = (SamsynMend) { .type = SAMSYN_MEND_END, .label = label, .task = -1, .organisation = -1,
                                     .assignment = (int) assignment, .day = day };
}

void
samsyn_rule_ended_organisation (SamsynFindingRun *run,
                                guint             assignment)
{
  const SamsynOrganisation *organisation = &run->organisations[run->assignments[assignment].organisation];

  if (run->map->has_organisation[run->assignments[assignment].organisation])
    return;
  samsyn_finding_of_assignment (run, assignment);
  run->finding.day = organisation->valid.to;
  /* The map shows no other scenario's organisation: where it holds, the scenario ends it. */
  if (samsyn_period_holds (&organisation->valid, run->map->day))
    run->finding.sentence = NC_ ("finding", "{organisation} has a part in “{task}” but ends in the scenario.");
  else if (organisation->valid.to < run->map->day)
    offer_end (run, assignment, organisation->valid.to, NC_ ("finding", "End the assignment with {organisation} on {date}"));
  else
    {
      run->finding.sentence = NC_ ("finding", "{organisation} has a part in “{task}” but does not begin until {date}.");
      run->finding.day = organisation->valid.from;
    }
  samsyn_finding_fact (run, run->finding.day);
  samsyn_finding_end (run);
}

void
samsyn_rule_basis_not_in_force (SamsynFindingRun *run,
                                guint             assignment)
{
  int basis = run->assignments[assignment].basis;
  const SamsynDocument *document = basis >= 0 ? &SAMSYN_DOCUMENTS (run->facts)[basis] : NULL;

  if (document == NULL || samsyn_period_holds (&document->valid, run->map->day))
    return;
  samsyn_finding_of_assignment (run, assignment);
  samsyn_finding_record (run, document->id);
  run->finding.document = basis;
  if (document->valid.to >= run->map->day)
    {
      run->finding.sentence
        = NC_ ("finding", "{organisation}'s part in “{task}” rests on “{document}”, which is not in force until {date}.");
      run->finding.day = document->valid.from;
    }
  samsyn_finding_fact (run, document->valid.from);
  samsyn_finding_fact (run, document->valid.to);
  samsyn_finding_end (run);
}

/* What rests on a commitment or breaks it. */
static void
tell_of_commitment (SamsynFindingRun *run,
                    guint             assignment)
{
  int commitment = run->assignments[assignment].commitment;

  samsyn_finding_of_assignment (run, assignment);
  samsyn_finding_record (run, SAMSYN_COMMITMENTS (run->facts)[commitment].id);
  run->finding.commitment = commitment;
  samsyn_finding_end (run);
}

void
samsyn_rule_commitment_unsigned (SamsynFindingRun *run,
                                 guint             assignment)
{
  const SamsynAssignment *about = &run->assignments[assignment];
  int agreement = about->commitment >= 0 ? SAMSYN_COMMITMENTS (run->facts)[about->commitment].agreement : -1;

  if (samsyn_run_in_force (run, agreement) && !samsyn_run_signed (run, agreement, about->organisation))
    tell_of_commitment (run, assignment);
}

/* Among assignments in force, also those that a scenario replaces or that have ended: what they promised stands. */
void
samsyn_rule_commitment_broken (SamsynFindingRun *run)
{
  for (guint i = 0; i < run->facts->assignments->len; i++)
    {
      const SamsynAssignment *about = &run->assignments[i];
      int agreement = about->commitment >= 0 ? SAMSYN_COMMITMENTS (run->facts)[about->commitment].agreement : -1;

      if (about->scenario == 0 && about->valid.from <= run->map->day && run->map->has_task[about->task]
          && samsyn_run_in_force (run, agreement) && samsyn_run_signed (run, agreement, about->organisation)
          && !samsyn_run_held (run, about))
        tell_of_commitment (run, i);
    }
}

void
samsyn_rule_disputed (SamsynFindingRun *run,
                      guint             assignment)
{
  if (run->assignments[assignment].standing != SAMSYN_STANDING_DISPUTED)
    return;
  samsyn_finding_of_assignment (run, assignment);
  samsyn_finding_end (run);
}

/* By area each has its own: one's practice says nothing against another's formal part. */
void
samsyn_rule_practice_against_formal (SamsynFindingRun *run,
                                     guint             assignment)
{
  const SamsynAssignment *about = &run->assignments[assignment];
  gboolean found = FALSE;

  if (about->standing != SAMSYN_STANDING_PRACTICE || (about->role != SAMSYN_ROLE_A && about->role != SAMSYN_ROLE_R)
      || run->tasks[about->task].accountability == SAMSYN_ACCOUNTABILITY_BY_AREA)
    return;
  for (guint i = 0; i < run->n_entries; i++)
    {
      const SamsynAssignment *entry = samsyn_run_entry (run, i);

      if (entry->role != about->role || entry->standing != SAMSYN_STANDING_FORMAL
          || samsyn_run_actor (run, entry) == samsyn_run_actor (run, about))
        continue;
      if (!found)
        samsyn_finding_of_assignment (run, assignment);
      found = TRUE;
      samsyn_finding_record (run, run->organisations[entry->organisation].id);
    }
  if (found)
    samsyn_finding_end (run);
}

/* ---- In time --------------------------------------------------------------------------------------------------------------- */

/* Two assignments of the same task, organisation and role: the one that reached furthest so far, and the next to begin. */
typedef void (*PairFunc) (SamsynFindingRun *run,
                          guint             reach,
                          guint             next);

/* Whether the assignment belongs to what fills its cell: the scenario's own, where it replaces the cell on the day. */
static gboolean
is_of_layer (const SamsynFindingRun *run,
             guint                   assignment,
             gboolean                replaced)
{
  return run->assignments[assignment].scenario == (replaced ? run->map->scenario : 0)
         && run->assignments[assignment].role != SAMSYN_ROLE_NONE;
}

static void
look_along (SamsynFindingRun *run,
            guint             first,
            guint             end,
            gboolean          replaced,
            PairFunc          func)
{
  int reach = -1;

  for (guint i = first; i < end; i++)
    {
      if (!is_of_layer (run, i, replaced))
        continue;
      if (reach >= 0 && run->assignments[reach].role == run->assignments[i].role)
        {
          func (run, (guint) reach, i);
          if (run->assignments[i].valid.to <= run->assignments[reach].valid.to)
            continue;
        }
      reach = (int) i;
    }
}

static void
each_pair (SamsynFindingRun *run,
           PairFunc          func)
{
  const SamsynAssignment *all = run->assignments;
  guint n = run->facts->assignments->len, end;

  for (guint i = 0; i < n; i = end)
    {
      gboolean replaced = FALSE;

      for (end = i; end < n && all[end].task == all[i].task && all[end].organisation == all[i].organisation; end++)
        replaced = replaced
                   || (run->map->scenario != 0 && all[end].scenario == run->map->scenario
                       && samsyn_period_holds (&all[end].valid, run->map->day));
      if (end > i + 1 && run->map->has_task[all[i].task]
          && samsyn_map_sees (run->map, run->organisations[all[i].organisation].scenario))
        look_along (run, i, end, replaced, func);
    }
}

static void
tell_of_pair (SamsynFindingRun *run,
              guint             reach,
              guint             next)
{
  const SamsynAssignment *one = &run->assignments[reach], *other = &run->assignments[next];

  samsyn_finding_begin (run);
  samsyn_finding_key (run, one->id);
  samsyn_finding_key (run, other->id);
  samsyn_finding_record (run, run->tasks[one->task].id);
  samsyn_finding_record (run, run->organisations[one->organisation].id);
  samsyn_finding_fact (run, one->valid.to);
  samsyn_finding_fact (run, other->valid.from);
  run->finding.task = (int) one->task;
  run->finding.organisation = (int) one->organisation;
}

/* What is past is past: only a gap that lasts, or is still to come. */
static void
look_for_gap (SamsynFindingRun *run,
              guint             reach,
              guint             next)
{
  const SamsynAssignment *one = &run->assignments[reach], *other = &run->assignments[next];

  if (one->valid.to == SAMSYN_DAY_OPEN || other->valid.from <= one->valid.to + 1 || other->valid.from <= run->map->day)
    return;
  tell_of_pair (run, reach, next);
  run->finding.day = one->valid.to + 1;
  offer_end (run, reach, other->valid.from - 1, NC_ ("finding", "Let the earlier assignment hold until the later one begins"));
  samsyn_finding_end (run);
}

static void
look_for_overlap (SamsynFindingRun *run,
                  guint             reach,
                  guint             next)
{
  const SamsynAssignment *one = &run->assignments[reach], *other = &run->assignments[next];

  if (other->valid.from > one->valid.to || MIN (one->valid.to, other->valid.to) < run->map->day)
    return;
  tell_of_pair (run, reach, next);
  run->finding.day = other->valid.from;
  if (other->valid.from == 0)
    run->finding.sentence = NC_ ("finding", "{organisation} has the same part in “{task}” twice at the same time.");
  offer_end (run, reach, other->valid.from - 1,
             NC_ ("finding", "End the earlier assignment the day before the later one begins"));
  samsyn_finding_end (run);
}

void
samsyn_rule_gap (SamsynFindingRun *run)
{
  each_pair (run, look_for_gap);
}

void
samsyn_rule_overlap (SamsynFindingRun *run)
{
  each_pair (run, look_for_overlap);
}
