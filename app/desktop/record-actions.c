/* record-actions.c: what can be done with a record besides filling it in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-actions.h"

#include "accessible.h"
#include "evidence-view.h"
#include "findings/evidence.h"
#include "model/date.h"
#include "model/words.h"
#include "scenario-actions.h"
#include "wrap-layout.h"

struct _SamsynRecordActions
{
  AdwBin         parent_instance;
  SamsynSession *session;
  gint64         record;
  guint          refresh; /* source, or 0 */
  GtkWidget     *state; /* a box with what is to be known first */
  GtkWidget     *box;
};

G_DEFINE_FINAL_TYPE (SamsynRecordActions, samsyn_record_actions, ADW_TYPE_BIN)

static void
prepare_meeting (SamsynSession *session,
                 gint64         record,
                 GtkWidget     *origin)
{
  gtk_widget_activate_action (origin, "win.prepare-report", "x", record);
}

static const SamsynRecordAction meeting_actions[] = {
  { "meeting", NC_ ("action", "_Prepare the Report…"), NC_ ("action", "Make the workbook that the meeting reads"), FALSE, NULL,
    prepare_meeting, NULL },
  { NULL },
};

static const SamsynRecordAction *const tables[] = { samsyn_scenario_actions, meeting_actions };

/* ---- The buttons ------------------------------------------------------------------------------------------------------------- */

static void
on_clicked (SamsynRecordActions *self,
            GtkWidget           *button)
{
  const SamsynRecordAction *action = g_object_get_data (G_OBJECT (button), "samsyn-action");

  samsyn_session_save_all (self->session);
  action->run (self->session, self->record, GTK_WIDGET (self));
}

static void
add_action (SamsynRecordActions      *self,
            const SamsynRecordAction *action)
{
  GtkWidget *button = action->make != NULL ? action->make (self->session, self->record)
                                           : gtk_button_new_with_mnemonic (samsyn_words (NULL, "action", action->label));

  if (action->make == NULL)
    {
      /* Large letters in a narrow pane. */
      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
      gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), GTK_JUSTIFY_CENTER);
      g_object_set_data (G_OBJECT (button), "samsyn-action", (gpointer) action);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clicked), self);
    }
  gtk_widget_set_tooltip_text (button, samsyn_words (NULL, "action", action->tip));
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
empty (GtkWidget *box)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (box)) != NULL;)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
fill (SamsynRecordActions *self)
{
  SamsynStore *store = samsyn_session_get_store (self->session);
  g_autoptr (SamsynRecord) record = store != NULL ? samsyn_store_get (store, self->record, NULL) : NULL;
  g_autofree char *today = samsyn_today ();
  g_autofree char *state = record != NULL ? samsyn_evidence_state (store, self->record, today, NULL) : NULL;

  empty (self->box);
  empty (self->state);
  if (state != NULL)
    gtk_box_append (GTK_BOX (self->state), samsyn_evidence_warning_new (state));
  for (guint i = 0; i < G_N_ELEMENTS (tables) && record != NULL; i++)
    for (const SamsynRecordAction *action = tables[i]; action->label != NULL; action++)
      if (g_str_equal (action->kind, record->kind->id) && (action->has == NULL || action->has (record))
          && !(action->writes && samsyn_session_is_read_only (self->session)))
        add_action (self, action);
  gtk_widget_set_visible (self->state, state != NULL);
  gtk_widget_set_visible (self->box, gtk_widget_get_first_child (self->box) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (self->state) || gtk_widget_get_visible (self->box));
  samsyn_accessible_tidy (self->box, NULL);
}

static gboolean
on_idle (gpointer self)
{
  SAMSYN_RECORD_ACTIONS (self)->refresh = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* The button that was clicked is not to go while it is at work. */
static void
on_changed (SamsynRecordActions *self,
            gint64               step,
            GPtrArray           *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (((const SamsynChange *) g_ptr_array_index (changes, i))->record == self->record && self->refresh == 0)
      self->refresh = g_idle_add (on_idle, self);
}

SamsynRecordActions *
samsyn_record_actions_new (SamsynSession *session,
                           gint64         record)
{
  SamsynRecordActions *self = g_object_new (SAMSYN_TYPE_RECORD_ACTIONS, NULL);

  self->session = g_object_ref (session);
  self->record = record;
  fill (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/* ---- The widget -------------------------------------------------------------------------------------------------------------- */

static void
samsyn_record_actions_dispose (GObject *object)
{
  SamsynRecordActions *self = SAMSYN_RECORD_ACTIONS (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (samsyn_record_actions_parent_class)->dispose (object);
}

static void
samsyn_record_actions_class_init (SamsynRecordActionsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = samsyn_record_actions_dispose;
}

static void
samsyn_record_actions_init (SamsynRecordActions *self)
{
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_layout_manager (self->box, g_object_new (SAMSYN_TYPE_WRAP_LAYOUT, NULL));
  self->state = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (both), self->state);
  gtk_box_append (GTK_BOX (both), self->box);
  adw_bin_set_child (ADW_BIN (self), both);
}
