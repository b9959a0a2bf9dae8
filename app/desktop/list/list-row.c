/* list-row.c: one row of a list of records
 *
 * A list keeps two hundred rows, of which some twenty are in sight: only these look up what they show, and draw it with nothing
 * kept for it but the text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-row.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/day-text.h"
#include "desktop/parts/light.h"
#include "desktop/parts/style.h"
#include "desktop/session/widget-clock.h"
#include "list-table.h"
#include "model/late.h"
#include "model/words.h"

#define INSET 12 /* of a text from the edges of its column, as its heading has it */
#define EDGE 1   /* what stands between two headings */

typedef struct
{
  char       *text; /* "": nothing */
  const char *light; /* that the text names, or NULL */
  char       *late;  /* how late it is, "17 days late"; NULL: not */
} Cell;

struct _SamsynListRow
{
  GtkWidget             parent_instance;
  const SamsynQuestion *question; /* not owned */
  SamsynRecordRow      *row;      /* or NULL */
  Cell                 *cells;    /* one of each of the question's columns, of hidden ones empty; NULL: not looked up */
};

G_DEFINE_FINAL_TYPE (SamsynListRow, samsyn_list_row, GTK_TYPE_WIDGET)

static const SamsynColumn *
column_at (SamsynListRow *self,
           guint          number)
{
  return g_ptr_array_index (self->question->columns, number);
}

const char *
samsyn_list_row_get_text (SamsynListRow *self,
                          guint          column)
{
  return self->cells != NULL ? self->cells[column].text : NULL;
}

/* ---- What it shows --------------------------------------------------------------------------------------------------------- */

/* "Ongoing (12)" */
static Cell
look_up_heading (SamsynListRow     *self,
                 const SamsynValue *group)
{
  const SamsynColumn *column = self->question->group;
  g_autofree char *text = NULL;

  if (column == NULL)
    return (Cell) { .text = g_strdup ("") };
  text = samsyn_column_display (column, &group[0]);
  return (Cell) { .text = g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", *text != '\0' ? text : C_ ("filter", "No value"),
                                           samsyn_value_get_integer (&group[1], 0)),
                  .light = samsyn_light_of (&column->field, &group[0]) };
}

static Cell
look_up_value (const SamsynColumn *column,
               const SamsynValue  *values,
               const char         *today)
{
  const SamsynValue *value = values != NULL ? &values[column->place] : NULL;
  Cell cell = { .text = samsyn_column_display (column, value) };

  if (value == NULL)
    return cell;
  cell.light = samsyn_light_of (&column->field, value);
  if (samsyn_value_is_late (column->kind, &column->field, value, &values[SAMSYN_PLACE_SETTLED], today))
    cell.late = samsyn_day_distance (samsyn_value_get_text (value), today);
  return cell;
}

static void
look_up (SamsynListRow *self)
{
  const SamsynValue *group = samsyn_record_row_get_group (self->row);
  const SamsynValue *values = samsyn_record_row_get_values (self->row);
  g_autofree char *today = samsyn_widget_today (self);

  self->cells = g_new (Cell, self->question->columns->len);
  for (guint i = 0; i < self->question->columns->len; i++)
    {
      const SamsynColumn *column = column_at (self, i);

      if (column->visible && group == NULL)
        self->cells[i] = look_up_value (column, values, today);
      else if (column->leads && group != NULL)
        self->cells[i] = look_up_heading (self, group);
      else
        self->cells[i] = (Cell) { .text = g_strdup ("") };
    }
}

static void
forget (SamsynListRow *self)
{
  for (guint i = 0; self->cells != NULL && i < self->question->columns->len; i++)
    {
      g_free (self->cells[i].text);
      g_free (self->cells[i].late);
    }
  g_clear_pointer (&self->cells, g_free);
}

/* What the first of the visible columns shows. */
static const char *
leading_text (SamsynListRow *self)
{
  for (guint i = 0; i < self->question->columns->len; i++)
    if (column_at (self, i)->leads)
      return self->cells[i].text;
  return "";
}

