/* sound-export.h: what is sound of a workspace with bent values, to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Exports it on a thread from a private copy, with a list of the rest beside it; `callback` calls
 * samsyn_sound_export_finish(). */
void samsyn_sound_export_start (const char         *from,
                                const char         *to,
                                GObject            *source,
                                GAsyncReadyCallback callback);

/* What to tell the user: how much is left out, and where the list of it lies; or NULL.  To be freed by the caller. */
char *samsyn_sound_export_finish (GAsyncResult *result,
                                  GError      **error);

G_END_DECLS
