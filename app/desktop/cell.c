/* cell.c: one cell of a list of records
 *
 * A list keeps the cells of two hundred rows.  GTK's widgets for text keep what they need to draw it, each for itself, which is more than
 * all else of a cell: this one draws with what its row keeps, and forgets it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cell.h"

#include "model/words.h"

struct _SamsynCell
{
  GtkWidget             parent_instance;
  const SamsynQuestion *question; /* not owned, nor is the column */
  const SamsynColumn   *column;
  char                 *text;
};

G_DEFINE_FINAL_TYPE (SamsynCell, samsyn_cell, GTK_TYPE_WIDGET)

/* The view makes the cell that this one fills, and its row. */
static GtkWidget *
get_row (SamsynCell *self)
{
  GtkWidget *outer = gtk_widget_get_parent (GTK_WIDGET (self));

  return outer != NULL ? gtk_widget_get_parent (outer) : NULL;
}

/* ---- What it shows ---------------------------------------------------------------------------------------------------------- */

/* Screen readers would read the names of the classes of what the view makes. */
static void
name_for_screen_readers (SamsynCell *self,
                         const char *title)
{
  GtkWidget *row = get_row (self);
  g_autofree char *name = title != NULL ? g_strdup_printf ("%s: %s", self->column->label, self->text) : g_strdup (self->text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
  if (row == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (self->column->leads)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : self->text, -1);
}

/* Headings are rows as others are, marked for the style. */
static void
mark_heading (SamsynCell *self,
              gboolean    heading)
{
  GtkWidget *row = get_row (self);

  if (row == NULL || heading == gtk_widget_has_css_class (row, "samsyn-heading"))
    return;
  if (heading)
    gtk_widget_add_css_class (row, "samsyn-heading");
  else
    gtk_widget_remove_css_class (row, "samsyn-heading");
}

/* "Ongoing (12)", in the first cell of the heading's row. */
static char *
heading_text (SamsynCell        *self,
              const SamsynValue *group)
{
  g_autofree char *text = NULL;

  if (!self->column->leads || self->question->group == NULL)
    return g_strdup ("");
  text = samsyn_column_display (self->question->group, &group[0]);
  return g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", *text != '\0' ? text : C_ ("filter", "No value"),
                          samsyn_value_get_integer (&group[1], 0));
}

void
samsyn_cell_fill (SamsynCell      *self,
                  SamsynRecordRow *row)
{
  const SamsynValue *group = samsyn_record_row_get_group (row);
  const SamsynValue *values = samsyn_record_row_get_values (row);
  g_autofree char *before = NULL;

  if (!self->column->visible)
    return;
  before = self->text;
  self->text = group != NULL ? heading_text (self, group)
                             : samsyn_column_display (self->column, values != NULL ? &values[self->column->place] : NULL);
  if (g_strcmp0 (before, self->text) != 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  mark_heading (self, group != NULL);
  name_for_screen_readers (self, values != NULL ? samsyn_value_get_text (&values[SAMSYN_PLACE_TITLE]) : NULL);
}

const char *
samsyn_cell_get_text (SamsynCell *self)
{
  return self->text;
}

/* ---- Drawing ---------------------------------------------------------------------------------------------------------------- */

/* A row has one font. */
static PangoContext *
get_context (SamsynCell *self)
{
  GtkWidget *row = get_row (self);

  return gtk_widget_get_pango_context (row != NULL ? row : GTK_WIDGET (self));
}

/* On one line, as wide as it is; digits stand below each other. */
static PangoLayout *
create_layout (SamsynCell *self)
{
  PangoLayout *layout = pango_layout_new (get_context (self));

  pango_layout_set_text (layout, self->text, -1);
  if (samsyn_column_is_number (self->column))
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
      pango_layout_set_attributes (layout, attributes);
    }
  return layout;
}

static void
samsyn_cell_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  SamsynCell *self = SAMSYN_CELL (widget);
  gboolean at_right = samsyn_column_is_number (self->column) != (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  g_autoptr (PangoLayout) layout = NULL;
  GdkRGBA colour;
  int height;

  if (self->text == NULL || *self->text == '\0')
    return;
  layout = create_layout (self);
  pango_layout_set_width (layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, at_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) MAX ((gtk_widget_get_height (widget) - height) / 2, 0)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
}

/* Its column says how wide it is, whatever stands in it; and all rows are equally high. */
static void
samsyn_cell_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  PangoFontMetrics *metrics;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  metrics = pango_context_get_metrics (get_context (SAMSYN_CELL (widget)), NULL, NULL);
  *minimum = *natural = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
}

static void
samsyn_cell_css_changed (GtkWidget         *widget,
                         GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (samsyn_cell_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
samsyn_cell_system_setting_changed (GtkWidget        *widget,
                                    GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (samsyn_cell_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

/* What does not fit is shown in full under the pointer. */
static gboolean
samsyn_cell_query_tooltip (GtkWidget  *widget,
                           int         x,
                           int         y,
                           gboolean    keyboard,
                           GtkTooltip *tooltip)
{
  SamsynCell *self = SAMSYN_CELL (widget);
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (self->text == NULL || *self->text == '\0')
    return FALSE;
  layout = create_layout (self);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (widget))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->text);
  return TRUE;
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------- */

/* What the view makes for a cell listens for clicks and keys, as its row does, which answers them; that is half of what it keeps. */
static void
leave_events_to_row (GtkWidget *outer)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (outer);

  for (guint n = g_list_model_get_n_items (controllers); n > 0; n--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, n - 1);

      gtk_widget_remove_controller (outer, controller);
    }
}

static void
samsyn_cell_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (samsyn_cell_parent_class)->root (widget);
  leave_events_to_row (gtk_widget_get_parent (widget));
}

static void
samsyn_cell_finalize (GObject *object)
{
  g_free (SAMSYN_CELL (object)->text);
  G_OBJECT_CLASS (samsyn_cell_parent_class)->finalize (object);
}

static void
samsyn_cell_class_init (SamsynCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = samsyn_cell_finalize;
  widget_class->root = samsyn_cell_root;
  widget_class->measure = samsyn_cell_measure;
  widget_class->snapshot = samsyn_cell_snapshot;
  widget_class->css_changed = samsyn_cell_css_changed;
  widget_class->system_setting_changed = samsyn_cell_system_setting_changed;
  widget_class->query_tooltip = samsyn_cell_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
samsyn_cell_init (SamsynCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
samsyn_cell_new (const SamsynQuestion *question,
                 const SamsynColumn   *column)
{
  SamsynCell *self = g_object_new (SAMSYN_TYPE_CELL, NULL);

  self->question = question;
  self->column = column;
  return GTK_WIDGET (self);
}
