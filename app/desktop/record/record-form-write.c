/* record-form-write.c: writing what was edited in the form of a record, and saying what became of it
 *
 * A change is made from the value a field was filled from, so that a value that became another meanwhile is found by the store
 * and not lost.  What was typed into one field may have to wait for another (an end before its beginning): every save tries all
 * that waits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-form-private.h"

#include "desktop/session/widget-clock.h"
#include "kinds/kinds.h"
#include "model/words.h"

/* ---- The state in words ---------------------------------------------------------------------------------------------------- */

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
  const SamsynClock *clock = samsyn_widget_clock (self);
  g_autofree char *now = samsyn_clock_date_time (clock, samsyn_clock_now (clock));

  for (guint i = 0; i < self->fields->len; i++)
    {
      const char *reason = samsyn_form_field_get_reason (samsyn_record_form_nth (self, i));

      if (reason == NULL)
        continue;
      set_state (self, g_strdup_printf (_ ("Not saved: %s"), reason), TRUE);
      return;
    }
  set_state (self, g_strdup_printf (_ ("Saved %s"), now + strlen ("YYYY-MM-DD ")), FALSE);
}

static void
tell_error (SamsynRecordForm *self,
            const GError     *error)
{
  set_state (self, g_strdup_printf (_ ("Not saved: %s"), error->message), TRUE);
}

static gboolean
is_empty (SamsynFormField *field)
{
  g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;

  return samsyn_field_editor_get_value (samsyn_form_field_get_editor (field), &value, NULL) && samsyn_value_is_null (&value);
}

/* What a new record lacks, NULL if nothing. */
static char *
list_missing (SamsynRecordForm *self)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const SamsynField *field = &self->kind->fields[i];

      if (!(field->flags & SAMSYN_FIELD_REQUIRED) || !is_empty (samsyn_record_form_nth (self, i)))
        continue;
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", samsyn_field_label (field, NULL));
    }
  return missing->len > 0 ? g_strdup (missing->str) : NULL;
}

/* "Begins (31/2)" */
static void
add_typed (GString         *list,
           SamsynFormField *field)
{
  GtkWidget *control = samsyn_field_editor_get_control (samsyn_form_field_get_editor (field));
  const char *text = GTK_IS_EDITABLE (control) ? gtk_editable_get_text (GTK_EDITABLE (control)) : "";

  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                          samsyn_field_label (samsyn_form_field_get_field (field), NULL));
  if (*text != '\0')
    g_string_append_printf (list, " (%s)", text);
}

char *
samsyn_record_form_describe_lost (SamsynRecordForm *self)
{
  g_autoptr (GString) refused = g_string_new (NULL);
  g_autofree char *missing = self->record == 0 ? list_missing (self) : NULL;
  gboolean edited = FALSE;

  for (guint i = 0; i < self->fields->len; i++)
    {
      SamsynFormField *field = samsyn_record_form_nth (self, i);

      edited = edited || (samsyn_form_field_is_edited (field) && !is_empty (field));
      if (samsyn_form_field_is_edited (field) && (self->record != 0 || samsyn_form_field_get_reason (field) != NULL))
        add_typed (refused, field);
    }
  if (refused->len > 0)
    return g_strdup_printf (_ ("What you typed could not be saved: %s"), refused->str);
  if (edited && missing != NULL)
    return g_strdup_printf (_ ("The new record could not be saved, because something is missing: %s"), missing);
  return NULL;
}

/* ---- Writing --------------------------------------------------------------------------------------------------------------- */

/* The fields that are to be written: edited, not waiting for the user's choice, and with a value that fits. */
static GArray *
pending (SamsynRecordForm *self)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->fields->len; i++)
    {
      SamsynFormField *field = samsyn_record_form_nth (self, i);
      g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;

      if (!samsyn_form_field_is_edited (field) || samsyn_form_field_in_conflict (field)
          || !samsyn_form_field_read (field, &value))
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
      SamsynFormField *field = samsyn_record_form_nth (self, numbers[i]);
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
    samsyn_form_field_set_base (samsyn_record_form_nth (self, numbers[i]), &record->values[numbers[i]]);
}

