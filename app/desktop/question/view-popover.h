/* view-popover.h: how a list looks: its order, its groups, its columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "question.h"

G_BEGIN_DECLS

/* Signal "changed": the question is another one. */
#define SAMSYN_TYPE_VIEW_POPOVER (samsyn_view_popover_get_type ())
G_DECLARE_FINAL_TYPE (SamsynViewPopover, samsyn_view_popover, SAMSYN, VIEW_POPOVER, GtkPopover)

/* Has it show and alter the question, which must outlive it. */
void samsyn_view_popover_set_question (SamsynViewPopover *popover,
                                       SamsynQuestion    *question);

G_END_DECLS
