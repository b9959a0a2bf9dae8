/* record-actions.c: what can be done with a record besides filling it in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-actions.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/box.h"
#include "desktop/parts/wrap-layout.h"
#include "desktop/session/widget-clock.h"
#include "evidence-view.h"
#include "findings/evidence/evidence.h"
#include "model/words.h"

struct _SamsynRecordActions
{
  SamsynRecordPart parent_instance;
  GtkWidget       *state; /* a box with what is to be known first */
  GtkWidget       *box;
};

G_DEFINE_FINAL_TYPE (SamsynRecordActions, samsyn_record_actions, SAMSYN_TYPE_RECORD_PART)

static const SamsynRecordAction *tables[8];
static guint n_tables;

void
samsyn_record_actions_add (const SamsynRecordAction *table)
{
  g_return_if_fail (n_tables < G_N_ELEMENTS (tables));
  tables[n_tables++] = table;
}

/* ---- The buttons ----------------------------------------------------------------------------------------------------------- */

static void
on_clicked (SamsynRecordPart *part,
            GtkWidget        *button)
{
  const SamsynRecordAction *action = g_object_get_data (G_OBJECT (button), "samsyn-action");
  SamsynSession *session = samsyn_record_part_get_session (part);

  samsyn_session_save_all (session);
  action->run (session, samsyn_record_part_get_record (part), GTK_WIDGET (part));
}

static void
add_action (SamsynRecordActions      *self,
            const SamsynRecordAction *action)
{
  SamsynRecordPart *part = SAMSYN_RECORD_PART (self);
  GtkWidget *button = action->make != NULL
                        ? action->make (samsyn_record_part_get_session (part), samsyn_record_part_get_record (part))
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
fill (SamsynRecordPart *part)
{
  SamsynRecordActions *self = SAMSYN_RECORD_ACTIONS (part);
  SamsynStore *store = samsyn_record_part_get_store (part);
  g_autoptr (SamsynRecord) record = store != NULL ? samsyn_store_get (store, samsyn_record_part_get_record (part), NULL) : NULL;
  g_autofree char *today = samsyn_widget_today (self);
  g_autofree char *state
      = record != NULL ? samsyn_evidence_state (store, samsyn_record_part_get_record (part), today, NULL) : NULL;

  samsyn_box_empty (GTK_BOX (self->box));
  samsyn_box_empty (GTK_BOX (self->state));
  if (state != NULL)
    gtk_box_append (GTK_BOX (self->state), samsyn_evidence_warning_new (state));
  for (guint i = 0; i < n_tables && record != NULL; i++)
    for (const SamsynRecordAction *action = tables[i]; action->label != NULL; action++)
      if (g_str_equal (action->kind, record->kind->id) && (action->has == NULL || action->has (record))
          && !(action->writes && samsyn_session_is_read_only (samsyn_record_part_get_session (part))))
        add_action (self, action);
  gtk_widget_set_visible (self->state, state != NULL);
  gtk_widget_set_visible (self->box, gtk_widget_get_first_child (self->box) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (self->state) || gtk_widget_get_visible (self->box));
  samsyn_accessible_tidy (self->box, NULL);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_record_actions_class_init (SamsynRecordActionsClass *class)
{
  SAMSYN_RECORD_PART_CLASS (class)->of_record_only = TRUE;
  SAMSYN_RECORD_PART_CLASS (class)->fill = fill;
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
