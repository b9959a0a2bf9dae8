/* paste-table.h: pasted rows as they will be, below the fields they go to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "plans/paste/paste.h"

G_BEGIN_DECLS

/* Signal "changed": the user has had a column go to another field. */
#define SAMSYN_TYPE_PASTE_TABLE (samsyn_paste_table_get_type ())
G_DECLARE_FINAL_TYPE (SamsynPasteTable, samsyn_paste_table, SAMSYN, PASTE_TABLE, GtkBox)

/* Shows the plan, which it changes as the user chooses and which must last as long as it is shown; to be called once. */
void samsyn_paste_table_set_plan (SamsynPasteTable *self,
                                  SamsynPastePlan  *plan);

/* Shows other rows: the plan takes its first line for something else. */
void samsyn_paste_table_update_rows (SamsynPasteTable *self);

G_END_DECLS
