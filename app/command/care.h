/* care.h: what check and restore share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "command.h"

G_BEGIN_DECLS

/* Examines a workspace and prints every fault; FALSE with the error set if there is one. */
gboolean samsyn_care_check (SamsynStore *store,
                            GError     **error);

G_END_DECLS
