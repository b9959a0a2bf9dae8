/* record-form.c: the fields of a record, saved as they are left
 *
 * A field keeps the value it was filled from.  A change is made from that, so that a value that became another meanwhile is found by
 * the store and not lost.  What was typed into one field may have to wait for another (an end before its beginning): every save tries
 * all that waits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-form.h"

#include "kinds/kinds.h"
#include "model/date.h"
#include "model/words.h"
#include "template.h"

#define PAUSE 3 /* seconds without a key after which a field is saved */

struct _SamsynRecordForm
{
  AdwBin            parent_instance;
  SamsynSession    *session;
  const SamsynKind *kind;
  gint64            record;  /* 0: not written yet */
  gint64            step;    /* of this visit to a field; 0: none yet */
  SamsynFormField  *visited; /* or NULL */
  guint             pause;   /* source, or 0 */
  char             *state;
  gboolean          trouble;
  gboolean          saving;

  GPtrArray *fields; /* SamsynFormField, in the kind's order */
  GtkBox    *groups;
};

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

static SamsynFormField *
nth_field (SamsynRecordForm *self,
           guint             number)
{
  return g_ptr_array_index (self->fields, number);
}

SamsynFormField *
samsyn_record_form_get_field (SamsynRecordForm *self,
                              const char       *field_id)
{
  int number = samsyn_kind_field_index (self->kind, field_id);

  return number >= 0 ? nth_field (self, (guint) number) : NULL;
}

/* ---- The state in words --------------------------------------------------------------------------------------------------------- */

void
samsyn_record_form_tell (SamsynRecordForm *self)
{
  g_signal_emit (self, signals[STATE], 0, self->state != NULL ? self->state : "", self->trouble);
}

/* Takes the text. */
static void
set_state (SamsynRecordForm *self,
           char             *text,
           gboolean          trouble)
{
  g_free (self->state);
  self->state = text;
  self->trouble = trouble;
  samsyn_record_form_tell (self);
}

static void
tell_saved (SamsynRecordForm *self)
{
  g_autofree char *now = samsyn_moment_date_time (samsyn_now ());

  for (guint i = 0; i < self->fields->len; i++)
    if (samsyn_form_field_get_reason (nth_field (self, i)) != NULL)
      {
        set_state (self, g_strdup_printf (_("Not saved: %s"), samsyn_form_field_get_reason (nth_field (self, i))), TRUE);
        return;
      }
  set_state (self, g_strdup_printf (_("Saved %s"), now + strlen ("YYYY-MM-DD ")), FALSE);
}

static void
tell_error (SamsynRecordForm *self,
            const GError     *error)
{
  set_state (self, g_strdup_printf (_("Not saved: %s"), error->message), TRUE);
}

/* What a new record lacks, NULL if nothing. */
static char *
list_missing (SamsynRecordForm *self)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const SamsynField *field = &self->kind->fields[i];
      g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;

      if (!(field->flags & SAMSYN_FIELD_REQUIRED)
          || !samsyn_field_editor_get_value (samsyn_form_field_get_editor (nth_field (self, i)), &value, NULL)
          || !samsyn_value_is_null (&value))
        continue;
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", samsyn_field_label (field, NULL));
    }
  return missing->len > 0 ? g_strdup (missing->str) : NULL;
}

char *
samsyn_record_form_get_lost (SamsynRecordForm *self)
{
  for (guint i = 0; self->record == 0 && i < self->fields->len; i++)
    if (samsyn_form_field_is_edited (nth_field (self, i)))
      return list_missing (self);
  return NULL;
}

/* ---- Writing -------------------------------------------------------------------------------------------------------------------- */

/* The fields that are to be written: edited, not waiting for the user's choice, and with a value that fits. */
static GArray *
pending (SamsynRecordForm *self)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->fields->len; i++)
    {
      SamsynFormField *field = nth_field (self, i);
      g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;

      if (!samsyn_form_field_is_edited (field) || samsyn_form_field_in_conflict (field) || !samsyn_form_field_read (field, &value))
        continue;
      if (samsyn_value_equal (&value, samsyn_form_field_get_base (field)) && self->record != 0)
        samsyn_form_field_set_base (field, samsyn_form_field_get_base (field));
      else
        g_array_append_val (numbers, i);
    }
  return numbers;
}

