/* adopt-button.h: adopting a scenario: from which day on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "desktop/session/session.h"

G_BEGIN_DECLS

#define SAMSYN_TYPE_ADOPT_BUTTON (samsyn_adopt_button_get_type ())
G_DECLARE_FINAL_TYPE (SamsynAdoptButton, samsyn_adopt_button, SAMSYN, ADOPT_BUTTON, AdwBin)

typedef void (*SamsynAdoptFunc) (SamsynSession *session,
                                 gint64         scenario,
                                 const char    *date);

/* A button that asks for the day, tells which other proposals touch the same, and then calls `adopt`. */
GtkWidget *samsyn_adopt_button_new (SamsynSession  *session,
                                    gint64          scenario,
                                    SamsynAdoptFunc adopt);

G_END_DECLS
