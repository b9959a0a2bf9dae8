/* backups.h: a folder in which backups of workspaces gather
 *
 * A backup's name tells which workspace it is of, when it was made and of which state: "Översyn 2016-05-20 13.00
 * 3f2a91bc-77aa01de.samsyn".  So a state that is there already is not copied again, workspaces of the same name don't mix, and no
 * list is needed that could be wrong.  Files with other names are left alone.  A faulty workspace is backed up too, but its
 * backup has "-faulty" in its name, and takes no sound one's place.
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

/* Makes a backup and examines it (the folder too, if need be), and removes those of the same workspace that are no longer needed.
 * What was found, NULL on error. */
SamsynCheckup *samsyn_backups_make (SamsynStore  *store,
                                    const char   *folder,
                                    GCancellable *cancellable,
                                    GError      **error);

/* Makes one, where the state isn't there yet, before something that alters much: an import, a repair, a merge.  FALSE where that
 * can't be; then it should not be altered. */
gboolean samsyn_backups_make_before (SamsynStore  *store,
                                     const char   *folder,
                                     GCancellable *cancellable,
                                     GError      **error);

/* Whether the name says that the workspace was faulty. */
gboolean samsyn_backup_is_faulty (const char *path);

/* The paths of the workspace's backups, newest first; to be freed with g_strfreev(). */
char **samsyn_backups_list (SamsynStore *store,
                            const char  *folder);

G_END_DECLS
