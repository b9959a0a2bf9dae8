/* choice-rows.h: the rows of a list of words to choose from
 *
 * A row has the name of its word for screen readers, which would read the name of a class.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows of one line each, with an ellipsis where there is no room for all.  To be unreffed by the caller. */
GtkListItemFactory *samsyn_choice_rows_new (void);

/* Has the row of that number stand for a light ("red"), whose symbol and colour go with the word. */
void samsyn_choice_rows_set_light (GtkStringList *words,
                                   guint          row,
                                   const char    *light);

/* Gives such rows to the list that a drop-down opens, which gets as wide as they are, within reason. */
void samsyn_choice_rows_widen (GtkDropDown *drop_down);

/* Gives a row of settings its words.  In the list that opens each is there whole, on as many lines as it needs, however narrow
 * the row is; with large text the one that is chosen stands below the row's title. */
void samsyn_choice_rows_set_words (AdwComboRow       *row,
                                   const char *const *words);
void samsyn_choice_rows_set_list  (AdwComboRow       *row,
                                   GtkStringList     *words);

G_END_DECLS
