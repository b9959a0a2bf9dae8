/* narrow.c: header bars in a window with little room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "narrow.h"

static void
show_labels (GtkWidget *widget,
             gboolean   show)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      gtk_widget_set_visible (child, show);
    else
      show_labels (child, show);
}

static void
narrow_buttons (GtkWidget *widget,
                gboolean   narrow)
{
  if (ADW_IS_BUTTON_CONTENT (widget))
    show_labels (widget, !narrow);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    narrow_buttons (child, narrow);
}

void
samsyn_narrow_headers (GtkWidget *widget,
                       gboolean   narrow)
{
  if (ADW_IS_HEADER_BAR (widget))
    {
      adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (widget), narrow ? ":close" : NULL);
      narrow_buttons (widget, narrow);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    samsyn_narrow_headers (child, narrow);
}

void
samsyn_narrow_wrap (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_single_line_mode (GTK_LABEL (widget), FALSE);
    }
  if (GTK_IS_LIST_BOX (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    samsyn_narrow_wrap (child);
}

/* A label that may wrap asks GTK for less than its line: here one that may not is asked first. */
void
samsyn_narrow_wrap_header (AdwHeaderBar *header,
                           GtkWindow    *window)
{
  GtkWidget *squeezer = adw_squeezer_new ();

  samsyn_narrow_wrap (GTK_WIDGET (header));
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  for (int wraps = 0; wraps < 2; wraps++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      g_object_bind_property (window, "title", label, "label", G_BINDING_SYNC_CREATE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_widget_add_css_class (label, "title");
      if (wraps)
        samsyn_narrow_wrap (label);
      adw_squeezer_add (ADW_SQUEEZER (squeezer), label);
    }
  adw_header_bar_set_title_widget (header, squeezer);
}

int
samsyn_narrow_least_width (GtkWidget *widget)
{
  int least = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Half as large again as the 96 dots an inch of text at 100 %, in the units of the setting. */
#define LARGE_TEXT (96 * 1024 * 3 / 2)

gboolean
samsyn_narrow_is_text_large (void)
{
  int dpi = 0;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi >= LARGE_TEXT;
}
