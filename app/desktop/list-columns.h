/* list-columns.h: the columns of a list's view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "question.h"

G_BEGIN_DECLS

/* Called when the user made a column wider or narrower, which its `pixels` tells by now. */
typedef void (*SamsynWidthFunc) (gpointer data);

/* Gives the view a column for each of the question's, which must outlive them, sorted as the question says. */
void samsyn_list_columns_add (GtkColumnView   *view,
                              SamsynQuestion  *question,
                              SamsynWidthFunc  on_width,
                              gpointer         data);

/* Shows and sorts the view's columns as the question says by now. */
void samsyn_list_columns_update (GtkColumnView        *view,
                                 const SamsynQuestion *question);

G_END_DECLS
