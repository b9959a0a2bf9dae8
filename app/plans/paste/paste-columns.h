/* paste-columns.h: which field a pasted column goes to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paste.h"

G_BEGIN_DECLS

/* Whether a line holds the headings of the columns below it, and no record: two of its cells are what the program calls fields of
 * the kind, or half of those that hold anything. */
gboolean samsyn_paste_is_header (const SamsynKind *kind,
                                 GPtrArray        *line);

/* Gives the plan its columns: each goes to the field that its heading names, without headings to that of its position. */
void samsyn_paste_columns_find (SamsynPastePlan *plan);

/* Has the columns be called by their headings where the plan has some, else by their numbers. */
void samsyn_paste_columns_name (SamsynPastePlan *plan);

G_END_DECLS
