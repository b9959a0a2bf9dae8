/* place.h: small files of the user's own that the program keeps: how it was left, and what is preferred
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The path of such a file in the user's folder of states, or of settings; to be freed by the caller. */
char *samsyn_place_state    (const char *name);
char *samsyn_place_settings (const char *name);

/* What the file holds, nothing where there is none or it can't be read; to be freed by the caller. */
GKeyFile *samsyn_place_load (const char *path);

/* Writes the file whole, private to the user.  A failure is of no consequence to the data, and only logged; whether it went
 * well. */
gboolean samsyn_place_save (const char *path,
                            GKeyFile   *file);

G_END_DECLS
