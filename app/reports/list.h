/* list.h: the reports, each defined in the file of its name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report.h"

extern const SamsynReport samsyn_steering_pack_report;
extern const SamsynReport samsyn_responsibility_map_report;
extern const SamsynReport samsyn_comparison_report;
extern const SamsynReport samsyn_all_data_report;
