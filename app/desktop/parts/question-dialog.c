/* question-dialog.c: asking before something is lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "question-dialog.h"

#include "accessible.h"

/* It would go with the window over which it asks, while it is still at work. */
static void
leave_parent (GtkWindow *dialog)
{
  gtk_window_set_transient_for (dialog, NULL);
}

AdwMessageDialog *
samsyn_question_dialog_show (GtkWindow          *parent,
                             const char         *heading,
                             const char         *body,
                             const SamsynAnswer *answers,
                             gsize               n_answers,
                             const char         *usual)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  for (gsize i = 0; i < n_answers; i++)
    {
      adw_message_dialog_add_response (dialog, answers[i].id, answers[i].label);
      adw_message_dialog_set_response_appearance (dialog, answers[i].id, answers[i].appearance);
    }
  adw_message_dialog_set_default_response (dialog, usual);
  adw_message_dialog_set_close_response (dialog, answers[0].id);
  g_signal_connect (dialog, "response", G_CALLBACK (leave_parent), NULL);
  samsyn_accessible_tidy (GTK_WIDGET (dialog), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
