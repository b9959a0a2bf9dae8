/* record-actions.h: what can be done with a record besides filling it in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "record-part.h"

G_BEGIN_DECLS

/* A row of buttons, below what is to be known first (that a document is repealed), kept in step with the record; none, and
 * invisible, for most kinds. */
#define SAMSYN_TYPE_RECORD_ACTIONS (samsyn_record_actions_get_type ())
G_DECLARE_FINAL_TYPE (SamsynRecordActions, samsyn_record_actions, SAMSYN, RECORD_ACTIONS, SamsynRecordPart)

/* What can be done with the records of a kind. */
typedef struct
{
  const char *kind;
  const char *label; /* English, context "action"; with the letter underlined that chooses it */
  const char *tip;   /* English, context "action": what it does, in a sentence */
  gboolean    writes; /* not in a workspace open for reading only */

  /* Whether it can be done with this one; NULL: always. */
  gboolean (*has) (const SamsynRecord *record);

  /* Does it; `origin` is the widget from which. */
  void (*run) (SamsynSession *session,
               gint64         record,
               GtkWidget     *origin);

  /* Instead of a button that runs it: a widget of its own; NULL: a button. */
  GtkWidget *(*make) (SamsynSession *session,
                      gint64         record);
} SamsynRecordAction;

/* Adds what can be done with a kind from now on: a static table, ended by one without label.  Before there is a window. */
void samsyn_record_actions_add (const SamsynRecordAction *table);

G_END_DECLS
