/* map-cursor.c: where the cursor of the map is, and what is selected with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-view-private.h"

#include "desktop/parts/accessible.h"
#include "model/words.h"

/* ---- The cell that has the focus ------------------------------------------------------------------------------------------- */

static GtkWidget *
new_cell (SamsynMapView *self)
{
  /* A label would not take the focus. */
  GtkWidget *cell = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, "focusable", TRUE,
                                  "can-target", FALSE, NULL);

  samsyn_accessible_name (cell, C_ ("map", "Responsibility map"));
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  return cell;
}

void
samsyn_map_view_add_cells (SamsynMapView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    self->cells[i] = new_cell (self);
}

void
samsyn_map_view_name_cell (SamsynMapView *self)
{
  g_autofree char *text = samsyn_map_view_speak (self, self->row, self->column);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[self->cell]), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static gboolean
has_cell_focus (SamsynMapView *self)
{
  return gtk_widget_is_focus (self->cells[0]) || gtk_widget_is_focus (self->cells[1]);
}

gboolean
samsyn_map_view_focus_cell (SamsynMapView *self)
{
  samsyn_map_view_name_cell (self);
  return gtk_widget_grab_focus (self->cells[self->cell]);
}

/* ---- The cursor ------------------------------------------------------------------------------------------------------------ */

static void
show_range (GtkAdjustment *adjustment,
            int            from,
            int            to)
{
  double value, page;

  if (adjustment == NULL)
    return;
  value = gtk_adjustment_get_value (adjustment);
  page = gtk_adjustment_get_page_size (adjustment);
  if (from < value)
    gtk_adjustment_set_value (adjustment, from);
  else if (to > value + page)
    gtk_adjustment_set_value (adjustment, to - page);
}

static void
scroll_to_cursor (SamsynMapView *self)
{
  if (self->column >= 0)
    show_range (self->adjustments[GTK_ORIENTATION_HORIZONTAL], self->column * self->column_width,
                (self->column + 1) * self->column_width);
  if (self->row >= 0)
    show_range (self->adjustments[GTK_ORIENTATION_VERTICAL], self->row * self->row_height,
                (self->row + 1) * self->row_height);
}

/* A cursor can be on a heading, or on a cell of a task's row. */
static void
fit_cursor (SamsynMapView *self)
{
  int n_rows = self->grid != NULL ? (int) self->grid->rows->len : 0,
      n_columns = self->grid != NULL ? (int) self->grid->columns->len : 0;

  self->row = CLAMP (self->row, -1, n_rows - 1);
  self->column = CLAMP (self->column, -1, n_columns - 1);
  if (self->row >= 0 && samsyn_map_grid_row (self->grid, self->row)->type != SAMSYN_MAP_TASK)
    self->column = -1;
  if (self->row < 0 && self->column < 0 && n_rows > 0)
    self->row = 0;
}

void
samsyn_map_view_set_cursor (SamsynMapView *self,
                            int            row,
                            int            column,
                            gboolean       extend)
{
  self->row = row;
  self->column = column;
  self->beside = FALSE;
  fit_cursor (self);
  if (!extend)
    {
      self->anchor_row = self->row;
      self->anchor_column = self->column;
    }
  scroll_to_cursor (self);
  if (has_cell_focus (self))
    {
      self->cell = !self->cell;
      samsyn_map_view_focus_cell (self);
    }
  else
    {
      samsyn_map_view_name_cell (self);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, samsyn_map_view_signals[SAMSYN_MAP_CURSOR], 0);
}

void
samsyn_map_view_get_cursor (SamsynMapView *self,
                            int           *row,
                            int           *column)
{
  *row = self->row;
  *column = self->column;
}

SamsynMapArea
samsyn_map_view_get_selection (SamsynMapView *self)
{
  return (SamsynMapArea) { MIN (self->row, self->anchor_row), MAX (self->row, self->anchor_row),
                           MIN (self->column, self->anchor_column), MAX (self->column, self->anchor_column) };
}

/* ---- In another grid ------------------------------------------------------------------------------------------------------- */

/* The row in another grid that stands for the same. */
static int
find_again (const SamsynMapGrid *old,
            const SamsynMapGrid *grid,
            int                  row)
{
  const SamsynMapRow *before;
  int found;

  if (old == NULL || row < 0 || row >= (int) old->rows->len)
    return row;
  before = samsyn_map_grid_row (old, row);
  found = samsyn_map_grid_find_row (grid, samsyn_map_grid_row_id (old, row));
  for (int i = 0; found < 0 && before->type >= SAMSYN_MAP_NEW_TASK && i < (int) grid->rows->len; i++)
    if (samsyn_map_grid_row (grid, i)->type == before->type && samsyn_map_grid_row (grid, i)->process == before->process)
      found = i;
  return found >= 0 ? found : MIN (row, (int) grid->rows->len - 1);
}

static int
find_column_again (const SamsynMapGrid *old,
                   const SamsynMapGrid *grid,
                   int                  column)
{
  int found;

  if (old == NULL || column < 0 || column >= (int) old->columns->len)
    return column;
  found = samsyn_map_grid_find_column (grid, samsyn_map_grid_organisation (old, column)->id);
  return found >= 0 ? found : MIN (column, (int) grid->columns->len - 1);
}

void
samsyn_map_view_find_again (SamsynMapView       *self,
                            const SamsynMapGrid *old)
{
  self->row = find_again (old, self->grid, self->row);
  self->column = find_column_again (old, self->grid, self->column);
  self->anchor_row = find_again (old, self->grid, self->anchor_row);
  self->anchor_column = find_column_again (old, self->grid, self->anchor_column);
  fit_cursor (self);
  if (self->entry_row >= 0)
    self->entry_row = find_again (old, self->grid, self->entry_row);
}
