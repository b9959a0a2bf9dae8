/* desk.h: a session with a workspace of its own and a window to put something in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/record/record-form.h"

G_BEGIN_DECLS

typedef struct
{
  char          *folder;
  SamsynSession *session;
  GtkWidget     *window;
  char          *state;
  gboolean       trouble;
  gint64         created;
} Desk;

Desk *desk_new  (void);
void  desk_free (Desk *desk);

SamsynStore *desk_store (Desk *desk);

/* Puts a form into the window and notes what it tells; returns it. */
SamsynRecordForm *desk_put (Desk             *desk,
                            SamsynRecordForm *form);

/* The same with the form of a record. */
SamsynRecordForm *desk_show (Desk  *desk,
                             gint64 id);

/* Types into the control of a field of one line. */
void desk_type (SamsynFormField *field,
                const char      *text);

/* A record with that title and nothing else. */
gint64 desk_create (Desk       *desk,
                    const char *kind,
                    const char *title);

/* A record with what its kind requires, that belongs to the target by that field. */
gint64 desk_create_in (Desk       *desk,
                       const char *kind,
                       const char *field,
                       gint64      target);

/* A value that fits the field. */
SamsynValue desk_value (Desk              *desk,
                        const SamsynField *field);

/* What is stored of the record now; to be freed by the caller. */
char *desk_stored_text (Desk       *desk,
                        gint64      id,
                        const char *field);

G_END_DECLS
