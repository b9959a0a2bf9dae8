/* past.h: what records were called
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store.h"

G_BEGIN_DECLS

typedef struct _SamsynPast SamsynPast;

/* The titles of a workspace's past, found out from its log as they are asked for.  Valid until the workspace changes. */
SamsynPast *samsyn_past_new  (SamsynStore *store);
void        samsyn_past_free (SamsynPast *past);

/* What a record was called when a step had been made; of one that the step deleted, or an earlier one, what it was called last.
 * "" where nobody knows; to be freed by the caller. */
char *samsyn_past_title (SamsynPast *past,
                         gint64      record,
                         gint64      step,
                         const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynPast, samsyn_past_free)

G_END_DECLS
