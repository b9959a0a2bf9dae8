/* check.c: whether a workspace is whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "care.h"
#include "list-of-commands.h"
#include "model/words.h"

gboolean
samsyn_care_check (SamsynStore *store,
                   GError     **error)
{
  g_autoptr (SamsynCheckup) checkup = samsyn_store_check (store, samsyn_call_cancellable (), error);

  if (checkup == NULL)
    return FALSE;
  for (guint i = 0; i < checkup->faults->len; i++)
    samsyn_call_printf ("%s\n", ((const SamsynFault *) g_ptr_array_index (checkup->faults, i))->text);
  if (checkup->n_faults == 0)
    return TRUE;
  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_DAMAGED,
               samsyn_words_n (NULL, "The workspace has %u fault. It was not changed; restore a backup.",
                               "The workspace has %u faults. It was not changed; restore a backup.", checkup->n_faults),
               checkup->n_faults);
  return FALSE;
}

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  g_autoptr (SamsynStore) store = samsyn_call_open (call, SAMSYN_OPEN_READ, error);

  if (store == NULL || !samsyn_care_check (store, error))
    return FALSE;
  samsyn_call_printf ("%s\n", _("The workspace is whole."));
  return TRUE;
}

const SamsynCommand samsyn_command_check = {
  .name = "check",
  .usage = "FILE",
  .summary = N_ ("Examine pages, tables, references, search index and history."),
  .min_args = 1,
  .max_args = 1,
  .run = run,
};
