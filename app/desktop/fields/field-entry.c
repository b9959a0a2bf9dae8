/* field-entry.c: an editor of texts of one line, times, numbers and amounts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field-entry.h"

#include "desktop/parts/template.h"
#include "model/words.h"

struct _SamsynFieldEntry
{
  SamsynFieldEditor parent_instance;
  gboolean          setting;
  char             *known; /* a text that is shown by what it stands for, or NULL */
  char             *shown; /* that */

  GtkEntry *entry;
  GtkLabel *unit;
};

G_DEFINE_FINAL_TYPE (SamsynFieldEntry, samsyn_field_entry, SAMSYN_TYPE_FIELD_EDITOR)

static void
on_changed (SamsynFieldEntry *self)
{
  if (!self->setting)
    samsyn_field_editor_edited (SAMSYN_FIELD_EDITOR (self));
}

static void
on_activated (SamsynFieldEntry *self)
{
  samsyn_field_editor_settled (SAMSYN_FIELD_EDITOR (self));
}

/* Short values stand in short entries. */
static void
set_up (SamsynFieldEditor *editor)
{
  SamsynFieldEntry *self = SAMSYN_FIELD_ENTRY (editor);
  SamsynType type = samsyn_field_editor_get_field (editor)->type;

  if (type == SAMSYN_TYPE_TEXT)
    return;
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), type == SAMSYN_TYPE_MONEY ? 16 : 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), type == SAMSYN_TYPE_MONEY ? 16 : 10);
  if (type == SAMSYN_TYPE_TIME)
    gtk_label_set_text (self->unit, C_ ("field", "hours:minutes"));
  else if (type == SAMSYN_TYPE_MONEY)
    gtk_label_set_text (self->unit, C_ ("field", "kronor"));
  gtk_widget_set_visible (GTK_WIDGET (self->unit), *gtk_label_get_text (self->unit) != '\0');
}

static void
set_value (SamsynFieldEditor *editor,
           const SamsynValue *value)
{
  SamsynFieldEntry *self = SAMSYN_FIELD_ENTRY (editor);
  g_autofree char *text = samsyn_field_editor_display (editor, value);
  const SamsynField *field = samsyn_field_editor_get_field (editor);

  g_clear_pointer (&self->known, g_free);
  g_clear_pointer (&self->shown, g_free);
  if (field->known != NULL && samsyn_value_get_text (value) != NULL)
    {
      self->known = g_strdup (samsyn_value_get_text (value));
      self->shown = g_strdup (text);
    }
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->setting = FALSE;
}

static gboolean
get_value (SamsynFieldEditor *editor,
           SamsynValue       *value,
           GError           **error)
{
  SamsynFieldEntry *self = SAMSYN_FIELD_ENTRY (editor);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  /* What nobody has changed is what it was. */
  return samsyn_field_editor_parse (editor, g_strcmp0 (text, self->shown) == 0 ? self->known : text, value, error);
}

static void
set_read_only (SamsynFieldEditor *editor,
               gboolean           read_only)
{
  gtk_editable_set_editable (GTK_EDITABLE (SAMSYN_FIELD_ENTRY (editor)->entry), !read_only);
}

static GtkWidget *
get_control (SamsynFieldEditor *editor)
{
  return GTK_WIDGET (SAMSYN_FIELD_ENTRY (editor)->entry);
}

static void
samsyn_field_entry_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMSYN_TYPE_FIELD_ENTRY);
  G_OBJECT_CLASS (samsyn_field_entry_parent_class)->dispose (object);
}

static void
samsyn_field_entry_finalize (GObject *object)
{
  g_free (SAMSYN_FIELD_ENTRY (object)->known);
  g_free (SAMSYN_FIELD_ENTRY (object)->shown);
  G_OBJECT_CLASS (samsyn_field_entry_parent_class)->finalize (object);
}

static void
samsyn_field_entry_class_init (SamsynFieldEntryClass *class)
{
  SamsynFieldEditorClass *editor_class = SAMSYN_FIELD_EDITOR_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_field_entry_dispose;
  G_OBJECT_CLASS (class)->finalize = samsyn_field_entry_finalize;
  editor_class->set_up = set_up;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
  editor_class->set_read_only = set_read_only;
  editor_class->get_control = get_control;
  samsyn_template_set (widget_class, "field-entry");
  gtk_widget_class_bind_template_child (widget_class, SamsynFieldEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, SamsynFieldEntry, unit);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
samsyn_field_entry_init (SamsynFieldEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
