/* backup.c: a verified copy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-of-commands.h"
#include "model/target.h"
#include "model/words.h"

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  g_autoptr (SamsynStore) store = samsyn_call_open (call, SAMSYN_OPEN_READ, error);
  g_autoptr (SamsynCheckup) checkup = NULL;

  if (store == NULL)
    return FALSE;
  call->about = call->args[1];
  if (samsyn_target_check_workspace (call->about, error))
    checkup = samsyn_store_back_up (store, call->about, NULL, samsyn_call_cancellable (), error);
  samsyn_call_tell (call->about, samsyn_store_take_notice (store));
  if (checkup == NULL)
    return FALSE;
  if (checkup->n_faults > 0)
    samsyn_call_complain (samsyn_words_n (NULL,
                                          "samsyn: The backup is made. It has %u fault, as the workspace has: see samsyn "
                                          "check.\n",
                                          "samsyn: The backup is made. It has %u faults, as the workspace has: see samsyn "
                                          "check.\n",
                                          checkup->n_faults),
                          checkup->n_faults);
  return TRUE;
}

const SamsynCommand samsyn_command_backup = {
  .name = "backup",
  .usage = "FILE TO",
  .summary = N_ ("Make a verified copy of a workspace, also of one that is open or faulty."),
  .min_args = 2,
  .max_args = 2,
  .alters = TRUE,
  .run = run,
};
