/* field-editor.c: where one value of a record is edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field-editor.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/focus-within.h"
#include "desktop/session/widget-clock.h"
#include "field-body.h"
#include "field-choice.h"
#include "field-date.h"
#include "field-entry.h"
#include "field-long-text.h"
#include "field-reference.h"
#include "model/format.h"

typedef struct
{
  SamsynSession     *session;
  const SamsynKind  *kind;
  const SamsynField *field;
} SamsynFieldEditorPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SamsynFieldEditor, samsyn_field_editor, ADW_TYPE_BIN)

#define PRIVATE(self) ((SamsynFieldEditorPrivate *) samsyn_field_editor_get_instance_private (self))

enum
{
  EDITED,
  SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Which class edits which type. */
static GType (*const classes[SAMSYN_N_TYPES]) (void) = {
  [SAMSYN_TYPE_TEXT] = samsyn_field_entry_get_type,
  [SAMSYN_TYPE_LONG_TEXT] = samsyn_field_long_text_get_type,
  [SAMSYN_TYPE_BODY] = samsyn_field_body_get_type,
  [SAMSYN_TYPE_DATE] = samsyn_field_date_get_type,
  [SAMSYN_TYPE_TIME] = samsyn_field_entry_get_type,
  [SAMSYN_TYPE_INTEGER] = samsyn_field_entry_get_type,
  [SAMSYN_TYPE_NUMBER] = samsyn_field_entry_get_type,
  [SAMSYN_TYPE_MONEY] = samsyn_field_entry_get_type,
  [SAMSYN_TYPE_BOOLEAN] = samsyn_field_choice_get_type,
  [SAMSYN_TYPE_CHOICE] = samsyn_field_choice_get_type,
  [SAMSYN_TYPE_REFERENCE] = samsyn_field_reference_get_type,
};

SamsynFieldEditor *
samsyn_field_editor_new (SamsynSession     *session,
                         const SamsynKind  *kind,
                         const SamsynField *field)
{
  SamsynFieldEditor *self = g_object_new (classes[field->type] (), NULL);

  PRIVATE (self)->session = g_object_ref (session);
  PRIVATE (self)->kind = kind;
  PRIVATE (self)->field = field;
  if (SAMSYN_FIELD_EDITOR_GET_CLASS (self)->set_up != NULL)
    SAMSYN_FIELD_EDITOR_GET_CLASS (self)->set_up (self);
  samsyn_field_editor_set_value (self, &SAMSYN_VALUE_NULL);
  return self;
}

void
samsyn_field_editor_set_value (SamsynFieldEditor *self,
                               const SamsynValue *value)
{
  SAMSYN_FIELD_EDITOR_GET_CLASS (self)->set_value (self, value);
}

gboolean
samsyn_field_editor_get_value (SamsynFieldEditor *self,
                               SamsynValue       *value,
                               GError           **error)
{
  return SAMSYN_FIELD_EDITOR_GET_CLASS (self)->get_value (self, value, error);
}

void
samsyn_field_editor_set_read_only (SamsynFieldEditor *self,
                                   gboolean           read_only)
{
  SAMSYN_FIELD_EDITOR_GET_CLASS (self)->set_read_only (self, read_only);
}

void
samsyn_field_editor_set_record (SamsynFieldEditor *self,
                                gint64             record)
{
  if (SAMSYN_FIELD_EDITOR_GET_CLASS (self)->set_record != NULL)
    SAMSYN_FIELD_EDITOR_GET_CLASS (self)->set_record (self, record);
}

GtkWidget *
samsyn_field_editor_get_control (SamsynFieldEditor *self)
{
  return SAMSYN_FIELD_EDITOR_GET_CLASS (self)->get_control (self);
}

SamsynSession *
samsyn_field_editor_get_session (SamsynFieldEditor *self)
{
  return PRIVATE (self)->session;
}

const SamsynKind *
samsyn_field_editor_get_kind (SamsynFieldEditor *self)
{
  return PRIVATE (self)->kind;
}

const SamsynField *
samsyn_field_editor_get_field (SamsynFieldEditor *self)
{
  return PRIVATE (self)->field;
}

/* A control whose name tells its value too has it already: GTK 4.8 would read both. */
void
samsyn_field_editor_set_label (SamsynFieldEditor *self,
                               GtkLabel          *label)
{
  GtkWidget *control = samsyn_field_editor_get_control (self);

  if (GTK_IS_EDITABLE (control) && gtk_editable_get_delegate (GTK_EDITABLE (control)) != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (control))),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  if (GTK_IS_EDITABLE (control) || GTK_IS_TEXT_VIEW (control))
    gtk_label_set_mnemonic_widget (label, control);
}

/* ---- For the classes ------------------------------------------------------------------------------------------------------- */

void
samsyn_field_editor_edited (SamsynFieldEditor *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

void
samsyn_field_editor_settled (SamsynFieldEditor *self)
{
  g_signal_emit (self, signals[SETTLED], 0);
}

gboolean
samsyn_field_editor_parse (SamsynFieldEditor *self,
                           const char        *text,
                           SamsynValue       *value,
                           GError           **error)
{
  g_autofree char *today = samsyn_widget_today (self);

  return samsyn_value_parse_typed (PRIVATE (self)->kind, PRIVATE (self)->field, NULL, today, text, value, error);
}

char *
samsyn_field_editor_display (SamsynFieldEditor *self,
                             const SamsynValue *value)
{
  if (samsyn_value_is_null (value))
    return g_strdup ("");
  return samsyn_value_display (PRIVATE (self)->kind, PRIVATE (self)->field, NULL, value);
}

void
samsyn_field_editor_name_with_value (SamsynFieldEditor *self,
                                     GtkWidget         *control,
                                     const char        *value)
{
  const char *label = samsyn_field_label (PRIVATE (self)->field, NULL);
  g_autofree char *name = *value != '\0' ? g_strdup_printf ("%s: %s", label, value) : g_strdup (label);

  samsyn_accessible_name (control, name);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

/* GTK asks this too when the focus goes backwards out of a widget, which may not hold it back. */
static gboolean
samsyn_field_editor_grab_focus (GtkWidget *widget)
{
  return !samsyn_has_focus_within (widget)
         && gtk_widget_grab_focus (samsyn_field_editor_get_control (SAMSYN_FIELD_EDITOR (widget)));
}

static void
samsyn_field_editor_dispose (GObject *object)
{
  g_clear_object (&PRIVATE (SAMSYN_FIELD_EDITOR (object))->session);
  G_OBJECT_CLASS (samsyn_field_editor_parent_class)->dispose (object);
}

static void
samsyn_field_editor_class_init (SamsynFieldEditorClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_field_editor_dispose;
  GTK_WIDGET_CLASS (class)->grab_focus = samsyn_field_editor_grab_focus;
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
samsyn_field_editor_init (SamsynFieldEditor *self)
{
}
