/* copying.h: a copy of a workspace that can't be written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes a verified copy on a thread, whatever happens to the workspace meanwhile; `callback` calls samsyn_copying_finish(). */
void samsyn_copying_start (const char         *from,
                           const char         *to,
                           GObject            *source,
                           GAsyncReadyCallback callback);

/* The path of the copy, or NULL; `notice` says what had to be put aside for it (otherwise NULL).  Both are to be freed by the
 * caller. */
char *samsyn_copying_finish (GAsyncResult *result,
                             char        **notice,
                             GError      **error);

G_END_DECLS
