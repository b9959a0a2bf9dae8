/* drop.h: files that are dropped on a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chooser.h"

G_BEGIN_DECLS

/* Has the function called with the path of each workspace that is dropped there; other files are not taken. */
void samsyn_drop_accept (GtkWidget       *widget,
                         SamsynChosenFunc func,
                         gpointer         data);

G_END_DECLS
