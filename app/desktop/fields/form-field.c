/* form-field.c: a field of a form: its label, its editor, and why its value could not be saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "form-field.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/focus-within.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/style.h"
#include "desktop/parts/template.h"
#include "desktop/parts/value-text.h"
#include "model/bent.h"
#include "model/format.h"
#include "model/words.h"

struct _SamsynFormField
{
  AdwBin             parent_instance;
  SamsynSession     *session;
  const SamsynKind  *kind;
  const SamsynField *field;
  SamsynFieldEditor *editor;
  SamsynValue        base;
  SamsynValue        theirs;
  gboolean           edited;
  gboolean           as_typed; /* what is shown is written as the user wrote it, saved or not */

  GtkBox   *conflict;
  GtkLabel *conflict_text;
  GtkLabel *label;
  GtkLabel *hint;
  GtkGrid  *line;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (SamsynFormField, samsyn_form_field, ADW_TYPE_BIN)

enum
{
  ENTERED,
  EDITED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

SamsynFieldEditor *
samsyn_form_field_get_editor (SamsynFormField *self)
{
  return self->editor;
}

const SamsynField *
samsyn_form_field_get_field (SamsynFormField *self)
{
  return self->field;
}

const SamsynValue *
samsyn_form_field_get_base (SamsynFormField *self)
{
  return &self->base;
}

gboolean
samsyn_form_field_is_edited (SamsynFormField *self)
{
  return self->edited;
}

/* ---- Why a value could not be saved ---------------------------------------------------------------------------------------- */

/* Screen readers read the reason with the control.  It isn't marked as invalid: GTK 4.8 tells that as of something that is no
 * longer there, and screen readers say nothing of it when it gets the focus. */
static void
describe_control (SamsynFormField *self,
                  GtkWidget       *control)
{
  const char *reason = samsyn_form_field_get_reason (self);

  samsyn_accessible_describe (control, reason != NULL ? reason : gtk_label_get_text (self->hint));
  samsyn_style_mark (control, "error", reason != NULL);
}

void
samsyn_form_field_set_reason (SamsynFormField *self,
                              const char      *reason)
{
  if (g_strcmp0 (reason, samsyn_form_field_get_reason (self)) == 0)
    return;
  samsyn_announce (self->reason, reason);
  describe_control (self, samsyn_field_editor_get_control (self->editor));
}

const char *
samsyn_form_field_get_reason (SamsynFormField *self)
{
  const char *reason = gtk_label_get_text (self->reason);

  return *reason != '\0' ? reason : NULL;
}

void
samsyn_form_field_set_hint (SamsynFormField *self,
                            const char      *hint)
{
  if (g_strcmp0 (hint != NULL ? hint : "", gtk_label_get_text (self->hint)) == 0)
    return;
  samsyn_announce (self->hint, hint);
  describe_control (self, samsyn_field_editor_get_control (self->editor));
}

const char *
samsyn_form_field_get_hint (SamsynFormField *self)
{
  const char *hint = gtk_label_get_text (self->hint);

  return *hint != '\0' ? hint : NULL;
}

/* ---- The value ------------------------------------------------------------------------------------------------------------- */

static void
end_conflict (SamsynFormField *self)
{
  samsyn_value_clear (&self->theirs);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict), FALSE);
}

/* What the file holds is no value: there is nothing to edit, only to replace. */
static void
show_base (SamsynFormField *self)
{
  const SamsynValue nothing = SAMSYN_VALUE_NULL;

  samsyn_field_editor_set_value (self->editor, samsyn_value_is_bent (&self->base) ? &nothing : &self->base);
  self->as_typed = FALSE;
}

/* With a mark and in words; it goes as soon as another value is saved. */
static void
tell_bent (SamsynFormField *self)
{
  g_autofree char *described = NULL, *reason = NULL;

  if (!samsyn_value_is_bent (&self->base))
    return;
  described = samsyn_bent_describe (self->base.bent, NULL);
  /* TRANSLATORS: a value that is wrong in the file, and why */
  reason = g_strdup_printf (_ ("%s. The file holds this; give another value in its place."), described);
  samsyn_form_field_set_reason (self, reason);
}

