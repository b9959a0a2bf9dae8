/* field-body.c: an editor of the text of a document
 *
 * The text is long, so the form only shows it; it is written in a window of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field-body.h"

#include "body-window.h"
#include "desktop/parts/accessible.h"
#include "desktop/parts/template.h"
#include "model/words.h"
#include "reading-view.h"

struct _SamsynFieldBody
{
  SamsynFieldEditor parent_instance;
  SamsynValue       value; /* the id of a text, or a text not yet saved */
  gint64            record;

  GtkButton         *edit;
  SamsynReadingView *view;
};

G_DEFINE_FINAL_TYPE (SamsynFieldBody, samsyn_field_body, SAMSYN_TYPE_FIELD_EDITOR)

static char *
get_text (SamsynFieldBody *self)
{
  SamsynStore *store = samsyn_session_get_store (samsyn_field_editor_get_session (SAMSYN_FIELD_EDITOR (self)));

  if (self->value.stored == SAMSYN_STORED_TEXT)
    return g_strdup (self->value.text);
  if (self->value.stored != SAMSYN_STORED_INTEGER || store == NULL)
    return g_strdup ("");
  return samsyn_store_body (store, self->value.integer);
}

static void
show_text (SamsynFieldBody *self)
{
  g_autofree char *text = get_text (self);
  gboolean given = text != NULL && *text != '\0';

  /* Only what is saved can be marked. */
  samsyn_reading_view_show (self->view, samsyn_field_editor_get_session (SAMSYN_FIELD_EDITOR (self)),
                            self->value.stored == SAMSYN_STORED_INTEGER ? self->record : 0, given ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->view), given);
  gtk_button_set_label (self->edit, given ? _ ("_Edit the Text…") : _ ("_Paste or Write the Text…"));
  samsyn_accessible_tidy (GTK_WIDGET (self->edit), NULL);
  /* The label of the field may be the button's. */
  samsyn_accessible_name (GTK_WIDGET (samsyn_reading_view_get_text (self->view)),
                          samsyn_field_label (samsyn_field_editor_get_field (SAMSYN_FIELD_EDITOR (self)), NULL));
}

static void
set_value (SamsynFieldEditor *editor,
           const SamsynValue *value)
{
  SamsynFieldBody *self = SAMSYN_FIELD_BODY (editor);
  SamsynValue copy = samsyn_value_copy (value);

  samsyn_value_take (&self->value, &copy);
  show_text (self);
}

static gboolean
get_value (SamsynFieldEditor *editor,
           SamsynValue       *value,
           GError           **error)
{
  SamsynFieldBody *self = SAMSYN_FIELD_BODY (editor);

  if (self->value.stored == SAMSYN_STORED_TEXT)
    return samsyn_field_editor_parse (editor, self->value.text, value, error);
  *value = samsyn_value_copy (&self->value);
  return TRUE;
}

static void
set_record (SamsynFieldEditor *editor,
            gint64             record)
{
  SAMSYN_FIELD_BODY (editor)->record = record;
  show_text (SAMSYN_FIELD_BODY (editor));
}

static void
on_written (const char *text,
            gpointer    data)
{
  SamsynFieldBody *self = data;
  SamsynValue value = *text != '\0' ? samsyn_value_text (text) : SAMSYN_VALUE_NULL;

  samsyn_value_take (&self->value, &value);
  show_text (self);
  samsyn_field_editor_edited (SAMSYN_FIELD_EDITOR (self));
  samsyn_field_editor_settled (SAMSYN_FIELD_EDITOR (self));
}

static void
on_edit (SamsynFieldBody *self)
{
  g_autofree char *text = get_text (self);

  /* A mnemonic or a screen reader presses it from elsewhere; here one comes back. */
  gtk_widget_grab_focus (GTK_WIDGET (self->edit));
  samsyn_body_window_open (samsyn_field_editor_get_session (SAMSYN_FIELD_EDITOR (self)), GTK_WIDGET (self),
                           samsyn_field_label (samsyn_field_editor_get_field (SAMSYN_FIELD_EDITOR (self)), NULL), text,
                           on_written, self);
}

static void
set_read_only (SamsynFieldEditor *editor,
               gboolean           read_only)
{
  gtk_widget_set_visible (GTK_WIDGET (SAMSYN_FIELD_BODY (editor)->edit), !read_only);
}

static GtkWidget *
get_control (SamsynFieldEditor *editor)
{
  SamsynFieldBody *self = SAMSYN_FIELD_BODY (editor);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->view)))
    return GTK_WIDGET (self->edit);
  return GTK_WIDGET (samsyn_reading_view_get_text (self->view));
}

static void
samsyn_field_body_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMSYN_TYPE_FIELD_BODY);
  samsyn_value_clear (&SAMSYN_FIELD_BODY (object)->value);
  G_OBJECT_CLASS (samsyn_field_body_parent_class)->dispose (object);
}

static void
samsyn_field_body_class_init (SamsynFieldBodyClass *class)
{
  SamsynFieldEditorClass *editor_class = SAMSYN_FIELD_EDITOR_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (SAMSYN_TYPE_READING_VIEW);
  G_OBJECT_CLASS (class)->dispose = samsyn_field_body_dispose;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
  editor_class->set_record = set_record;
  editor_class->set_read_only = set_read_only;
  editor_class->get_control = get_control;
  samsyn_template_set (widget_class, "field-body");
  gtk_widget_class_bind_template_child (widget_class, SamsynFieldBody, edit);
  gtk_widget_class_bind_template_child (widget_class, SamsynFieldBody, view);
  gtk_widget_class_bind_template_callback (widget_class, on_edit);
}

static void
samsyn_field_body_init (SamsynFieldBody *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
