/* backups.h: a folder in which backups of workspaces gather
 *
 * A backup's name tells which workspace it is of, when it was made and of which state: "Översyn 2016-05-20 13.00 3f2a91bc-77aa01de.samsyn".
 * So a state that is there already is not copied again, workspaces of the same name don't mix, and no list is needed that could be
 * wrong.  Files with other names are left alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store.h"

G_BEGIN_DECLS

typedef enum
{
  SAMSYN_BACKUPS_AS_IT_IS, /* the folder has this state */
  SAMSYN_BACKUPS_TODAY,    /* the workspace was changed since its newest backup, which is less than a day old */
  SAMSYN_BACKUPS_BEHIND,   /* it was changed, and has no backup or an older one */
} SamsynBackups;

/* How the backups of a workspace stand.  One in which nothing was ever written needs none. */
SamsynBackups samsyn_backups_state (SamsynStore *store,
                                    const char  *folder);

/* Makes a verified backup (the folder too, if need be), and removes those of the same workspace that are no longer needed. */
gboolean samsyn_backups_make (SamsynStore  *store,
                              const char   *folder,
                              GCancellable *cancellable,
                              GError      **error);

/* The paths of the workspace's backups, newest first; to be freed with g_strfreev(). */
char **samsyn_backups_list (SamsynStore *store,
                            const char  *folder);

G_END_DECLS
