/* setting-rows.h: what a workspace decides about the rules, to be chosen among the preferences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

/* Adds a group of rows for the rules of the map and one for the lights (findings/settings.h); each choice is a step of the
 * session's workspace. */
void samsyn_setting_rows_add (AdwPreferencesPage *page,
                              SamsynSession      *session);

G_END_DECLS
