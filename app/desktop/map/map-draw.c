/* map-draw.c: drawing the map
 *
 * Four parts, each clipped to its own room: the cells, the tasks beside them, the organisations above them, the corner.  Only
 * what is on the screen is looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desktop/parts/focus-within.h"
#include "map-letter.h"
#include "map-view-private.h"

typedef struct
{
  SamsynMapView *view;
  GtkSnapshot   *snapshot;
  SamsynMapGrid *grid;
  SamsynShade    shade;
  gboolean       focused;
  GdkRGBA        text;
  GdkRGBA        faint; /* secondary text */
  GdkRGBA        line;
  GdkRGBA        bracket;
  GdkRGBA        band; /* behind headings of processes */
  GdkRGBA        accent;
  GdkRGBA        chosen; /* behind what is selected */
  int            width, height;
  int            rows[2], columns[2]; /* on the screen: first, and behind the last */
} Drawing;

static GdkRGBA
with_alpha (GdkRGBA colour,
            float   alpha)
{
  colour.alpha *= alpha;
  return colour;
}

static void
fill (const Drawing *drawing,
      const GdkRGBA *colour,
      float          x,
      float          y,
      float          width,
      float          height)
{
  gtk_snapshot_append_color (drawing->snapshot, colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
draw_cell (const Drawing       *drawing,
           const SamsynMapCell *cell,
           float                x,
           float                y)
{
  GskRenderNode *node;

  if (cell->letters == 0 && !cell->differs && cell->mark.worst == 0)
    return;
  node = samsyn_map_view_tile (drawing->view, cell);
  if (node == NULL)
    return;
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_node (drawing->snapshot, node);
  gtk_snapshot_restore (drawing->snapshot);
}

/* ---- The cells ------------------------------------------------------------------------------------------------------------- */

static void
draw_selection (const Drawing *drawing)
{
  SamsynMapArea area = samsyn_map_view_get_selection (drawing->view);
  GdkRectangle first = samsyn_map_view_place (drawing->view, area.first_row, area.first_column);
  GdkRectangle last = samsyn_map_view_place (drawing->view, area.last_row, area.last_column);

  if (area.first_row < 0 || area.first_column < 0 || (area.first_row == area.last_row && area.first_column == area.last_column))
    return;
  fill (drawing, &drawing->chosen, (float) first.x, (float) first.y, (float) (last.x + last.width - first.x),
        (float) (last.y + last.height - first.y));
}

static void
draw_row_cells (const Drawing *drawing,
                int            at)
{
  SamsynMapView *self = drawing->view;
  GdkRectangle place = samsyn_map_view_place (drawing->view, at, drawing->columns[0]);

  if (samsyn_map_grid_row (drawing->grid, at)->type != SAMSYN_MAP_TASK)
    return;
  for (int column = drawing->columns[0]; column < drawing->columns[1]; column++, place.x += self->column_width)
    draw_cell (drawing, samsyn_map_grid_cell (drawing->grid, at, column), (float) place.x, (float) place.y);
}

static void
draw_lines (const Drawing *drawing)
{
  SamsynMapView *self = drawing->view;
  int right = samsyn_map_view_place (drawing->view, -1, drawing->columns[1]).x;
  int bottom = samsyn_map_view_place (drawing->view, drawing->rows[1], -1).y, top = drawing->view->header_height;

  for (int row = drawing->rows[0]; row < drawing->rows[1]; row++)
    {
      GdkRectangle place = samsyn_map_view_place (drawing->view, row, -1);
      gboolean heading = samsyn_map_grid_row (drawing->grid, row)->type == SAMSYN_MAP_PROCESS;

      if (heading)
        fill (drawing, &drawing->band, 0, (float) place.y, (float) drawing->width, (float) place.height);
      fill (drawing, &drawing->line, 0, (float) (place.y + place.height - 1), (float) drawing->width, 1);
    }
  for (int column = drawing->columns[0]; column < drawing->columns[1]; column++)
    fill (drawing, &drawing->line, (float) (samsyn_map_view_place (drawing->view, -1, column).x + self->column_width - 1),
          (float) top, 1, (float) (bottom - top));
  fill (drawing, &drawing->line, (float) right, (float) top, 1, 0);
}

static void
draw_cursor (const Drawing *drawing)
{
  SamsynMapView *self = drawing->view;
  GdkRectangle place = samsyn_map_view_place (self, self->row, self->column);
  GdkRGBA colour = drawing->focused ? drawing->accent : with_alpha (drawing->accent, 0.4f);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (place.x, place.y, place.width, place.height - 1), 4);
  gtk_snapshot_append_border (drawing->snapshot, &outline, (float[]) { 2, 2, 2, 2 },
                              (GdkRGBA[]) { colour, colour, colour, colour });
}

static void
begin_part (const Drawing *drawing,
            int            x,
            int            y)
{
  gtk_snapshot_push_clip (drawing->snapshot,
                          &GRAPHENE_RECT_INIT (x, y, MAX (drawing->width - x, 0), MAX (drawing->height - y, 0)));
}

static void
draw_cells (const Drawing *drawing)
{
  SamsynMapView *self = drawing->view;

  begin_part (drawing, self->header_width, self->header_height);
  for (int row = drawing->rows[0]; row < drawing->rows[1]; row++)
    draw_row_cells (drawing, row);
  draw_selection (drawing);
  if (self->row >= 0 && self->column >= 0)
    draw_cursor (drawing);
  gtk_snapshot_pop (drawing->snapshot);
}

/* ---- Headings -------------------------------------------------------------------------------------------------------------- */

/* Where a dragged row would go: above the other, or below it where it comes from above; below the heading of its new process. */
static void
draw_drop (const Drawing *drawing)
{
  SamsynMapView *self = drawing->view;
  const SamsynMapRow *to;
  GdkRectangle place;
  gboolean below;

  if (self->drop_row < 0)
    return;
  to = samsyn_map_grid_row (drawing->grid, self->drop_row);
  place = samsyn_map_view_place (self, self->drop_row, -1);
  if (samsyn_map_grid_row (drawing->grid, self->drag_row)->type == SAMSYN_MAP_TASK)
    below = to->type == SAMSYN_MAP_PROCESS
            || (to->type == SAMSYN_MAP_TASK && self->drag_row < self->drop_row
                && to->process == samsyn_map_grid_row (drawing->grid, self->drag_row)->process);
  else
    below = self->drag_row < self->drop_row;
  fill (drawing, &drawing->accent, 0, (float) (place.y + (below ? place.height : 0) - 2), (float) drawing->width, 3);
}

/* A triangle that says whether there is more to see. */
static void
draw_fold (const Drawing *drawing,
           gboolean       folded,
           int            x,
           int            y)
{
  SamsynMapView *self = drawing->view;
  g_autoptr (PangoLayout) layout = samsyn_map_view_symbol (self, folded ? "▸" : "▾", 1.1);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  samsyn_map_view_put (drawing->snapshot, layout, &drawing->text, (float) (x + (self->fold_size - width) / 2),
       (float) (y + (self->fold_size - height) / 2));
}

static void
draw_row_heading (const Drawing *drawing,
                  int            at)
{
  SamsynMapView *self = drawing->view;
  const SamsynMapRow *row = samsyn_map_grid_row (drawing->grid, at);
  GdkRectangle place = samsyn_map_view_place (self, at, -1);
  PangoLayout *layout = samsyn_map_view_row_text (self, at);
  int x = samsyn_map_view_indent (row), height;

  if (row->type == SAMSYN_MAP_PROCESS && samsyn_map_grid_row_id (drawing->grid, at) != 0)
    draw_fold (drawing, row->folded, x - 4, place.y + (place.height - self->fold_size) / 2);
  if (row->type == SAMSYN_MAP_PROCESS)
    x += self->fold_size - 2;
  pango_layout_get_pixel_size (layout, NULL, &height);
  if ((at == self->row && row->type == SAMSYN_MAP_TASK) || (at == self->drag_row && self->drop_row >= 0))
    fill (drawing, &drawing->chosen, 0, (float) place.y, (float) place.width, (float) (place.height - 1));
  /* Where a name is typed the entry is seen through. */
  if (at != self->entry_row)
    samsyn_map_view_put (drawing->snapshot, layout, row->type >= SAMSYN_MAP_NEW_TASK ? &drawing->faint : &drawing->text,
                         (float) x, (float) (place.y + (place.height - height) / 2));
  samsyn_map_view_draw_mark (self, drawing->snapshot, &row->mark, 0.85, (float) (place.width - SAMSYN_MAP_PADDING),
                             (float) (place.y + 6));
}

static void
draw_row_headings (const Drawing *drawing)
{
  SamsynMapView *self = drawing->view;

  gtk_snapshot_push_clip (drawing->snapshot, &GRAPHENE_RECT_INIT (0, self->header_height, self->header_width,
                                                                  MAX (drawing->height - self->header_height, 0)));
  for (int row = drawing->rows[0]; row < drawing->rows[1]; row++)
    draw_row_heading (drawing, row);
  draw_drop (drawing);
  if (self->column < 0 && self->row >= 0)
    draw_cursor (drawing);
  gtk_snapshot_pop (drawing->snapshot);
}

/* A line above the columns that belong to one that is unfolded. */
static void
draw_bracket (const Drawing         *drawing,
              const SamsynMapColumn *column,
              const GdkRectangle    *place)
{
  SamsynMapView *self = drawing->view;

  if (column->n_shown == 0)
    return;
  fill (drawing, &drawing->bracket, (float) (place->x + 4), (float) (2 + 3 * MIN (column->depth, 4)),
        (float) (((int) column->n_shown + 1) * self->column_width - 8), 1.5f);
}

static void
draw_column_heading (const Drawing *drawing,
                     int            at)
{
  SamsynMapView *self = drawing->view;
  const SamsynMapColumn *column = samsyn_map_grid_column (drawing->grid, at);
  GdkRectangle place = samsyn_map_view_place (self, -1, at);
  PangoLayout *layout = samsyn_map_view_column_text (self, at);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  if (at == self->column)
    fill (drawing, &drawing->chosen, (float) place.x, 0, (float) (place.width - 1), (float) (place.height - 1));
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT (place.x + (place.width - height) / 2,
                                                                   place.height - self->fold_size - 4));
  gtk_snapshot_rotate (drawing->snapshot, -90);
  gtk_snapshot_append_layout (drawing->snapshot, layout, column->ended ? &drawing->faint : &drawing->text);
  gtk_snapshot_restore (drawing->snapshot);
  if (column->n_units > 0)
    draw_fold (drawing, column->folded, place.x + (column->mark.worst > 0 ? 3 : 11), place.height - self->fold_size - 2);
  samsyn_map_view_draw_mark (self, drawing->snapshot, &column->mark, 0.8, (float) (place.x + (column->n_units > 0 ? 35 : 27)),
             (float) (place.height - self->fold_size));
}

