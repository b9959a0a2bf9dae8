/* cells.c: the cells of a list of records
 *
 * Cells are GtkInscriptions of fixed width, filled by a plain factory: of all that GTK offers that is the cheapest a frame.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cells.h"

#include "model/words.h"
#include "record-list.h"

#define PIXELS_A_CHARACTER 8
#define PADDING 24

typedef struct
{
  const SamsynQuestion *question;
  const SamsynColumn   *column;
} Cells;

/* ---- One cell ------------------------------------------------------------------------------------------------------------- */

/* The view makes its cells and rows itself, and screen readers would read the names of their classes. */
static void
name_for_screen_readers (const Cells *cells,
                         GtkWidget   *inscription,
                         const char  *text,
                         const char  *title)
{
  GtkWidget *cell = gtk_widget_get_parent (inscription);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *name = title != NULL ? g_strdup_printf ("%s: %s", cells->column->label, text) : g_strdup (text);

  if (row == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (cells->column->leads)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : text, -1);
}

/* Headings are rows as others are, marked for the style. */
static void
mark_heading (GtkWidget *inscription,
              gboolean   heading)
{
  GtkWidget *cell = gtk_widget_get_parent (inscription);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (row == NULL || heading == gtk_widget_has_css_class (row, "samsyn-heading"))
    return;
  if (heading)
    gtk_widget_add_css_class (row, "samsyn-heading");
  else
    gtk_widget_remove_css_class (row, "samsyn-heading");
}

/* "Ongoing (12)", in the first cell of the heading's row. */
static char *
heading_text (const Cells       *cells,
              const SamsynValue *group)
{
  g_autofree char *text = NULL;

  if (!cells->column->leads || cells->question->group == NULL)
    return g_strdup ("");
  text = samsyn_column_display (cells->question->group, &group[0]);
  return g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", *text != '\0' ? text : C_ ("filter", "No value"),
                          samsyn_value_get_integer (&group[1], 0));
}

static void
fill (GtkListItem *item)
{
  GtkWidget *inscription = gtk_list_item_get_child (item);
  const Cells *cells = g_object_get_data (G_OBJECT (inscription), "samsyn-cells");
  SamsynRecordRow *row = gtk_list_item_get_item (item);
  const SamsynValue *group = samsyn_record_row_get_group (row);
  const SamsynValue *values = samsyn_record_row_get_values (row);
  const char *title = values != NULL ? samsyn_value_get_text (&values[SAMSYN_PLACE_TITLE]) : NULL;
  g_autofree char *text = NULL;

  if (!cells->column->visible)
    return;
  text = group != NULL ? heading_text (cells, group)
                       : samsyn_column_display (cells->column, values != NULL ? &values[cells->column->place] : NULL);
  gtk_inscription_set_text (GTK_INSCRIPTION (inscription), text);
  mark_heading (inscription, group != NULL);
  name_for_screen_readers (cells, inscription, text, title);
}

/* What does not fit its cell is shown in full under the pointer. */
static gboolean
query_tooltip (GtkWidget  *inscription,
               int         x,
               int         y,
               gboolean    keyboard,
               GtkTooltip *tooltip,
               gpointer    data)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (inscription));
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (text == NULL || *text == '\0')
    return FALSE;
  layout = gtk_widget_create_pango_layout (inscription, text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (inscription))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
setup_cell (GtkSignalListItemFactory *factory,
            GtkListItem              *item,
            Cells                    *cells)
{
  GtkWidget *inscription = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (inscription), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (inscription), samsyn_column_is_number (cells->column) ? 1 : 0);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (inscription), 1);
  gtk_widget_set_hexpand (inscription, TRUE);
  if (samsyn_column_is_number (cells->column))
    gtk_widget_add_css_class (inscription, "numeric");
  gtk_widget_set_has_tooltip (inscription, TRUE);
  g_signal_connect (inscription, "query-tooltip", G_CALLBACK (query_tooltip), NULL);
  g_object_set_data (G_OBJECT (inscription), "samsyn-cells", cells);
  gtk_list_item_set_child (item, inscription);
}

static void
bind_cell (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           Cells                    *cells)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (fill), item);
  fill (item);
}

static void
unbind_cell (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             Cells                    *cells)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill, item);
}

/* ---- Sorting -------------------------------------------------------------------------------------------------------------- */

/* The store sorts.  A view tells nobody which of its columns was clicked; but its sorter asks the sorter of that column first when
 * it compares two items, and so the column makes itself known. */
static const SamsynColumn *asked;

static int
remember_column (gconstpointer a,
                 gconstpointer b,
                 gpointer      column)
{
  if (asked == NULL)
    asked = column;
  return -1;
}

const SamsynColumn *
samsyn_cells_sorted_by (GtkColumnView *view,
                        gboolean      *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  g_autoptr (GObject) one = g_object_new (SAMSYN_TYPE_RECORD_ROW, NULL);
  g_autoptr (GObject) other = g_object_new (SAMSYN_TYPE_RECORD_ROW, NULL);
  GtkOrdering ordering;

  asked = NULL;
  ordering = gtk_sorter_compare (sorter, one, other);
  *descending = ordering == GTK_ORDERING_LARGER;
  return asked;
}

int
samsyn_cells_width (const SamsynColumn *column)
{
  return column->width * PIXELS_A_CHARACTER + PADDING;
}

GtkColumnViewColumn *
samsyn_cells_new_column (const SamsynQuestion *question,
                         const SamsynColumn   *column)
{
  Cells *cells = g_new0 (Cells, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (remember_column, (gpointer) column, NULL);
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (column->label, factory);

  *cells = (Cells) { .question = question, .column = column };
  g_object_set_data_full (G_OBJECT (factory), "samsyn-cells", cells, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), cells);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), cells);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell), cells);
  gtk_column_view_column_set_sorter (view_column, GTK_SORTER (sorter));
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_visible (view_column, column->visible);
  gtk_column_view_column_set_fixed_width (view_column, column->pixels > 0 ? column->pixels : samsyn_cells_width (column));
  return view_column;
}
