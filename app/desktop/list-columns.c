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

/* The button above a column: GTK tells it nobody. */
static GtkWidget *
find_title (GtkColumnView *view,
            guint          number)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  while (title != NULL && number-- > 0)
    title = gtk_widget_get_next_sibling (title);
  return title;
}

/* A word that a narrowed column has no room for ends in dots, as its values do.  Numbers end at the right edge of their column, and so
 * do the words above them: the arrow of the order goes before these. */
static void
arrange_title (GtkWidget          *title,
               const SamsynColumn *column)
{
  GtkWidget *box = title != NULL ? gtk_widget_get_first_child (title) : NULL;
  GtkWidget *word = box != NULL ? gtk_widget_get_first_child (box) : NULL;

  if (GTK_IS_LABEL (word))
    gtk_label_set_ellipsize (GTK_LABEL (word), PANGO_ELLIPSIZE_END);
  if (!GTK_IS_BOX (box) || !samsyn_column_is_number (column))
    return;
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  if (GTK_IS_LABEL (word))
    gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_last_child (box), NULL);
}

/* The first column, which says what a row is about, and the last one take what room is left: lists end at the window's edge.  A number
 * at the end stays by its neighbours. */
static gboolean
takes_room (const SamsynQuestion *question,
            const SamsynColumn   *column)
{
  const SamsynColumn *first = NULL, *last = NULL;

  for (guint i = 0; i < question->columns->len; i++)
    {
      const SamsynColumn *other = g_ptr_array_index (question->columns, i);

      first = first == NULL && other->visible ? other : first;
      last = other->visible ? other : last;
    }
  return column == first || (column == last && !samsyn_column_is_number (column));
}

/* A view counts the widths of hidden columns too, and then finds less room than there is: they have none. */
static void
set_widths (GtkColumnView        *view,
            const SamsynQuestion *question)
{
  for (guint i = 0; i < question->columns->len; i++)
    {
      const SamsynColumn *column = g_ptr_array_index (question->columns, i);
      g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (gtk_column_view_get_columns (view), i);
      int width = column->pixels > 0 ? column->pixels : samsyn_cells_width (column);

      gtk_column_view_column_set_visible (view_column, column->visible);
      gtk_column_view_column_set_expand (view_column, takes_room (question, column));
      gtk_column_view_column_set_fixed_width (view_column, column->visible ? width : 0);
      arrange_title (find_title (view, i), column);
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
  set_widths (view, question);
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
  set_widths (view, question);
  sort_view (view, question);
}
