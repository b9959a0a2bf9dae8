/* rules.h: what the rules have to work with; between finding.c and the files of rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "finding.h"

G_BEGIN_DECLS

struct _SamsynFindingRun
{
  const SamsynMap          *map;
  const SamsynFacts        *facts;
  const SamsynTask         *tasks;
  const SamsynOrganisation *organisations;
  const SamsynAssignment   *assignments;
  SamsynFindings           *findings;
  const SamsynRule         *rule; /* the one that is running */
  SamsynFinding             finding;  /* the one that is being told */
  char                      key[160]; /* of it, as far as it is known */
  guint                     key_length;
  int                       doubtful; /* what was confirmed before this day is doubtful now */
  guint8                   *settled_tasks;       /* tasks for which a routine or agreement is in force */
  guint8                   *settled_assignments; /* the same of assignments */

  /* Of the row (task hooks), or of the column (organisation hooks): in how many cells each letter is. */
  const guint *entries;
  guint        n_entries;
  guint        counts[SAMSYN_N_ROLES];
};

/* ---- Telling a finding: begin, add what it is about, end ------------------------------------------------------------------- */

/* Begins a finding of the running rule.  The first records added make its key. */
void samsyn_finding_begin (SamsynFindingRun *run);

/* Adds a record that belongs to the key; or one that the finding only speaks of, which is a part of its cause. */
void samsyn_finding_key    (SamsynFindingRun *run,
                            gint64            id);
void samsyn_finding_record (SamsynFindingRun *run,
                            gint64            id);

/* Adds a fact that is no record to the cause. */
void samsyn_finding_fact (SamsynFindingRun *run,
                          gint64            fact);

/* Adds the organisations that have the letter in the row, each once. */
void samsyn_finding_holders (SamsynFindingRun *run,
                             SamsynRole        role);

/* Ends it: from here on it is one of the findings. */
void samsyn_finding_end (SamsynFindingRun *run);

/* A finding about a task, or an organisation, with it in the key: what is common to begin with. */
void samsyn_finding_of_task         (SamsynFindingRun *run,
                                     guint             task);
void samsyn_finding_of_organisation (SamsynFindingRun *run,
                                     guint             organisation);
void samsyn_finding_of_assignment   (SamsynFindingRun *run,
                                     guint             assignment);

/* ---- Looking --------------------------------------------------------------------------------------------------------------- */

/* The i-th assignment of the row or column. */
static inline const SamsynAssignment *
samsyn_run_entry (const SamsynFindingRun *run,
                  guint                   i)
{
  return &run->assignments[run->entries[i]];
}

static inline guint
samsyn_run_actor (const SamsynFindingRun *run,
                  const SamsynAssignment *assignment)
{
  return run->organisations[assignment->organisation].actor;
}

/* How many actors have the letter in the row. */
guint samsyn_run_actors (const SamsynFindingRun *run,
                         SamsynRole              role);

/* The only organisation that has the letter in the row, -1 if there is none or more than one. */
int samsyn_run_only (const SamsynFindingRun *run,
                     SamsynRole              role);

/* Whether the party of an agreement speaks for the organisation: it is the same actor, or the organisation is a part of it. */
gboolean samsyn_run_binds (const SamsynFindingRun *run,
                           guint                   party,
                           guint                   organisation);

/* Whether the agreement is signed and in force on the day; and whether one of those who signed speaks for the organisation. */
gboolean samsyn_run_in_force (const SamsynFindingRun *run,
                              int                     agreement);
gboolean samsyn_run_signed   (const SamsynFindingRun *run,
                              int                     agreement,
                              guint                   organisation);

/* Whether a row of the map has the assignment's letter for its actor. */
gboolean samsyn_run_held (const SamsynFindingRun *run,
                          const SamsynAssignment *assignment);

/* ---- The rules ------------------------------------------------------------------------------------------------------------- */

#define TASK_RULE(name) void samsyn_rule_##name (SamsynFindingRun *run, guint task)
#define ASSIGNMENT_RULE(name) void samsyn_rule_##name (SamsynFindingRun *run, guint assignment)
#define ORGANISATION_RULE(name) void samsyn_rule_##name (SamsynFindingRun *run, guint organisation)
#define WHOLE_RULE(name) void samsyn_rule_##name (SamsynFindingRun *run)

TASK_RULE (no_accountable);
TASK_RULE (many_accountable);
TASK_RULE (no_performer);
TASK_RULE (several_performers);
TASK_RULE (no_agreement);
TASK_RULE (several_claims);
TASK_RULE (odd_pair);
TASK_RULE (no_basis);
TASK_RULE (many_consulted);
TASK_RULE (many_informed);
TASK_RULE (nobody_consulted);
TASK_RULE (support_without_performer);
ASSIGNMENT_RULE (ended_organisation);
ASSIGNMENT_RULE (basis_not_in_force);
ASSIGNMENT_RULE (commitment_unsigned);
ASSIGNMENT_RULE (disputed);
ASSIGNMENT_RULE (practice_against_formal);
WHOLE_RULE (gap);
WHOLE_RULE (overlap);
WHOLE_RULE (commitment_broken);
ORGANISATION_RULE (unconfirmed);
ORGANISATION_RULE (many_accountabilities);
ORGANISATION_RULE (many_performances);
ORGANISATION_RULE (only_supporting);
ORGANISATION_RULE (every_row);

G_END_DECLS
