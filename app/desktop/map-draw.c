/* map-draw.c: drawing the map
 *
 * Four parts, each clipped to its own room: the cells, the tasks beside them, the organisations above them, the corner.  Only what is
 * on the screen is looked at, texts are laid out once, and each look of a cell is drawn once and then put where it is needed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "map-letter.h"
#include "map-view-private.h"

#define PADDING 8
#define NAME_LENGTH 132
#define MARK_ROOM 18
#define MANY_LAYOUTS 2000
#define TILE_INSET 4

typedef struct
{
  SamsynMapView *view;
  GtkSnapshot   *snapshot;
  SamsynMapGrid *grid;
  gboolean       dark;
  gboolean       focused;
  GdkRGBA        text;
  GdkRGBA        faint; /* secondary text */
  GdkRGBA        line;
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
put (GtkSnapshot   *snapshot,
     PangoLayout   *layout,
     const GdkRGBA *colour,
     float          x,
     float          y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* ---- Texts ------------------------------------------------------------------------------------------------------------------ */

static PangoLayout *
new_layout (SamsynMapView *self,
            const char    *text,
            int            width,
            gboolean       bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  if (bold)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (width, 20) * PANGO_SCALE);
  return layout;
}

/* Whether a layout that was made before still says the same: most do, from one grid to the next. */
static gboolean
is_same (PangoLayout *layout,
         const char  *text,
         int          width,
         gboolean     bold)
{
  return layout != NULL && pango_layout_get_width (layout) == MAX (width, 20) * PANGO_SCALE
         && (pango_layout_get_attributes (layout) != NULL) == bold && g_str_equal (pango_layout_get_text (layout), text);
}

static int
indent_of (const SamsynMapRow *row)
{
  return PADDING + SAMSYN_MAP_INDENT * (int) row->depth;
}

/* The layout of a row's or column's name, from those lately drawn. */
static PangoLayout *
name_layout (SamsynMapView *self,
             GHashTable    *layouts,
             int            at,
             const char    *name,
             int            width,
             gboolean       bold)
{
  PangoLayout *layout = g_hash_table_lookup (layouts, GINT_TO_POINTER (at));

  if (is_same (layout, name, width, bold))
    return layout;
  if (g_hash_table_size (layouts) > MANY_LAYOUTS)
    g_hash_table_remove_all (layouts);
  layout = new_layout (self, name, width, bold);
  g_hash_table_insert (layouts, GINT_TO_POINTER (at), layout);
  return layout;
}

static PangoLayout *
row_layout (SamsynMapView *self,
            int            at)
{
  const SamsynMapRow *row = samsyn_map_grid_row (self->grid, at);
  gboolean bold = row->type == SAMSYN_MAP_PROCESS;
  int width = self->header_width - indent_of (row) - MARK_ROOM - PADDING - (bold ? SAMSYN_MAP_FOLD_SIZE : 0);

  return name_layout (self, self->row_layouts, at, samsyn_map_grid_row_name (self->grid, at), width, bold);
}

static PangoLayout *
column_layout (SamsynMapView *self,
               int            at)
{
  return name_layout (self, self->column_layouts, at, samsyn_map_grid_organisation (self->grid, at)->short_name, NAME_LENGTH,
                      samsyn_map_grid_column (self->grid, at)->n_units > 0);
}

int
samsyn_map_view_name_height (SamsynMapView *self)
{
  int highest = 24;

  for (guint i = 0; i < self->grid->columns->len; i++)
    {
      int length;

      pango_layout_get_pixel_size (column_layout (self, (int) i), &length, NULL);
      highest = MAX (highest, MIN (length, NAME_LENGTH));
    }
  return highest;
}

static PangoLayout *
symbol_layout (SamsynMapView *self,
               const char    *text,
               double         scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* ---- Each look of a cell ---------------------------------------------------------------------------------------------------- */

static void
draw_mark (SamsynMapView       *self,
           GtkSnapshot         *snapshot,
           const SamsynMapMark *mark,
           double               scale,
           float                right,
           float                top)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (mark->worst == 0)
    return;
  layout = symbol_layout (self, samsyn_severity_symbol (mark->worst - 1), scale);
  pango_layout_get_pixel_size (layout, &width, NULL);
  put (snapshot, layout, samsyn_severity_colour (mark->worst - 1, self->tiles_dark), right - (float) width, top);
}

