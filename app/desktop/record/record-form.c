/* record-form.c: the fields of a record, saved as they are left
 *
 * A field keeps the value it was filled from until it is written (record-form-write.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-form-private.h"

#include "desktop/parts/template.h"
#include "findings/standing/advice.h"
#include "kinds/kinds.h"

#define PAUSE 3 /* seconds without a key after which a field is saved */

G_DEFINE_FINAL_TYPE (SamsynRecordForm, samsyn_record_form, ADW_TYPE_BIN)

enum
{
  STATE,
  CREATED,
  GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

gint64
samsyn_record_form_get_record (SamsynRecordForm *self)
{
  return self->record;
}

const SamsynKind *
samsyn_record_form_get_kind (SamsynRecordForm *self)
{
  return self->kind;
}

SamsynFormField *
samsyn_record_form_nth (SamsynRecordForm *self,
                        guint             number)
{
  return g_ptr_array_index (self->fields, number);
}

SamsynFormField *
samsyn_record_form_get_field (SamsynRecordForm *self,
                              const char       *field_id)
{
  int number = samsyn_kind_field_index (self->kind, field_id);

  return number >= 0 ? samsyn_record_form_nth (self, (guint) number) : NULL;
}

void
samsyn_record_form_tell (SamsynRecordForm *self)
{
  g_signal_emit (self, signals[STATE], 0, self->state != NULL ? self->state : "", self->trouble);
}

void
samsyn_record_form_tell_created (SamsynRecordForm *self)
{
  g_signal_emit (self, signals[CREATED], 0, self->record);
}

void
samsyn_record_form_focus (SamsynRecordForm *self)
{
  GtkWidget *start = GTK_WIDGET (self);

  for (guint i = 0; self->record == 0 && i < self->fields->len && start == GTK_WIDGET (self); i++)
    {
      SamsynFormField *field = samsyn_record_form_nth (self, i);
      g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;

      if (self->kind->fields[i].flags & SAMSYN_FIELD_REQUIRED
          && samsyn_field_editor_get_value (samsyn_form_field_get_editor (field), &value, NULL) && samsyn_value_is_null (&value))
        start = GTK_WIDGET (field);
    }
  gtk_widget_child_focus (start, GTK_DIR_TAB_FORWARD);
}

/* ---- What is to be considered ---------------------------------------------------------------------------------------------- */

/* The values as they are shown; what is none yet is empty. */
static SamsynRecord *
as_edited (SamsynRecordForm *self)
{
  SamsynRecord *record = samsyn_record_new (self->kind, self->record);

  for (guint i = 0; i < self->fields->len; i++)
    {
      g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;

      if (samsyn_field_editor_get_value (samsyn_form_field_get_editor (samsyn_record_form_nth (self, i)), &value, NULL))
        samsyn_value_take (&record->values[i], &value);
    }
  return record;
}

static gboolean
is_advised (const SamsynKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == SAMSYN_TYPE_DATE || kind->fields[i].flags & SAMSYN_FIELD_LIGHT)
      return TRUE;
  return FALSE;
}

static void
advise (SamsynRecordForm *self)
{
  SamsynStore *store = samsyn_session_get_store (self->session);
  g_autoptr (SamsynRecord) record = NULL;
  g_autoptr (GPtrArray) advice = NULL;
  g_autofree char *today = NULL;

  if (store == NULL || !is_advised (self->kind))
    return;
  record = as_edited (self);
  today = samsyn_clock_today (samsyn_store_clock (store));
  advice = samsyn_advice_new (store, record, today, NULL);
  for (guint i = 0; i < self->fields->len; i++)
    samsyn_form_field_set_hint (samsyn_record_form_nth (self, i), g_ptr_array_index (advice, i));
}

/* ---- What the user does ---------------------------------------------------------------------------------------------------- */

static gboolean
on_pause (gpointer data)
{
  SamsynRecordForm *self = data;

  self->pause = 0;
  samsyn_record_form_save (self);
  return G_SOURCE_REMOVE;
}

static void
on_edited (SamsynRecordForm *self)
{
  if (self->pause != 0)
    g_source_remove (self->pause);
  self->pause = g_timeout_add_seconds (PAUSE, on_pause, self);
}

static void
on_entered (SamsynRecordForm *self,
            SamsynFormField  *field)
{
  if (field == self->visited)
    return;
  self->visited = field;
  self->step = 0;
}

/* What was typed is shown as it is kept. */
static void
on_left (SamsynRecordForm *self,
         SamsynFormField  *field)
{
  /* Where another's value was taken, nothing is edited any more, and that is to be said. */
  if (samsyn_form_field_is_edited (field) || self->trouble)
    samsyn_record_form_save (self);
  /* It may have been saved before, in a pause. */
  samsyn_form_field_tidy (field);
  advise (self);
}

