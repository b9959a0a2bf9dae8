/* combo-words.h: what a row offers to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Gives a row its words.  In the list that opens each is there whole, on as many lines as it needs, however narrow the row is; with large
 * text the one that is chosen stands below the row's title. */
void samsyn_combo_words_set      (AdwComboRow       *row,
                                  const char *const *words);
void samsyn_combo_words_set_list (AdwComboRow       *row,
                                  GtkStringList     *words);

G_END_DECLS