/* A fill with its letter; `part` of `parts` beside each other. */
static void
draw_letter (SamsynMapView *self,
             GtkSnapshot   *snapshot,
             SamsynRole     role,
             const char    *text,
             guint          part,
             guint          parts)
{
  const SamsynLetterColours *colours = samsyn_letter_colours (role, self->tiles_dark);
  float width = (float) (SAMSYN_MAP_COLUMN_WIDTH - 2 * TILE_INSET) / (float) parts, x = TILE_INSET + width * (float) part;
  graphene_rect_t room = GRAPHENE_RECT_INIT (x, TILE_INSET, width, SAMSYN_MAP_ROW_HEIGHT - 2 * TILE_INSET);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  int text_width, text_height;

  gtk_snapshot_append_color (snapshot, &colours->fill, &room);
  pango_layout_set_markup (layout, text, -1);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  put (snapshot, layout, &colours->text, x + (width - (float) text_width) / 2,
       (float) (SAMSYN_MAP_ROW_HEIGHT - text_height) / 2);
}

/* Of a folded column: the strongest letter, and how many organisations have one. */
static void
draw_folded (SamsynMapView       *self,
             GtkSnapshot         *snapshot,
             const SamsynMapCell *cell)
{
  SamsynRole role = samsyn_letters_strongest (cell->letters);
  g_autofree char *text = g_strdup_printf ("<b>%s</b><span size=\"small\"> %u</span>", samsyn_letter (role, self->huki), cell->n);

  draw_letter (self, snapshot, role, text, 0, 1);
}

static void
draw_plain (SamsynMapView       *self,
            GtkSnapshot         *snapshot,
            const SamsynMapCell *cell)
{
  guint left = cell->letters, n = 0, part = 0;

  for (SamsynRole role = 0; role < SAMSYN_N_ROLES; role++)
    n += (left >> role) & 1;
  for (; left != 0; part++)
    {
      SamsynRole role = samsyn_letters_strongest (left);
      g_autofree char *text = g_strdup_printf ("<b>%s</b>", samsyn_letter (role, self->huki));

      draw_letter (self, snapshot, role, text, part, n);
      left &= ~(1u << role);
    }
}

static void
draw_difference (SamsynMapView       *self,
                 GtkSnapshot         *snapshot,
                 const SamsynMapCell *cell)
{
  static const GdkRGBA colours[2] = { { 0.57f, 0.25f, 0.67f, 1 }, { 0.86f, 0.54f, 0.87f, 1 } };
  const GdkRGBA colour = colours[self->tiles_dark];
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (1, 1, SAMSYN_MAP_COLUMN_WIDTH - 2, SAMSYN_MAP_ROW_HEIGHT - 2), 4);
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { 2, 2, 2, 2 }, (GdkRGBA[]) { colour, colour, colour, colour });
  if (cell->letters == 0)
    {
      g_autoptr (PangoLayout) layout = symbol_layout (self, "–", 1);

      put (snapshot, layout, &colour, SAMSYN_MAP_COLUMN_WIDTH / 2 - 4, 5);
    }
}

static GskRenderNode *
new_tile (SamsynMapView       *self,
          const SamsynMapCell *cell)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT (TILE_INSET, TILE_INSET, SAMSYN_MAP_COLUMN_WIDTH - 2 * TILE_INSET,
                                                                  SAMSYN_MAP_ROW_HEIGHT - 2 * TILE_INSET), 5);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  if (cell->letters != 0 && (cell->n > 1 || !cell->own))
    draw_folded (self, snapshot, cell);
  else if (cell->letters != 0)
    draw_plain (self, snapshot, cell);
  gtk_snapshot_pop (snapshot);
  if (cell->differs)
    draw_difference (self, snapshot, cell);
  draw_mark (self, snapshot, &cell->mark, 0.62, SAMSYN_MAP_COLUMN_WIDTH - 1, -2);
  return gtk_snapshot_free_to_node (snapshot);
}

