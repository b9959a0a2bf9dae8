/* lock.h: one writer at a time, and who it is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "db.h"

G_BEGIN_DECLS

/* Takes the lock of the workspace at `path`, waiting up to 5 s.  The lock is a file beside it (".NAME.lock") that says who holds
 * it; the system lets go of it when the process ends, however it ends.  Returns a descriptor, or -1 with BUSY naming the
 * holder. */
int samsyn_lock_take (const char *path,
                      GError    **error);

/* Removes the lock file and lets go; -1 is ignored. */
void samsyn_lock_release (const char *path,
                          int         lock);

G_END_DECLS
