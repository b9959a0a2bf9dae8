/* new.c: a new workspace
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>

#include "list-of-commands.h"
#include "model/save.h"
#include "model/target.h"
#include "model/unfinished.h"
#include "model/words.h"
#include "plans/import/sample.h"

static char *sample;

static const GOptionEntry options[] = {
  { "sample", 0, 0, G_OPTION_ARG_FILENAME, &sample, N_ ("fill it with an example to look around in: oversyn"), "NAME" },
  G_OPTION_ENTRY_NULL,
};

/* A sample is applied under another name, so that FILE is there with all of it or not at all. */
static gboolean
create_sample (const char *path,
               const char *temporary,
               GError    **error)
{
  g_autoptr (SamsynStore) store = samsyn_store_create (temporary, error);
  char *notice = NULL;

  if (store == NULL || !samsyn_sample_apply (store, sample, error))
    return FALSE;
  g_clear_pointer (&store, samsyn_store_close);
  if (!samsyn_store_publish (temporary, path, &notice, error))
    return FALSE;
  samsyn_call_tell (path, notice);
  return TRUE;
}

static gboolean
run_with_sample (const char *path,
                 GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (SamsynUnfinished) unfinished = NULL;
  g_autofree char *temporary = NULL;
  g_autoptr (GError) local = NULL;

  if (!samsyn_target_check (path, FALSE, error) || !samsyn_target_check_workspace (path, error))
    return FALSE;
  samsyn_unfinished_sweep (folder);
  unfinished = samsyn_unfinished_new (folder);
  if (unfinished == NULL)
    return samsyn_target_fail (path, errno, error);
  temporary = g_build_filename (samsyn_unfinished_get_path (unfinished), "sample.samsyn", NULL);
  if (create_sample (path, temporary, &local))
    return TRUE;
  if (g_error_matches (local, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_FULL))
    return samsyn_target_fail (path, ENOSPC, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  const char *path = call->args[0];
  g_autoptr (SamsynStore) store = NULL;

  if (!samsyn_call_check_text (sample, "--sample", error))
    return FALSE;
  if (sample != NULL)
    return run_with_sample (path, error);
  store = samsyn_store_create (path, error);
  if (store == NULL)
    return FALSE;
  samsyn_call_tell (path, samsyn_store_take_notice (store));
  return TRUE;
}

const SamsynCommand samsyn_command_new = {
  .name = "new",
  .usage = "FILE [--sample=NAME]",
  .summary = N_ ("Make a new workspace; a file that is there already is refused."),
  .min_args = 1,
  .max_args = 1,
  .alters = TRUE,
  .options = options,
  .run = run,
};