static guint
look_of (const SamsynMapCell *cell)
{
  return cell->letters | (guint) (cell->differs != 0) << 5 | (guint) (cell->own != 0) << 6 | (guint) cell->mark.worst << 7
         | (guint) cell->n << 9;
}

static void
draw_cell (const Drawing       *drawing,
           const SamsynMapCell *cell,
           float                x,
           float                y)
{
  SamsynMapView *self = drawing->view;
  gpointer look = GUINT_TO_POINTER (look_of (cell));
  GskRenderNode *node;

  if (cell->letters == 0 && !cell->differs && cell->mark.worst == 0)
    return;
  node = g_hash_table_lookup (self->tiles, look);
  if (node == NULL)
    {
      node = new_tile (self, cell);
      if (node == NULL)
        return;
      g_hash_table_insert (self->tiles, look, node);
    }
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_node (drawing->snapshot, node);
  gtk_snapshot_restore (drawing->snapshot);
}

/* ---- The cells -------------------------------------------------------------------------------------------------------------- */

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
  GdkRectangle place = samsyn_map_view_place (drawing->view, at, drawing->columns[0]);

  if (samsyn_map_grid_row (drawing->grid, at)->type != SAMSYN_MAP_TASK)
    return;
  for (int column = drawing->columns[0]; column < drawing->columns[1]; column++, place.x += SAMSYN_MAP_COLUMN_WIDTH)
    draw_cell (drawing, samsyn_map_grid_cell (drawing->grid, at, column), (float) place.x, (float) place.y);
}

