/* form-field.h: a field of a form: its label, its editor, and why its value could not be saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "field-editor.h"

G_BEGIN_DECLS

/* Signals
 *   "entered"  the focus came
 *   "edited"   the user altered something
 *   "left"     the focus went, or the value is whole: it is to be saved */
#define SAMSYN_TYPE_FORM_FIELD (samsyn_form_field_get_type ())
G_DECLARE_FINAL_TYPE (SamsynFormField, samsyn_form_field, SAMSYN, FORM_FIELD, AdwBin)

/* A field without a value. */
SamsynFormField *samsyn_form_field_new (SamsynSession     *session,
                                        const SamsynKind  *kind,
                                        const SamsynField *field);

/* What edits it, owned by the field; and what it is of. */
SamsynFieldEditor *samsyn_form_field_get_editor (SamsynFormField *field);
const SamsynField *samsyn_form_field_get_field  (SamsynFormField *field);

/* The record's value, from which a change is made.  Setting it shows it, and forgets what was edited. */
void               samsyn_form_field_set_base (SamsynFormField   *field,
                                               const SamsynValue *value);
const SamsynValue *samsyn_form_field_get_base (SamsynFormField *field);

/* Shows the record's value as it is always written, once it is saved: "15/12" becomes a date. */
void samsyn_form_field_tidy (SamsynFormField *field);

/* Whether something was edited since; as if the user had given a value. */
gboolean samsyn_form_field_is_edited (SamsynFormField *field);
void     samsyn_form_field_edit      (SamsynFormField   *field,
                                      const SamsynValue *value);

/* The value as edited, checked; on FALSE it can't be saved, and the reason is shown. */
gboolean samsyn_form_field_read (SamsynFormField *field,
                                 SamsynValue     *value);

/* Shows below the field why its value could not be saved (NULL: nothing). */
void        samsyn_form_field_set_reason (SamsynFormField *field,
                                          const char      *reason);
const char *samsyn_form_field_get_reason (SamsynFormField *field);

/* Shows below the field what is to be considered about its value, which is saved all the same (NULL: nothing). */
void        samsyn_form_field_set_hint (SamsynFormField *field,
                                        const char      *hint);
const char *samsyn_form_field_get_hint (SamsynFormField *field);

/* Shows that the record's value became another while this one was edited, and has the user choose. */
void     samsyn_form_field_set_conflict (SamsynFormField   *field,
                                         const SamsynValue *theirs);
gboolean samsyn_form_field_in_conflict  (SamsynFormField *field);
void     samsyn_form_field_keep_mine    (SamsynFormField *field);
void     samsyn_form_field_take_theirs  (SamsynFormField *field);

G_END_DECLS