static void
explain (SamsynRecordForm *self,
         const guint      *numbers,
         guint             n_numbers,
         GPtrArray        *problems,
         const GError     *error)
{
  g_autofree char *first = NULL;
  gboolean placed = FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      const SamsynProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = samsyn_problem_describe (problem, self->kind);

      first = first == NULL ? g_strdup (text) : first;
      for (guint n = 0; n < n_numbers; n++)
        if (g_strcmp0 (problem->field, self->kind->fields[numbers[n]].id) == 0)
          {
            samsyn_form_field_set_reason (samsyn_record_form_nth (self, numbers[n]), text);
            placed = TRUE;
          }
    }
  /* The rule names another field, but it is this value that was not saved. */
  if (!placed)
    samsyn_form_field_set_reason (samsyn_record_form_nth (self, numbers[0]), first != NULL ? first : error->message);
}

static void
show_conflicts (SamsynRecordForm *self,
                const guint      *numbers,
                guint             n_numbers)
{
  g_autoptr (SamsynRecord) record = samsyn_store_get (samsyn_session_get_store (self->session), self->record, NULL);

  for (guint i = 0; record != NULL && i < n_numbers; i++)
    {
      SamsynFormField *field = samsyn_record_form_nth (self, numbers[i]);
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

/* What was typed in a new record and is no value is to be mended before the record can be. */
static gboolean
tell_unreadable (SamsynRecordForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      SamsynFormField *field = samsyn_record_form_nth (self, i);
      g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;

      if (!samsyn_form_field_is_edited (field) || samsyn_form_field_read (field, &value)
          || samsyn_form_field_get_reason (field) == NULL)
        continue;
      set_state (self, g_strdup_printf (_ ("Not saved: %s"), samsyn_form_field_get_reason (field)), TRUE);
      return TRUE;
    }
  return FALSE;
}

static void
save_new (SamsynRecordForm *self)
{
  g_autofree char *missing = list_missing (self);
  g_autoptr (GArray) numbers = NULL;
  gboolean edited = FALSE;

  for (guint i = 0; i < self->fields->len; i++)
    edited = edited || samsyn_form_field_is_edited (samsyn_record_form_nth (self, i));
  if (tell_unreadable (self))
    return;
  if (missing != NULL)
    {
      set_state (self, g_strdup_printf (_ ("Not saved yet. Still needed: %s"), missing), FALSE);
      return;
    }
  if (!edited)
    return;
  numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->fields->len; i++)
    {
      g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;

      if (samsyn_form_field_read (samsyn_record_form_nth (self, i), &value) && !samsyn_value_is_null (&value))
        g_array_append_val (numbers, i);
    }
  if (numbers->len == 0 || !write_fields (self, (guint *) numbers->data, numbers->len))
    return;
  for (guint i = 0; i < self->fields->len; i++)
    samsyn_field_editor_set_record (samsyn_form_field_get_editor (samsyn_record_form_nth (self, i)), self->record);
  tell_saved (self);
  samsyn_record_form_tell_created (self);
}

static void
save_edited (SamsynRecordForm *self)
{
  g_autoptr (GArray) numbers = pending (self);
  gboolean wrote = numbers->len > 0 && write_pending (self, numbers);
  gboolean waits = FALSE;

  for (guint i = 0; i < self->fields->len; i++)
    waits = waits || samsyn_form_field_is_edited (samsyn_record_form_nth (self, i));
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
  if (self->saving || self->resting || samsyn_session_is_read_only (self->session) || self->fields == NULL)
    return;
  self->saving = TRUE;
  if (self->record == 0)
    save_new (self);
  else
    save_edited (self);
  self->saving = FALSE;
}

/* ---- Taking back ----------------------------------------------------------------------------------------------------------- */

/* A text that isn't written: it can't be, or nothing of a new record can. */
static SamsynFormField *
find_unwritten (SamsynRecordForm *self)
{
  SamsynFormField *found = NULL;

  for (guint i = 0; self->fields != NULL && i < self->fields->len; i++)
    {
      SamsynFormField *field = samsyn_record_form_nth (self, i);

      gboolean waits = samsyn_form_field_get_reason (field) != NULL || (self->record == 0 && samsyn_form_field_is_edited (field));

      if (waits && (found == NULL || field == self->visited))
        found = field;
    }
  return found;
}

gboolean
samsyn_record_form_take_back (SamsynRecordForm *self)
{
  SamsynFormField *unwritten;

  samsyn_record_form_save (self);
  unwritten = find_unwritten (self);
  if (unwritten == NULL)
    return FALSE;
  samsyn_form_field_set_base (unwritten, samsyn_form_field_get_base (unwritten));
  samsyn_record_form_save (self);
  if (self->record != 0)
    tell_saved (self);
  return TRUE;
}