/* A row is called as its record is; "Status: Ongoing · Due on: 16 January 2017 (5 days late)" is the rest of it. */
static void
name_for_screen_readers (SamsynListRow *self)
{
  const SamsynValue *values = samsyn_record_row_get_values (self->row);
  const char *title = values != NULL ? samsyn_value_get_text (&values[SAMSYN_PLACE_TITLE]) : NULL;
  const char *name = title != NULL ? title : leading_text (self);
  GtkWidget *outer = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; i < self->question->columns->len; i++)
    if (*self->cells[i].text != '\0' && !g_str_equal (self->cells[i].text, name))
      {
        g_string_append_printf (rest, "%s%s: %s", rest->len > 0 ? " · " : "", column_at (self, i)->label, self->cells[i].text);
        if (self->cells[i].late != NULL)
          g_string_append_printf (rest, " (%s)", self->cells[i].late);
      }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (outer), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  samsyn_accessible_describe (outer, rest->str);
}

/* Headings are rows as others are, marked for the style. */
static void
mark_heading (SamsynListRow *self)
{
  GtkWidget *outer = gtk_widget_get_parent (GTK_WIDGET (self));

  samsyn_style_mark (outer, "samsyn-heading", samsyn_record_row_get_group (self->row) != NULL);
}

static void
fill (SamsynListRow *self)
{
  if (self->row == NULL || self->cells != NULL)
    return;
  look_up (self);
  mark_heading (self);
  name_for_screen_readers (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_changed (SamsynListRow *self)
{
  forget (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

void
samsyn_list_row_set_row (SamsynListRow   *self,
                         SamsynRecordRow *row)
{
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, on_changed, self);
  if (row != NULL)
    g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), self);
  g_set_object (&self->row, row);
  on_changed (self);
}

/* ---- Drawing --------------------------------------------------------------------------------------------------------------- */

static SamsynListTable *
get_table (SamsynListRow *self)
{
  return SAMSYN_LIST_TABLE (gtk_widget_get_ancestor (GTK_WIDGET (self), SAMSYN_TYPE_LIST_TABLE));
}

/* Where the text of a column stands, and how much room it has; FALSE if there is none.  A heading has the row to itself. */
static gboolean
get_room (SamsynListRow *self,
          guint          number,
          int           *x,
          int           *width)
{
  int row_width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->cells == NULL || *self->cells[number].text == '\0'
      || !samsyn_list_table_get_place (get_table (self), number, x, width))
    return FALSE;
  *width = MIN (*width, row_width - *x);
  if (self->row != NULL && samsyn_record_row_get_group (self->row) != NULL)
    {
      *x = 0;
      *width = row_width;
    }
  *width -= 2 * INSET + (*x > 0 ? EDGE : 0);
  *x += INSET + (*x > 0 ? EDGE : 0);
  return *width > 0;
}

static PangoAttrList *
attributes_of (SamsynListRow *self,
               guint          number)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (samsyn_column_is_number (column_at (self, number)))
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  if (self->cells[number].late != NULL)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  return attributes;
}

/* On one line, as wide as it is; digits stand below each other, a light has its symbol, and what is late stands out without its
 * colour too. */
static PangoLayout *
create_layout (SamsynListRow *self,
               guint          number)
{
  const Cell *cell = &self->cells[number];
  g_autofree char *markup = cell->light != NULL ? samsyn_light_markup (cell->light, cell->text) : NULL;
  g_autoptr (PangoAttrList) attributes = attributes_of (self, number);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), cell->text);

  if (markup != NULL)
    pango_layout_set_markup (layout, markup, -1);
  else
    pango_layout_set_attributes (layout, attributes);
  return layout;
}

