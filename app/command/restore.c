/* restore.c: a workspace from a backup
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "care.h"
#include "list-of-commands.h"
#include "model/words.h"

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  g_autoptr (SamsynStore) backup = samsyn_call_open (call, SAMSYN_OPEN_READ, error);

  if (backup == NULL || !samsyn_care_check (backup, error))
    return FALSE;
  return samsyn_call_back_up (call, backup, error);
}

const SamsynCommand samsyn_command_restore = {
  .name = "restore",
  .usage = "BACKUP FILE",
  .summary = N_ ("Make a workspace from a backup that is found whole; a FILE that is there already is refused."),
  .min_args = 2,
  .max_args = 2,
  .run = run,
};
