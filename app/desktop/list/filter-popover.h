/* filter-popover.h: choosing by which values a list is filtered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "desktop/question/question.h"

G_BEGIN_DECLS

/* First the fields, then the values of one.  Signal "changed": the question's filters are others. */
#define SAMSYN_TYPE_FILTER_POPOVER (samsyn_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (SamsynFilterPopover, samsyn_filter_popover, SAMSYN, FILTER_POPOVER, GtkPopover)

/* Has it alter the question's filters; the question must outlive it, and the store (NULL: it is gone) stay until then. */
void samsyn_filter_popover_set_question (SamsynFilterPopover *popover,
                                         SamsynQuestion      *question,
                                         SamsynStore         *store);

/* Has it open with the values of a field; NULL: with the fields. */
void samsyn_filter_popover_show_field (SamsynFilterPopover *popover,
                                       const SamsynField   *field);

G_END_DECLS
