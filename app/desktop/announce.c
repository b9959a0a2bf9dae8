/* announce.c: messages for screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "announce.h"

#include "accessible.h"

/* GTK tells nothing of a widget that no screen reader has asked for, and none asks for a label before it says something.  Whether
 * the focus can go there is always told, and makes the widget known. */
static void
make_known (GtkWidget *widget)
{
  gboolean focusable = gtk_widget_get_focusable (widget);

  gtk_widget_set_focusable (widget, !focusable);
  gtk_widget_set_focusable (widget, focusable);
}

/* To come into view is told of the label's parent, the text of the label. */
static void
tell (GtkLabel   *label,
      const char *text)
{
  GtkWidget *widget = GTK_WIDGET (label);

  if (gtk_widget_get_parent (widget) != NULL)
    make_known (gtk_widget_get_parent (widget));
  make_known (widget);
  gtk_widget_set_visible (widget, FALSE);
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (widget, TRUE);
  /* Last: of what is not in view no name is told. */
  samsyn_accessible_name (widget, text);
}

void
samsyn_announce (GtkLabel   *label,
                 const char *text)
{
  gboolean alert = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label)) == GTK_ACCESSIBLE_ROLE_ALERT;

  if (text == NULL || *text == '\0')
    {
      gtk_label_set_text (label, "");
      samsyn_accessible_name (GTK_WIDGET (label), "");
      gtk_widget_set_visible (GTK_WIDGET (label), !alert);
    }
  else if (alert || !g_str_equal (text, gtk_label_get_text (label)))
    {
      tell (label, text);
    }
}
