/* filter-entry.h: the entry above a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says what the entry above a list is for, by a word in it that is never cut off, and to screen readers. */
void samsyn_filter_entry_set_up (GtkSearchEntry *entry);

G_END_DECLS
