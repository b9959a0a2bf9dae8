/* paste-heads.h: which field each pasted column goes to, above the columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "plans/paste/paste.h"

G_BEGIN_DECLS

/* A drop-down list a column, side by side.  Signal "chosen" (guint column, gpointer field): the user has the column go to the
 * field (const SamsynField), or (NULL) leaves it out. */
#define SAMSYN_TYPE_PASTE_HEADS (samsyn_paste_heads_get_type ())
G_DECLARE_FINAL_TYPE (SamsynPasteHeads, samsyn_paste_heads, SAMSYN, PASTE_HEADS, GtkWidget)

/* Makes the lists for the columns of the plan; to be called once.  The plan must last as long as they are shown. */
void samsyn_paste_heads_set_plan (SamsynPasteHeads      *self,
                                  const SamsynPastePlan *plan);

/* Shows where the columns go now; names the lists by what the columns are called now. */
void samsyn_paste_heads_update       (SamsynPasteHeads *self);
void samsyn_paste_heads_update_names (SamsynPasteHeads *self);

/* Gives a column that width, or the least its list needs; which of them it was. */
int samsyn_paste_heads_set_width (SamsynPasteHeads *self,
                                  guint             column,
                                  int               width);

G_END_DECLS
