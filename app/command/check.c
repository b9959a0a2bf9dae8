/* check.c: whether a workspace is whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "care.h"
#include "list-of-commands.h"
#include "model/words.h"

static gboolean repair;
static char *format;

static const GOptionEntry options[] = {
  { "repair", 0, 0, G_OPTION_ARG_NONE, &repair,
    N_ ("make search index and sort keys anew where they are wrong, after a backup; nothing else is changed"), NULL },
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("a table to read, or JSON"), "text|json" },
  G_OPTION_ENTRY_NULL,
};

/* What could be made anew is made anew; then it is looked at again.  NULL on error. */
static SamsynCheckup *
mend (SamsynStore         *store,
      const SamsynCheckup *found,
      gboolean             json,
      GError             **error)
{
  g_autoptr (SamsynCheckup) left = NULL;

  if (!samsyn_care_back_up_before (store, error) || !samsyn_store_repair (store, error))
    return NULL;
  left = samsyn_store_check (store, samsyn_call_cancellable (), error);
  if (left != NULL && !json)
    samsyn_call_printf (
        samsyn_words_n (NULL, "%u fault was mended.\n", "%u faults were mended.\n", found->n_repairable - left->n_repairable),
        found->n_repairable - left->n_repairable);
  return g_steal_pointer (&left);
}

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  g_autoptr (SamsynStore) store = NULL;
  g_autoptr (SamsynCheckup) checkup = NULL;
  gboolean json;

  if (!samsyn_call_read_format (format, &json, error))
    return FALSE;
  store = samsyn_call_open (call, repair ? SAMSYN_OPEN_WRITE : SAMSYN_OPEN_READ, error);
  checkup = store != NULL ? samsyn_store_check (store, samsyn_call_cancellable (), error) : NULL;
  if (checkup != NULL && repair && checkup->n_repairable > 0)
    {
      g_autoptr (SamsynCheckup) found = g_steal_pointer (&checkup);

      checkup = mend (store, found, json, error);
    }
  if (checkup == NULL)
    return FALSE;
  (json ? samsyn_care_print_json : samsyn_care_print) (checkup);
  if (!samsyn_care_judge (checkup, error))
    return FALSE;
  if (!json)
    samsyn_call_printf ("%s\n", _ ("The workspace is whole."));
  return TRUE;
}

const SamsynCommand samsyn_command_check = {
  .name = "check",
  .usage = "FILE [--repair] [--format=text|json]",
  .summary = N_ ("Examine pages, records, references, search index and history."),
  .details = N_ ("A fault is what no version of Samsyn writes; the exit status is 1 then. A remark is what an older version took "
                 "and\n"
                 "this one would not."),
  .min_args = 1,
  .max_args = 1,
  .options = options,
  .run = run,
};
