/* record-form.h: the fields of a record, saved as they are left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/fields/form-field.h"

G_BEGIN_DECLS

/* Signals
 *   "state" (const char *text, gboolean trouble)  what became of what was edited, in words
 *   "created" (gint64 record)                     the new record is in the workspace
 *   "gone"                                        the record was deleted */
#define SAMSYN_TYPE_RECORD_FORM (samsyn_record_form_get_type ())
G_DECLARE_FINAL_TYPE (SamsynRecordForm, samsyn_record_form, SAMSYN, RECORD_FORM, AdwBin)

/* The form of a record; or of a new one of the kind, which is written when what is required is there. */
SamsynRecordForm *samsyn_record_form_new     (SamsynSession      *session,
                                              const SamsynRecord *record);
SamsynRecordForm *samsyn_record_form_new_for (SamsynSession    *session,
                                              const SamsynKind *kind);

/* Sets the values of a new record that are given, which alone are no reason to write it. */
void samsyn_record_form_preset (SamsynRecordForm   *form,
                                const SamsynRecord *given);

/* The record's id, 0 while it isn't written; and its kind. */
gint64            samsyn_record_form_get_record (SamsynRecordForm *form);
const SamsynKind *samsyn_record_form_get_kind   (SamsynRecordForm *form);

/* The field with that id, owned by the form. */
SamsynFormField *samsyn_record_form_get_field (SamsynRecordForm *form,
                                               const char       *field_id);

/* What was typed and could not be written, with the labels of the fields, as a sentence for the user; NULL if nothing would be
 * lost.  To be freed by the caller. */
char *samsyn_record_form_describe_lost (SamsynRecordForm *form);

/* The focus goes to the first field; of a new record, which may have values given, to the first that is still needed. */
void samsyn_record_form_focus (SamsynRecordForm *form);

/* Writes what was edited and can be saved. */
void samsyn_record_form_save (SamsynRecordForm *form);

/* A form that rests neither saves nor follows what others do, until it is shown again. */
void samsyn_record_form_set_resting (SamsynRecordForm *form,
                                     gboolean          resting);

/* Takes back one text that can't be saved, or that of a new record that can't be yet: that of the field last visited first.
 * FALSE if there is none. */
gboolean samsyn_record_form_take_back (SamsynRecordForm *form);

/* Tells the state again. */
void samsyn_record_form_tell (SamsynRecordForm *form);

G_END_DECLS
