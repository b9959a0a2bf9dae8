/* window-state.h: size and workspace of the window that was used last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives a new window the size of the last one. */
void samsyn_window_state_apply (GtkWindow *window);

/* Keeps the window's size, and the workspace it shows (NULL: none). */
void samsyn_window_state_save (GtkWindow  *window,
                               const char *path);

/* The workspace of the window that was closed last, NULL if it had none or the file isn't there; to be freed by the caller. */
char *samsyn_window_state_workspace (void);

G_END_DECLS
