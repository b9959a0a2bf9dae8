/* narrow.c: header bars in a window with little room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "narrow.h"

void
samsyn_narrow_headers (GtkWidget *widget,
                       gboolean   narrow)
{
  if (ADW_IS_HEADER_BAR (widget))
    {
      adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (widget), narrow ? ":close" : NULL);
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

void
samsyn_narrow_wrap_titles (GtkWidget *widget)
{
  if (ADW_IS_WINDOW_TITLE (widget))
    samsyn_narrow_wrap (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    samsyn_narrow_wrap_titles (child);
}

void
samsyn_narrow_wrap_header (AdwHeaderBar *header,
                           GtkWindow    *window)
{
  GtkWidget *title = gtk_label_new (NULL);

  samsyn_narrow_wrap (GTK_WIDGET (header));
  samsyn_narrow_wrap (title);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (title), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (title, "title");
  g_object_bind_property (window, "title", title, "label", G_BINDING_SYNC_CREATE);
  adw_header_bar_set_title_widget (header, title);
}

int
samsyn_narrow_least_width (GtkWidget *widget)
{
  int least = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* The dots an inch of text at 100 %, in the units of the setting. */
#define USUAL_TEXT (96 * 1024)
#define LARGE_TEXT 1.5

double
samsyn_narrow_text_scale (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi = USUAL_TEXT;

  if (settings != NULL)
    g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (double) dpi / USUAL_TEXT : 1;
}

gboolean
samsyn_narrow_is_text_large (void)
{
  return samsyn_narrow_text_scale () >= LARGE_TEXT;
}
