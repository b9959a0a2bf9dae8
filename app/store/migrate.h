/* migrate.h: the schema, by numbered, immutable migrations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "db.h"

G_BEGIN_DECLS

/* The number of the newest migration (resources/sql/NNNN-NAME.sql): the version this program writes. */
guint samsyn_migrate_newest (void);

/* Runs the migrations after version `from` up to `to` in one transaction, with foreign keys off. */
gboolean samsyn_migrate_run (SamsynStore *store,
                             guint        from,
                             guint        to,
                             GError     **error);

/* Brings an open store to the newest version, after a verified backup beside the file. */
gboolean samsyn_migrate_store (SamsynStore *store,
                               GError     **error);

G_END_DECLS