static void
draw_column_headings (const Drawing *drawing)
{
  SamsynMapView *self = drawing->view;

  gtk_snapshot_push_clip (
      drawing->snapshot,
      &GRAPHENE_RECT_INIT (self->header_width, 0, MAX (drawing->width - self->header_width, 0), self->header_height));
  for (int column = 0; column < drawing->columns[1]; column++)
    {
      GdkRectangle place = samsyn_map_view_place (self, -1, column);

      draw_bracket (drawing, samsyn_map_grid_column (drawing->grid, column), &place);
    }
  for (int column = drawing->columns[0]; column < drawing->columns[1]; column++)
    draw_column_heading (drawing, column);
  if (self->row < 0 && self->column >= 0)
    draw_cursor (drawing);
  gtk_snapshot_pop (drawing->snapshot);
}

/* ---- All of it ------------------------------------------------------------------------------------------------------------- */

static void
find_colours (Drawing *drawing)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (drawing->view));
  gboolean strong;

  gtk_style_context_get_color (style, &drawing->text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &drawing->accent))
    drawing->accent = drawing->text;
  strong = drawing->shade >= SAMSYN_SHADE_LIGHT_CONTRAST;
  drawing->faint = with_alpha (drawing->text, strong ? 1 : 0.74f);
  drawing->bracket = with_alpha (drawing->text, strong ? 1 : 0.6f);
  drawing->line = with_alpha (drawing->text, strong ? 0.6f : 0.1f);
  drawing->band = with_alpha (drawing->text, 0.06f);
  drawing->chosen = with_alpha (drawing->accent, 0.16f);
}

