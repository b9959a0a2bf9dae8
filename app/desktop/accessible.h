/* accessible.h: names for screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names a widget, and with it the text inside an entry, which takes the focus for it: screen readers would read the names of their
 * classes. */
void samsyn_accessible_name (GtkWidget  *widget,
                             const char *name);

/* Tells something of what has the focus, which screen readers read at once: what is chosen below an entry. */
void samsyn_accessible_describe (GtkWidget  *widget,
                                 const char *text);

/* Puts right what GTK 4.8 tells of the widgets inside: that a button is called by its label both with and without the underline,
 * a check button with it;
 * that what scrolls has no name, though it takes the focus (it gets `name`, if that is given). */
void samsyn_accessible_tidy (GtkWidget  *widget,
                             const char *name);

/* Names the lists inside a group of rows, and those that its rows open. */
void samsyn_accessible_lists (GtkWidget  *widget,
                              const char *name);

/* Names a drop-down and the rows of its list, and tells what is chosen in it: "Sort by: Title". */
void samsyn_accessible_drop_down (GtkDropDown *drop_down,
                                  const char  *name);

G_END_DECLS
