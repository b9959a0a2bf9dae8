/* target.h: what is at a path that something is to be written to
 *
 * What is written goes to a regular file or to a new name: never to a folder, a device, a pipe, a socket or a link (a finished
 * file that is renamed over a device takes its place, as root even that of the null device), and never to a workspace, a backup,
 * another database or what lies beside one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How many bytes the longest name that Samsyn makes of a workspace's name has more than that: backups have the moment and two
 * marks. */
#define SAMSYN_TARGET_ROOM 55

/* Whether a file may be written at the path; an existing one only with `replace`.  Errors are of G_IO_ERROR, with a translated
 * sentence that says what is there: EXISTS, IS_DIRECTORY, NOT_REGULAR_FILE (a device, a pipe, a socket), INVALID_FILENAME (a
 * link), PERMISSION_DENIED (a workspace), or what the system says. */
gboolean samsyn_target_check (const char *path,
                              gboolean    replace,
                              GError    **error);

/* Whether a workspace may be made there, which lives with others beside it that are named after it: its name leaves room for
 * theirs. */
gboolean samsyn_target_check_workspace (const char *path,
                                        GError    **error);

/* Says in the user's words why nothing could be written at the path; FALSE. */
gboolean samsyn_target_fail (const char *path,
                             int         code, /* errno */
                             GError    **error);

/* Which files this process has open as databases is known above: their first bytes must not be read by other means, since closing
 * them would drop SQLite's locks.  They are workspaces. */
void samsyn_target_know_open (gboolean (*is_open) (const char *path));

G_END_DECLS
