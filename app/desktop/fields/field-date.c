/* field-date.c: an editor of dates, typed or picked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field-date.h"

#include "calendar-button.h"
#include "desktop/parts/template.h"

struct _SamsynFieldDate
{
  SamsynFieldEditor parent_instance;
  gboolean          setting;

  SamsynCalendarButton *button;
  GtkEntry             *entry;
};

G_DEFINE_FINAL_TYPE (SamsynFieldDate, samsyn_field_date, SAMSYN_TYPE_FIELD_EDITOR)

static void
on_changed (SamsynFieldDate *self)
{
  if (!self->setting)
    samsyn_field_editor_edited (SAMSYN_FIELD_EDITOR (self));
}

static void
on_activated (SamsynFieldDate *self)
{
  samsyn_field_editor_settled (SAMSYN_FIELD_EDITOR (self));
}

static void
set_value (SamsynFieldEditor *editor,
           const SamsynValue *value)
{
  SamsynFieldDate *self = SAMSYN_FIELD_DATE (editor);
  g_autofree char *text = samsyn_field_editor_display (editor, value);

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->setting = FALSE;
}

static gboolean
get_value (SamsynFieldEditor *editor,
           SamsynValue       *value,
           GError           **error)
{
  return samsyn_field_editor_parse (editor, gtk_editable_get_text (GTK_EDITABLE (SAMSYN_FIELD_DATE (editor)->entry)), value,
                                    error);
}

/* ---- The calendar ---------------------------------------------------------------------------------------------------------- */

/* It opens on the date that is there, or today. */
static void
on_calendar_shown (SamsynFieldDate *self)
{
  g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;
  gboolean there = get_value (SAMSYN_FIELD_EDITOR (self), &value, NULL) && !samsyn_value_is_null (&value);

  samsyn_calendar_button_set_date (self->button, there ? value.text : NULL);
}

static void
pick (SamsynFieldDate *self,
      const char      *date)
{
  g_auto (SamsynValue) value = samsyn_value_text (date);

  set_value (SAMSYN_FIELD_EDITOR (self), &value);
  samsyn_field_editor_edited (SAMSYN_FIELD_EDITOR (self));
}

/* Looking at months is no choice yet; closing the calendar is. */
static void
on_calendar_closed (SamsynFieldDate *self)
{
  samsyn_field_editor_settled (SAMSYN_FIELD_EDITOR (self));
}

static void
set_read_only (SamsynFieldEditor *editor,
               gboolean           read_only)
{
  gtk_editable_set_editable (GTK_EDITABLE (SAMSYN_FIELD_DATE (editor)->entry), !read_only);
  gtk_widget_set_visible (GTK_WIDGET (SAMSYN_FIELD_DATE (editor)->button), !read_only);
}

static GtkWidget *
get_control (SamsynFieldEditor *editor)
{
  return GTK_WIDGET (SAMSYN_FIELD_DATE (editor)->entry);
}

static void
set_up (SamsynFieldEditor *editor)
{
  SamsynFieldDate *self = SAMSYN_FIELD_DATE (editor);

  samsyn_calendar_button_set_purpose (self->button, samsyn_field_label (samsyn_field_editor_get_field (editor), NULL));
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_field_date_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMSYN_TYPE_FIELD_DATE);
  G_OBJECT_CLASS (samsyn_field_date_parent_class)->dispose (object);
}

static void
samsyn_field_date_class_init (SamsynFieldDateClass *class)
{
  SamsynFieldEditorClass *editor_class = SAMSYN_FIELD_EDITOR_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (SAMSYN_TYPE_CALENDAR_BUTTON);
  G_OBJECT_CLASS (class)->dispose = samsyn_field_date_dispose;
  editor_class->set_up = set_up;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
  editor_class->set_read_only = set_read_only;
  editor_class->get_control = get_control;
  samsyn_template_set (widget_class, "field-date");
  gtk_widget_class_bind_template_child (widget_class, SamsynFieldDate, button);
  gtk_widget_class_bind_template_child (widget_class, SamsynFieldDate, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_closed);
  gtk_widget_class_bind_template_callback (widget_class, pick);
}

static void
samsyn_field_date_init (SamsynFieldDate *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
