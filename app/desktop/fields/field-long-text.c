/* field-long-text.c: an editor of texts of several lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field-long-text.h"

#include "desktop/parts/template.h"

#define MIN_HEIGHT 60
#define MAX_HEIGHT 4000

struct _SamsynFieldLongText
{
  SamsynFieldEditor parent_instance;
  gboolean          setting;
  guint             fit; /* source, or 0 */

  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (SamsynFieldLongText, samsyn_field_long_text, SAMSYN_TYPE_FIELD_EDITOR)

/* GTK 4.8 asks a text for its height before it knows the width; only when it is laid out it tells how high it really is. */
static gboolean
fit_height (gpointer data)
{
  SamsynFieldLongText *self = data;
  GtkAdjustment *height = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  self->fit = 0;
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1,
                               CLAMP ((int) gtk_adjustment_get_upper (height), MIN_HEIGHT, MAX_HEIGHT));
  return G_SOURCE_REMOVE;
}

static void
on_laid_out (SamsynFieldLongText *self)
{
  if (self->fit == 0)
    self->fit = g_idle_add (fit_height, self);
}

static void
on_changed (SamsynFieldLongText *self)
{
  if (!self->setting)
    samsyn_field_editor_edited (SAMSYN_FIELD_EDITOR (self));
}

static void
set_value (SamsynFieldEditor *editor,
           const SamsynValue *value)
{
  SamsynFieldLongText *self = SAMSYN_FIELD_LONG_TEXT (editor);
  const char *text = samsyn_value_get_text (value);

  self->setting = TRUE;
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, MIN_HEIGHT);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text != NULL ? text : "", -1);
  self->setting = FALSE;
}

static gboolean
get_value (SamsynFieldEditor *editor,
           SamsynValue       *value,
           GError           **error)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (SAMSYN_FIELD_LONG_TEXT (editor)->view);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return samsyn_field_editor_parse (editor, text, value, error);
}

static void
set_read_only (SamsynFieldEditor *editor,
               gboolean           read_only)
{
  gtk_text_view_set_editable (SAMSYN_FIELD_LONG_TEXT (editor)->view, !read_only);
}

static GtkWidget *
get_control (SamsynFieldEditor *editor)
{
  return GTK_WIDGET (SAMSYN_FIELD_LONG_TEXT (editor)->view);
}

static void
samsyn_field_long_text_dispose (GObject *object)
{
  if (SAMSYN_FIELD_LONG_TEXT (object)->fit != 0)
    g_source_remove (SAMSYN_FIELD_LONG_TEXT (object)->fit);
  SAMSYN_FIELD_LONG_TEXT (object)->fit = 0;
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMSYN_TYPE_FIELD_LONG_TEXT);
  G_OBJECT_CLASS (samsyn_field_long_text_parent_class)->dispose (object);
}

static void
samsyn_field_long_text_class_init (SamsynFieldLongTextClass *class)
{
  SamsynFieldEditorClass *editor_class = SAMSYN_FIELD_EDITOR_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_field_long_text_dispose;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
  editor_class->set_read_only = set_read_only;
  editor_class->get_control = get_control;
  samsyn_template_set (widget_class, "field-long-text");
  gtk_widget_class_bind_template_child (widget_class, SamsynFieldLongText, view);
}

static void
samsyn_field_long_text_init (SamsynFieldLongText *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), "changed", G_CALLBACK (on_laid_out),
                           self, G_CONNECT_SWAPPED);
}