static void
draw_text (SamsynListRow *self,
           GtkSnapshot   *snapshot,
           guint          number,
           int            x,
           int            width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean at_right
      = samsyn_column_is_number (column_at (self, number)) != (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  g_autoptr (PangoLayout) layout = create_layout (self, number);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA colour;
  int height;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, at_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (self->cells[number].late == NULL || !gtk_style_context_lookup_color (style, "error_color", &colour))
    gtk_style_context_get_color (style, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) x, (float) MAX ((gtk_widget_get_height (widget) - height) / 2, 0)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
samsyn_list_row_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  SamsynListRow *self = SAMSYN_LIST_ROW (widget);
  int x, width;

  for (guint i = 0; i < self->question->columns->len; i++)
    if (get_room (self, i, &x, &width))
      draw_text (self, snapshot, i, x, width);
}

/* As wide as its columns, whatever stands in them; and all rows are equally high. */
static void
samsyn_list_row_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  SamsynListRow *self = SAMSYN_LIST_ROW (widget);
  PangoFontMetrics *metrics;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = samsyn_columns_pixels (self->question->columns);
      return;
    }
  /* The list's font is theirs. */
  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW)), NULL,
                                       NULL);
  *minimum = *natural = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
}

/* What does not fit is shown in full under the pointer, and of what is late how late it is. */
static gboolean
samsyn_list_row_query_tooltip (GtkWidget  *widget,
                               int         pointer_x,
                               int         pointer_y,
                               gboolean    keyboard,
                               GtkTooltip *tooltip)
{
  SamsynListRow *self = SAMSYN_LIST_ROW (widget);
  int x, width, wanted;

  for (guint i = 0; i < self->question->columns->len; i++)
    if (get_room (self, i, &x, &width) && pointer_x >= x - INSET && pointer_x < x + width + INSET)
      {
        g_autoptr (PangoLayout) layout = create_layout (self, i);

        pango_layout_get_pixel_size (layout, &wanted, NULL);
        if (wanted <= width && self->cells[i].late == NULL)
          return FALSE;
        gtk_tooltip_set_text (tooltip, wanted <= width ? self->cells[i].late : self->cells[i].text);
        gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x, 0, width, gtk_widget_get_height (widget) });
        return TRUE;
      }
  return FALSE;
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

/* It is in sight. */
static void
samsyn_list_row_map (GtkWidget *widget)
{
  fill (SAMSYN_LIST_ROW (widget));
  GTK_WIDGET_CLASS (samsyn_list_row_parent_class)->map (widget);
}

/* What the list makes for a row is one of a table for screen readers. */
static void
samsyn_list_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (samsyn_list_row_parent_class)->root (widget);
  g_object_set (gtk_widget_get_parent (widget), "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);
}

static void
samsyn_list_row_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (samsyn_list_row_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
samsyn_list_row_system_setting_changed (GtkWidget        *widget,
                                        GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (samsyn_list_row_parent_class)->system_setting_changed (widget, setting);
  gtk_widget_queue_resize (widget);
}

static void
samsyn_list_row_dispose (GObject *object)
{
  samsyn_list_row_set_row (SAMSYN_LIST_ROW (object), NULL);
  G_OBJECT_CLASS (samsyn_list_row_parent_class)->dispose (object);
}

static void
samsyn_list_row_class_init (SamsynListRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_list_row_dispose;
  widget_class->map = samsyn_list_row_map;
  widget_class->root = samsyn_list_row_root;
  widget_class->measure = samsyn_list_row_measure;
  widget_class->snapshot = samsyn_list_row_snapshot;
  widget_class->css_changed = samsyn_list_row_css_changed;
  widget_class->system_setting_changed = samsyn_list_row_system_setting_changed;
  widget_class->query_tooltip = samsyn_list_row_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
samsyn_list_row_init (SamsynListRow *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
samsyn_list_row_new (const SamsynQuestion *question)
{
  SamsynListRow *self = g_object_new (SAMSYN_TYPE_LIST_ROW, NULL);

  self->question = question;
  return GTK_WIDGET (self);
}
