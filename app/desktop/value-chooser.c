/* value-chooser.c: a value for any field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "value-chooser.h"

#include "accessible.h"
#include "kinds/kinds.h"
#include "model/date.h"
#include "model/format.h"
#include "model/words.h"
#include "template.h"

#define MOST_RECORDS 50u /* of a kind; further ones are found by typing */

struct _SamsynValueChooser
{
  AdwBin             parent_instance;
  SamsynStore       *store;
  const SamsynKind  *kind;
  const SamsynField *field;
  GStrv              values; /* what the items of the drop-down stand for, in the strict form */
  gboolean           filling;

  GtkDropDown       *choices;
  GtkEntry          *entry;
  GtkListBox        *records;
  GtkScrolledWindow *scrolled;
  GtkSearchEntry    *search;
  GtkStack          *stack;
};

G_DEFINE_FINAL_TYPE (SamsynValueChooser, samsyn_value_chooser, ADW_TYPE_BIN)

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (SamsynValueChooser *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_activate (SamsynValueChooser *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* ---- Choices ---------------------------------------------------------------------------------------------------------------- */

static void
list_choices (SamsynValueChooser *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  for (const SamsynChoice *choice = self->field->choices; choice != NULL && choice->id != NULL; choice++)
    {
      gtk_string_list_append (labels, samsyn_choice_label (self->kind, self->field, choice->id, NULL));
      g_strv_builder_add (values, choice->id);
    }
  if (self->field->type == SAMSYN_TYPE_BOOLEAN)
    {
      gtk_string_list_append (labels, C_ ("boolean", "Yes"));
      gtk_string_list_append (labels, C_ ("boolean", "No"));
      g_strv_builder_add_many (values, "true", "false", NULL);
    }
  if (!(self->field->flags & SAMSYN_FIELD_REQUIRED))
    {
      gtk_string_list_append (labels, C_ ("filter", "No value"));
      g_strv_builder_add (values, "");
    }
  g_strfreev (self->values);
  self->values = g_strv_builder_end (values);
  gtk_drop_down_set_model (self->choices, G_LIST_MODEL (labels));
  gtk_stack_set_visible_child_name (self->stack, "chosen");
}

/* ---- Records ---------------------------------------------------------------------------------------------------------------- */

static void
add_record (SamsynValueChooser *self,
            gint64              id,
            const char         *title,
            const char         *kind)
{
  GtkWidget *row = gtk_list_box_row_new (), *label;
  g_autofree char *text = kind != NULL ? g_strdup_printf ("%s (%s)", title, kind) : g_strdup (title);

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  samsyn_accessible_name (row, text);
  g_object_set_data_full (G_OBJECT (row), "samsyn-id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (self->records, row);
}

static void
find_of_kind (SamsynValueChooser *self,
              const SamsynKind   *kind,
              const char         *typed)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (SamsynRows) rows = NULL;
  gboolean only = samsyn_field_target (self->field) != NULL;

  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "@title");
  if (*typed != '\0')
    samsyn_query_where_text (query, "@title", SAMSYN_QUERY_CONTAINS, typed);
  samsyn_query_order (query, "@title", FALSE);
  samsyn_query_limit (query, MOST_RECORDS);
  rows = samsyn_store_select (self->store, query, NULL);
  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    add_record (self, samsyn_rows_integer (rows, i, 0, 0), samsyn_rows_text (rows, i, 1), only ? NULL : samsyn_kind_label (kind, NULL));
}

/* Of a reference to any record all kinds would be too many: they are found by typing. */
static void
find (SamsynValueChooser *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));

  if (self->field == NULL || self->store == NULL || self->field->type != SAMSYN_TYPE_REFERENCE)
    return;
  self->filling = TRUE;
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->records, 0)) != NULL;)
    gtk_list_box_remove (self->records, GTK_WIDGET (row));
  if (!(self->field->flags & SAMSYN_FIELD_REQUIRED) && *typed == '\0')
    add_record (self, 0, C_ ("filter", "No value"), NULL);
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    if (samsyn_field_targets (self->field, *kind) && (*typed != '\0' || self->field->targets != NULL))
      find_of_kind (self, *kind, typed);
  gtk_list_box_select_row (self->records, gtk_list_box_get_row_at_index (self->records, 0));
  self->filling = FALSE;
  tell (self);
}

