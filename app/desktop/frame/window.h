/* window.h: the window: one workspace, or the way to one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "opening.h"
#include "workspace.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_WINDOW (samsyn_window_get_type ())
G_DECLARE_FINAL_TYPE (SamsynWindow, samsyn_window, SAMSYN, WINDOW, AdwApplicationWindow)

/* A window that welcomes. */
SamsynWindow *samsyn_window_new (GtkApplication *application);

/* Opens a workspace in this window if it has none, otherwise in another; a window that has it already comes to the front. */
void samsyn_window_open (SamsynWindow *window,
                         SamsynOpening what,
                         const char   *path);

/* Opens another file in the place of the one that is shown, or the same one again. */
void samsyn_window_reopen (SamsynWindow *window,
                           const char   *path);

/* The path that the window shows or is about to, NULL for none; owned by the window. */
const char *samsyn_window_get_path (SamsynWindow *window);

/* What it shows, owned by the window; NULL for a welcome, or while a file is being opened. */
SamsynWorkspace *samsyn_window_get_workspace (SamsynWindow *window);

G_END_DECLS
