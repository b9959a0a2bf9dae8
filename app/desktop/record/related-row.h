/* related-row.h: a record in the list of those that name another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/* A row for a GtkListBox: what the record is called beside `owner`, the title of the record that the whole list is of, and below
 * it how it stands: its choices and dates that stand in lists. */
GtkWidget *samsyn_related_row_new (SamsynStore *store,
                                   gint64       record,
                                   const char  *title,
                                   const char  *owner);

/* The record that the row is of. */
gint64 samsyn_related_row_get_record (GtkWidget *row);

G_END_DECLS
