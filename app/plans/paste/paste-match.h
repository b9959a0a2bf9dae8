/* paste-match.h: records by their whole titles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Remembers what it found: the same name stands in many rows. */
typedef struct _SamsynPasteMatch SamsynPasteMatch;

/* A match in the store's records; the store must outlive it. */
SamsynPasteMatch *samsyn_paste_match_new  (SamsynStore *store);
void              samsyn_paste_match_free (SamsynPasteMatch *match);

/* The one record with that title that the field may refer to; FALSE, with a clause for the user, if there is none or several. */
gboolean samsyn_paste_match_find (SamsynPasteMatch  *match,
                                  const SamsynField *field,
                                  const char        *title,
                                  SamsynValue       *value,
                                  GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynPasteMatch, samsyn_paste_match_free)

G_END_DECLS
