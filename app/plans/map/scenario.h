/* scenario.h: what becomes of a scenario
 *
 * As in cell.h the functions return changes for samsyn_store_apply() and write nothing themselves.
 *
 * Adopting on a day makes the map in force what the scenario shows, on that day and on every later one, and leaves every earlier
 * day as it was: the scenario's assignments begin on the day at the earliest, what they replace ends the day before (and goes on
 * where they end), those with the role "none" are deleted once what they remove has ended.  New tasks, organisations, seats in
 * groups and budget lines come into force; tasks, organisations and seats that the scenario ends hold until the day before, and
 * its endings are deleted then.  What ended before the day stays in the scenario, unchanged, to be read.
 *
 * Scenarios that touch the same cell: the one adopted last holds from its day on, also over what an earlier one planned for
 * later; samsyn_scenario_clashes() tells of it beforehand.  An adopted or rejected scenario is closed to typing (cell.h) and
 * can't be adopted again; what comes into it by other ways stays a proposal, and can be adopted after the scenario is set back to
 * a draft.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings/facts/facts.h"

G_BEGIN_DECLS

/* Adopts the scenario on a date (NULL: the one it says itself). */
GPtrArray *samsyn_scenario_plan_adopt (SamsynStore *store,
                                       gint64       scenario,
                                       const char  *date,
                                       GError     **error);

/* Marks it as rejected; what it proposed stays to be read. */
GPtrArray *samsyn_scenario_plan_reject (SamsynStore *store,
                                        gint64       scenario,
                                        GError     **error);

/* Creates actions, in a language, for what law and custom ask of a reorganisation: union consultation, risk assessment, rules of
 * procedure, delegation order, a decision in the right body; due before the scenario is to take effect.  Those that are there
 * already (open or done, by title) are not made again.  `project` may be 0. */
GPtrArray *samsyn_scenario_plan_checkpoints (SamsynStore *store,
                                             gint64       scenario,
                                             gint64       project,
                                             const char  *language,
                                             GError     **error);

/* A cell that another scenario, which is neither adopted nor rejected, touches too; or a record that the one ends and the other
 * ends or has letters of. */
typedef struct
{
  gint64 task; /* of the cell, as the organisation; 0: none */
  gint64 organisation;
  gint64 other;
  gint64 ended; /* the record; 0: none */
} SamsynClash;

/* The clashes of a scenario: cells in the order of the map, then what ends; NULL on error. */
GArray *samsyn_scenario_clashes (SamsynStore *store,
                                 gint64       scenario,
                                 GError     **error);

G_END_DECLS
