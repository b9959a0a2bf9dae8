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

/* Longer than a toast takes to come, in milliseconds. */
#define COMING 600

#define ANY_WIDTH 16384
#define LEAST_WIDTH 80

#define SHOWN "samsyn-shown" /* since when, of the toast */

/* A toast's own buttons have a picture only, or their label twice. */
static void
name_toast_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    samsyn_accessible_name (widget, gtk_button_get_label (GTK_BUTTON (widget)));
  else if (GTK_IS_BUTTON (widget))
    {
      gtk_widget_set_tooltip_text (widget, _ ("Close"));
      samsyn_accessible_name (widget, _ ("Close"));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_toast_buttons (child);
}

/* What shows the toast around its text. */
static GtkWidget *
find_shown (GtkWidget *room)
{
  GtkWidget *widget = room;

  while (gtk_widget_get_parent (widget) != NULL && !g_str_equal (gtk_widget_get_css_name (widget), "toast"))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/* A toast is as high as its text is when that has all the width it likes: it likes no more than what the window leaves it. */
static void
fit (AdwClamp *room)
{
  GtkWidget *shown = find_shown (GTK_WIDGET (room)), *overlay = gtk_widget_get_parent (shown);
  int all, own, width;

  if (overlay == NULL)
    return;
  gtk_widget_measure (shown, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &all, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (room), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &own, NULL, NULL);
  width = MAX (gtk_widget_get_width (overlay) - (all - own), LEAST_WIDTH);
  adw_clamp_set_maximum_size (room, width);
  adw_clamp_set_tightening_threshold (room, width);
}

/* It may have waited for another one to go. */
static void
on_toast_shown (GtkWidget *room,
                AdwToast  *toast)
{
  gint64 now = g_get_monotonic_time ();

  g_object_set_data_full (G_OBJECT (toast), SHOWN, g_memdup2 (&now, sizeof now), g_free);
  name_toast_buttons (find_shown (room));
  fit (ADW_CLAMP (room));
  g_signal_connect_object (gtk_native_get_surface (gtk_widget_get_native (room)), "layout", G_CALLBACK (fit), room,
                           G_CONNECT_SWAPPED);
}

static gboolean
on_has_come (gpointer data)
{
  adw_toast_dismiss (data);
  return G_SOURCE_REMOVE;
}

/* libadwaita 1.2 frees what a toast is shown with as soon as it has gone, though it may still be coming. */
void
samsyn_toast_dismiss (AdwToast *toast)
{
  const gint64 *shown = g_object_get_data (G_OBJECT (toast), SHOWN);
  gint64 here = shown != NULL ? (g_get_monotonic_time () - *shown) / 1000 : COMING;

  if (here >= COMING)
    adw_toast_dismiss (toast);
  else
    g_timeout_add_full (G_PRIORITY_DEFAULT, (guint) (COMING - here), on_has_come, g_object_ref (toast), g_object_unref);
}

AdwToast *
samsyn_toast_new (const char *text,
                  const char *undo)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = gtk_label_new (text), *room = adw_clamp_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  adw_clamp_set_maximum_size (ADW_CLAMP (room), ANY_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (room), ANY_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (room), label);
  adw_toast_set_custom_title (toast, room);
  adw_toast_set_timeout (toast, SECONDS + (guint) g_utf8_strlen (text, -1) / LETTERS_A_SECOND);
  if (undo != NULL)
    {
      adw_toast_set_button_label (toast, undo);
      adw_toast_set_action_name (toast, "win.undo");
    }
  g_signal_connect (room, "map", G_CALLBACK (on_toast_shown), toast);
  return toast;
}
