/* workspace.h: an open workspace: sidebar, page and record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_WORKSPACE (samsyn_workspace_get_type ())
G_DECLARE_FINAL_TYPE (SamsynWorkspace, samsyn_workspace, SAMSYN, WORKSPACE, AdwBin)

/* Shows the store, and owns it.  `notice` (may be NULL) is a sentence that stays in view: why it is open for reading only.
 * `page` (may be NULL) is the id of the page to begin with. */
SamsynWorkspace *samsyn_workspace_new (SamsynStore *store,
                                       const char  *notice,
                                       const char  *page);

/* Closes the store; nothing is shown any more. */
void samsyn_workspace_close (SamsynWorkspace *workspace);

/* The session, owned by the workspace. */
SamsynSession *samsyn_workspace_get_session (SamsynWorkspace *workspace);

/* The id of the page that is shown, static; NULL for none. */
const char *samsyn_workspace_get_page (SamsynWorkspace *workspace);

/* The workspace's name as the user knows it: its file's, without the ending.  To be freed by the caller. */
char *samsyn_workspace_name (SamsynStore *store);

/* What the window's actions of the same names do. */
void samsyn_workspace_filter       (SamsynWorkspace *workspace);
void samsyn_workspace_search       (SamsynWorkspace *workspace);
void samsyn_workspace_show_sidebar (SamsynWorkspace *workspace);
void samsyn_workspace_go_back      (SamsynWorkspace *workspace);
void samsyn_workspace_new_record   (SamsynWorkspace *workspace);
void samsyn_workspace_menu         (SamsynWorkspace *workspace);
void samsyn_workspace_undo         (SamsynWorkspace *workspace);
void samsyn_workspace_move_focus   (SamsynWorkspace *workspace,
                                    gboolean         back);

/* Saves what can be saved; says what can't as a sentence, or NULL.  To be freed by the caller. */
char *samsyn_workspace_describe_lost (SamsynWorkspace *workspace);

G_END_DECLS
