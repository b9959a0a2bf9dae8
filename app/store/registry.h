/* registry.h: the files that are open in this process
 *
 * To open and close a database by other means than SQLite's drops the locks that SQLite holds on it.  So a file is entered here
 * before anything opens it, and its header is read only by whoever enters it first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "db.h"

G_BEGIN_DECLS

/* Enters the file, having looked at its header if it isn't there yet; NULL where it is refused.  To be given to
 * samsyn_registry_leave(). */
char *samsyn_registry_enter (const char *path,
                             GError    **error);

/* When no connection to it is left; takes the entry, NULL is ignored. */
void samsyn_registry_leave (char *entry);

G_END_DECLS
