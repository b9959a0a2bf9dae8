/* compare.h: one map compared with another
 *
 * Any date and scenario with any other of the same workspace: who gains and who loses which letter, which tasks are left without
 * anyone, how the load and the budget move, which legal basis is lost or new, which findings appear and vanish.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "finding.h"

G_BEGIN_DECLS

typedef enum
{
  SAMSYN_COMPARE_LOST,
  SAMSYN_COMPARE_GAINED
} SamsynCompareSide;

/* A letter that an organisation has on one side only. */
typedef struct
{
  guint             task; /* indexes of the facts */
  guint             organisation;
  SamsynRole        role;
  SamsynCompareSide side;
} SamsynCompareLetter;

/* A basis that an organisation's part in a task rests on, on one side only. */
typedef struct
{
  guint             task;
  guint             organisation;
  int               document;
  SamsynCompareSide side;
} SamsynCompareBasis;

/* In how many tasks an organisation has each letter; only those with any. */
typedef struct
{
  guint organisation;
  guint before[SAMSYN_N_ROLES];
  guint after[SAMSYN_N_ROLES];
} SamsynCompareLoad;

/* What an organisation's budget lines of a year come to, in öre, costs above zero; only where the sides differ. */
typedef struct
{
  int    organisation; /* -1: lines without one */
  int    year;
  gint64 before;
  gint64 after;
} SamsynCompareBudget;

/* How much of full time the seats that represent an organisation come to on the day, in percent; only where the sides differ. */
typedef struct
{
  int    organisation; /* -1: seats without one */
  double before;
  double after;
} SamsynCompareStaff;

typedef struct
{
  SamsynMap      *before; /* the maps and findings are the caller's, and must live as long as this */
  SamsynMap      *after;
  SamsynFindings *findings_before;
  SamsynFindings *findings_after;
  GArray         *letters;  /* SamsynCompareLetter, in the order of the map, lost ones first */
  GArray         *ended;    /* guint: tasks that are there before only */
  GArray         *begun;    /* guint: tasks that are there after only */
  GArray         *orphaned; /* guint: tasks on both sides that had A or R and have neither any more */
  GArray         *organisations_ended; /* guint: organisations that are there before only */
  GArray         *organisations_begun; /* guint: organisations that are there after only */
  GArray         *bases;    /* SamsynCompareBasis */
  GArray         *loads;    /* SamsynCompareLoad */
  GArray         *budgets;  /* SamsynCompareBudget */
  GArray         *staff;    /* SamsynCompareStaff */
  GPtrArray      *vanished; /* const SamsynFinding of findings_before */
  GPtrArray      *appeared; /* const SamsynFinding of findings_after */
} SamsynComparison;

/* Compares two maps with the same facts.  The store is asked for budget lines and memberships only. */
SamsynComparison *samsyn_comparison_new  (SamsynStore    *store,
                                          SamsynMap      *before,
                                          SamsynFindings *findings_before,
                                          SamsynMap      *after,
                                          SamsynFindings *findings_after,
                                          GError        **error);
void              samsyn_comparison_free (SamsynComparison *comparison);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynComparison, samsyn_comparison_free)

G_END_DECLS
