/* gate.h: what SQLite may do to the files beside a workspace
 *
 * A connection to a workspace sees no write-ahead log, rolls back no journal that isn't this file's own, and deletes nothing but
 * its journal, at whatever moment somebody puts such a file there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

/* Opens a connection that follows no links.  An SQLite result code; the connection is to be closed with samsyn_gate_close() in
 * any case. */
int samsyn_gate_open (const char *path,
                      int         flags,
                      sqlite3   **db);

/* NULL is ignored. */
void samsyn_gate_close (sqlite3 *db);
