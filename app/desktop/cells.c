/* cells.c: the cells of a list of records
 *
 * Cells are of fixed width, filled by a plain factory: of all that GTK offers that is the cheapest a frame.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cells.h"

#include "cell.h"

#define PIXELS_A_CHARACTER 8
#define PADDING 24

typedef struct
{
  const SamsynQuestion *question;
  const SamsynColumn   *column;
} Cells;

/* ---- Cells ---------------------------------------------------------------------------------------------------------------- */

static void
setup_cell (GtkSignalListItemFactory *factory,
            GtkListItem              *item,
            Cells                    *cells)
{
  gtk_list_item_set_child (item, samsyn_cell_new (cells->question, cells->column));
}

static void
bind_cell (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           Cells                    *cells)
{
  SamsynCell *cell = SAMSYN_CELL (gtk_list_item_get_child (item));
  SamsynRecordRow *row = gtk_list_item_get_item (item);

  g_signal_connect_swapped (row, "changed", G_CALLBACK (samsyn_cell_fill), cell);
  samsyn_cell_fill (cell, row);
}

static void
unbind_cell (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             Cells                    *cells)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), samsyn_cell_fill, gtk_list_item_get_child (item));
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
