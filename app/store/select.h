/* select.h: running compiled queries; for the files of this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compile.h"
#include "db.h"

G_BEGIN_DECLS

/* A statement of the caller's own, to be finalized by it, with its bindings; they are borrowed from `compiled`. */
sqlite3_stmt *samsyn_select_prepare (SamsynStore          *store,
                                     const SamsynCompiled *compiled,
                                     GError              **error);

G_END_DECLS
