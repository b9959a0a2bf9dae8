/* box.c: what GTK has no function for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "box.h"

void
samsyn_box_empty (GtkBox *box)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL;)
    gtk_box_remove (box, child);
}
