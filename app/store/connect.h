/* connect.h: connections to a workspace, and what has to be done before one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "aside.h"

G_BEGIN_DECLS

/* An open, hardened connection around the path, or NULL.  The header of a file that is there already (not `fresh`) is looked at
 * before anything else is read. */
SamsynStore *samsyn_connect (const char *path,
                             int         flags,
                             gboolean    fresh,
                             GError    **error);

/* Whether the file and its folder may be written. */
gboolean samsyn_connect_may_write (const char *path,
                                   GError    **error);

/* Sees to what lies beside the workspace, before a connection that may write; the caller holds the lock. */
gboolean samsyn_connect_care (const char *path,
                              SamsynCare *care,
                              GError    **error);

/* The same for who only reads: by a writer that comes and goes. */
gboolean samsyn_connect_first (const char *path,
                               SamsynCare *care,
                               GError    **error);

G_END_DECLS