static SamsynChange *
make_change (SamsynRecordForm *self,
             gint64            record,
             const guint      *numbers,
             guint             n_numbers)
{
  SamsynChange *change = samsyn_change_new (self->record != 0 ? SAMSYN_CHANGE_UPDATE : SAMSYN_CHANGE_CREATE, self->kind, record);

  for (guint i = 0; i < n_numbers; i++)
    {
      SamsynFormField *field = nth_field (self, numbers[i]);
      SamsynValue before = self->record != 0 ? samsyn_value_copy (samsyn_form_field_get_base (field)) : SAMSYN_VALUE_NULL;
      SamsynValue after = SAMSYN_VALUE_NULL;

      samsyn_form_field_read (field, &after);
      samsyn_change_add (change, self->kind->fields[numbers[i]].id, &before, &after);
    }
  return change;
}

/* What was written is what the record has: a text, for one, is there under its id. */
static void
settle (SamsynRecordForm *self,
        const guint      *numbers,
        guint             n_numbers)
{
  g_autoptr (SamsynRecord) record = samsyn_store_get (samsyn_session_get_store (self->session), self->record, NULL);

  for (guint i = 0; record != NULL && i < n_numbers; i++)
    samsyn_form_field_set_base (nth_field (self, numbers[i]), &record->values[numbers[i]]);
}

static void
explain (SamsynRecordForm *self,
         const guint      *numbers,
         guint             n_numbers,
         GPtrArray        *problems,
         const GError     *error)
{
  gboolean placed = FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      const SamsynProblem *problem = g_ptr_array_index (problems, i);

      for (guint n = 0; n < n_numbers; n++)
        if (g_strcmp0 (problem->field, self->kind->fields[numbers[n]].id) == 0)
          {
            samsyn_form_field_set_reason (nth_field (self, numbers[n]), problem->text);
            placed = TRUE;
          }
    }
  /* The rule names another field, but it is this value that was not saved. */
  if (!placed)
    samsyn_form_field_set_reason (nth_field (self, numbers[0]),
                                  problems->len > 0 ? ((SamsynProblem *) g_ptr_array_index (problems, 0))->text : error->message);
}

static void
show_conflicts (SamsynRecordForm *self,
                const guint      *numbers,
                guint             n_numbers)
{
  g_autoptr (SamsynRecord) record = samsyn_store_get (samsyn_session_get_store (self->session), self->record, NULL);

  for (guint i = 0; record != NULL && i < n_numbers; i++)
    {
      SamsynFormField *field = nth_field (self, numbers[i]);
      const SamsynValue *theirs = &record->values[numbers[i]];
      g_auto (SamsynValue) mine = SAMSYN_VALUE_NULL;

      if (samsyn_value_equal (theirs, samsyn_form_field_get_base (field)))
        continue;
      if (samsyn_form_field_read (field, &mine) && samsyn_value_equal (&mine, theirs))
        samsyn_form_field_set_base (field, theirs);
      else
        samsyn_form_field_set_conflict (field, theirs);
    }
}

/* Writes these fields in one change. */
static gboolean
write_fields (SamsynRecordForm *self,
              const guint      *numbers,
              guint             n_numbers)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_problem_free);
  g_autoptr (GError) error = NULL;
  gint64 record = self->record != 0 ? self->record : samsyn_store_new_id (samsyn_session_get_store (self->session));
  gint64 step = samsyn_session_save (self->session, self->step, make_change (self, record, numbers, n_numbers), problems, &error);

  if (step != 0)
    {
      self->step = step;
      self->record = record;
      settle (self, numbers, n_numbers);
      return TRUE;
    }
  if (g_error_matches (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_CONFLICT))
    show_conflicts (self, numbers, n_numbers);
  else if (g_error_matches (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID))
    explain (self, numbers, n_numbers, problems, error);
  tell_error (self, error);
  return FALSE;
}

