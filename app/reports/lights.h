/* lights.h: how projects stand, dimension by dimension, on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *light;
  char       *mark;  /* “(computed)”, “(computed red)”; NULL: nothing to remark */
  char       *whole; /* the same with the reason why it was set otherwise */
  char       *told;  /* “Set green, computed red: REASON (what that follows from)”; NULL */
  char       *cause;
  char       *measure;
  char       *owner; /* by function */
  char       *green_by;
  char       *on; /* the day of the report that set it; NULL: computed */
} SamsynLight;

/* The lights of the newest status report of each project on or before a date; where nobody has set one what the data gives
 * (findings/judgement.h). */
GHashTable *samsyn_lights_read (SamsynStore *store,
                                GArray      *projects,
                                const char  *date,
                                const char  *language,
                                GError     **error);

/* The light, or NULL; owned by the table.  NULL is found in NULL. */
const SamsynLight *samsyn_lights_find (GHashTable *lights,
                                       gint64      project,
                                       const char *dimension);

/* The light for a cell: with its mark, `whole`: with the reason too; NULL for none.  To be freed by the caller. */
char *samsyn_lights_cell (const SamsynLight *light,
                          gboolean           whole);

/* Its cause, and that it was set otherwise than computed; to be freed by the caller. */
char *samsyn_lights_cause (const SamsynLight *light);

/* What was shown before, and what became of it: 1 better, 0 as before, -1 worse; FALSE where the two cannot be compared. */
gboolean samsyn_lights_trend (const SamsynLight *before,
                              const SamsynLight *now,
                              int               *trend);

G_END_DECLS
