/* search-find.h: the records that a search finds, in two goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *hits; /* SamsynHit, owned */
  gboolean   more; /* than are given */
} SamsynFound;

/* What the index finds, at once. */
SamsynFound *samsyn_found_soon (SamsynStore *store,
                                const char  *words,
                                GError     **error);

/* All of it, also by titles that others give: this takes as long as it takes, and is for a reader. */
SamsynFound *samsyn_found_all (SamsynStore *store,
                               const char  *words,
                               GError     **error);

/* Frees it with its hits. */
void samsyn_found_free (SamsynFound *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynFound, samsyn_found_free)

G_END_DECLS