/* One by one, until none goes; then together what needs each other. */
static gboolean
write_pending (SamsynRecordForm *self,
               GArray           *numbers)
{
  gboolean any = FALSE;

  for (guint i = 0; i < numbers->len;)
    if (write_fields (self, &g_array_index (numbers, guint, i), 1))
      {
        g_array_remove_index (numbers, i);
        any = TRUE;
        i = 0;
      }
    else
      i++;
  if (numbers->len > 1 && write_fields (self, (guint *) numbers->data, numbers->len))
    any = TRUE;
  return any;
}

static void
save_new (SamsynRecordForm *self)
{
  g_autofree char *missing = list_missing (self);
  g_autoptr (GArray) numbers = NULL;
  gboolean edited = FALSE;

  for (guint i = 0; i < self->fields->len; i++)
    edited = edited || samsyn_form_field_is_edited (nth_field (self, i));
  if (missing != NULL)
    {
      set_state (self, g_strdup_printf (_("Not saved yet. Still needed: %s"), missing), FALSE);
      return;
    }
  if (!edited)
    return;
  numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->fields->len; i++)
    {
      g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;

      if (samsyn_form_field_read (nth_field (self, i), &value) && !samsyn_value_is_null (&value))
        g_array_append_val (numbers, i);
    }
  if (numbers->len == 0 || !write_fields (self, (guint *) numbers->data, numbers->len))
    return;
  for (guint i = 0; i < self->fields->len; i++)
    samsyn_field_editor_set_record (samsyn_form_field_get_editor (nth_field (self, i)), self->record);
  tell_saved (self);
  g_signal_emit (self, signals[CREATED], 0, self->record);
}

static void
save_edited (SamsynRecordForm *self)
{
  g_autoptr (GArray) numbers = pending (self);
  gboolean wrote = numbers->len > 0 && write_pending (self, numbers);
  gboolean waits = FALSE;

  for (guint i = 0; i < self->fields->len; i++)
    waits = waits || samsyn_form_field_is_edited (nth_field (self, i));
  if ((wrote && !waits) || (!waits && self->trouble))
    tell_saved (self);
  else if (waits && !self->trouble)
    tell_saved (self);
}

void
samsyn_record_form_save (SamsynRecordForm *self)
{
  if (self->pause != 0)
    g_source_remove (self->pause);
  self->pause = 0;
  if (self->saving || samsyn_session_is_read_only (self->session) || self->fields == NULL)
    return;
  self->saving = TRUE;
  if (self->record == 0)
    save_new (self);
  else
    save_edited (self);
  self->saving = FALSE;
}

/* ---- What the user does --------------------------------------------------------------------------------------------------------- */

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
  if (!samsyn_form_field_is_edited (field) && !self->trouble)
    return;
  samsyn_record_form_save (self);
  if (!samsyn_form_field_is_edited (field))
    samsyn_field_editor_set_value (samsyn_form_field_get_editor (field), samsyn_form_field_get_base (field));
}

/* ---- What others do ------------------------------------------------------------------------------------------------------------- */

static void
refresh (SamsynRecordForm *self)
{
  g_autoptr (SamsynRecord) record = samsyn_store_get (samsyn_session_get_store (self->session), self->record, NULL);

  for (guint i = 0; record != NULL && i < self->fields->len; i++)
    {
      SamsynFormField *field = nth_field (self, i);

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
}

static void
on_changed (SamsynRecordForm *self)
{
  if (self->record != 0 && !self->saving)
    refresh (self);
}

/* ---- Putting it together -------------------------------------------------------------------------------------------------------- */

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
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (nth_field (self, i)));
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
      samsyn_field_editor_set_record (samsyn_form_field_get_editor (nth_field (self, i)), record->id);
      samsyn_form_field_set_base (nth_field (self, i), &record->values[i]);
    }
  return self;
}

void
samsyn_record_form_preset (SamsynRecordForm   *self,
                           const SamsynRecord *given)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (!samsyn_value_is_null (&given->values[i]))
      samsyn_field_editor_set_value (samsyn_form_field_get_editor (nth_field (self, i)), &given->values[i]);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------------ */

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
