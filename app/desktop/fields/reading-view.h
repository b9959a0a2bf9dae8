/* reading-view.h: reading a document's text and marking passages in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_READING_VIEW (samsyn_reading_view_get_type ())
G_DECLARE_FINAL_TYPE (SamsynReadingView, samsyn_reading_view, SAMSYN, READING_VIEW, AdwBin)

/* Shows the text of a document (0: not written yet, nothing can be marked), with the passages marked in it. */
void samsyn_reading_view_show (SamsynReadingView *view,
                               SamsynSession     *session,
                               gint64             document,
                               const char        *text);

/* The text itself, which takes the focus; what is selected in it can be marked. */
GtkTextView *samsyn_reading_view_get_text (SamsynReadingView *view);

/* Marks the selection as a passage with the tag (an id, or NULL) about the record (0: none).  The passage, or 0. */
gint64 samsyn_reading_view_mark (SamsynReadingView *view,
                                 const char        *tag,
                                 gint64             about);

G_END_DECLS
