/* search-parts.h: what the files that search share; for the files of this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store.h"

G_BEGIN_DECLS

/* Adds a hit; the texts, which may be NULL, are moved. */
SamsynHit *samsyn_search_add (GPtrArray        *hits,
                              const SamsynKind *kind,
                              gint64            id,
                              char             *title,
                              char             *excerpt);

/* Where a date was typed: adds what is due on that day, of each kind at most `limit` (search-further.c). */
gboolean samsyn_search_add_due (SamsynStore *store,
                                const char  *typed,
                                guint        limit,
                                const char  *language,
                                GPtrArray   *hits,
                                GError     **error);

G_END_DECLS
