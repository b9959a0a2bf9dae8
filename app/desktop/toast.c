/* toast.c: a message for a moment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "toast.h"

#include "accessible.h"
#include "model/words.h"

/* A message may be a whole sentence or two: it is wrapped, not cut off, and stays long enough to be read. */
#define SECONDS 5
#define LETTERS_A_SECOND 15

/* A toast's own buttons have a picture only, or their label twice. */
static void
name_toast_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    samsyn_accessible_name (widget, gtk_button_get_label (GTK_BUTTON (widget)));
  else if (GTK_IS_BUTTON (widget))
    {
      gtk_widget_set_tooltip_text (widget, _("Close"));
      samsyn_accessible_name (widget, _("Close"));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_toast_buttons (child);
}

static void
on_toast_shown (GtkWidget *label)
{
  GtkWidget *toast = label;

  while (gtk_widget_get_parent (toast) != NULL && !g_str_equal (gtk_widget_get_css_name (toast), "toast"))
    toast = gtk_widget_get_parent (toast);
  name_toast_buttons (toast);
}

AdwToast *
samsyn_toast_new (const char *text,
                  gboolean    undoable)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_timeout (toast, SECONDS + (guint) g_utf8_strlen (text, -1) / LETTERS_A_SECOND);
  if (undoable)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  /* It may wait for another one to go. */
  g_signal_connect (label, "map", G_CALLBACK (on_toast_shown), NULL);
  return toast;
}
