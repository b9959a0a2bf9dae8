/* map-editor.h: what the user does in the map, written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "map-state.h"
#include "map-view.h"

G_BEGIN_DECLS

/* From here on the view's letters, names and moves are written, each as one step of the session; what can't be written is
 * told. */
void samsyn_map_editor_attach (SamsynMapView  *view,
                               SamsynSession  *session,
                               SamsynMapState *state);

G_END_DECLS
