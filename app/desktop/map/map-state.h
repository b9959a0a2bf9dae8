/* map-state.h: what of the responsibility map is looked at
 *
 * One for a session, so that the map and the findings show the same, and as it was left: the date, the scenario, the filter, what
 * is folded.  With it the facts, read once after each step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/session/session.h"
#include "map-grid.h"

G_BEGIN_DECLS

typedef struct
{
  int             day;      /* 0: today */
  gint64          scenario; /* 0: what is in force */
  gint64          target_group;
  gboolean        from_date; /* what is typed holds from the day on, instead of correcting */
  SamsynMapFilter filter; /* its text, tasks and folded are owned here */
  char           *text;   /* as it was typed */

  SamsynSession *session; /* whose it is */
  SamsynFacts   *facts;
  gint64         step; /* after which they were read */
} SamsynMapState;

/* The session's, owned by it. */
SamsynMapState *samsyn_map_state (SamsynSession *session);

/* The facts as they are now, owned by the state; NULL on error. */
SamsynFacts *samsyn_map_state_facts (SamsynMapState *state,
                                     SamsynStore    *store,
                                     GError        **error);

/* Today in the session's workspace. */
int samsyn_session_day (SamsynSession *session);

/* Today, and the day that is looked at. */
int samsyn_map_state_today (const SamsynMapState *state);
int samsyn_map_state_day   (const SamsynMapState *state);

/* A map of the facts as the state says. */
SamsynMap *samsyn_map_state_map (SamsynMapState *state,
                                 SamsynFacts    *facts);

/* The text that names must have; the target group that tasks must be for (0: any). */
void samsyn_map_state_set_text         (SamsynMapState *state,
                                        const char     *text);
void samsyn_map_state_set_target_group (SamsynMapState *state,
                                        SamsynStore    *store,
                                        gint64          target_group);

/* Folds a process or organisation, or unfolds it. */
void samsyn_map_state_fold (SamsynMapState *state,
                            gint64          id);

/* Shows all rows again. */
void samsyn_map_state_clear_filter (SamsynMapState *state);

G_END_DECLS
