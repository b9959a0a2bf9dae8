/* count.h: how many records there are, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* "214 actions, 12 late", or "3 of 214 actions" where a filter is set; to be freed by the caller.  NULL if they can't be counted. */
char *samsyn_count_describe (SamsynStore      *store,
                             const SamsynKind *kind,
                             const char       *filter);

G_END_DECLS
