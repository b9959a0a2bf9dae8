/* guard.h: is this file a workspace that we may open?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "db.h"

G_BEGIN_DECLS

/* "Sams", big-endian, at offset 68 of the file: SQLite's application id. */
#define SAMSYN_APPLICATION_ID 0x53616D73

/* Reads the first bytes of a file that is not open in this process: SQLite's magic, our application id, a version we know.  The
 * file is not changed. */
gboolean samsyn_guard_header (const char *path,
                              GError    **error);

/* The same of an open connection, through SQLite's own descriptor; notes whether the file has a write-ahead log. */
gboolean samsyn_guard_connection (SamsynStore *store,
                                  GError     **error);

/* Compares the schema of an open, hardened store with what the migrations up to its version make; anything more or less is
 * refused. */
gboolean samsyn_guard_schema (SamsynStore *store,
                              GError     **error);

/* Whether it is known at a glance to be what the migrations make in all; FALSE says nothing. */
gboolean samsyn_guard_knows_schema (SamsynStore *store);

G_END_DECLS
