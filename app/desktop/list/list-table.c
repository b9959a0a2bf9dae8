/* list-table.c: rows of records below the headings of their columns
 *
 * GTK's view of columns keeps four kilobytes for every cell of two hundred rows.  Of it only the headings are used here, which
 * sort and are dragged; the rows stand in a plain list below, and draw where the headings are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-table.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/template.h"
#include "list-row.h"
#include "model/words.h"

typedef struct
{
  int x;
  int width; /* 0: none */
} Place;

struct _SamsynListTable
{
  GtkWidget             parent_instance;
  const SamsynQuestion *question; /* not owned */
  GArray               *places;   /* of the question's columns */
  gboolean              placing;  /* what is inside gets its place just now */

  GtkColumnView *headings;
  GtkWidget     *scrolled;
  GtkListView   *rows;
};

G_DEFINE_FINAL_TYPE (SamsynListTable, samsyn_list_table, GTK_TYPE_WIDGET)

/* ---- Places --------------------------------------------------------------------------------------------------------------- */

gboolean
samsyn_list_table_get_place (SamsynListTable *self,
                             guint            column,
                             int             *x,
                             int             *width)
{
  const Place *place = column < self->places->len ? &g_array_index (self->places, Place, column) : NULL;

  if (place == NULL || place->width <= 0)
    return FALSE;
  *x = place->x;
  *width = place->width;
  return TRUE;
}

static void
each_row (SamsynListTable *self,
          void           (*call) (GtkWidget *row))
{
  for (GtkWidget *outer = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); outer != NULL;
       outer = gtk_widget_get_next_sibling (outer))
    {
      GtkWidget *row = gtk_widget_get_first_child (outer);

      if (SAMSYN_IS_LIST_ROW (row))
        call (row);
    }
}

void
samsyn_list_table_columns_changed (SamsynListTable *self)
{
  each_row (self, gtk_widget_queue_resize);
}

/* The headings' buttons stand in one row, which GTK tells nobody: in the order of the columns, with those that are hidden. */
static void
find_places (SamsynListTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->headings));
  g_autoptr (GArray) before = g_steal_pointer (&self->places);

  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  for (GtkWidget *title = gtk_widget_get_first_child (header); title != NULL; title = gtk_widget_get_next_sibling (title))
    {
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
      Place place = { 0, 0 };

      if (gtk_widget_get_visible (title) && gtk_widget_compute_bounds (title, header, &bounds))
        place = (Place) { (int) bounds.origin.x, (int) bounds.size.width };
      g_array_append_val (self->places, place);
    }
  if (before->len != self->places->len
      || (before->len > 0 && memcmp (before->data, self->places->data, before->len * sizeof (Place)) != 0))
    each_row (self, gtk_widget_queue_draw);
}

/* ---- The widget ----------------------------------------------------------------------------------------------------------- */

static int
headings_height (SamsynListTable *self)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (self->headings), GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

/* However wide the columns are: they are scrolled. */
static void
samsyn_list_table_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  SamsynListTable *self = SAMSYN_LIST_TABLE (widget);
  int height = orientation == GTK_ORIENTATION_VERTICAL ? headings_height (self) : 0;

  gtk_widget_measure (self->scrolled, orientation, -1, minimum, natural, NULL, NULL);
  *minimum += height;
  *natural += height;
}

/* Where the rows stand by now: the headings' own bounds are those of the last time. */
static void
scroll_headings (SamsynListTable *self)
{
  GtkAdjustment *rows = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->rows));

  gtk_adjustment_configure (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->headings)), gtk_adjustment_get_value (rows),
                            gtk_adjustment_get_lower (rows), gtk_adjustment_get_upper (rows),
                            gtk_adjustment_get_step_increment (rows), gtk_adjustment_get_page_increment (rows),
                            gtk_adjustment_get_page_size (rows));
}

