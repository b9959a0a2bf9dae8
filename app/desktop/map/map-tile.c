/* map-tile.c: how a cell of the map looks: each look is drawn once, and then put where it is needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-letter.h"
#include "map-view-private.h"

#define TILE_INSET 4

void
samsyn_map_view_put (GtkSnapshot   *snapshot,
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

void
samsyn_map_view_draw_mark (SamsynMapView       *self,
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
  layout = samsyn_map_view_symbol (self, samsyn_severity_symbol (mark->worst - 1), scale);
  pango_layout_get_pixel_size (layout, &width, NULL);
  samsyn_map_view_put (snapshot, layout, samsyn_severity_colour (mark->worst - 1, self->tiles_shade), right - (float) width, top);
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
  const SamsynLetterColours *colours = samsyn_letter_colours (role, self->tiles_shade);
  float width = (float) (self->column_width - 2 * TILE_INSET) / (float) parts, x = TILE_INSET + width * (float) part;
  graphene_rect_t room = GRAPHENE_RECT_INIT (x, TILE_INSET, width, self->row_height - 2 * TILE_INSET);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  int text_width, text_height;

  gtk_snapshot_append_color (snapshot, &colours->fill, &room);
  pango_layout_set_markup (layout, text, -1);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  samsyn_map_view_put (snapshot, layout, &colours->text, x + (width - (float) text_width) / 2,
       (float) (self->row_height - text_height) / 2);
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
  static const GdkRGBA colours[SAMSYN_N_SHADES] = { { 0.57f, 0.25f, 0.67f, 1 }, { 0.86f, 0.54f, 0.87f, 1 },
                                                    { 0.36f, 0.12f, 0.45f, 1 }, { 0.95f, 0.75f, 0.96f, 1 } };
  const GdkRGBA colour = colours[self->tiles_shade];
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (1, 1, self->column_width - 2, self->row_height - 2), 4);
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { 2, 2, 2, 2 }, (GdkRGBA[]) { colour, colour, colour, colour });
  if (cell->letters == 0)
    {
      g_autoptr (PangoLayout) layout = samsyn_map_view_symbol (self, "–", 1);

      samsyn_map_view_put (snapshot, layout, &colour, self->column_width / 2 - 4, 5);
    }
}

static GskRenderNode *
new_tile (SamsynMapView       *self,
          const SamsynMapCell *cell)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT (TILE_INSET, TILE_INSET, self->column_width - 2 * TILE_INSET,
                                                                  self->row_height - 2 * TILE_INSET), 5);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  if (cell->letters != 0 && (cell->n > 1 || !cell->own))
    draw_folded (self, snapshot, cell);
  else if (cell->letters != 0)
    draw_plain (self, snapshot, cell);
  gtk_snapshot_pop (snapshot);
  if (cell->differs)
    draw_difference (self, snapshot, cell);
  samsyn_map_view_draw_mark (self, snapshot, &cell->mark, 0.62, self->column_width - 1, -2);
  return gtk_snapshot_free_to_node (snapshot);
}

static guint
look_of (const SamsynMapCell *cell)
{
  return cell->letters | (guint) (cell->differs != 0) << 5 | (guint) (cell->own != 0) << 6 | (guint) cell->mark.worst << 7
         | (guint) cell->n << 9;
}

GskRenderNode *
samsyn_map_view_tile (SamsynMapView       *self,
                      const SamsynMapCell *cell)
{
  gpointer look = GUINT_TO_POINTER (look_of (cell));
  GskRenderNode *node = g_hash_table_lookup (self->tiles, look);

  if (node == NULL && (node = new_tile (self, cell)) != NULL)
    g_hash_table_insert (self->tiles, look, node);
  return node;
}
