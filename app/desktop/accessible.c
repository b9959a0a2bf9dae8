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
  else if (GTK_IS_MENU_BUTTON (widget))
    inside = gtk_widget_get_first_child (widget);
  if (inside != NULL && inside != widget)
    samsyn_accessible_name (inside, name);
}
