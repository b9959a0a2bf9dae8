/* accessible.c: names for screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accessible.h"

void
samsyn_accessible_name (GtkWidget  *widget,
                        const char *name)
{
  GtkWidget *inside = NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (GTK_IS_EDITABLE (widget))
    inside = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));
  if (inside != NULL && inside != widget)
    samsyn_accessible_name (inside, name);
}

void
samsyn_accessible_tidy (GtkWidget  *widget,
                        const char *name)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  else if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    samsyn_accessible_tidy (child, name);
}

void
samsyn_accessible_lists (GtkWidget  *widget,
                         const char *name)
{
  if (GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_BASE (widget) || GTK_IS_SCROLLED_WINDOW (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    samsyn_accessible_lists (child, name);
}
