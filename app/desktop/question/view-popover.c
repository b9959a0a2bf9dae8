/* view-popover.c: how a list looks: its order, its groups, its columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-popover.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/template.h"
#include "model/words.h"

struct _SamsynViewPopover
{
  GtkPopover      parent_instance;
  SamsynQuestion *question;
  GPtrArray      *sorts;  /* const SamsynColumn, the first NULL: what the items of the drop-downs stand for */
  GPtrArray      *groups;
  gboolean        updating;

  GtkBox         *columns;
  GtkCheckButton *descending;
  GtkDropDown    *group;
  GtkDropDown    *sort;
};

G_DEFINE_FINAL_TYPE (SamsynViewPopover, samsyn_view_popover, GTK_TYPE_POPOVER)

static guint changed;

static void
tell (SamsynViewPopover *self)
{
  if (!self->updating)
    g_signal_emit (self, changed, 0);
}

/* ---- From the question ---------------------------------------------------------------------------------------------------- */

static void
select_column (GtkDropDown        *drop_down,
               GPtrArray          *columns,
               const SamsynColumn *column)
{
  guint number;

  if (g_ptr_array_find (columns, column, &number))
    gtk_drop_down_set_selected (drop_down, number);
}

static void
update (SamsynViewPopover *self)
{
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->columns));

  if (self->question == NULL)
    return;
  self->updating = TRUE;
  select_column (self->sort, self->sorts, self->question->sort);
  select_column (self->group, self->groups, self->question->group);
  gtk_check_button_set_active (self->descending, self->question->descending);
  gtk_widget_set_sensitive (GTK_WIDGET (self->descending), self->question->sort != NULL);
  for (guint i = 0; check != NULL; i++, check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                 ((SamsynColumn *) g_ptr_array_index (self->question->columns, i))->visible);
  self->updating = FALSE;
}

/* ---- To the question ------------------------------------------------------------------------------------------------------ */

static void
on_sort_chosen (SamsynViewPopover *self)
{
  guint selected = gtk_drop_down_get_selected (self->sort);

  if (self->updating || self->question == NULL || selected >= self->sorts->len)
    return;
  self->question->sort = g_ptr_array_index (self->sorts, selected);
  self->question->descending = self->question->sort != NULL && gtk_check_button_get_active (self->descending);
  update (self);
  tell (self);
}

static void
on_group_chosen (SamsynViewPopover *self)
{
  guint selected = gtk_drop_down_get_selected (self->group);

  if (self->updating || self->question == NULL || selected >= self->groups->len)
    return;
  self->question->group = g_ptr_array_index (self->groups, selected);
  tell (self);
}

static guint
count_visible (SamsynViewPopover *self)
{
  guint n = 0;

  for (guint i = 0; i < self->question->columns->len; i++)
    n += ((SamsynColumn *) g_ptr_array_index (self->question->columns, i))->visible;
  return n;
}

static void
on_column_toggled (GtkCheckButton    *check,
                   SamsynViewPopover *self)
{
  SamsynColumn *column = g_object_get_data (G_OBJECT (check), "samsyn-column");

  if (self->updating)
    return;
  column->visible = gtk_check_button_get_active (check);
  /* A list without columns shows nothing: the last one stays. */
  if (count_visible (self) == 0)
    {
      column->visible = TRUE;
      update (self);
      return;
    }
  tell (self);
}

static void
on_usual (SamsynViewPopover *self)
{
  for (guint i = 0; i < self->question->columns->len; i++)
    {
      SamsynColumn *column = g_ptr_array_index (self->question->columns, i);

      column->visible = column->usual;
      column->pixels = 0;
    }
  self->question->sort = self->question->group = NULL;
  self->question->descending = FALSE;
  update (self);
  tell (self);
}

/* ---- The widget ----------------------------------------------------------------------------------------------------------- */

static void
add_item (GtkStringList      *items,
          GPtrArray          *columns,
          const char         *label,
          const SamsynColumn *column)
{
  gtk_string_list_append (items, label);
  g_ptr_array_add (columns, (gpointer) column);
}

static void
add_drop_downs (SamsynViewPopover *self)
{
  g_autoptr (GtkStringList) sorts = gtk_string_list_new (NULL), groups = gtk_string_list_new (NULL);

  add_item (sorts, self->sorts, C_ ("sort", "Usual Order"), NULL);
  add_item (groups, self->groups, C_ ("group by", "Nothing"), NULL);
  for (guint i = 0; i < self->question->columns->len; i++)
    {
      const SamsynColumn *column = g_ptr_array_index (self->question->columns, i);

      add_item (sorts, self->sorts, column->label, column);
      if (samsyn_question_can_group (column))
        add_item (groups, self->groups, column->label, column);
    }
  gtk_drop_down_set_model (self->sort, G_LIST_MODEL (sorts));
  gtk_drop_down_set_model (self->group, G_LIST_MODEL (groups));
  samsyn_accessible_drop_down (self->sort, C_ ("sort", "Sort by"));
  samsyn_accessible_drop_down (self->group, C_ ("group by", "Group by"));
}

static void
add_columns (SamsynViewPopover *self)
{
  for (guint i = 0; i < self->question->columns->len; i++)
    {
      SamsynColumn *column = g_ptr_array_index (self->question->columns, i);
      GtkWidget *check = gtk_check_button_new_with_label (column->label);

      samsyn_narrow_wrap (check);
      g_object_set_data (G_OBJECT (check), "samsyn-column", column);
      g_signal_connect (check, "toggled", G_CALLBACK (on_column_toggled), self);
      gtk_box_append (self->columns, check);
    }
}

void
samsyn_view_popover_set_question (SamsynViewPopover *self,
                                  SamsynQuestion    *question)
{
  self->question = question;
  self->updating = TRUE;
  add_drop_downs (self);
  add_columns (self);
  self->updating = FALSE;
  samsyn_accessible_tidy (gtk_popover_get_child (GTK_POPOVER (self)), C_ ("list", "Columns"));
  update (self);
}

static void
samsyn_view_popover_dispose (GObject *object)
{
  SamsynViewPopover *self = SAMSYN_VIEW_POPOVER (object);

  self->question = NULL;
  g_clear_pointer (&self->sorts, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (samsyn_view_popover_parent_class)->dispose (object);
}

static void
samsyn_view_popover_class_init (SamsynViewPopoverClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_view_popover_dispose;
  changed = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  samsyn_template_set (widget_class, "view-popover");
  gtk_widget_class_bind_template_child (widget_class, SamsynViewPopover, columns);
  gtk_widget_class_bind_template_child (widget_class, SamsynViewPopover, descending);
  gtk_widget_class_bind_template_child (widget_class, SamsynViewPopover, group);
  gtk_widget_class_bind_template_child (widget_class, SamsynViewPopover, sort);
  gtk_widget_class_bind_template_callback (widget_class, on_group_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_sort_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_usual);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
samsyn_view_popover_init (SamsynViewPopover *self)
{
  self->sorts = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
