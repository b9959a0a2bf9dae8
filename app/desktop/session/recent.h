/* recent.h: the workspaces that were open lately, and how each was left
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char  *path;
  char  *page;   /* the page that was shown, or NULL */
  gint64 record; /* the record beside it, or 0 */
} SamsynRecent;

/* An array of SamsynRecent that owns them, newest first; never NULL. */
GPtrArray *samsyn_recent_list (void);

/* What is known of a path, NULL if nothing; to be freed with samsyn_recent_free(). */
SamsynRecent *samsyn_recent_find (const char *path);
void          samsyn_recent_free (SamsynRecent *recent);

/* Puts a workspace first; without a page (NULL) it keeps the one it has. */
void samsyn_recent_note (const char *path,
                         const char *page,
                         gint64      record);

/* Takes a workspace off the list; the file stays. */
void samsyn_recent_forget (const char *path);

/* Why the file can't be opened now, in a few translated words, static; NULL: it is there. */
const char *samsyn_recent_problem (const char *path);

/* The name and the folder as the user knows them (the home folder is "~"); to be freed by the caller. */
char *samsyn_recent_name   (const char *path);
char *samsyn_recent_folder (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynRecent, samsyn_recent_free)

G_END_DECLS
