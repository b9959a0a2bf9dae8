/* field-editor.h: where one value of a record is edited
 *
 * One class for each type of field, behind one interface; which class is told by the type alone.  An editor knows nothing of
 * saving: the form asks for its value and tells it the record's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

/* Signals
 *   "edited"  the user altered something; the value may not be whole yet
 *   "settled" the value is whole: something was chosen, not typed */
#define SAMSYN_TYPE_FIELD_EDITOR (samsyn_field_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (SamsynFieldEditor, samsyn_field_editor, SAMSYN, FIELD_EDITOR, AdwBin)

struct _SamsynFieldEditorClass
{
  AdwBinClass parent_class;

  /* Called once, when the field is known; may be NULL. */
  void (*set_up) (SamsynFieldEditor *editor);

  /* Shows a value that the record has; nothing is emitted. */
  void (*set_value) (SamsynFieldEditor *editor,
                     const SamsynValue *value);

  /* What is shown, as a value; FALSE with the reason where it is none.  An empty value is given for what it is. */
  gboolean (*get_value) (SamsynFieldEditor *editor,
                         SamsynValue       *value,
                         GError           **error);

  void (*set_read_only) (SamsynFieldEditor *editor,
                         gboolean           read_only);

  /* The widget that takes the focus. */
  GtkWidget *(*get_control) (SamsynFieldEditor *editor);

  /* The record that is edited, 0 for a new one; may be NULL. */
  void (*set_record) (SamsynFieldEditor *editor,
                      gint64             record);
};

/* An editor for the field of the kind. */
SamsynFieldEditor *samsyn_field_editor_new (SamsynSession     *session,
                                            const SamsynKind  *kind,
                                            const SamsynField *field);

/* The class's functions. */
void       samsyn_field_editor_set_value     (SamsynFieldEditor *editor,
                                              const SamsynValue *value);
gboolean   samsyn_field_editor_get_value     (SamsynFieldEditor *editor,
                                              SamsynValue       *value,
                                              GError           **error);
void       samsyn_field_editor_set_read_only (SamsynFieldEditor *editor,
                                              gboolean           read_only);
void       samsyn_field_editor_set_record    (SamsynFieldEditor *editor,
                                              gint64             record);
GtkWidget *samsyn_field_editor_get_control   (SamsynFieldEditor *editor);

/* Has the label name the control to screen readers. */
void samsyn_field_editor_set_label (SamsynFieldEditor *editor,
                                    GtkLabel          *label);

/* What the editor is of. */
SamsynSession     *samsyn_field_editor_get_session (SamsynFieldEditor *editor);
const SamsynKind  *samsyn_field_editor_get_kind    (SamsynFieldEditor *editor);
const SamsynField *samsyn_field_editor_get_field   (SamsynFieldEditor *editor);

/* For the classes: emit the signals; read and write a value as a person does. */
void     samsyn_field_editor_edited  (SamsynFieldEditor *editor);
void     samsyn_field_editor_settled (SamsynFieldEditor *editor);
gboolean samsyn_field_editor_parse   (SamsynFieldEditor *editor,
                                      const char        *text,
                                      SamsynValue       *value,
                                      GError           **error);
char    *samsyn_field_editor_display (SamsynFieldEditor *editor,
                                      const SamsynValue *value);

/* Names a control that shows its value as its own label: "Type: Board". */
void samsyn_field_editor_name_with_value (SamsynFieldEditor *editor,
                                          GtkWidget         *control,
                                          const char        *value);

G_END_DECLS
