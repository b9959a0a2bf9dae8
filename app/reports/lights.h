/* lights.h: how projects stand, dimension by dimension, on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct
{
  char *light;
  char *cause;
  char *measure;
  char *owner; /* by function */
  char *green_by;
  char *on; /* the day of the report that set it; NULL: suggested */
} SamsynLight;

/* The lights of the newest status report of each project on or before a date; where nobody has set one and the data suggests
 * one, the suggestion, which its cause says.  The overall light that nobody has set is the worst of the others. */
GHashTable *samsyn_lights_read (SamsynStore *store,
                                GArray      *projects,
                                const char  *date,
                                const char  *language,
                                GError     **error);

/* The light, or NULL; owned by the table.  NULL is found in NULL. */
const SamsynLight *samsyn_lights_find (GHashTable *lights,
                                       gint64      project,
                                       const char *dimension);

/* What was shown before, and what became of it: 1 better, 0 as before, -1 worse; FALSE where the two cannot be compared. */
gboolean samsyn_lights_trend (const SamsynLight *before,
                              const SamsynLight *now,
                              int               *trend);

G_END_DECLS
