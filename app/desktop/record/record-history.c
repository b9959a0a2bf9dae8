/* record-history.c: what was done to a record, and the way back to older values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-history.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/day-text.h"
#include "desktop/parts/template.h"
#include "desktop/parts/value-text.h"
#include "model/words.h"
#include "store/past.h"

#define FIRST 10 /* steps shown until all are asked for */

struct _SamsynRecordHistory
{
  AdwBin         parent_instance;
  SamsynSession *session;
  gint64         record;
  guint          limit;
  guint          n_steps;
  guint          refresh; /* source, or 0 */
  SamsynRecord  *now;     /* while the list is filled */
  SamsynPast    *past;    /* likewise */

  GtkButton   *all;
  GtkExpander *expander;
  GtkBox      *list;
};

G_DEFINE_FINAL_TYPE (SamsynRecordHistory, samsyn_record_history, ADW_TYPE_BIN)

/* A value that can be put back. */
typedef struct
{
  SamsynRecordHistory *history;
  const SamsynField   *field;
  SamsynValue          value;
} Back;

static void
back_free (gpointer  data,
           GClosure *closure)
{
  Back *back = data;

  samsyn_value_clear (&back->value);
  g_free (back);
}

/* ---- Putting a value back -------------------------------------------------------------------------------------------------- */

