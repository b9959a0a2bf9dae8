/* ids.h: the ids of records, for the files of this folder; see samsyn_store_new_id()
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "db.h"

G_BEGIN_DECLS

/* Ids that came from elsewhere, in changes that have been written, count too. */
void samsyn_ids_note (SamsynStore *store,
                      GPtrArray   *changes);

/* What keeps a record from being made under that id, as it is said of a record, or NULL; to be freed by the caller.  One that is
 * put back had its id already. */
char *samsyn_ids_problem (SamsynStore *store,
                          gint64       id,
                          gboolean     put_back);

G_END_DECLS
