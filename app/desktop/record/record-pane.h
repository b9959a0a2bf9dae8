/* record-pane.h: a record beside the page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

/* Shows the record that the session asks for.  Signal "shown": something else, or nothing, is shown now.
 * Property "alone": whether the pane covers the page, and shows the way back to it. */
#define SAMSYN_TYPE_RECORD_PANE (samsyn_record_pane_get_type ())
G_DECLARE_FINAL_TYPE (SamsynRecordPane, samsyn_record_pane, SAMSYN, RECORD_PANE, AdwBin)

/* A pane that shows nothing yet. */
SamsynRecordPane *samsyn_record_pane_new (SamsynSession *session);

/* Whether a record, or a new one, is shown; whether it is a new one. */
gboolean samsyn_record_pane_is_open (SamsynRecordPane *pane);
gboolean samsyn_record_pane_is_new  (SamsynRecordPane *pane);

/* Moves the focus to the first field. */
void samsyn_record_pane_focus (SamsynRecordPane *pane);

/* Takes back one text that was typed and can't be saved; FALSE if there is none. */
gboolean samsyn_record_pane_take_back (SamsynRecordPane *pane);

/* Saves what can be saved; says what can't, see samsyn_record_form_describe_lost(). */
char *samsyn_record_pane_describe_lost (SamsynRecordPane *pane);

G_END_DECLS
