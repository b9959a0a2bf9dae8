/* history-text.h: steps as they are read on a terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Prints the steps, newest first: of one record with every value, or (0) of all, large ones as counts. */
gboolean samsyn_history_print_text (SamsynStore *store,
                                    gint64       record,
                                    GError     **error);

G_END_DECLS
