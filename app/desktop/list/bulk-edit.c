/* bulk-edit.c: changing a field of all selected records at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bulk-edit.h"

#include "desktop/fields/field-editor.h"
#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/template.h"
#include "desktop/parts/value-text.h"
#include "desktop/question/count.h"
#include "model/far.h"
#include "model/format.h"
#include "model/words.h"
#include "plans/bulk/bulk-plan.h"

/* With more records than that what will happen is not worked out at every letter that is typed. */
#define MANY 20000

struct _SamsynBulkEdit
{
  GtkPopover         parent_instance;
  SamsynSession     *session;
  const SamsynKind  *kind;
  GArray            *ids;    /* gint64 */
  GPtrArray         *fields; /* const SamsynField: what the items of the drop-down stand for */
  const SamsynField *field;
  SamsynFieldEditor *editor; /* what `value` shows */

  GtkButton          *apply;
  GtkDropDown        *field_drop_down;
  GtkLabel           *preview;
  GtkLabel           *problem;
  GtkCheckButton     *none;
  AdwBin             *value;
};

G_DEFINE_FINAL_TYPE (SamsynBulkEdit, samsyn_bulk_edit, GTK_TYPE_POPOVER)

/* ---- What will happen ------------------------------------------------------------------------------------------------------ */

/* "23 actions: Status → Done.  4 already have it." */
static char *
describe (SamsynBulkEdit    *self,
          const SamsynValue *value,
          guint              n_changes,
          guint              n_already)
{
  g_autofree char *records = samsyn_count_records (self->kind, n_changes);
  g_autofree char *shown = samsyn_value_text_short (samsyn_session_get_store (self->session), self->kind, self->field, value);
  g_autofree char *change = g_strdup_printf ("%s: %s → %s.", records, samsyn_field_label (self->field, NULL),
                                             samsyn_value_is_null (value) ? C_ ("filter", "No value") : shown);
  g_autofree char *already = NULL;

  if (n_already == 0)
    return g_steal_pointer (&change);
  already = g_strdup_printf (samsyn_words_n (NULL, "%u already has it.", "%u already have it.", n_already), n_already);
  return g_strdup_printf ("%s %s", change, already);
}

/* With a question where the value is probably not meant; nothing is written yet. */
static char *
foretell (SamsynBulkEdit    *self,
          const SamsynValue *value,
          guint              n_changes,
          guint              n_already)
{
  g_autofree char *text = describe (self, value, n_changes, n_already);
  g_autofree char *today = samsyn_clock_today (samsyn_store_clock (samsyn_session_get_store (self->session)));
  g_autofree char *question = samsyn_far_question (self->field, value, today, NULL);

  return question != NULL ? g_strdup_printf ("%s %s", text, question) : g_steal_pointer (&text);
}

static void
show_problem (SamsynBulkEdit *self,
              const char     *text)
{
  samsyn_announce (self->problem, text);
}

/* The value that all get.  An empty editor gives none: that all lose theirs is said by the box below it.  FALSE without an error
 * where nothing is said yet. */
static gboolean
read_value (SamsynBulkEdit *self,
            SamsynValue    *value,
            GError        **error)
{
  if (gtk_check_button_get_active (self->none))
    return TRUE;
  return samsyn_field_editor_get_value (self->editor, value, error) && !samsyn_value_is_null (value)
         && samsyn_value_check (self->field, value, error) && samsyn_value_check_new (self->field, value, error);
}

static GPtrArray *
plan (SamsynBulkEdit    *self,
      const SamsynValue *value,
      guint             *n_already,
      GError           **error)
{
  return samsyn_bulk_plan (samsyn_session_get_store (self->session), self->kind, self->ids, self->field, value, n_already, error);
}

static void
update_preview (SamsynBulkEdit *self)
{
  g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_already = 0;
  gboolean given;

  if (self->field == NULL || self->session == NULL || samsyn_session_get_store (self->session) == NULL)
    return;
  given = read_value (self, &value, &error);
  if (given && self->ids->len <= MANY)
    changes = plan (self, &value, &n_already, &error);
  if (given && error == NULL)
    text = foretell (self, &value, changes != NULL ? changes->len : self->ids->len, n_already);
  show_problem (self, error != NULL ? error->message : NULL);
  samsyn_announce (self->preview, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), text != NULL && (changes == NULL || changes->len > 0));
}

static void
on_none (SamsynBulkEdit *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->value), !gtk_check_button_get_active (self->none));
  update_preview (self);
}

/* ---- Doing it -------------------------------------------------------------------------------------------------------------- */

