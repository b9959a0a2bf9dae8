/* preferences-window.h: what the user prefers, to be changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_PREFERENCES_WINDOW (samsyn_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (SamsynPreferencesWindow, samsyn_preferences_window, SAMSYN, PREFERENCES_WINDOW, AdwPreferencesWindow)

/* A window above `parent`; each change is kept at once.  With the session of an open workspace (or NULL) its settings too. */
GtkWidget *samsyn_preferences_window_new (GtkWindow     *parent,
                                          SamsynSession *session);

G_END_DECLS
