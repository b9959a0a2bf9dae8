/* finding-settings.h: what a workspace decides about the rules, to be chosen among the preferences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "session.h"

G_BEGIN_DECLS

/* A group of rows, one for each setting of the rules (findings/settings.h); each choice is a step of the session's workspace. */
GtkWidget *samsyn_finding_settings_new (SamsynSession *session);

G_END_DECLS
