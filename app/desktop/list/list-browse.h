/* list-browse.h: the record beside a list, chosen by its row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/session/record-list.h"
#include "desktop/session/session.h"

G_BEGIN_DECLS

/* Has the session show the record whose row in the view is clicked, or activated by the keyboard.  The view's model is a multiple
 * selection over the list; both list and session outlive the use of the view. */
void samsyn_list_browse_attach (GtkListView      *view,
                                SamsynSession    *session,
                                SamsynRecordList *list);

/* Where a record is shown and a single row is selected, shows that row's record instead. */
void samsyn_list_browse_follow (GtkListView *view);

G_END_DECLS
