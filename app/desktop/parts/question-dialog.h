/* question-dialog.h: asking before something is lost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct
{
  const char           *id;
  const char           *label; /* with a mnemonic */
  AdwResponseAppearance appearance;
} SamsynAnswer;

/* Asks over a window.  The first answer is that of closing the dialog; `usual` is that of Enter.  Owned by GTK: its
 * signal "response" tells the answer, and may destroy the parent. */
AdwMessageDialog *samsyn_question_dialog_show (GtkWindow          *parent,
                                               const char         *heading,
                                               const char         *body,
                                               const SamsynAnswer *answers,
                                               gsize               n_answers,
                                               const char         *usual);

G_END_DECLS