static void
on_apply (SamsynBulkEdit *self)
{
  g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_already = 0;
  gint64 step = 0;

  samsyn_session_save_all (self->session);
  if (read_value (self, &value, &error))
    changes = plan (self, &value, &n_already, &error);
  if (changes != NULL && changes->len > 0)
    {
      text = describe (self, &value, changes->len, n_already);
      step = samsyn_session_apply (self->session, "bulk-edit", changes, NULL, &error);
    }
  show_problem (self, error != NULL ? error->message : NULL);
  if (step == 0)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  samsyn_session_tell (self->session, text, step);
}

/* ---- Which field ----------------------------------------------------------------------------------------------------------- */

/* The same editor as in a record's form. */
static void
show_editor (SamsynBulkEdit *self)
{
  GtkWidget *control;

  self->editor = samsyn_field_editor_new (self->session, self->kind, self->field);
  control = samsyn_field_editor_get_control (self->editor);
  g_signal_connect_object (self->editor, "edited", G_CALLBACK (update_preview), self, G_CONNECT_SWAPPED);
  if (GTK_IS_EDITABLE (control) || GTK_IS_TEXT_VIEW (control))
    samsyn_accessible_name (control, samsyn_field_label (self->field, NULL));
  if (GTK_IS_ENTRY (control))
    gtk_entry_set_activates_default (GTK_ENTRY (control), TRUE);
  adw_bin_set_child (self->value, GTK_WIDGET (self->editor));
  gtk_check_button_set_active (self->none, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->none), !(self->field->flags & SAMSYN_FIELD_REQUIRED));
}

static void
on_field_chosen (SamsynBulkEdit *self)
{
  guint selected = gtk_drop_down_get_selected (self->field_drop_down);

  if (selected >= self->fields->len || self->session == NULL)
    return;
  self->field = g_ptr_array_index (self->fields, selected);
  show_editor (self);
  update_preview (self);
}

static void
list_fields (SamsynBulkEdit *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint first = 0;

  self->field = NULL;
  g_ptr_array_set_size (self->fields, 0);
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      const SamsynField *field = &self->kind->fields[i];

      if (field->type == SAMSYN_TYPE_BODY)
        continue;
      /* What many records are likely to have alike. */
      if (first == 0 && field->type == SAMSYN_TYPE_CHOICE)
        first = self->fields->len;
      gtk_string_list_append (labels, samsyn_field_label (field, NULL));
      g_ptr_array_add (self->fields, (gpointer) field);
    }
  gtk_drop_down_set_model (self->field_drop_down, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->field_drop_down, first);
  on_field_chosen (self);
}

void
samsyn_bulk_edit_start (SamsynBulkEdit   *self,
                        SamsynSession    *session,
                        const SamsynKind *kind,
                        GArray           *ids)
{
  g_set_object (&self->session, session);
  self->kind = kind;
  g_array_set_size (self->ids, 0);
  g_array_append_vals (self->ids, ids->data, ids->len);
  list_fields (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->field_drop_down));
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_bulk_edit_dispose (GObject *object)
{
  SamsynBulkEdit *self = SAMSYN_BULK_EDIT (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (samsyn_bulk_edit_parent_class)->dispose (object);
}

static void
samsyn_bulk_edit_finalize (GObject *object)
{
  g_array_unref (SAMSYN_BULK_EDIT (object)->ids);
  g_ptr_array_unref (SAMSYN_BULK_EDIT (object)->fields);
  G_OBJECT_CLASS (samsyn_bulk_edit_parent_class)->finalize (object);
}

static void
samsyn_bulk_edit_class_init (SamsynBulkEditClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_bulk_edit_dispose;
  G_OBJECT_CLASS (class)->finalize = samsyn_bulk_edit_finalize;
  samsyn_template_set (widget_class, "bulk-edit");
  gtk_widget_class_bind_template_child (widget_class, SamsynBulkEdit, apply);
  gtk_widget_class_bind_template_child (widget_class, SamsynBulkEdit, field_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SamsynBulkEdit, none);
  gtk_widget_class_bind_template_child (widget_class, SamsynBulkEdit, preview);
  gtk_widget_class_bind_template_child (widget_class, SamsynBulkEdit, problem);
  gtk_widget_class_bind_template_child (widget_class, SamsynBulkEdit, value);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_field_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_none);
}

static void
samsyn_bulk_edit_init (SamsynBulkEdit *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_tidy (gtk_popover_get_child (GTK_POPOVER (self)), C_ ("bulk edit", "Field"));
  samsyn_accessible_drop_down (self->field_drop_down, C_ ("bulk edit", "Field"));
  gtk_popover_set_default_widget (GTK_POPOVER (self), GTK_WIDGET (self->apply));
}