static void
samsyn_list_table_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  SamsynListTable *self = SAMSYN_LIST_TABLE (widget);
  int above = headings_height (self);

  /* First the rows, which say how far all is scrolled. */
  self->placing = TRUE;
  gtk_widget_allocate (self->scrolled, width, MAX (height - above, 0), -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) above)));
  scroll_headings (self);
  gtk_widget_allocate (GTK_WIDGET (self->headings), width, above, -1, NULL);
  find_places (self);
  self->placing = FALSE;
}

static void
set_up_row (SamsynListTable *self,
            GtkListItem     *item)
{
  gtk_list_item_set_child (item, samsyn_list_row_new (self->question));
}

static void
bind_row (SamsynListTable *self,
          GtkListItem     *item)
{
  samsyn_list_row_set_row (SAMSYN_LIST_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_row (SamsynListTable *self,
            GtkListItem     *item)
{
  samsyn_list_row_set_row (SAMSYN_LIST_ROW (gtk_list_item_get_child (item)), NULL);
}

const SamsynQuestion *
samsyn_list_table_get_question (SamsynListTable *self)
{
  return self->question;
}

void
samsyn_list_table_set_question (SamsynListTable      *self,
                                const SamsynQuestion *question)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->question = question;
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->rows, factory);
}

GtkColumnView *
samsyn_list_table_get_headings (SamsynListTable *self)
{
  return self->headings;
}

GtkListView *
samsyn_list_table_get_rows (SamsynListTable *self)
{
  return self->rows;
}

/* In the view of the headings there is a list too, which stays empty. */
void
samsyn_list_table_name (SamsynListTable *self,
                        const char      *plural)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->headings));

  samsyn_accessible_name (GTK_WIDGET (self->headings), plural);
  samsyn_accessible_name (header, C_ ("list", "Headings"));
  samsyn_accessible_name (gtk_widget_get_next_sibling (header), C_ ("list", "Headings"));
  samsyn_accessible_name (GTK_WIDGET (self->rows), plural);
}

static void
on_rows_scrolled (SamsynListTable *self,
                  GtkAdjustment   *rows)
{
  if (!self->placing)
    gtk_adjustment_set_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->headings)), gtk_adjustment_get_value (rows));
}

/* As a heading is dragged beyond the edge. */
static void
on_headings_scrolled (SamsynListTable *self,
                      GtkAdjustment   *headings)
{
  if (!self->placing)
    gtk_adjustment_set_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->rows)), gtk_adjustment_get_value (headings));
}

/* The headings go along when the rows are moved sideways.  They have no way of their own up or down. */
static void
scroll_together (SamsynListTable *self)
{
  GtkAdjustment *rows = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->rows));
  GtkAdjustment *headings = gtk_adjustment_new (0, 0, 0, 0, 0, 0);

  gtk_scrollable_set_hadjustment (GTK_SCROLLABLE (self->headings), headings);
  gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (self->headings), gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (rows, "value-changed", G_CALLBACK (on_rows_scrolled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headings, "value-changed", G_CALLBACK (on_headings_scrolled), self, G_CONNECT_SWAPPED);
}

static void
samsyn_list_table_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (samsyn_list_table_parent_class)->dispose (object);
}

static void
samsyn_list_table_finalize (GObject *object)
{
  g_array_unref (SAMSYN_LIST_TABLE (object)->places);
  G_OBJECT_CLASS (samsyn_list_table_parent_class)->finalize (object);
}

static void
samsyn_list_table_class_init (SamsynListTableClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_list_table_dispose;
  G_OBJECT_CLASS (class)->finalize = samsyn_list_table_finalize;
  widget_class->measure = samsyn_list_table_measure;
  widget_class->size_allocate = samsyn_list_table_size_allocate;
  samsyn_template_set (widget_class, "list-table");
  gtk_widget_class_bind_template_child (widget_class, SamsynListTable, headings);
  gtk_widget_class_bind_template_child (widget_class, SamsynListTable, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SamsynListTable, rows);
}

static void
samsyn_list_table_init (SamsynListTable *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  scroll_together (self);
}
