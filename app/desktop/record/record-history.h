/* record-history.h: what was done to a record, and the way back to older values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_RECORD_HISTORY (samsyn_record_history_get_type ())
G_DECLARE_FINAL_TYPE (SamsynRecordHistory, samsyn_record_history, SAMSYN, RECORD_HISTORY, AdwBin)

/* The steps of the record, newest first; read when they are unfolded. */
SamsynRecordHistory *samsyn_record_history_new (SamsynSession *session,
                                                gint64         record);

G_END_DECLS
