/* paste-table.c: pasted rows as they will be, below the fields they go to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paste-table.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/style.h"
#include "desktop/parts/template.h"
#include "desktop/question/columns.h"
#include "model/words.h"
#include "paste-heads.h"

#define COLUMN "samsyn-column"
#define LEAST_WIDTH 150
#define MOST_WIDTH 260

struct _SamsynPasteTable
{
  GtkBox           parent_instance;
  SamsynPastePlan *plan;
  GPtrArray       *bound; /* GtkListItem: the cells that show something */

  SamsynPasteHeads  *heads;
  GtkScrolledWindow *heads_scrolled;
  GtkScrolledWindow *scrolled;
  GtkColumnView     *view;
};

G_DEFINE_FINAL_TYPE (SamsynPasteTable, samsyn_paste_table, GTK_TYPE_BOX)

static guint changed;

/* ---- Cells ----------------------------------------------------------------------------------------------------------------- */

static void
name_cell (GtkWidget             *cell_widget,
           const char            *label,
           const SamsynPasteCell *cell,
           gboolean               is_first)
{
  g_autofree char *name = g_strdup_printf ("%s: %s%s%s", label, cell->shown, cell->problem != NULL ? ". " : "",
                                           cell->problem != NULL ? cell->problem : "");

  samsyn_accessible_name (cell_widget, name);
  if (is_first && gtk_widget_get_parent (cell_widget) != NULL)
    samsyn_accessible_name (gtk_widget_get_parent (cell_widget), *cell->shown != '\0' ? cell->shown : name);
}

static void
show_cell (SamsynPasteTable *self,
           GtkListItem      *item)
{
  GtkWidget *text = gtk_list_item_get_child (item), *cell_widget = gtk_widget_get_parent (text);
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (item), COLUMN));
  const SamsynPasteColumn *column = &g_array_index (self->plan->columns, SamsynPasteColumn, number);
  const SamsynPasteCell *cell = samsyn_paste_plan_cell (self->plan, gtk_list_item_get_position (item), number);

  gtk_inscription_set_text (GTK_INSCRIPTION (text), cell->shown);
  gtk_widget_set_tooltip_text (text, cell->problem);
  samsyn_style_mark (text, "error", cell->problem != NULL);
  samsyn_style_mark (text, "dim-label", column->field == NULL);
  if (cell_widget != NULL)
    name_cell (cell_widget, samsyn_paste_column_label (column), cell, number == 0);
}

static void
setup_cell (GtkSignalListItemFactory *factory,
            GtkListItem              *item,
            SamsynPasteTable         *self)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  g_object_set_data (G_OBJECT (item), COLUMN, g_object_get_data (G_OBJECT (factory), COLUMN));
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 1);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_list_item_set_child (item, text);
}

static void
bind_cell (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           SamsynPasteTable         *self)
{
  g_ptr_array_add (self->bound, item);
  show_cell (self, item);
}

static void
unbind_cell (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             SamsynPasteTable         *self)
{
  g_ptr_array_remove_fast (self->bound, item);
}

/* ---- Columns --------------------------------------------------------------------------------------------------------------- */

/* A column that is made wider or narrower takes its list with it. */
static void
on_width (GtkColumnViewColumn *column,
          GParamSpec          *spec,
          SamsynPasteTable    *self)
{
  guint number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), COLUMN));
  int width = gtk_column_view_column_get_fixed_width (column);
  int fits = samsyn_paste_heads_set_width (self->heads, number, width);

  if (fits != width)
    gtk_column_view_column_set_fixed_width (column, fits);
}

static int
width_of (const SamsynPasteColumn *column)
{
  return CLAMP (column->field != NULL ? samsyn_characters_pixels (samsyn_field_width (column->field)) : 0, LEAST_WIDTH,
                MOST_WIDTH);
}

static void
add_column (SamsynPasteTable *self,
            guint             number)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), COLUMN, GUINT_TO_POINTER (number));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell), self);
  column = gtk_column_view_column_new (NULL, factory);
  g_object_set_data (G_OBJECT (column), COLUMN, GUINT_TO_POINTER (number));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (on_width), self, 0);
  gtk_column_view_column_set_fixed_width (column, width_of (&g_array_index (self->plan->columns, SamsynPasteColumn, number)));
}

void
samsyn_paste_table_update_rows (SamsynPasteTable *self)
{
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) selection = NULL;

  for (guint i = 0; i < self->plan->columns->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (self->view), i);

      gtk_column_view_column_set_title (column, g_array_index (self->plan->columns, SamsynPasteColumn, i).heading);
    }
  for (guint i = 0; i < self->plan->n_rows; i++)
    gtk_string_list_append (rows, "");
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows))));
  gtk_column_view_set_model (self->view, selection);
  samsyn_paste_heads_update_names (self->heads);
}

void
samsyn_paste_table_set_plan (SamsynPasteTable *self,
                             SamsynPastePlan  *plan)
{
  self->plan = plan;
  samsyn_paste_heads_set_plan (self->heads, plan);
  for (guint i = 0; i < plan->columns->len; i++)
    add_column (self, i);
  samsyn_paste_table_update_rows (self);
}

static void
on_chosen (SamsynPasteTable  *self,
           guint              column,
           const SamsynField *field)
{
  samsyn_paste_plan_set_field (self->plan, column, field);
  samsyn_paste_heads_update (self->heads);
  for (guint i = 0; i < self->bound->len; i++)
    show_cell (self, g_ptr_array_index (self->bound, i));
  g_signal_emit (self, changed, 0);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_paste_table_finalize (GObject *object)
{
  g_clear_pointer (&SAMSYN_PASTE_TABLE (object)->bound, g_ptr_array_unref);
  G_OBJECT_CLASS (samsyn_paste_table_parent_class)->finalize (object);
}

static void
samsyn_paste_table_class_init (SamsynPasteTableClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = samsyn_paste_table_finalize;
  changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (SAMSYN_TYPE_PASTE_HEADS);
  samsyn_template_set (widget_class, "paste-table");
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteTable, heads);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteTable, heads_scrolled);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteTable, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SamsynPasteTable, view);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
samsyn_paste_table_init (SamsynPasteTable *self)
{
  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_name (GTK_WIDGET (self->view), C_ ("paste", "Rows"));
  samsyn_accessible_lists (GTK_WIDGET (self->view), C_ ("paste", "Rows"));
  samsyn_accessible_name (gtk_widget_get_first_child (GTK_WIDGET (self->view)), C_ ("paste", "Headings"));
  samsyn_accessible_name (GTK_WIDGET (self->scrolled), C_ ("paste", "Rows"));
  samsyn_accessible_name (GTK_WIDGET (self->heads_scrolled), C_ ("paste", "Fields"));
  /* What the keys bring into view in one of them comes into view in the other. */
  g_object_bind_property (gtk_scrolled_window_get_hadjustment (self->scrolled), "value",
                          gtk_scrolled_window_get_hadjustment (self->heads_scrolled), "value", G_BINDING_BIDIRECTIONAL);
}
