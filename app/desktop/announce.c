/* announce.c: messages for screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "announce.h"

#include "accessible.h"

void
samsyn_announce (GtkLabel   *label,
                 const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), FALSE);
  gtk_label_set_text (label, text);
  samsyn_accessible_name (GTK_WIDGET (label), text);
  gtk_widget_set_visible (GTK_WIDGET (label), TRUE);
}
