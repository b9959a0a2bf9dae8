/* finding-row.h: a finding, or a heading above findings, in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"
#include "finding-list.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_FINDING_ROW (samsyn_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (SamsynFindingRow, samsyn_finding_row, SAMSYN, FINDING_ROW, AdwBin)

/* A row that shows a finding. */
GtkWidget *samsyn_finding_row_new (SamsynSession *session);

/* Shows the item; NULL: none. */
void samsyn_finding_row_set_item (SamsynFindingRow  *row,
                                  SamsynFindingItem *item);

G_END_DECLS