static void
on_put_back (GtkButton *button,
             Back      *back)
{
  SamsynSession *session = back->history->session;
  g_autoptr (SamsynRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  SamsynChange *change;
  SamsynValue before, after = samsyn_value_copy (&back->value);
  gint64 step;

  samsyn_session_save_all (session);
  record = samsyn_store_get (samsyn_session_get_store (session), back->history->record, NULL);
  if (record == NULL)
    return;
  change = samsyn_change_new (SAMSYN_CHANGE_UPDATE, record->kind, record->id);
  before = samsyn_value_copy (samsyn_record_get (record, back->field->id));
  samsyn_change_add (change, back->field->id, &before, &after);
  step = samsyn_session_save (session, 0, change, NULL, &error);
  text = g_strdup_printf (_ ("%s has its earlier value again"), samsyn_field_label (back->field, NULL));
  samsyn_session_tell (session, step != 0 ? text : error->message, step);
}

/* ---- The steps ------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_line (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);
  return label;
}

static void
add_back (SamsynRecordHistory     *self,
          GtkGrid                 *line,
          const SamsynField       *field,
          const SamsynFieldChange *entry,
          const char              *before)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Put back %s: %s"), samsyn_field_label (field, NULL), before);
  Back *back = g_new0 (Back, 1);

  *back = (Back) { .history = self, .field = field, .value = samsyn_value_copy (&entry->before) };
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_put_back), back, back_free, 0);
  gtk_widget_set_tooltip_text (button, _ ("Put This Value Back"));
  samsyn_accessible_name (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_grid_attach (line, button, 1, 0, 1, 1);
}

/* What a value names is called as it was when the step had been made. */
static char *
value_then (SamsynRecordHistory *self,
            gint64               step,
            const SamsynKind    *kind,
            const SamsynField   *field,
            const SamsynValue   *value)
{
  g_autofree char *title = field->type == SAMSYN_TYPE_REFERENCE && value->stored == SAMSYN_STORED_INTEGER
                             ? samsyn_past_title (self->past, value->integer, step, NULL) : NULL;

  if (title != NULL && *title != '\0')
    return g_steal_pointer (&title);
  return samsyn_value_text_short (samsyn_session_get_store (self->session), kind, field, value);
}

static void
add_field (SamsynRecordHistory     *self,
           GtkBox                  *box,
           gint64                   step,
           const SamsynChange      *change,
           const SamsynFieldChange *entry)
{
  const SamsynField *field = &change->kind->fields[entry->field];
  g_autofree char *before = value_then (self, step, change->kind, field, &entry->before);
  g_autofree char *after = value_then (self, step, change->kind, field, &entry->after);
  g_autofree char *text = change->type == SAMSYN_CHANGE_UPDATE
                            ? g_strdup_printf ("%s: %s → %s", samsyn_field_label (field, NULL), before, after)
                            : g_strdup_printf ("%s: %s", samsyn_field_label (field, NULL),
                                               change->type == SAMSYN_CHANGE_CREATE ? after : before);
  GtkGrid *line = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (line, 6);
  gtk_grid_attach (line, new_line (text), 0, 0, 1, 1);
  if (change->type == SAMSYN_CHANGE_UPDATE && self->now != NULL && !samsyn_session_is_read_only (self->session)
      && !samsyn_value_equal (&self->now->values[entry->field], &entry->before))
    add_back (self, line, field, entry, before);
  gtk_box_append (box, GTK_WIDGET (line));
}

static gboolean
add_step (const SamsynStep *step,
          GPtrArray        *changes,
          gpointer          data)
{
  SamsynRecordHistory *self = data;
  GtkWidget *line;
  GtkBox *box;
  g_autofree char *at = samsyn_day_moment (samsyn_store_clock (samsyn_session_get_store (self->session)), step->at);
  g_autofree char *heading = g_strdup_printf ("%s · %s · %s", at, samsyn_step_words (step->code), step->author);

  if (self->n_steps++ >= self->limit)
    return FALSE;
  box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  line = new_line (heading);
  gtk_widget_add_css_class (line, "dim-label");
  gtk_box_append (box, line);
  for (guint i = 0; i < changes->len; i++)
    {
      const SamsynChange *change = g_ptr_array_index (changes, i);

      for (guint n = 0; change->record == self->record && n < change->fields->len; n++)
        add_field (self, box, step->id, change, &g_array_index (change->fields, SamsynFieldChange, n));
    }
  gtk_box_append (self->list, GTK_WIDGET (box));
  return TRUE;
}

static void
fill (SamsynRecordHistory *self)
{
  SamsynStore *store = samsyn_session_get_store (self->session);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  self->n_steps = 0;
  self->now = samsyn_store_get (store, self->record, NULL);
  self->past = samsyn_past_new (store);
  samsyn_store_history (store, self->record, add_step, self, NULL);
  g_clear_pointer (&self->past, samsyn_past_free);
  g_clear_pointer (&self->now, samsyn_record_free);
  gtk_widget_set_visible (GTK_WIDGET (self->all), self->n_steps > self->limit);
}

static gboolean
on_idle (gpointer data)
{
  SamsynRecordHistory *self = data;

  self->refresh = 0;
  if (samsyn_session_get_store (self->session) != NULL && gtk_expander_get_expanded (self->expander))
    fill (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (SamsynRecordHistory *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (on_idle, self);
}

static void
on_all (SamsynRecordHistory *self)
{
  self->limit = G_MAXUINT;
  fill (self);
}

SamsynRecordHistory *
samsyn_record_history_new (SamsynSession *session,
                           gint64         record)
{
  SamsynRecordHistory *self = g_object_new (SAMSYN_TYPE_RECORD_HISTORY, NULL);

  self->session = g_object_ref (session);
  self->record = record;
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_record_history_dispose (GObject *object)
{
  SamsynRecordHistory *self = SAMSYN_RECORD_HISTORY (object);

  if (self->refresh != 0)
    g_source_remove (self->refresh);
  self->refresh = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMSYN_TYPE_RECORD_HISTORY);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (samsyn_record_history_parent_class)->dispose (object);
}

static void
samsyn_record_history_class_init (SamsynRecordHistoryClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_record_history_dispose;
  samsyn_template_set (widget_class, "record-history");
  gtk_widget_class_bind_template_child (widget_class, SamsynRecordHistory, all);
  gtk_widget_class_bind_template_child (widget_class, SamsynRecordHistory, expander);
  gtk_widget_class_bind_template_child (widget_class, SamsynRecordHistory, list);
  gtk_widget_class_bind_template_callback (widget_class, on_all);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
samsyn_record_history_init (SamsynRecordHistory *self)
{
  self->limit = FIRST;
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_name (GTK_WIDGET (self->expander), gtk_expander_get_label (self->expander));
}
