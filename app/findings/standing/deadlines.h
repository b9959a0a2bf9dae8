/* deadlines.h: the dates that are to be watched, late ones and those ahead
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A date of a record that is not settled. */
typedef struct
{
  gint64             record;
  const SamsynKind  *kind;
  const SamsynField *field; /* which date it is */
  char              *date;  /* YYYY-MM-DD; NULL: not given */
  char              *title;
  char              *who; /* who is responsible, "" where nobody is */
} SamsynDeadline;

void samsyn_deadline_free (SamsynDeadline *deadline);

/* Those of one question: the first `limit` in their order (0: all), and how many there are.  Free with
 * samsyn_deadlines_free(). */
typedef struct
{
  GPtrArray *all; /* SamsynDeadline: by date, those without one last */
  gint64     n_all;
} SamsynDeadlines;

void samsyn_deadlines_free (SamsynDeadlines *deadlines);

/* What is late on a day, of every kind: each record once, by the last of its dates that has passed; the latest first, for what
 * has just been missed can be mended. */
SamsynDeadlines *samsyn_deadlines_late (SamsynStore *store,
                                        const char  *today,
                                        guint        limit,
                                        const char  *language,
                                        GError     **error);

/* Every date of every kind from one day up to another, both included; dates of a record that fall on the same day once.  Beyond
 * the limit such dates are counted twice. */
SamsynDeadlines *samsyn_deadlines_ahead (SamsynStore *store,
                                         const char  *from,
                                         const char  *until,
                                         guint        limit,
                                         const char  *language,
                                         GError     **error);

/* The records of the kind that are not settled, by that date of theirs. */
SamsynDeadlines *samsyn_deadlines_open (SamsynStore      *store,
                                        const SamsynKind *kind,
                                        const char       *field,
                                        guint             limit,
                                        const char       *language,
                                        GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynDeadlines, samsyn_deadlines_free)

G_END_DECLS
