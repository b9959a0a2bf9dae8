/* care.h: what the commands share that look after a workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "command.h"

G_BEGIN_DECLS

/* Prints what a check found, a line each, remarks after the faults. */
void samsyn_care_print      (const SamsynCheckup *checkup);
void samsyn_care_print_json (const SamsynCheckup *checkup);

/* TRUE where there is no fault; otherwise the error says how many there are, and what to do. */
gboolean samsyn_care_judge (const SamsynCheckup *checkup,
                            GError             **error);

/* Makes a backup in the user's folder, if this state of the workspace has none there; before it is altered as a whole. */
gboolean samsyn_care_back_up_before (SamsynStore *store,
                                     GError     **error);

G_END_DECLS
