/* map-pointer.c: the pointer in the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-view-private.h"

/* Whether a point of a heading is on its triangle. */
static gboolean
on_triangle (SamsynMapView *self,
             int            row,
             int            column,
             double         x,
             double         y)
{
  if (row < 0)
    return y >= self->header_height - SAMSYN_MAP_FOLD_SIZE - 4;
  return column < 0 && x < 12 + SAMSYN_MAP_INDENT * (int) samsyn_map_grid_row (self->grid, row)->depth + SAMSYN_MAP_FOLD_SIZE;
}

static void
on_pressed (SamsynMapView   *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int row, column;

  if (!samsyn_map_view_hit (self, x, y, &row, &column))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  samsyn_map_view_set_cursor (self, row, column, (state & GDK_SHIFT_MASK) != 0);
  if (n_press == 1 && on_triangle (self, row, column, x, y) && samsyn_map_view_fold (self, row, column))
    return;
  if (row >= 0 && samsyn_map_grid_row (self->grid, row)->type >= SAMSYN_MAP_NEW_TASK)
    samsyn_map_view_show_entry (self, row, "");
  else if (n_press == 2)
    g_signal_emit (self, samsyn_map_view_signals[SAMSYN_MAP_OPENED], 0);
}

static void
on_dragged (SamsynMapView  *self,
            double          dx,
            double          dy,
            GtkGestureDrag *gesture)
{
  double x, y;
  int row, column;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (x < self->header_width || y < self->header_height || !samsyn_map_view_hit (self, x + dx, y + dy, &row, &column) || row < 0
      || column < 0 || (row == self->row && column == self->column) || samsyn_map_grid_row (self->grid, row)->type != SAMSYN_MAP_TASK)
    return;
  samsyn_map_view_set_cursor (self, row, column, TRUE);
}

/* A task that is dragged by its name goes to the place of another of the same process. */
static void
on_dropped (SamsynMapView  *self,
            double          dx,
            double          dy,
            GtkGestureDrag *gesture)
{
  double x, y;
  int from, to, column;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->read_only || x >= self->header_width || !samsyn_map_view_hit (self, x, y, &from, &column) || from < 0
      || !samsyn_map_view_hit (self, x, y + dy, &to, &column) || to < 0 || from == to)
    return;
  if (samsyn_map_grid_row (self->grid, from)->type == SAMSYN_MAP_TASK && samsyn_map_grid_row (self->grid, to)->type == SAMSYN_MAP_TASK
      && samsyn_map_grid_row (self->grid, from)->process == samsyn_map_grid_row (self->grid, to)->process)
    g_signal_emit (self, samsyn_map_view_signals[SAMSYN_MAP_MOVED], 0, from, to - from);
}

static gboolean
on_tooltip (SamsynMapView *self,
            int            x,
            int            y,
            gboolean       keyboard,
            GtkTooltip    *tooltip)
{
  g_autofree char *text = NULL;
  GdkRectangle place;
  int row = self->row, column = self->column;

  if (self->grid == NULL || (!keyboard && !samsyn_map_view_hit (self, x, y, &row, &column)))
    return FALSE;
  text = samsyn_map_view_speak (self, row, column);
  place = samsyn_map_view_place (self, row, column);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &place);
  return TRUE;
}

void
samsyn_map_view_add_pointer (SamsynMapView *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_dragged), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (click, drag);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_tooltip), NULL);
}
