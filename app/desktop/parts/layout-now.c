/* layout-now.c: keys that come faster than frames
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "layout-now.h"

/* The outermost part that scrolls around a widget, or NULL.  Its own size doesn't depend on what it holds, so it can be laid out
 * without the rest of the window. */
static GtkWidget *
scrolled_around (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  for (; widget != NULL && !GTK_IS_NATIVE (widget); widget = gtk_widget_get_parent (widget))
    if (GTK_IS_VIEWPORT (widget) && gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0)
      found = widget;
  return found;
}

static void
lay_out (GtkWidget *scrolled)
{
  GtkAllocation place;

  gtk_widget_get_allocation (scrolled, &place);
  gtk_widget_size_allocate (scrolled, &place, -1);
}

/* GTK scrolls to what took the focus in a fifth of a second. */
static void
end_scrolling (GtkWidget *scrolled,
               GtkWidget *focus)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (scrolled));
  double page = gtk_adjustment_get_page_size (adjustment), over;
  graphene_rect_t place;

  if (!gtk_widget_compute_bounds (focus, scrolled, &place))
    return;
  over = MAX (place.origin.y + place.size.height - page, 0);
  over = MIN (place.origin.y, over);
  if (over != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + over);
}

static void
before_key (GtkWindow *window,
            gboolean   arrived)
{
  GtkWidget *focus = gtk_window_get_focus (window), *scrolled = scrolled_around (focus);

  if (scrolled == NULL)
    return;
  lay_out (scrolled);
  if (!arrived)
    return;
  end_scrolling (scrolled, focus);
  lay_out (scrolled);
}

/* Who has turned the wheel since the focus came is left where that led. */
static gboolean
on_event (GtkEventController *events,
          GdkEvent           *event,
          gboolean           *arrived)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_KEY_PRESS)
    before_key (GTK_WINDOW (gtk_event_controller_get_widget (events)), *arrived);
  if (type == GDK_KEY_PRESS || type == GDK_SCROLL || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    *arrived = FALSE;
  return GDK_EVENT_PROPAGATE;
}

static void
on_focus (GtkWindow  *window,
          GParamSpec *spec,
          gboolean   *arrived)
{
  *arrived = TRUE;
}

void
samsyn_layout_before_keys (GtkWindow *window)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  gboolean *arrived = g_new0 (gboolean, 1);

  g_object_set_data_full (G_OBJECT (window), "samsyn-focus-arrived", arrived, g_free);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (on_focus), arrived);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (on_event), arrived);
  gtk_widget_add_controller (GTK_WIDGET (window), events);
}
