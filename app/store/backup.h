/* backup.h: verified copies, for the files of this folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "db.h"

G_BEGIN_DECLS

/* Sees to it that a backup of the workspace as it is, in that version, lies beside the file: "NAME.version-2.backup", or with a
 * number where that is something else.  FALSE where none can be made; then nothing may be migrated. */
gboolean samsyn_backup_before_migration (SamsynStore *store,
                                         guint        version,
                                         GError     **error);

G_END_DECLS
