/* overview.h: where the work stands, at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "deadlines.h"

G_BEGIN_DECLS

/* How a project stands by its newest status report. */
typedef struct
{
  gint64       project;
  gint64       report;
  char        *name;
  char        *date;    /* of the report */
  guint        depth;   /* below how many projects that are shown it stands */
  GArray      *judgements; /* SamsynJudgement, by the place of the dimension among its choices (findings/judgement.h) */
} SamsynProjectStanding;

/* A steering group's next meeting. */
typedef struct
{
  gint64 meeting;
  char  *group;
  char  *date;
  char  *time; /* HH:MM, or "" */
  char  *place;
  gint64 n_items; /* on its agenda */
} SamsynNextMeeting;

/* A step, and the title of the first record that it changed ("": it is gone). */
typedef struct
{
  SamsynRecentStep *step;
  char             *title;
} SamsynRecentChange;

typedef struct
{
  gboolean         is_empty;     /* there is no record of any kind */
  GPtrArray       *standings;    /* SamsynProjectStanding; a project above its parts */
  gint64           n_unreported; /* projects under way without a status report */
  GPtrArray       *meetings;     /* SamsynNextMeeting, by date */
  SamsynDeadlines *decisions;    /* needed, by when */
  SamsynDeadlines *late;
  SamsynDeadlines *replies; /* to consultations, that are waited for */
  GPtrArray       *recent;  /* SamsynRecentChange, newest first */
} SamsynOverview;

/* What there is to know on a day (YYYY-MM-DD), at most `limit` of each; titles in the language (NULL: the process's).  NULL on
 * error. */
SamsynOverview *samsyn_overview_new  (SamsynStore *store,
                                      const char  *today,
                                      guint        limit,
                                      const char  *language,
                                      GError     **error);
void            samsyn_overview_free (SamsynOverview *overview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynOverview, samsyn_overview_free)

G_END_DECLS
