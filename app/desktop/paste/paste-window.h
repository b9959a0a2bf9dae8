/* paste-window.h: what pasted rows become, before they are added
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/question/question.h"
#include "desktop/session/session.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_PASTE_WINDOW (samsyn_paste_window_get_type ())
G_DECLARE_FINAL_TYPE (SamsynPasteWindow, samsyn_paste_window, SAMSYN, PASTE_WINDOW, AdwWindow)

/* Reads the clipboard of the parent and shows what its rows become as records of the question's kind; the columns without
 * headings are the visible ones of the question. */
void samsyn_paste_window_open (GtkWindow            *parent,
                               SamsynSession        *session,
                               const SamsynQuestion *question);

G_END_DECLS
