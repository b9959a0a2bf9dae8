/* keys.h: the keys that do something
 *
 * One table gives the application its keys and the user the window that explains them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives every action of the table its keys. */
void samsyn_keys_install (GtkApplication *application);

/* Calls `func` with the detailed name of each action, its keys (apart by blanks) and what it does, in the program's language. */
typedef void (*SamsynKeysFunc) (const char *action,
                                const char *keys,
                                const char *label,
                                gpointer    data);
void samsyn_keys_each (SamsynKeysFunc func,
                       gpointer       data);

/* A window that explains them, in the program's language. */
GtkWidget *samsyn_keys_window_new (void);

G_END_DECLS
