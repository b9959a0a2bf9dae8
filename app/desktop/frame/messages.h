/* messages.h: what the session tells, for a moment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

/* Shows each message of the session over what the overlay has, in the place of the one before, and has the label, which is
 * inside, say it to screen readers.  One that offers to undo a step goes when something else is done.  Once an overlay, as long
 * as it lasts. */
void samsyn_messages_show (SamsynSession   *session,
                           AdwToastOverlay *overlay,
                           GtkLabel        *said);

G_END_DECLS
