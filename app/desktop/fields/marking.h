/* marking.h: what is made of a passage that is selected in a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/session/session.h"

G_BEGIN_DECLS

/* A change that creates the passage of the document that is selected in the buffer, without the spaces around it; NULL if nothing
 * is selected.  To be written, or freed by the caller. */
SamsynChange *samsyn_marking_passage (GtkTextBuffer *buffer,
                                      SamsynSession *session,
                                      gint64         document);

/* Writes the passage, which it takes, and tells how it went.  The passage's record, or 0. */
gint64 samsyn_marking_write (SamsynSession *session,
                             SamsynChange  *passage);

/* The same together with a new record of the kind, which the passage is about and which begins with it as its title.  That
 * record, or 0. */
gint64 samsyn_marking_make (SamsynSession    *session,
                            SamsynChange     *passage,
                            const SamsynKind *kind);

/* The kinds of which samsyn_marking_make() can make a record, as a menu of the action with the kind's id; to be unreffed by the
 * caller. */
GMenuModel *samsyn_marking_menu (const char *action);

G_END_DECLS
