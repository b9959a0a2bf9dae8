/* meeting-actions.h: what can be done with a meeting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/record/record-actions.h"

G_BEGIN_DECLS

/* The actions, ended by one without label. */
extern const SamsynRecordAction samsyn_meeting_actions[];

G_END_DECLS
