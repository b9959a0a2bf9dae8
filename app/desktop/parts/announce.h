/* announce.h: messages for screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has a label of the role "alert" or "status" say something, for the eye and for screen readers, whatever has the focus.  A
 * status stands there and says only what is new; an alert says it again, and is there only while it has something to say.  NULL
 * is nothing.  What is not in view is not told: first show what the label is in. */
void samsyn_announce (GtkLabel   *label,
                      const char *text);

G_END_DECLS