static void
draw_lines (const Drawing *drawing)
{
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
    fill (drawing, &drawing->line, (float) (samsyn_map_view_place (drawing->view, -1, column).x + SAMSYN_MAP_COLUMN_WIDTH - 1),
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
  gtk_snapshot_push_clip (drawing->snapshot, &GRAPHENE_RECT_INIT (x, y, MAX (drawing->width - x, 0), MAX (drawing->height - y, 0)));
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

/* ---- Headings --------------------------------------------------------------------------------------------------------------- */

/* A triangle that says whether there is more to see. */
static void
draw_fold (const Drawing *drawing,
           gboolean       folded,
           int            x,
           int            y)
{
  g_autoptr (PangoLayout) layout = symbol_layout (drawing->view, folded ? "▸" : "▾", 1.1);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  put (drawing->snapshot, layout, &drawing->text, (float) (x + (SAMSYN_MAP_FOLD_SIZE - width) / 2),
       (float) (y + (SAMSYN_MAP_FOLD_SIZE - height) / 2));
}

static void
draw_row_heading (const Drawing *drawing,
                  int            at)
{
  SamsynMapView *self = drawing->view;
  const SamsynMapRow *row = samsyn_map_grid_row (drawing->grid, at);
  GdkRectangle place = samsyn_map_view_place (self, at, -1);
  PangoLayout *layout = row_layout (self, at);
  int x = indent_of (row), height;

  if (row->type == SAMSYN_MAP_PROCESS && samsyn_map_grid_row_id (drawing->grid, at) != 0)
    draw_fold (drawing, row->folded, x - 4, place.y + (place.height - SAMSYN_MAP_FOLD_SIZE) / 2);
  if (row->type == SAMSYN_MAP_PROCESS)
    x += SAMSYN_MAP_FOLD_SIZE - 2;
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (at == self->row && row->type == SAMSYN_MAP_TASK)
    fill (drawing, &drawing->chosen, 0, (float) place.y, (float) place.width, (float) (place.height - 1));
  put (drawing->snapshot, layout, row->type >= SAMSYN_MAP_NEW_TASK ? &drawing->faint : &drawing->text, (float) x,
       (float) (place.y + (place.height - height) / 2));
  draw_mark (self, drawing->snapshot, &row->mark, 0.85, (float) (place.width - PADDING), (float) (place.y + 6));
}

static void
draw_row_headings (const Drawing *drawing)
{
  SamsynMapView *self = drawing->view;

  gtk_snapshot_push_clip (drawing->snapshot, &GRAPHENE_RECT_INIT (0, self->header_height, self->header_width,
                                                                  MAX (drawing->height - self->header_height, 0)));
  for (int row = drawing->rows[0]; row < drawing->rows[1]; row++)
    draw_row_heading (drawing, row);
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
  GdkRGBA colour = with_alpha (drawing->text, 0.45f);

  if (column->n_shown == 0)
    return;
  fill (drawing, &colour, (float) (place->x + 4), (float) (2 + 3 * MIN (column->depth, 4)),
        (float) (((int) column->n_shown + 1) * SAMSYN_MAP_COLUMN_WIDTH - 8), 1.5f);
}

static void
draw_column_heading (const Drawing *drawing,
                     int            at)
{
  SamsynMapView *self = drawing->view;
  const SamsynMapColumn *column = samsyn_map_grid_column (drawing->grid, at);
  GdkRectangle place = samsyn_map_view_place (self, -1, at);
  PangoLayout *layout = column_layout (self, at);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  if (at == self->column)
    fill (drawing, &drawing->chosen, (float) place.x, 0, (float) (place.width - 1), (float) (place.height - 1));
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT (place.x + (place.width - height) / 2,
                                                                   place.height - SAMSYN_MAP_FOLD_SIZE - 4));
  gtk_snapshot_rotate (drawing->snapshot, -90);
  gtk_snapshot_append_layout (drawing->snapshot, layout, column->ended ? &drawing->faint : &drawing->text);
  gtk_snapshot_restore (drawing->snapshot);
  if (column->n_units > 0)
    draw_fold (drawing, column->folded, place.x + (column->mark.worst > 0 ? 3 : 11), place.height - SAMSYN_MAP_FOLD_SIZE - 2);
  draw_mark (self, drawing->snapshot, &column->mark, 0.8, (float) (place.x + (column->n_units > 0 ? 35 : 27)),
             (float) (place.height - SAMSYN_MAP_FOLD_SIZE));
}

static void
draw_column_headings (const Drawing *drawing)
{
  SamsynMapView *self = drawing->view;

  gtk_snapshot_push_clip (drawing->snapshot, &GRAPHENE_RECT_INIT (self->header_width, 0, MAX (drawing->width - self->header_width, 0),
                                                                  self->header_height));
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

/* ---- All of it -------------------------------------------------------------------------------------------------------------- */

static void
find_colours (Drawing *drawing)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (drawing->view));

  gtk_style_context_get_color (style, &drawing->text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &drawing->accent))
    drawing->accent = drawing->text;
  drawing->faint = with_alpha (drawing->text, 0.62f);
  drawing->line = with_alpha (drawing->text, 0.1f);
  drawing->band = with_alpha (drawing->text, 0.06f);
  drawing->chosen = with_alpha (drawing->accent, 0.16f);
}

static void
find_screen (Drawing *drawing)
{
  SamsynMapView *self = drawing->view;
  int x = samsyn_map_view_scrolled (self, GTK_ORIENTATION_HORIZONTAL), y = samsyn_map_view_scrolled (self, GTK_ORIENTATION_VERTICAL);

  drawing->columns[0] = x / SAMSYN_MAP_COLUMN_WIDTH;
  drawing->columns[1] = MIN ((x + MAX (drawing->width - self->header_width, 0)) / SAMSYN_MAP_COLUMN_WIDTH + 1,
                             (int) drawing->grid->columns->len);
  drawing->rows[0] = y / SAMSYN_MAP_ROW_HEIGHT;
  drawing->rows[1] = MIN ((y + MAX (drawing->height - self->header_height, 0)) / SAMSYN_MAP_ROW_HEIGHT + 1,
                          (int) drawing->grid->rows->len);
}

void
samsyn_map_view_draw (SamsynMapView *self,
                      GtkSnapshot   *snapshot)
{
  Drawing drawing = { .view = self, .snapshot = snapshot, .grid = self->grid };

  drawing.width = gtk_widget_get_width (GTK_WIDGET (self));
  drawing.height = gtk_widget_get_height (GTK_WIDGET (self));
  drawing.dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  drawing.focused = (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  if (drawing.dark != self->tiles_dark)
    g_hash_table_remove_all (self->tiles);
  self->tiles_dark = drawing.dark;
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
