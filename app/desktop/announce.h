/* announce.h: messages for screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has a label of the role "alert" say something: it is hidden and shown again, which is what screen readers listen for. */
void samsyn_announce (GtkLabel   *label,
                      const char *text);

G_END_DECLS
