/* list-focus.h: where a list of records stands, and which of its rows has the focus
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/session/record-list.h"
#include "desktop/session/session.h"

G_BEGIN_DECLS

/* Has the view, which is in a page, show the row of the record that the session shows, whenever it shows another one.  The view's
 * model is a multiple selection over the list. */
void samsyn_list_focus_attach (GtkListView      *view,
                               SamsynSession    *session,
                               SamsynRecordList *list);

/* When the rows have their places: scrolls to the first; moves the focus to the row that is selected, or to whatever the page
 * has. */
void samsyn_list_focus_go_to_top (GtkListView *view);
void samsyn_list_focus_go_to_row (GtkListView *view);

/* All rows are about to be replaced: GTK would hand the focus on to rows that have no places yet. */
void samsyn_list_focus_take_off (GtkListView *view);

/* Other rows have come: the one of the record that is shown may be among them. */
void samsyn_list_focus_look_again (GtkListView *view);

G_END_DECLS
