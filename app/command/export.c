/* export.c: all records to a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/export-json.h"
#include "list-of-commands.h"
#include "model/words.h"

static char *output;
static gboolean force;

static const GOptionEntry options[] = {
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("the file to write (required)"), "OUT.json" },
  { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_ ("replace the file if there is one"), NULL },
  G_OPTION_ENTRY_NULL,
};

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  g_autoptr (SamsynStore) store = NULL;

  if (output == NULL)
    {
      g_set_error (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE, _("%s is required."), "--output");
      return FALSE;
    }
  store = samsyn_call_open_copy (call, NULL, error);
  if (store == NULL)
    return FALSE;
  call->about = output;
  return samsyn_export_json (store, output, force, samsyn_call_cancellable (), error);
}

const SamsynCommand samsyn_command_export = {
  .name = "export",
  .usage = "FILE --output=OUT.json [--force]",
  .summary = N_ ("Write every record to a JSON file, without loss; not the history."),
  .min_args = 1,
  .max_args = 1,
  .options = options,
  .run = run,
};
