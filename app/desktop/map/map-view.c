/* map-view.c: the responsibility map on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-view-private.h"

#include "desktop/parts/accessible.h"
#include "model/words.h"

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

guint samsyn_map_view_signals[SAMSYN_MAP_N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (SamsynMapView, samsyn_map_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* ---- Places ---------------------------------------------------------------------------------------------------------------- */

static void
place_children (SamsynMapView *self)
{
  GdkRectangle place = samsyn_map_view_place (self, self->row, self->column);

  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    gtk_widget_size_allocate (self->cells[i], &place, -1);
  samsyn_map_view_place_entry (self);
}

static void
samsyn_map_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  samsyn_map_view_configure (SAMSYN_MAP_VIEW (widget));
  place_children (SAMSYN_MAP_VIEW (widget));
}

static void
samsyn_map_view_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 200;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 600;
}

/* ---- The grid -------------------------------------------------------------------------------------------------------------- */

void
samsyn_map_view_set_grid (SamsynMapView *self,
                          SamsynMapGrid *grid)
{
  g_autoptr (SamsynMapGrid) old = self->grid;

  self->grid = grid;
  samsyn_map_view_find_again (self, old);
  self->drag_row = self->drop_row = -1;
  samsyn_map_view_configure (self);
  samsyn_map_view_name_cell (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

SamsynMapGrid *
samsyn_map_view_get_grid (SamsynMapView *self)
{
  return self->grid;
}

void
samsyn_map_view_marked (SamsynMapView *self)
{
  samsyn_map_view_name_cell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
samsyn_map_view_fold (SamsynMapView *self,
                      int            row,
                      int            column)
{
  gint64 id = 0;

  if (row >= 0 && samsyn_map_grid_row (self->grid, row)->type == SAMSYN_MAP_PROCESS)
    id = samsyn_map_grid_row_id (self->grid, row);
  else if (row < 0 && column >= 0 && samsyn_map_grid_column (self->grid, column)->n_units > 0)
    id = samsyn_map_grid_organisation (self->grid, column)->id;
  if (id != 0)
    g_signal_emit (self, samsyn_map_view_signals[SAMSYN_MAP_FOLDED], 0, id);
  return id != 0;
}

void
samsyn_map_view_set_huki (SamsynMapView *self,
                          gboolean       huki)
{
  self->huki = huki;
  g_hash_table_remove_all (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
samsyn_map_view_set_read_only (SamsynMapView *self,
                               gboolean       read_only)
{
  self->read_only = read_only;
}

/* ---- Focus ----------------------------------------------------------------------------------------------------------------- */

static gboolean
samsyn_map_view_grab_focus (GtkWidget *widget)
{
  return samsyn_map_view_focus_cell (SAMSYN_MAP_VIEW (widget));
}

/* Tab goes in and out; all within is by other keys. */
static gboolean
samsyn_map_view_focus (GtkWidget       *widget,
                       GtkDirectionType direction)
{
  SamsynMapView *self = SAMSYN_MAP_VIEW (widget);

  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return samsyn_map_view_grab_focus (GTK_WIDGET (self));
}

/* ---- Scrolling ------------------------------------------------------------------------------------------------------------- */

static void
on_scrolled (SamsynMapView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (SamsynMapView *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], on_scrolled, self);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_set_object (&self->adjustments[orientation], adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (on_scrolled), self);
  samsyn_map_view_configure (self);
}

static void
samsyn_map_view_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *spec)
{
  SamsynMapView *self = SAMSYN_MAP_VIEW (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    set_adjustment (self, id - PROP_HADJUSTMENT, g_value_get_object (value));
  else if (id == PROP_HSCROLL_POLICY || id == PROP_VSCROLL_POLICY)
    self->policies[id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
samsyn_map_view_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *spec)
{
  SamsynMapView *self = SAMSYN_MAP_VIEW (object);

  if (id == PROP_HADJUSTMENT || id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[id - PROP_HADJUSTMENT]);
  else if (id == PROP_HSCROLL_POLICY || id == PROP_VSCROLL_POLICY)
    g_value_set_enum (value, self->policies[id - PROP_HSCROLL_POLICY]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_map_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  SamsynMapView *self = SAMSYN_MAP_VIEW (widget);

  if (self->grid != NULL)
    samsyn_map_view_draw (self, snapshot);
  if (self->entry_row >= 0)
    gtk_widget_snapshot_child (widget, self->entry, snapshot);
}

static void
samsyn_map_view_dispose (GObject *object)
{
  SamsynMapView *self = SAMSYN_MAP_VIEW (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    if (self->adjustments[i] != NULL)
      {
        g_signal_handlers_disconnect_by_func (self->adjustments[i], on_scrolled, self);
        g_clear_object (&self->adjustments[i]);
      }
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    g_clear_pointer (&self->cells[i], gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  G_OBJECT_CLASS (samsyn_map_view_parent_class)->dispose (object);
}

static void
samsyn_map_view_finalize (GObject *object)
{
  SamsynMapView *self = SAMSYN_MAP_VIEW (object);

  g_hash_table_unref (self->row_layouts);
  g_hash_table_unref (self->column_layouts);
  g_hash_table_unref (self->tiles);
  samsyn_map_grid_free (self->grid);
  G_OBJECT_CLASS (samsyn_map_view_parent_class)->finalize (object);
}

static void
add_signals (GType type)
{
  guint *signals = samsyn_map_view_signals;

  signals[SAMSYN_MAP_TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT,
                                            G_TYPE_BOOLEAN);
  signals[SAMSYN_MAP_CLEARED] = g_signal_new ("cleared", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAMSYN_MAP_PASTED]
      = g_signal_new ("pasted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SAMSYN_MAP_OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAMSYN_MAP_FOLDED]
      = g_signal_new ("folded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SAMSYN_MAP_CREATED] = g_signal_new ("created", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT,
                                              G_TYPE_STRING);
  signals[SAMSYN_MAP_MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT,
                                            G_TYPE_INT);
  signals[SAMSYN_MAP_CURSOR] = g_signal_new ("cursor", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
samsyn_map_view_class_init (SamsynMapViewClass *class)
{
  static const char *const names[] = { "hadjustment", "vadjustment", "hscroll-policy", "vscroll-policy" };
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = samsyn_map_view_set_property;
  object_class->get_property = samsyn_map_view_get_property;
  object_class->dispose = samsyn_map_view_dispose;
  object_class->finalize = samsyn_map_view_finalize;
  widget_class->measure = samsyn_map_view_measure;
  widget_class->size_allocate = samsyn_map_view_size_allocate;
  widget_class->snapshot = samsyn_map_view_snapshot;
  widget_class->focus = samsyn_map_view_focus;
  widget_class->grab_focus = samsyn_map_view_grab_focus;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_class_override_property (object_class, PROP_HADJUSTMENT + i, names[i]);
  add_signals (G_TYPE_FROM_CLASS (class));
  gtk_widget_class_set_css_name (widget_class, "map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
samsyn_map_view_init (SamsynMapView *self)
{
  self->row_layouts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->column_layouts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->tiles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_render_node_unref);
  self->row = self->anchor_row = 0;
  self->column = self->anchor_column = 0;
  self->entry_row = self->drag_row = self->drop_row = -1;
  samsyn_map_view_configure (self);
  samsyn_map_view_add_cells (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  samsyn_accessible_name (GTK_WIDGET (self), C_ ("map", "Responsibility map"));
  samsyn_map_view_add_entry (self);
  samsyn_map_view_add_keys (self);
  samsyn_map_view_add_pointer (self);
}
