/* map-pointer.c: the pointer in the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-view-private.h"

#define DRAGGED 6 /* pixels from which on it is no click any more */

/* Whether a point of a heading is on its triangle. */
static gboolean
on_triangle (SamsynMapView *self,
             int            row,
             int            column,
             double         x,
             double         y)
{
  if (row < 0)
    return y >= self->header_height - self->fold_size - 4;
  return column < 0 && x < 12 + SAMSYN_MAP_INDENT * (int) samsyn_map_grid_row (self->grid, row)->depth + self->fold_size;
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
select_to (SamsynMapView *self,
           double         x,
           double         y)
{
  int row, column;

  if (samsyn_map_view_hit (self, x, y, &row, &column) && row >= 0 && column >= 0 && (row != self->row || column != self->column)
      && samsyn_map_grid_row (self->grid, row)->type == SAMSYN_MAP_TASK)
    samsyn_map_view_set_cursor (self, row, column, TRUE);
}

/* ---- A row that is dragged by its name goes to the place of another -------------------------------------------------------- */

/* Near the edges the rows go on. */
static void
scroll_at_edge (SamsynMapView *self,
                double         y)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double edge = self->row_height / 2.0, by = 0;

  if (y > gtk_widget_get_height (GTK_WIDGET (self)) - edge)
    by = self->row_height;
  else if (y < self->header_height + edge)
    by = -self->row_height;
  if (adjustment != NULL && by != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

static void
drag_row (SamsynMapView *self,
          double         x,
          double         y)
{
  int row, column;

  if (samsyn_map_view_hit (self, MIN (x, self->header_width - 1), MAX (y, self->header_height), &row, &column)
      && samsyn_map_grid_can_move (self->grid, self->drag_row, row))
    self->drop_row = row;
  else
    self->drop_row = -1;
  scroll_at_edge (self, y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_begun (SamsynMapView *self,
               double         x,
               double         y)
{
  int row, column;

  self->drag_row = self->drop_row = -1;
  if (!self->read_only && x < self->header_width && samsyn_map_view_hit (self, x, y, &row, &column) && row >= 0
      && samsyn_map_grid_row (self->grid, row)->type < SAMSYN_MAP_NEW_TASK)
    self->drag_row = row;
}

static void
on_dragged (SamsynMapView  *self,
            double          dx,
            double          dy,
            GtkGestureDrag *gesture)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->drag_row >= 0 && ABS (dy) > DRAGGED)
    {
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
      drag_row (self, x + dx, y + dy);
    }
  else if (x >= self->header_width && y >= self->header_height)
    select_to (self, x + dx, y + dy);
}

static void
on_dropped (SamsynMapView  *self,
            double          dx,
            double          dy,
            GtkGestureDrag *gesture)
{
  int from = self->drag_row, to = self->drop_row;

  self->drag_row = self->drop_row = -1;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (from >= 0 && to >= 0)
    g_signal_emit (self, samsyn_map_view_signals[SAMSYN_MAP_MOVED], 0, from, to);
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
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begun), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_dragged), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (click, drag);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_tooltip), NULL);
}
