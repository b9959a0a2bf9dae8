/* copy-table.h: records of a list as a table for other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

#include "desktop/question/question.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The records' visible columns below their labels, as text with tabs and as HTML: a spreadsheet takes either as a table.  Of
 * texts it makes no formulas, and dates and numbers are written so that it knows them.  To be freed by the caller. */
char *samsyn_copy_table_text (SamsynStore          *store,
                              const SamsynQuestion *question,
                              GArray               *ids);
char *samsyn_copy_table_html (SamsynStore          *store,
                              const SamsynQuestion *question,
                              GArray               *ids);

/* Both, for the clipboard. */
GdkContentProvider *samsyn_copy_table (SamsynStore          *store,
                                       const SamsynQuestion *question,
                                       GArray               *ids);

G_END_DECLS
