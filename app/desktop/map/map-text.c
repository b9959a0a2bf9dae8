/* map-text.c: the names in the map, laid out once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-view-private.h"

#define MARK_ROOM 18
#define MANY_LAYOUTS 2000

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

int
samsyn_map_view_indent (const SamsynMapRow *row)
{
  return SAMSYN_MAP_PADDING + SAMSYN_MAP_INDENT * (int) row->depth;
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

PangoLayout *
samsyn_map_view_row_text (SamsynMapView *self,
                          int            at)
{
  const SamsynMapRow *row = samsyn_map_grid_row (self->grid, at);
  gboolean bold = row->type == SAMSYN_MAP_PROCESS;
  int width = self->header_width - samsyn_map_view_indent (row) - MARK_ROOM - SAMSYN_MAP_PADDING - (bold ? self->fold_size : 0);

  return name_layout (self, self->row_layouts, at, samsyn_map_grid_row_name (self->grid, at), width, bold);
}

PangoLayout *
samsyn_map_view_column_text (SamsynMapView *self,
                             int            at)
{
  return name_layout (self, self->column_layouts, at, samsyn_map_grid_organisation (self->grid, at)->short_name,
                      self->name_length, samsyn_map_grid_column (self->grid, at)->n_units > 0);
}

int
samsyn_map_view_name_height (SamsynMapView *self)
{
  int highest = 24;

  for (guint i = 0; i < self->grid->columns->len; i++)
    {
      int length;

      pango_layout_get_pixel_size (samsyn_map_view_column_text (self, (int) i), &length, NULL);
      highest = MAX (highest, MIN (length, self->name_length));
    }
  return highest;
}

PangoLayout *
samsyn_map_view_symbol (SamsynMapView *self,
                        const char    *text,
                        double         scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}
