/* unfinished.h: where a file lies until it is whole
 *
 * Each has a hidden folder of its own beside its target, so that whatever a library puts beside its file is there too.  The
 * folder is locked while the one who made it lives (flock: the system lets go when a process ends, however it ends): so the next
 * start knows what is left of one that was killed, and takes it away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SamsynUnfinished SamsynUnfinished;

/* Makes a private folder (0700) in a folder; NULL with errno set. */
SamsynUnfinished *samsyn_unfinished_new (const char *folder);

/* Removes it with the files in it; NULL is ignored.  errno is kept. */
void samsyn_unfinished_free (SamsynUnfinished *unfinished);

/* The folder's path; owned by it. */
const char *samsyn_unfinished_get_path (SamsynUnfinished *unfinished);

/* Takes away what others left in that folder who live no more.  Only what has our names, belongs to this user and is locked by
 * nobody. */
void samsyn_unfinished_sweep (const char *folder);

/* Takes away everything that this process has unfinished; it must end then: who would make more waits for ever. */
void samsyn_unfinished_abandon (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynUnfinished, samsyn_unfinished_free)

G_END_DECLS
