/* check-window.h: is the workspace whole, and what can be repaired?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_CHECK_WINDOW (samsyn_check_window_get_type ())
G_DECLARE_FINAL_TYPE (SamsynCheckWindow, samsyn_check_window, SAMSYN, CHECK_WINDOW, AdwWindow)

/* A window over that of the session that checks the workspace, on a thread, and shows what was found.  It goes with the session's
 * store. */
GtkWidget *samsyn_check_window_new (GtkWindow     *parent,
                                    SamsynSession *session);

G_END_DECLS
