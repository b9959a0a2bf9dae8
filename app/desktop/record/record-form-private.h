/* record-form-private.h: the form of a record inside, shared by its files
 *
 *   record-form.c        the widget: its fields, what the user and others do
 *   record-form-write.c  writing what was edited, and saying what became of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "record-form.h"

G_BEGIN_DECLS

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
  gboolean          resting;

  GPtrArray *fields; /* SamsynFormField, in the kind's order */
  GtkBox    *groups;
};

/* The field with that number in the kind's order, owned by the form. */
SamsynFormField *samsyn_record_form_nth (SamsynRecordForm *form,
                                         guint             number);

/* Tells that the new record is in the workspace. */
void samsyn_record_form_tell_created (SamsynRecordForm *form);

G_END_DECLS
