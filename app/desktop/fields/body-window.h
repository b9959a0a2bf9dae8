/* body-window.h: writing or pasting a long text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_BODY_WINDOW (samsyn_body_window_get_type ())
G_DECLARE_FINAL_TYPE (SamsynBodyWindow, samsyn_body_window, SAMSYN, BODY_WINDOW, AdwWindow)

/* Gets the text that was written; isn't called where the user thought better of it. */
typedef void (*SamsynWrittenFunc) (const char *text,
                                   gpointer    data);

/* Opens over the widget's window, and closes with it; `data` must live as long as the widget.  What is written there is kept by
 * its button, and when the session has everything saved: at the end of the program.  Otherwise it is given up only after
 * asking. */
SamsynBodyWindow *samsyn_body_window_open (SamsynSession    *session,
                                           GtkWidget        *over,
                                           const char       *title,
                                           const char       *text,
                                           SamsynWrittenFunc func,
                                           gpointer          data);

G_END_DECLS
