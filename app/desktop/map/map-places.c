/* map-places.c: where things are in the map, and how far it scrolls
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-view-private.h"

#define MARGIN 6
#define USUAL_LINE 18 /* pixels of a line of text, at most, with which the map has its usual size */

int
samsyn_map_view_scrolled (SamsynMapView *self,
                          GtkOrientation orientation)
{
  return self->adjustments[orientation] != NULL ? (int) gtk_adjustment_get_value (self->adjustments[orientation]) : 0;
}

GdkRectangle
samsyn_map_view_place (SamsynMapView *self,
                       int            row,
                       int            column)
{
  GdkRectangle place = { 0, 0, self->header_width, self->header_height };

  if (column >= 0)
    {
      place.x = self->header_width + column * self->column_width - samsyn_map_view_scrolled (self, GTK_ORIENTATION_HORIZONTAL);
      place.width = self->column_width;
    }
  if (row >= 0)
    {
      place.y = self->header_height + row * self->row_height - samsyn_map_view_scrolled (self, GTK_ORIENTATION_VERTICAL);
      place.height = self->row_height;
    }
  return place;
}

gboolean
samsyn_map_view_hit (SamsynMapView *self,
                     double         x,
                     double         y,
                     int           *row,
                     int           *column)
{
  *row = *column = -1;
  if (self->grid == NULL || x < 0 || y < 0)
    return FALSE;
  if (x >= self->header_width)
    *column = ((int) x - self->header_width + samsyn_map_view_scrolled (self, GTK_ORIENTATION_HORIZONTAL)) / self->column_width;
  if (y >= self->header_height)
    *row = ((int) y - self->header_height + samsyn_map_view_scrolled (self, GTK_ORIENTATION_VERTICAL)) / self->row_height;
  return *row < (int) self->grid->rows->len && *column < (int) self->grid->columns->len && (*row >= 0 || *column >= 0);
}

static int
scaled (SamsynMapView *self,
        int            size)
{
  return (int) (size * self->scale);
}

/* Where the user's text is larger than usual, so are the cells. */
static void
measure_cells (SamsynMapView *self)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  double scale = MAX (1, (double) pango_font_metrics_get_height (metrics) / PANGO_SCALE / USUAL_LINE);

  pango_font_metrics_unref (metrics);
  if (scale > self->scale || scale < self->scale)
    g_hash_table_remove_all (self->tiles);
  self->scale = scale;
  self->row_height = scaled (self, 30);
  self->column_width = scaled (self, 40);
  self->fold_size = scaled (self, 18);
}

/* Names of tasks and of organisations leave half of the room to the letters, however small the window and large the text. */
static void
measure_headers (SamsynMapView *self,
                 int            width,
                 int            height)
{
  int beside_name = self->fold_size + 3 * MARGIN;

  self->name_length = CLAMP (height / 2 - beside_name, scaled (self, 20), scaled (self, 132));
  self->header_width = CLAMP (width * 2 / 5, MIN (scaled (self, 120), MAX (width / 2, 120)), scaled (self, 340));
  self->header_height = (self->grid != NULL ? samsyn_map_view_name_height (self) : 0) + beside_name;
}

static void
configure (SamsynMapView *self,
           GtkOrientation orientation,
           int            page,
           int            content,
           int            step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];
  double value;

  if (adjustment == NULL)
    return;
  page = MAX (page, 1);
  value = CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (content - page, 0));
  gtk_adjustment_configure (adjustment, value, 0, MAX (content, page), step, page * 0.9, page);
}

void
samsyn_map_view_configure (SamsynMapView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  guint n_columns = self->grid != NULL ? self->grid->columns->len : 0, n_rows = self->grid != NULL ? self->grid->rows->len : 0;

  measure_cells (self);
  measure_headers (self, width, height);
  configure (self, GTK_ORIENTATION_HORIZONTAL, width - self->header_width, (int) n_columns * self->column_width + MARGIN,
             self->column_width);
  configure (self, GTK_ORIENTATION_VERTICAL, height - self->header_height, (int) n_rows * self->row_height + MARGIN,
             self->row_height);
}
