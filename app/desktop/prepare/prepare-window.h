/* prepare-window.h: choosing and making a report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"
#include "reports/report.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_PREPARE_WINDOW (samsyn_prepare_window_get_type ())
G_DECLARE_FINAL_TYPE (SamsynPrepareWindow, samsyn_prepare_window, SAMSYN, PREPARE_WINDOW, AdwWindow)

/* A window over `parent` in which a report of the session's workspace is chosen and made; `meeting` (0: none) is the meeting to
 * begin with. */
SamsynPrepareWindow *samsyn_prepare_window_new (GtkWindow     *parent,
                                                SamsynSession *session,
                                                gint64         meeting);

/* Chooses a report by its id, with what of the arguments is given. */
void samsyn_prepare_window_choose (SamsynPrepareWindow         *window,
                                   const char                  *report,
                                   const SamsynReportArguments *arguments);

/* Where the file dialog proposes the workbook: by the day of what it is about, in the folder where the session's last report was
 * put, or beside the workspace.  To be freed by the caller. */
char *samsyn_prepare_window_propose (SamsynPrepareWindow *window);

/* Makes what is chosen, into a file; for the file dialog and for tests.  An existing file is replaced: the dialog has asked. */
void samsyn_prepare_window_make (SamsynPrepareWindow *window,
                                 const char          *path);

G_END_DECLS
