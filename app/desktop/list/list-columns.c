/* list-columns.c: the columns of a list, by their headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-columns.h"

#include "desktop/session/record-list.h"

typedef struct
{
  SamsynListTable *table;
  SamsynColumn    *column;
  SamsynWidthFunc  on_width;
  gpointer         data;
} Width;

/* ---- Widths ---------------------------------------------------------------------------------------------------------------- */

static void
on_fixed_width (GtkColumnViewColumn *view_column,
                GParamSpec          *spec,
                Width               *width)
{
  int pixels = gtk_column_view_column_get_fixed_width (view_column);
  int usual = samsyn_column_usual_pixels (width->column);

  if (pixels <= 0 || pixels == samsyn_column_pixels (width->column))
    return;
  width->column->pixels = pixels == usual ? 0 : pixels;
  samsyn_list_table_columns_changed (width->table);
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

/* A word that a narrowed column has no room for ends in dots, as its values do.  Numbers end at the right edge of their column,
 * and so do the words above them: the arrow of the order goes before these. */
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

/* What gave way where there was too little room takes what is left where there is more, and the first column, which says what a
 * row is about, in any case.  A width that the user has chosen stands. */
static gboolean
takes_room (const SamsynQuestion *question,
            const SamsynColumn   *column)
{
  const SamsynColumn *first = NULL;

  for (guint i = 0; i < question->columns->len && first == NULL; i++)
    if (((SamsynColumn *) g_ptr_array_index (question->columns, i))->visible)
      first = g_ptr_array_index (question->columns, i);
  return column == first || (samsyn_column_gives_way (column) && column->pixels == 0);
}

/* A view counts the widths of hidden columns too, and then finds less room than there is: they have none. */
static void
set_widths (SamsynListTable      *table,
            const SamsynQuestion *question)
{
  GtkColumnView *view = samsyn_list_table_get_headings (table);

  for (guint i = 0; i < question->columns->len; i++)
    {
      const SamsynColumn *column = g_ptr_array_index (question->columns, i);
      g_autoptr (GtkColumnViewColumn) view_column = g_list_model_get_item (gtk_column_view_get_columns (view), i);

      gtk_column_view_column_set_visible (view_column, column->visible);
      gtk_column_view_column_set_expand (view_column, takes_room (question, column));
      gtk_column_view_column_set_fixed_width (view_column, column->visible ? samsyn_column_pixels (column) : 0);
      arrange_title (find_title (view, i), column);
    }
  samsyn_list_table_columns_changed (table);
}

/* ---- Order ----------------------------------------------------------------------------------------------------------------- */

/* The store sorts.  A view tells nobody which of its columns was clicked; but its sorter asks the sorter of that column first
 * when it compares two items, and so the column makes itself known. */
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
samsyn_list_columns_sorted_by (SamsynListTable *table,
                               gboolean        *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (samsyn_list_table_get_headings (table));
  g_autoptr (GObject) one = g_object_new (SAMSYN_TYPE_RECORD_ROW, NULL);
  g_autoptr (GObject) other = g_object_new (SAMSYN_TYPE_RECORD_ROW, NULL);
  GtkOrdering ordering;

  asked = NULL;
  ordering = gtk_sorter_compare (sorter, one, other);
  *descending = ordering == GTK_ORDERING_LARGER;
  return asked;
}

static void
sort_by_question (SamsynListTable      *table,
                  const SamsynQuestion *question)
{
  GtkColumnView *view = samsyn_list_table_get_headings (table);
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  gboolean descending;
  guint number;

  if (samsyn_list_columns_sorted_by (table, &descending) == question->sort
      && (question->sort == NULL || descending == question->descending))
    return;
  if (question->sort != NULL && g_ptr_array_find (question->columns, question->sort, &number))
    view_column = g_list_model_get_item (gtk_column_view_get_columns (view), number);
  gtk_column_view_sort_by_column (view, view_column, question->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* ---- Columns --------------------------------------------------------------------------------------------------------------- */

void
samsyn_list_columns_update (SamsynListTable      *table,
                            const SamsynQuestion *question)
{
  set_widths (table, question);
  sort_by_question (table, question);
}

/* It has no cells: rows draw what stands below it. */
static GtkColumnViewColumn *
new_heading (const SamsynColumn *column)
{
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (column->label, NULL);
  g_autoptr (GtkCustomSorter) sorter = gtk_custom_sorter_new (remember_column, (gpointer) column, NULL);

  gtk_column_view_column_set_sorter (view_column, GTK_SORTER (sorter));
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_fixed_width (view_column, samsyn_column_pixels (column));
  return view_column;
}

/* The columns that nobody made wider are as wide as the text now needs. */
static void
on_text_size (SamsynListTable *table)
{
  set_widths (table, samsyn_list_table_get_question (table));
}

void
samsyn_list_columns_add (SamsynListTable *table,
                         SamsynQuestion  *question,
                         SamsynWidthFunc  on_width,
                         gpointer         data)
{
  for (guint i = 0; i < question->columns->len; i++)
    {
      SamsynColumn *column = g_ptr_array_index (question->columns, i);
      g_autoptr (GtkColumnViewColumn) view_column = new_heading (column);
      Width *width = g_new (Width, 1);

      *width = (Width) { table, column, on_width, data };
      g_signal_connect_data (view_column, "notify::fixed-width", G_CALLBACK (on_fixed_width), width,
                             (GClosureNotify) (GCallback) g_free, 0);
      gtk_column_view_append_column (samsyn_list_table_get_headings (table), view_column);
    }
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (on_text_size), table,
                           G_CONNECT_SWAPPED);
  samsyn_list_columns_update (table, question);
}
