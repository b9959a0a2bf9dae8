/* wheel.c: a scrolled part of what is scrolled itself
 *
 * GTK's scrolled window keeps the wheel even where it has nothing more to show.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "wheel.h"

static gboolean
has_more (GtkScrolledWindow *scrolled,
          double             dy)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (scrolled);
  double last = gtk_adjustment_get_upper (place) - gtk_adjustment_get_page_size (place);

  return dy > 0 ? gtk_adjustment_get_value (place) < last : gtk_adjustment_get_value (place) > gtk_adjustment_get_lower (place);
}

/* On the way down to what is scrolled, GTK's own controller, which answers on the way up, is told whether the wheel is its. */
static gboolean
on_scroll (GtkEventController *controller,
           double              dx,
           double              dy,
           gpointer            data)
{
  GtkWidget *scrolled = gtk_event_controller_get_widget (controller);
  GtkPropagationPhase phase = has_more (GTK_SCROLLED_WINDOW (scrolled), dy) ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE;
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scrolled);

  for (guint i = 0; dy != 0 && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) other = g_list_model_get_item (controllers, i);
      GtkPropagationPhase before = gtk_event_controller_get_propagation_phase (other);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (other) && (before == GTK_PHASE_BUBBLE || before == GTK_PHASE_NONE))
        gtk_event_controller_set_propagation_phase (other, phase);
    }
  return GDK_EVENT_PROPAGATE;
}

void
samsyn_wheel_pass_on (GtkScrolledWindow *scrolled)
{
  GtkEventController *controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "scroll", G_CALLBACK (on_scroll), NULL);
  gtk_widget_add_controller (GTK_WIDGET (scrolled), controller);
}
