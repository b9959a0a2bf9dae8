/* field-reference.c: an editor of references to another record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field-reference.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/style.h"
#include "desktop/parts/template.h"
#include "model/words.h"
#include "reference-chooser.h"

struct _SamsynFieldReference
{
  SamsynFieldEditor       parent_instance;
  SamsynReferenceChooser *chooser;
  gint64                  own;
  gint64                  chosen; /* 0: none */

  GtkMenuButton *button;
  GtkLabel      *label;
  GtkButton     *open;
  GtkPopover    *popover;
};

G_DEFINE_FINAL_TYPE (SamsynFieldReference, samsyn_field_reference, SAMSYN_TYPE_FIELD_EDITOR)

/* ---- The value ------------------------------------------------------------------------------------------------------------- */

static void
show_chosen (SamsynFieldReference *self)
{
  SamsynFieldEditor *editor = SAMSYN_FIELD_EDITOR (self);
  SamsynStore *store = samsyn_session_get_store (samsyn_field_editor_get_session (editor));
  g_autofree char *title = self->chosen != 0 && store != NULL ? samsyn_store_title (store, self->chosen, NULL) : g_strdup ("");
  g_autofree char *open = g_strdup_printf (_ ("Open “%s”"), title);

  gtk_label_set_text (self->label, self->chosen != 0 ? title : C_ ("reference", "Choose…"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), self->chosen != 0 ? title : NULL);
  samsyn_style_mark (GTK_WIDGET (self->label), "dim-label", self->chosen == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->open), self->chosen != 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->open), open);
  samsyn_accessible_name (GTK_WIDGET (self->open), open);
  samsyn_field_editor_name_with_value (editor, GTK_WIDGET (self->button), title);
}

static void
set_value (SamsynFieldEditor *editor,
           const SamsynValue *value)
{
  SAMSYN_FIELD_REFERENCE (editor)->chosen = samsyn_value_get_integer (value, 0);
  show_chosen (SAMSYN_FIELD_REFERENCE (editor));
}

static gboolean
get_value (SamsynFieldEditor *editor,
           SamsynValue       *value,
           GError           **error)
{
  gint64 chosen = SAMSYN_FIELD_REFERENCE (editor)->chosen;

  *value = chosen != 0 ? samsyn_value_integer (chosen) : SAMSYN_VALUE_NULL;
  return TRUE;
}

static void
set_record (SamsynFieldEditor *editor,
            gint64             record)
{
  SAMSYN_FIELD_REFERENCE (editor)->own = record;
}

/* ---- Choosing -------------------------------------------------------------------------------------------------------------- */

static void
on_chosen (SamsynFieldReference *self,
           gint64                record)
{
  gtk_popover_popdown (self->popover);
  if (record == self->chosen)
    return;
  self->chosen = record;
  show_chosen (self);
  samsyn_field_editor_edited (SAMSYN_FIELD_EDITOR (self));
  samsyn_field_editor_settled (SAMSYN_FIELD_EDITOR (self));
}

/* A form has many references, and few of them are looked at: a chooser is made when it is needed. */
static void
on_popover_shown (SamsynFieldReference *self)
{
  SamsynFieldEditor *editor = SAMSYN_FIELD_EDITOR (self);

  if (self->chooser == NULL)
    {
      self->chooser
          = samsyn_reference_chooser_new (samsyn_field_editor_get_session (editor), samsyn_field_editor_get_field (editor));
      g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
      gtk_popover_set_child (self->popover, GTK_WIDGET (self->chooser));
    }
  samsyn_reference_chooser_begin (self->chooser, self->own, self->chosen != 0);
}

/* Typing on the button looks for what is typed.  The keys of the popover come by here too. */
static gboolean
on_key (SamsynFieldReference  *self,
        guint                  key,
        guint                  code,
        GdkModifierType        modifiers,
        GtkEventControllerKey *keys)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK))
      || !g_unichar_isgraph (gdk_keyval_to_unicode (key)) || gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return GDK_EVENT_PROPAGATE;
  gtk_menu_button_popup (self->button);
  samsyn_reference_chooser_take_key (self->chooser, keys);
  return GDK_EVENT_STOP;
}

static void
on_open (SamsynFieldReference *self)
{
  samsyn_session_show_record (samsyn_field_editor_get_session (SAMSYN_FIELD_EDITOR (self)), self->chosen);
}

static void
set_read_only (SamsynFieldEditor *editor,
               gboolean           read_only)
{
  gtk_widget_set_sensitive (GTK_WIDGET (SAMSYN_FIELD_REFERENCE (editor)->button), !read_only);
}

static GtkWidget *
get_control (SamsynFieldEditor *editor)
{
  return GTK_WIDGET (SAMSYN_FIELD_REFERENCE (editor)->button);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_field_reference_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SAMSYN_TYPE_FIELD_REFERENCE);
  G_OBJECT_CLASS (samsyn_field_reference_parent_class)->dispose (object);
}

static void
samsyn_field_reference_class_init (SamsynFieldReferenceClass *class)
{
  SamsynFieldEditorClass *editor_class = SAMSYN_FIELD_EDITOR_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_field_reference_dispose;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
  editor_class->set_read_only = set_read_only;
  editor_class->set_record = set_record;
  editor_class->get_control = get_control;
  samsyn_template_set (widget_class, "field-reference");
  gtk_widget_class_bind_template_child (widget_class, SamsynFieldReference, button);
  gtk_widget_class_bind_template_child (widget_class, SamsynFieldReference, label);
  gtk_widget_class_bind_template_child (widget_class, SamsynFieldReference, open);
  gtk_widget_class_bind_template_child (widget_class, SamsynFieldReference, popover);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
}

static void
samsyn_field_reference_init (SamsynFieldReference *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The button would put what is chosen into its middle. */
  gtk_widget_set_halign (gtk_widget_get_parent (GTK_WIDGET (self->label)), GTK_ALIGN_FILL);
}
