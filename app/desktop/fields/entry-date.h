/* entry-date.h: a date that is typed in an entry of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The date as typed ("2/5", "friday"), NULL where nothing is, to be freed by the caller; FALSE for what is no date, which the
 * entry shows with its look and, as a tooltip and in `problem` (may be NULL; to be freed by the caller), in words. */
gboolean samsyn_entry_read_date (GtkEditable *entry,
                                 char       **date,
                                 char       **problem);

/* The date, YYYY-MM-DD, as it is written in the program's language; NULL shows nothing. */
void samsyn_entry_show_date (GtkEditable *entry,
                             const char  *date);

G_END_DECLS