/* ---- What others do -------------------------------------------------------------------------------------------------------- */

static void
refresh (SamsynRecordForm *self)
{
  g_autoptr (SamsynRecord) record = samsyn_store_get (samsyn_session_get_store (self->session), self->record, NULL);

  for (guint i = 0; record != NULL && i < self->fields->len; i++)
    {
      SamsynFormField *field = samsyn_record_form_nth (self, i);

      if (!samsyn_form_field_is_edited (field)
          && (self->kind->fields[i].type == SAMSYN_TYPE_REFERENCE
              || !samsyn_value_equal (&record->values[i], samsyn_form_field_get_base (field))))
        {
          samsyn_form_field_set_base (field, &record->values[i]);
          samsyn_field_editor_set_value (samsyn_form_field_get_editor (field), &record->values[i]);
        }
    }
  if (record == NULL)
    g_signal_emit (self, signals[GONE], 0);
  else
    advise (self);
}

static void
on_changed (SamsynRecordForm *self)
{
  if (self->record != 0 && !self->saving && !self->resting)
    refresh (self);
}

void
samsyn_record_form_set_resting (SamsynRecordForm *self,
                                gboolean          resting)
{
  self->resting = resting;
  on_changed (self);
}

/* ---- Putting it together --------------------------------------------------------------------------------------------------- */

static void
add_field (SamsynRecordForm *self,
           guint             number)
{
  SamsynFormField *field = samsyn_form_field_new (self->session, self->kind, &self->kind->fields[number]);

  g_signal_connect_object (field, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "entered", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->fields, g_object_ref_sink (field));
}

static void
add_group (SamsynRecordForm  *self,
           const SamsynGroup *group)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 10, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", samsyn_group_label (group, NULL), "xalign", 0.0, "wrap", TRUE,
                                     "wrap-mode", PANGO_WRAP_WORD_CHAR, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, samsyn_group_label (group, NULL), -1);
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (g_strcmp0 (self->kind->fields[i].group, group->id) == 0)
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (samsyn_record_form_nth (self, i)));
  gtk_box_append (self->groups, box);
}

SamsynRecordForm *
samsyn_record_form_new_for (SamsynSession    *session,
                            const SamsynKind *kind)
{
  SamsynRecordForm *self = g_object_new (SAMSYN_TYPE_RECORD_FORM, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  for (guint i = 0; i < kind->n_fields; i++)
    add_field (self, i);
  for (const SamsynGroup *group = kind->groups; group->id != NULL; group++)
    add_group (self, group);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "save", G_CALLBACK (samsyn_record_form_save), self, G_CONNECT_SWAPPED);
  return self;
}

SamsynRecordForm *
samsyn_record_form_new (SamsynSession      *session,
                        const SamsynRecord *record)
{
  SamsynRecordForm *self = samsyn_record_form_new_for (session, record->kind);

  self->record = record->id;
  for (guint i = 0; i < self->fields->len; i++)
    {
      samsyn_field_editor_set_record (samsyn_form_field_get_editor (samsyn_record_form_nth (self, i)), record->id);
      samsyn_form_field_set_base (samsyn_record_form_nth (self, i), &record->values[i]);
    }
  advise (self);
  return self;
}

void
samsyn_record_form_preset (SamsynRecordForm   *self,
                           const SamsynRecord *given)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (!samsyn_value_is_null (&given->values[i]))
      samsyn_field_editor_set_value (samsyn_form_field_get_editor (samsyn_record_form_nth (self, i)), &given->values[i]);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_record_form_dispose (GObject *object)
{
  SamsynRecordForm *self = SAMSYN_RECORD_FORM (object);

  if (self->pause != 0)
    g_source_remove (self->pause);
  self->pause = 0;
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMSYN_TYPE_RECORD_FORM);
  g_clear_object (&self->session);
  g_clear_pointer (&self->state, g_free);
  G_OBJECT_CLASS (samsyn_record_form_parent_class)->dispose (object);
}

static void
samsyn_record_form_class_init (SamsynRecordFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_record_form_dispose;
  signals[STATE] = g_signal_new ("state", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                 G_TYPE_BOOLEAN);
  signals[CREATED] = g_signal_new ("created", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[GONE] = g_signal_new ("gone", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  samsyn_template_set (widget_class, "record-form");
  gtk_widget_class_bind_template_child (widget_class, SamsynRecordForm, groups);
}

static void
samsyn_record_form_init (SamsynRecordForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}
