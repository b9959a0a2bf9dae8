/* across.h: undo across migrations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "db.h"

G_BEGIN_DECLS

/* Gives records that the changes put back, which went in a file of that version, what fields that came later are filled with. */
void samsyn_across_fill (GPtrArray *changes,
                         guint      version);

/* Makes the changes, which were to be made from values before a step, ones that are made from what it, if it is a migration, made
 * of them.  FALSE on error. */
gboolean samsyn_across_migration (SamsynStore *store,
                                  gint64       step,
                                  GPtrArray   *changes,
                                  GError     **error);

G_END_DECLS