static void
find_screen (Drawing *drawing)
{
  SamsynMapView *self = drawing->view;
  int x = samsyn_map_view_scrolled (self, GTK_ORIENTATION_HORIZONTAL),
      y = samsyn_map_view_scrolled (self, GTK_ORIENTATION_VERTICAL);

  drawing->columns[0] = x / self->column_width;
  drawing->columns[1] = MIN ((x + MAX (drawing->width - self->header_width, 0)) / self->column_width + 1,
                             (int) drawing->grid->columns->len);
  drawing->rows[0] = y / self->row_height;
  drawing->rows[1] = MIN ((y + MAX (drawing->height - self->header_height, 0)) / self->row_height + 1,
                          (int) drawing->grid->rows->len);
}

void
samsyn_map_view_draw (SamsynMapView *self,
                      GtkSnapshot   *snapshot)
{
  Drawing drawing = { .view = self, .snapshot = snapshot, .grid = self->grid };

  drawing.width = gtk_widget_get_width (GTK_WIDGET (self));
  drawing.height = gtk_widget_get_height (GTK_WIDGET (self));
  drawing.shade = samsyn_shade_now ();
  drawing.focused = samsyn_has_focus_within (GTK_WIDGET (self));
  if (drawing.shade != self->tiles_shade)
    g_hash_table_remove_all (self->tiles);
  self->tiles_shade = drawing.shade;
  find_colours (&drawing);
  find_screen (&drawing);
  begin_part (&drawing, 0, self->header_height);
  draw_lines (&drawing);
  gtk_snapshot_pop (snapshot);
  draw_cells (&drawing);
  draw_row_headings (&drawing);
  draw_column_headings (&drawing);
  fill (&drawing, &drawing.line, 0, (float) (self->header_height - 1), (float) drawing.width, 2);
  fill (&drawing, &drawing.line, (float) (self->header_width - 1), 0, 2, (float) drawing.height);
}