/* ---- The value -------------------------------------------------------------------------------------------------------------- */

void
samsyn_value_chooser_set_field (SamsynValueChooser *self,
                                SamsynStore        *store,
                                const SamsynKind   *kind,
                                const SamsynField  *field)
{
  const char *label = samsyn_field_label (field, NULL);

  self->store = store;
  self->kind = kind;
  self->field = field;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (field->type == SAMSYN_TYPE_CHOICE || field->type == SAMSYN_TYPE_BOOLEAN)
    list_choices (self);
  else if (field->type == SAMSYN_TYPE_REFERENCE)
    gtk_stack_set_visible_child_name (self->stack, "found");
  else
    gtk_stack_set_visible_child_name (self->stack, "typed");
  samsyn_accessible_name (GTK_WIDGET (self->entry), label);
  samsyn_accessible_drop_down (self->choices, label);
  samsyn_accessible_name (GTK_WIDGET (self->scrolled), label);
  samsyn_accessible_name (GTK_WIDGET (self->records), label);
  find (self);
  self->filling = FALSE;
}

gboolean
samsyn_value_chooser_read (SamsynValueChooser *self,
                           SamsynValue        *value,
                           GError            **error)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->records);
  g_autofree char *today = samsyn_today ();
  const gint64 *id = row != NULL ? g_object_get_data (G_OBJECT (row), "samsyn-id") : NULL;
  guint selected = gtk_drop_down_get_selected (self->choices);

  if (self->field->type == SAMSYN_TYPE_REFERENCE)
    {
      g_auto (SamsynValue) found = id != NULL && *id != 0 ? samsyn_value_integer (*id) : SAMSYN_VALUE_NULL;

      samsyn_value_take (value, &found);
      if (id != NULL)
        return TRUE;
      g_set_error_literal (error, SAMSYN_VALUE_ERROR, SAMSYN_VALUE_ERROR_REFERENCE, _("No record is chosen."));
      return FALSE;
    }
  if (self->field->type == SAMSYN_TYPE_CHOICE || self->field->type == SAMSYN_TYPE_BOOLEAN)
    return selected < g_strv_length (self->values)
           && samsyn_value_parse (self->field, self->values[selected], value, error);
  return samsyn_value_parse_typed (self->kind, self->field, NULL, today, gtk_editable_get_text (GTK_EDITABLE (self->entry)), value,
                                   error);
}

char *
samsyn_value_chooser_describe (SamsynValueChooser *self)
{
  g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;

  if (!samsyn_value_chooser_read (self, &value, NULL) || samsyn_value_is_null (&value))
    return g_strdup ("");
  if (self->field->type == SAMSYN_TYPE_REFERENCE)
    return samsyn_store_title (self->store, value.integer, NULL);
  return samsyn_value_display (self->kind, self->field, NULL, &value);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------- */

static void
samsyn_value_chooser_dispose (GObject *object)
{
  SAMSYN_VALUE_CHOOSER (object)->field = NULL;
  g_clear_pointer (&SAMSYN_VALUE_CHOOSER (object)->values, g_strfreev);
  G_OBJECT_CLASS (samsyn_value_chooser_parent_class)->dispose (object);
}

static void
samsyn_value_chooser_class_init (SamsynValueChooserClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_value_chooser_dispose;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  samsyn_template_set (widget_class, "value-chooser");
  gtk_widget_class_bind_template_child (widget_class, SamsynValueChooser, choices);
  gtk_widget_class_bind_template_child (widget_class, SamsynValueChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, SamsynValueChooser, records);
  gtk_widget_class_bind_template_child (widget_class, SamsynValueChooser, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SamsynValueChooser, search);
  gtk_widget_class_bind_template_child (widget_class, SamsynValueChooser, stack);
  gtk_widget_class_bind_template_callback (widget_class, find);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, tell);
}

static void
samsyn_value_chooser_init (SamsynValueChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_name (GTK_WIDGET (self->search), C_ ("filter", "Search for a value"));
}
