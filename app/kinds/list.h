/* list.h: the kinds, each defined in the file of its name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/kind.h"

extern const SamsynKind samsyn_action_kind;
