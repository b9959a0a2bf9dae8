/* cell.h: one cell of a list of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "question.h"
#include "record-list.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_CELL (samsyn_cell_get_type ())
G_DECLARE_FINAL_TYPE (SamsynCell, samsyn_cell, SAMSYN, CELL, GtkWidget)

/* What shows one of the question's columns, which must outlive it, in a row of a GtkColumnView. */
GtkWidget *samsyn_cell_new (const SamsynQuestion *question,
                            const SamsynColumn   *column);

/* Shows the column of that row. */
void samsyn_cell_fill (SamsynCell      *self,
                       SamsynRecordRow *row);

/* What it shows; NULL until it was filled. */
const char *samsyn_cell_get_text (SamsynCell *self);

G_END_DECLS
