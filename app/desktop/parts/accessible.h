/* accessible.h: names for screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names a widget, and with it the text inside an entry, which takes the focus for it: screen readers would read the names of
 * their classes. */
void samsyn_accessible_name (GtkWidget  *widget,
                             const char *name);

/* Tells something of what has the focus, which screen readers read at once: what is chosen below an entry. */
void samsyn_accessible_describe (GtkWidget  *widget,
                                 const char *text);

/* Has what has the focus tell something for a moment, though it isn't about it: the only thing that is read aloud at once,
 * whatever screen reader there is.  It tells its own again when the focus has left it. */
void samsyn_accessible_tell (GtkWidget  *focus,
                             const char *text);

/* GTK tells nothing of a widget that no screen reader has asked for, and none asks for a label before it says something.  Whether
 * the focus can go there is always told, and makes the widget known. */
void samsyn_accessible_make_known (GtkWidget *widget);

/* Puts right what GTK 4.8 tells of the widgets inside: that a button is called by its label both with and without the underline,
 * a check button with it;
 * that a button with an icon is labelled by that;
 * that what scrolls, and the pages of stacks, have no name, though they take the focus or have it inside (they get `name`, if
 * that is given). */
void samsyn_accessible_tidy (GtkWidget  *widget,
                             const char *name);

/* Names the lists inside a group of rows, and those that its rows open. */
void samsyn_accessible_lists (GtkWidget  *widget,
                              const char *name);

/* Names a drop-down and the rows of its list, and tells what is chosen in it: "Sort by: Title". */
void samsyn_accessible_drop_down (GtkDropDown *drop_down,
                                  const char  *name);

G_END_DECLS
