/* field-choice.c: an editor of one of a few: choices, yes and no
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field-choice.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/choice-rows.h"
#include "desktop/parts/light.h"
#include "desktop/parts/shade.h"
#include "desktop/parts/template.h"
#include "model/words.h"

struct _SamsynFieldChoice
{
  SamsynFieldEditor parent_instance;
  GArray           *values; /* SamsynValue, one a row of the list */
  gboolean          setting;

  GtkDropDown *drop_down;
};

G_DEFINE_FINAL_TYPE (SamsynFieldChoice, samsyn_field_choice, SAMSYN_TYPE_FIELD_EDITOR)

/* ---- The rows -------------------------------------------------------------------------------------------------------------- */

static void
add_row (SamsynFieldChoice *self,
         GtkStringList     *labels,
         SamsynValue        value)
{
  const char *light = samsyn_light_of (samsyn_field_editor_get_field (SAMSYN_FIELD_EDITOR (self)), &value);
  g_autofree char *label = samsyn_field_editor_display (SAMSYN_FIELD_EDITOR (self), &value);

  /* TRANSLATORS: in a list of choices: nothing chosen */
  gtk_string_list_append (labels, samsyn_value_is_null (&value) ? C_ ("choice", "–") : label);
  if (light != NULL)
    samsyn_choice_rows_set_light (labels, self->values->len, light);
  g_array_append_val (self->values, value);
}

/* Rows are coloured as they are made. */
static void
make_rows (gpointer data)
{
  SamsynFieldChoice *self = data;
  g_autoptr (GtkListItemFactory) factory = samsyn_choice_rows_new ();

  gtk_drop_down_set_factory (self->drop_down, factory);
  samsyn_choice_rows_widen (self->drop_down);
}

static void
set_up (SamsynFieldEditor *editor)
{
  SamsynFieldChoice *self = SAMSYN_FIELD_CHOICE (editor);
  const SamsynField *field = samsyn_field_editor_get_field (editor);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->setting = TRUE;
  if (!(field->flags & SAMSYN_FIELD_REQUIRED))
    add_row (self, labels, SAMSYN_VALUE_NULL);
  for (const SamsynChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    add_row (self, labels, samsyn_value_text (choice->id));
  for (int truth = 1; field->type == SAMSYN_TYPE_BOOLEAN && truth >= 0; truth--)
    add_row (self, labels, samsyn_value_integer (truth));
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (labels));
  if ((field->flags & SAMSYN_FIELD_LIGHT) != 0)
    samsyn_shade_watch (self, make_rows);
  self->setting = FALSE;
}

/* ---- The value ------------------------------------------------------------------------------------------------------------- */

static void
name_control (SamsynFieldChoice *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->drop_down);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->drop_down));

  samsyn_field_editor_name_with_value (SAMSYN_FIELD_EDITOR (self), GTK_WIDGET (self->drop_down), "");
  samsyn_field_editor_name_with_value (SAMSYN_FIELD_EDITOR (self), button,
                                       chosen != NULL ? gtk_string_object_get_string (chosen) : "");
}

static void
on_selected (SamsynFieldChoice *self)
{
  if (self->setting)
    return;
  name_control (self);
  samsyn_field_editor_edited (SAMSYN_FIELD_EDITOR (self));
  samsyn_field_editor_settled (SAMSYN_FIELD_EDITOR (self));
}

static void
set_value (SamsynFieldEditor *editor,
           const SamsynValue *value)
{
  SamsynFieldChoice *self = SAMSYN_FIELD_CHOICE (editor);
  guint row = 0;

  while (row < self->values->len && !samsyn_value_equal (&g_array_index (self->values, SamsynValue, row), value))
    row++;
  self->setting = TRUE;
  gtk_drop_down_set_selected (self->drop_down, row < self->values->len ? row : GTK_INVALID_LIST_POSITION);
  self->setting = FALSE;
  name_control (self);
}

static gboolean
get_value (SamsynFieldEditor *editor,
           SamsynValue       *value,
           GError           **error)
{
  SamsynFieldChoice *self = SAMSYN_FIELD_CHOICE (editor);
  guint row = gtk_drop_down_get_selected (self->drop_down);

  *value = row < self->values->len ? samsyn_value_copy (&g_array_index (self->values, SamsynValue, row)) : SAMSYN_VALUE_NULL;
  return TRUE;
}

static void
set_read_only (SamsynFieldEditor *editor,
               gboolean           read_only)
{
  gtk_widget_set_sensitive (GTK_WIDGET (SAMSYN_FIELD_CHOICE (editor)->drop_down), !read_only);
}

static GtkWidget *
get_control (SamsynFieldEditor *editor)
{
  return GTK_WIDGET (SAMSYN_FIELD_CHOICE (editor)->drop_down);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_field_choice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMSYN_TYPE_FIELD_CHOICE);
  g_clear_pointer (&SAMSYN_FIELD_CHOICE (object)->values, g_array_unref);
  G_OBJECT_CLASS (samsyn_field_choice_parent_class)->dispose (object);
}

static void
samsyn_field_choice_class_init (SamsynFieldChoiceClass *class)
{
  SamsynFieldEditorClass *editor_class = SAMSYN_FIELD_EDITOR_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_field_choice_dispose;
  editor_class->set_up = set_up;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
  editor_class->set_read_only = set_read_only;
  editor_class->get_control = get_control;
  samsyn_template_set (widget_class, "field-choice");
  gtk_widget_class_bind_template_child (widget_class, SamsynFieldChoice, drop_down);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
samsyn_field_choice_init (SamsynFieldChoice *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (SamsynValue));
  g_array_set_clear_func (self->values, (GDestroyNotify) samsyn_value_clear);
  gtk_widget_init_template (GTK_WIDGET (self));
  make_rows (self);
}
