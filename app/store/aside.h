/* aside.h: what lies beside a workspace and doesn't belong to it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "db.h"

G_BEGIN_DECLS

/* What had to be done with what lay beside a workspace. */
typedef struct
{
  char    *notice;      /* a translated sentence about what was put aside, or NULL; owned */
  gboolean rolled_back; /* what a crash had left half written was taken back: the file has changed */
} SamsynCare;

void samsyn_care_clear (SamsynCare *care);

/* Adds a sentence to the notice, and takes it. */
void samsyn_care_tell (SamsynCare *care,
                       char       *sentence);

/* Adds the notice to what the store has to tell, and leaves none. */
void samsyn_care_hand (SamsynCare  *care,
                       SamsynStore *store);

/* The path of a file that SQLite has beside the workspace: "-journal", "-wal", "-shm"; to be freed by the caller. */
char *samsyn_aside_path (const char *path,
                         const char *ending);

/* Sees to the journal of a workspace whose lock is held, `probe` being a connection to it that is only read: what is of this file
 * is rolled back, what was begun in it removed, anything else put aside.  Nothing is changed where somebody else writes
 * (BUSY). */
gboolean samsyn_aside_journal (const char *path,
                               sqlite3    *probe,
                               SamsynCare *care,
                               GError    **error);

/* Puts a file beside the workspace under another name; one that isn't there or is empty is left. */
gboolean samsyn_aside_put (const char *path,
                           const char *ending,
                           SamsynCare *care,
                           GError    **error);

/* Before a file is published under a name that is free: puts aside what lies there as if it were its journal. */
gboolean samsyn_aside_clear (const char *path,
                             SamsynCare *care,
                             GError    **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SamsynCare, samsyn_care_clear)

G_END_DECLS