void
samsyn_form_field_set_base (SamsynFormField   *self,
                            const SamsynValue *value)
{
  g_auto (SamsynValue) shown = SAMSYN_VALUE_NULL;
  SamsynValue copy = samsyn_value_copy (value);

  samsyn_value_take (&self->base, &copy);
  self->edited = FALSE;
  samsyn_form_field_set_reason (self, NULL);
  tell_bent (self);
  end_conflict (self);
  /* A text that is being typed keeps its cursor. */
  if (!samsyn_has_focus_within (GTK_WIDGET (self))
      || !samsyn_field_editor_get_value (self->editor, &shown, NULL) || !samsyn_value_equal (&shown, &self->base))
    show_base (self);
}

void
samsyn_form_field_tidy (SamsynFormField *self)
{
  if (self->as_typed && !self->edited)
    show_base (self);
}

void
samsyn_form_field_edit (SamsynFormField   *self,
                        const SamsynValue *value)
{
  samsyn_field_editor_set_value (self->editor, value);
  self->edited = self->as_typed = TRUE;
}

/* What was there already is not typed anew. */
static gboolean
accepts (SamsynFormField   *self,
         const SamsynValue *value,
         GError           **error)
{
  gboolean is_new_body = value->stored == SAMSYN_STORED_TEXT && self->field->type == SAMSYN_TYPE_BODY;

  return (is_new_body || samsyn_value_check (self->field, value, error))
         && (samsyn_value_equal (value, &self->base) || samsyn_value_check_new (self->field, value, error));
}

gboolean
samsyn_form_field_read (SamsynFormField *self,
                        SamsynValue     *value)
{
  g_autoptr (GError) error = NULL;

  if (samsyn_field_editor_get_value (self->editor, value, &error) && accepts (self, value, &error))
    return TRUE;
  samsyn_value_clear (value);
  if (error != NULL)
    {
      const SamsynProblem problem = { .field = self->field->id, .text = error->message };
      g_autofree char *reason = samsyn_problem_describe (&problem, self->kind);

      samsyn_form_field_set_reason (self, reason);
    }
  return FALSE;
}

/* ---- Yours and theirs ------------------------------------------------------------------------------------------------------ */

void
samsyn_form_field_set_conflict (SamsynFormField   *self,
                                const SamsynValue *theirs)
{
  SamsynStore *store = samsyn_session_get_store (self->session);
  SamsynValue copy = samsyn_value_copy (theirs);
  g_auto (SamsynValue) mine = SAMSYN_VALUE_NULL;
  g_autofree char *mine_text = NULL, *theirs_text = NULL, *text = NULL;

  samsyn_value_take (&self->theirs, &copy);
  samsyn_field_editor_get_value (self->editor, &mine, NULL);
  mine_text = samsyn_value_text_short (store, self->kind, self->field, &mine);
  theirs_text = samsyn_value_text_short (store, self->kind, self->field, theirs);
  text = g_strdup_printf (_ ("This was changed elsewhere while you edited it. Yours: %s · Theirs: %s"), mine_text, theirs_text);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict), TRUE);
  samsyn_announce (self->conflict_text, text);
}

gboolean
samsyn_form_field_in_conflict (SamsynFormField *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->conflict));
}

void
samsyn_form_field_keep_mine (SamsynFormField *self)
{
  samsyn_value_take (&self->base, &self->theirs);
  end_conflict (self);
  g_signal_emit (self, signals[LEFT], 0);
}

void
samsyn_form_field_take_theirs (SamsynFormField *self)
{
  g_auto (SamsynValue) theirs = self->theirs;

  self->theirs = SAMSYN_VALUE_NULL;
  samsyn_form_field_set_base (self, &theirs);
  show_base (self);
  g_signal_emit (self, signals[LEFT], 0);
}

