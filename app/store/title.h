/* title.h: what a record is called; for the files of this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store.h"

G_BEGIN_DECLS

/* The title of a record, NULL if there is no such record or it has none; to be freed by the caller.  `kind` NULL: not known. */
char *samsyn_title_make (SamsynStore      *store,
                         const SamsynKind *kind,
                         gint64            id,
                         const char       *language);

G_END_DECLS
