/* upgrade.h: what migrations do to records, as a step of the log
 *
 * The SQL of a migration may fill or alter values.  It is watched: the rows of a kind are copied before it first touches them,
 * and what differs in the end is logged as one step ("migrate"), with keys and search index written anew.  So the log leads to
 * what is there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "db.h"

G_BEGIN_DECLS

typedef struct _SamsynUpgrade SamsynUpgrade;

/* Within a transaction, with foreign keys off; free with samsyn_upgrade_free(), which forgets the copies. */
SamsynUpgrade *samsyn_upgrade_new  (SamsynStore *store);
void           samsyn_upgrade_free (SamsynUpgrade *upgrade);

/* Runs the SQL of one migration. */
gboolean samsyn_upgrade_run (SamsynUpgrade *upgrade,
                             const char    *sql,
                             GError       **error);

/* Gives records what fields that came after that version are filled with. */
gboolean samsyn_upgrade_fill (SamsynUpgrade *upgrade,
                              guint          from,
                              GError       **error);

/* Logs what differs from what was there; the file is of the newest version by now.  No step is made of nothing. */
gboolean samsyn_upgrade_log (SamsynUpgrade *upgrade,
                             GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynUpgrade, samsyn_upgrade_free)

G_END_DECLS
