/* advice.h: what is to be said to somebody who edits a record, and refuses nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* For each field of the kind, in its order, a sentence (char *) or NULL: dates that are far away; a light that is set otherwise
 * than computed, and that its reason is missing.  `record` holds the values as they are edited.  Owned by the caller. */
GPtrArray *samsyn_advice_new (SamsynStore        *store,
                              const SamsynRecord *record,
                              const char         *today,
                              const char         *language);

G_END_DECLS
