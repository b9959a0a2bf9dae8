/* restore.c: a workspace from a backup
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "care.h"
#include "list-of-commands.h"
#include "model/words.h"

/* A fault in a record or the index is no reason to keep somebody from the rest; damaged pages are, since nothing could be
 * written. */
static gboolean
run (SamsynCall *call,
     GError    **error)
{
  g_autoptr (SamsynStore) backup = samsyn_call_open (call, SAMSYN_OPEN_READ, error);
  g_autoptr (SamsynCheckup) checkup = backup != NULL ? samsyn_store_check (backup, samsyn_call_cancellable (), error) : NULL;

  if (checkup == NULL)
    return FALSE;
  samsyn_care_print (checkup);
  if (checkup->damaged)
    return samsyn_care_judge (checkup, error);
  if (!samsyn_call_back_up (call, backup, error))
    return FALSE;
  if (checkup->n_faults > 0)
    samsyn_call_complain (samsyn_words_n (NULL,
                                          "samsyn: The workspace is restored. It has %u fault, as the backup has: see samsyn "
                                          "check.\n",
                                          "samsyn: The workspace is restored. It has %u faults, as the backup has: see samsyn "
                                          "check.\n",
                                          checkup->n_faults),
                          checkup->n_faults);
  return TRUE;
}

const SamsynCommand samsyn_command_restore = {
  .name = "restore",
  .usage = "BACKUP FILE",
  .summary = N_ ("Make a workspace from a backup, and tell what is faulty in it; a FILE that is there already is refused."),
  .min_args = 2,
  .max_args = 2,
  .alters = TRUE,
  .run = run,
};
