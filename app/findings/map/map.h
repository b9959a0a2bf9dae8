/* map.h: the responsibility map on a date, in a scenario
 *
 * Rows are tasks, columns organisations; a cell holds the letters of the assignments that hold on the date.  A scenario replaces
 * whole cells: where it has an assignment of its own that holds on the date, those in force do not count, and an assignment of
 * the role "none" leaves the cell empty.  Tasks and organisations of a scenario are there in that scenario only,
 * and those in force that it ends are not there in it.
 *
 * Validity, not log time: the date says when something holds in the world.  An assignment of a task that is not there on the
 * date, or of another scenario's organisation, is not in the map; one of an organisation that has ended is, for that is a
 * finding.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings/facts/facts.h"

G_BEGIN_DECLS

typedef struct
{
  SamsynFacts *facts;    /* a reference */
  int          day;
  gint64       scenario; /* 0: in force */
  guint8      *has_task; /* by task: whether the row is there on the date */
  guint8      *has_organisation; /* by organisation: whether it is there on the date; one without may still have letters */
  guint        n_tasks;          /* rows that are there */
  guint       *entries;          /* the assignments that hold: by task, organisation, role */
  guint        n_entries;
  guint       *rows;             /* by task: its first place in `entries`; one more at the end */
  guint       *column_entries;   /* the same assignments by organisation, task, role */
  guint       *columns;          /* by organisation, as `rows` */
} SamsynMap;

/* The view of the facts on a day, in a scenario (0: what is in force).  Takes well under a millisecond. */
SamsynMap *samsyn_map_new  (SamsynFacts *facts,
                            int          day,
                            gint64       scenario);
void       samsyn_map_free (SamsynMap *map);

/* Reads the workspace and views it on a date (NULL: today). */
SamsynMap *samsyn_map_load (SamsynStore *store,
                            const char  *date,
                            gint64       scenario,
                            GError     **error);

/* The assignments in a cell: the first place in `entries`, and how many. */
guint samsyn_map_cell (const SamsynMap *map,
                       guint            task,
                       guint            organisation,
                       guint           *n);

/* The letters of a cell: a bit (1 << role) each. */
guint samsyn_map_letters (const SamsynMap *map,
                          guint            task,
                          guint            organisation);

/* Whether a record of that scenario (0: none) is to be seen in this map's. */
static inline gboolean
samsyn_map_sees (const SamsynMap *map,
                 gint64           scenario)
{
  return scenario == 0 || scenario == map->scenario;
}

/* The days on which something begins, or has ended, in the facts: tasks, organisations, assignments and documents of what is in
 * force and of the scenario; ascending, each once (int).  For a slider over time. */
GArray *samsyn_facts_days (const SamsynFacts *facts,
                           gint64             scenario);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynMap, samsyn_map_free)

G_END_DECLS
