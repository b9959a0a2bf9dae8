/* list-of-commands.h: the commands, each defined in the file of its name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "command.h"

extern const SamsynCommand samsyn_command_new;
extern const SamsynCommand samsyn_command_kinds;
extern const SamsynCommand samsyn_command_import;
extern const SamsynCommand samsyn_command_export;
extern const SamsynCommand samsyn_command_list;
extern const SamsynCommand samsyn_command_search;
extern const SamsynCommand samsyn_command_findings;
extern const SamsynCommand samsyn_command_compare;
extern const SamsynCommand samsyn_command_history;
extern const SamsynCommand samsyn_command_undo;
extern const SamsynCommand samsyn_command_redo;
extern const SamsynCommand samsyn_command_check;
extern const SamsynCommand samsyn_command_backup;
extern const SamsynCommand samsyn_command_restore;
extern const SamsynCommand samsyn_command_reports;
extern const SamsynCommand samsyn_command_report;
