/* save.h: moved to the lowest floor, since the store writes whole files too
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/save.h"
