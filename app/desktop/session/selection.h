/* selection.h: which records of a list are selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "record-list.h"

G_BEGIN_DECLS

/* The ids (gint64) of the selected records, in the list's order, without headings; and only how many they are. */
GArray *samsyn_selection_ids   (GtkSelectionModel *selection,
                                SamsynRecordList  *list);
guint   samsyn_selection_count (GtkSelectionModel *selection,
                                SamsynRecordList  *list);

/* Selects those of the records that are in the list, and nothing else. */
void samsyn_selection_set (GtkSelectionModel *selection,
                           SamsynRecordList  *list,
                           GArray            *ids);

G_END_DECLS
