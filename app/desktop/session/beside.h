/* beside.h: where a record stands that is made beside another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Sets what says where the record stands (SAMSYN_FIELD_CONTEXT) and is not set: as it is for a record of the same kind beside
 * which it is made; otherwise that record itself, or what that stands in.  `beside` may be 0. */
void samsyn_beside_fill (SamsynStore  *store,
                         SamsynRecord *record,
                         gint64        beside);

G_END_DECLS
