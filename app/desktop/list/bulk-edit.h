/* bulk-edit.h: changing a field of all selected records at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/session/session.h"

G_BEGIN_DECLS

/* Which field, which value, and what that will do; then one step. */
#define SAMSYN_TYPE_BULK_EDIT (samsyn_bulk_edit_get_type ())
G_DECLARE_FINAL_TYPE (SamsynBulkEdit, samsyn_bulk_edit, SAMSYN, BULK_EDIT, GtkPopover)

/* Begins with the records (gint64), which are copied. */
void samsyn_bulk_edit_start (SamsynBulkEdit   *bulk_edit,
                             SamsynSession    *session,
                             const SamsynKind *kind,
                             GArray           *ids);

G_END_DECLS
