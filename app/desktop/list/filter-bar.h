/* filter-bar.h: what a list is filtered by, above it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desktop/question/question.h"

G_BEGIN_DECLS

/* An entry, which takes the focus for it, a button for the filters by value, and a chip for each that is set.
 * Signals: "changed": the question is another one; "left": the user wants back to the list. */
#define SAMSYN_TYPE_FILTER_BAR (samsyn_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (SamsynFilterBar, samsyn_filter_bar, SAMSYN, FILTER_BAR, GtkBox)

/* Has it show and alter the question, which must outlive it; and let go of the store. */
void samsyn_filter_bar_set_question (SamsynFilterBar *bar,
                                     SamsynQuestion  *question,
                                     SamsynStore     *store);
void samsyn_filter_bar_close        (SamsynFilterBar *bar);

/* Takes all filters away, also what was typed; and filters by one record in one field instead. */
void samsyn_filter_bar_clear (SamsynFilterBar *bar);
void samsyn_filter_bar_only  (SamsynFilterBar *bar,
                              const char      *field,
                              gint64           record);

/* The entry takes what is typed while the focus is in the widget. */
void samsyn_filter_bar_capture (SamsynFilterBar *bar,
                                GtkWidget       *widget);

/* Puts a widget at the end of its line, before the chips. */
void samsyn_filter_bar_add (SamsynFilterBar *bar,
                            GtkWidget       *widget);

/* Opens the choice of filters. */
void samsyn_filter_bar_open (SamsynFilterBar *bar);

G_END_DECLS
