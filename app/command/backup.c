/* backup.c: a verified copy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-of-commands.h"
#include "model/words.h"

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  g_autoptr (SamsynStore) store = samsyn_call_open (call, SAMSYN_OPEN_READ, error);

  return store != NULL && samsyn_call_back_up (call, store, error);
}

const SamsynCommand samsyn_command_backup = {
  .name = "backup",
  .usage = "FILE TO",
  .summary = N_ ("Make a verified copy of a workspace, also of one that is open."),
  .min_args = 2,
  .max_args = 2,
  .run = run,
};
