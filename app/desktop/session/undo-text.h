/* undo-text.h: what taking a step back does, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What it means that the step, which may be an undo itself, is taken back: "“Plan B” is gone", "Due on of “Plan B”".  A record
 * can be named as long as it is there: NULL where it isn't, or not yet, and on error.  To be freed by the caller. */
char *samsyn_undo_describe (SamsynStore *store,
                            gint64       step,
                            gboolean     is_undo);

G_END_DECLS
