/* list-columns.c: the columns of a list's view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-columns.h"

#include "cells.h"

typedef struct
{
  SamsynColumn   *column;
  SamsynWidthFunc on_width;
  gpointer        data;
} Width;

static void
on_fixed_width (GtkColumnViewColumn *view_column,
                GParamSpec          *spec,
                Width               *width)
{
  int pixels = gtk_column_view_column_get_fixed_width (view_column);
  int usual = samsyn_cells_width (width->column);

  if (pixels <= 0 || pixels == (width->column->pixels > 0 ? width->column->pixels : usual))
    return;
  width->column->pixels = pixels == usual ? 0 : pixels;
  width->on_width (width->data);
}

/* The last column takes what room is left: lists end at the window's edge. */
static void
expand_last (GtkColumnView        *view,
             const SamsynQuestion *question)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  gboolean taken = FALSE;

  for (guint i = question->columns->len; i-- > 0;)
    {
      g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (columns, i);
      gboolean visible = ((SamsynColumn *) g_ptr_array_index (question->columns, i))->visible;

      gtk_column_view_column_set_expand (view_column, visible && !taken);
      taken |= visible;
    }
}

static void
sort_view (GtkColumnView        *view,
           const SamsynQuestion *question)
{
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  gboolean descending;
  guint number;

  if (samsyn_cells_sorted_by (view, &descending) == question->sort && (question->sort == NULL || descending == question->descending))
    return;
  if (question->sort != NULL && g_ptr_array_find (question->columns, question->sort, &number))
    view_column = g_list_model_get_item (gtk_column_view_get_columns (view), number);
  gtk_column_view_sort_by_column (view, view_column, question->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

void
samsyn_list_columns_update (GtkColumnView        *view,
                            const SamsynQuestion *question)
{
  for (guint i = 0; i < question->columns->len; i++)
    {
      const SamsynColumn *column = g_ptr_array_index (question->columns, i);
      g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (gtk_column_view_get_columns (view), i);

      gtk_column_view_column_set_visible (view_column, column->visible);
      gtk_column_view_column_set_fixed_width (view_column, column->pixels > 0 ? column->pixels : samsyn_cells_width (column));
    }
  expand_last (view, question);
  sort_view (view, question);
}

void
samsyn_list_columns_add (GtkColumnView  *view,
                         SamsynQuestion *question,
                         SamsynWidthFunc on_width,
                         gpointer        data)
{
  for (guint i = 0; i < question->columns->len; i++)
    {
      SamsynColumn *column = g_ptr_array_index (question->columns, i);
      g_autoptr (GtkColumnViewColumn) view_column = samsyn_cells_new_column (question, column);
      Width *width = g_new (Width, 1);

      *width = (Width) { column, on_width, data };
      g_signal_connect_data (view_column, "notify::fixed-width", G_CALLBACK (on_fixed_width), width,
                             (GClosureNotify) (GCallback) g_free, 0);
      gtk_column_view_append_column (view, view_column);
    }
  expand_last (view, question);
  sort_view (view, question);
}
