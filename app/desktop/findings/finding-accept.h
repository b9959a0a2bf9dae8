/* finding-accept.h: accepting a finding: until when, why, by whom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* Signals
 *   "accepted" (const char *until, const char *reason, gint64 by)  until NULL: for good; by 0: nobody named */
#define SAMSYN_TYPE_FINDING_ACCEPT_BUTTON (samsyn_finding_accept_button_get_type ())
G_DECLARE_FINAL_TYPE (SamsynFindingAcceptButton, samsyn_finding_accept_button, SAMSYN, FINDING_ACCEPT_BUTTON, AdwBin)

/* A button that asks; the store's persons are offered, and it must live while the button is used. */
GtkWidget *samsyn_finding_accept_button_new (SamsynStore *store);

G_END_DECLS
