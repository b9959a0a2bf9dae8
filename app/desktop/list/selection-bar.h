/* selection-bar.h: what can be done with the selected records of a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

/* Shown while several records are selected.  Its buttons are the page's actions list.copy, list.delete and list.select-none. */
#define SAMSYN_TYPE_SELECTION_BAR (samsyn_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (SamsynSelectionBar, samsyn_selection_bar, SAMSYN, SELECTION_BAR, AdwBin)

/* Returns the ids (gint64) of what is selected; the caller's. */
typedef GArray *(*SamsynSelectedFunc) (gpointer data);

/* Begins with the session; asks `selected` for the records when something is to be done with them. */
void samsyn_selection_bar_set_session (SamsynSelectionBar *bar,
                                       SamsynSession      *session,
                                       const SamsynKind   *kind,
                                       SamsynSelectedFunc  selected,
                                       gpointer            data);

/* Tells how many are selected. */
void samsyn_selection_bar_set_count (SamsynSelectionBar *bar,
                                     guint               n_selected);

/* Opens the change of a field. */
void samsyn_selection_bar_edit (SamsynSelectionBar *bar);

G_END_DECLS
