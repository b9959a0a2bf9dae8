/* salvage-circles.h: references that lead round
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Whether records of the kind may not follow each other round by the field. */
gboolean samsyn_salvage_is_chain (const SamsynKind  *kind,
                                  const SamsynField *field);

/* The records (a set of gint64 *) whose field is to be cut so that nothing leads round any more: one of each circle.  With `most`
 * above 0 also those above which more would stand.  NULL on error. */
GHashTable *samsyn_salvage_find_circles (SamsynStore       *store,
                                         const SamsynKind  *kind,
                                         const SamsynField *field,
                                         guint              most,
                                         GError           **error);

G_END_DECLS
