/* safekeeping.h: backups that are made without asking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session.h"

G_BEGIN_DECLS

/* Makes a backup of a workspace that was just closed, on a thread, if it was changed; the application doesn't end before. */
void samsyn_safekeeping_closed (GApplication *application,
                                const char   *path);

/* Makes one a day of a workspace that is open, if it is changed, as long as the session lasts.  What goes wrong is told, also
 * what went wrong when a workspace was closed. */
void samsyn_safekeeping_watch (SamsynSession *session);

G_END_DECLS