/* ---- What the user does ---------------------------------------------------------------------------------------------------- */

static void
on_edited (SamsynFormField *self)
{
  self->edited = self->as_typed = TRUE;
  g_signal_emit (self, signals[EDITED], 0);
}

static void
on_entered (SamsynFormField *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
on_left (SamsynFormField *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

/* Long texts stand below their labels, all else beside them where there is room. */
static void
set_up_label (SamsynFormField *self)
{
  const char *label = samsyn_field_label (self->field, NULL);
  /* TRANSLATORS: after the name of a field that must be filled in */
  g_autofree char *required = g_strdup_printf (_ ("%s (required)"), label);
  gboolean below = self->field->type == SAMSYN_TYPE_LONG_TEXT || self->field->type == SAMSYN_TYPE_BODY
                   || samsyn_narrow_is_text_large ();
  GtkWidget *control = samsyn_field_editor_get_control (self->editor);

  gtk_label_set_text (self->label, self->field->flags & SAMSYN_FIELD_REQUIRED ? required : label);
  samsyn_field_editor_set_label (self->editor, self->label);
  gtk_grid_attach (self->line, GTK_WIDGET (self->editor), below ? 0 : 1, below ? 1 : 0, 1, 1);
  gtk_widget_set_valign (GTK_WIDGET (self->editor), GTK_ALIGN_START);
  if (below)
    {
      gtk_label_set_width_chars (self->label, -1);
      gtk_label_set_max_width_chars (self->label, -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                  (self->field->flags & SAMSYN_FIELD_REQUIRED) != 0, -1);
}

SamsynFormField *
samsyn_form_field_new (SamsynSession     *session,
                       const SamsynKind  *kind,
                       const SamsynField *field)
{
  SamsynFormField *self = g_object_new (SAMSYN_TYPE_FORM_FIELD, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  self->field = field;
  self->editor = samsyn_field_editor_new (session, kind, field);
  gtk_widget_set_hexpand (GTK_WIDGET (self->editor), TRUE);
  g_signal_connect_object (self->editor, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "settled", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  samsyn_field_editor_set_read_only (self->editor, samsyn_session_is_read_only (session));
  set_up_label (self);
  return self;
}

static gboolean
samsyn_form_field_grab_focus (GtkWidget *widget)
{
  SamsynFieldEditor *editor = SAMSYN_FORM_FIELD (widget)->editor;

  return editor != NULL && gtk_widget_grab_focus (GTK_WIDGET (editor));
}

static void
samsyn_form_field_dispose (GObject *object)
{
  SamsynFormField *self = SAMSYN_FORM_FIELD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SAMSYN_TYPE_FORM_FIELD);
  g_clear_object (&self->session);
  samsyn_value_clear (&self->base);
  samsyn_value_clear (&self->theirs);
  G_OBJECT_CLASS (samsyn_form_field_parent_class)->dispose (object);
}

static void
samsyn_form_field_class_init (SamsynFormFieldClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_form_field_dispose;
  widget_class->grab_focus = samsyn_form_field_grab_focus;
  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  samsyn_template_set (widget_class, "form-field");
  gtk_widget_class_bind_template_child (widget_class, SamsynFormField, conflict);
  gtk_widget_class_bind_template_child (widget_class, SamsynFormField, conflict_text);
  gtk_widget_class_bind_template_child (widget_class, SamsynFormField, hint);
  gtk_widget_class_bind_template_child (widget_class, SamsynFormField, label);
  gtk_widget_class_bind_template_child (widget_class, SamsynFormField, line);
  gtk_widget_class_bind_template_child (widget_class, SamsynFormField, reason);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
  gtk_widget_class_bind_template_callback_full (widget_class, "keep_mine", G_CALLBACK (samsyn_form_field_keep_mine));
  gtk_widget_class_bind_template_callback_full (widget_class, "take_theirs", G_CALLBACK (samsyn_form_field_take_theirs));
}

static void
samsyn_form_field_init (SamsynFormField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
