/* deletion.h: what went, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* "“Boka möte” was deleted, with 3 that depended on it (Link, Action)": the records that are to go, which are there still, and
 * the changes (SamsynChange) that delete them with what depends on them.  To be freed by the caller. */
char *samsyn_deletion_describe (SamsynStore  *store,
                                const gint64 *records,
                                gsize         n_records,
                                GPtrArray    *changes);

G_END_DECLS
