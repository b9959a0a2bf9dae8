/* search-row.h: one thing that was found by typing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "search-results.h"

G_BEGIN_DECLS

/* A row for a list of results. */
GtkWidget *samsyn_search_row_new (const SamsynSearchResult *result);

G_END_DECLS
