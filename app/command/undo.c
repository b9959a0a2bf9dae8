/* undo.c: the newest step taken back, and put back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-of-commands.h"
#include "model/words.h"

static gboolean
run_undo (SamsynCall *call,
          GError    **error)
{
  g_autoptr (SamsynStore) store = samsyn_call_open (call, SAMSYN_OPEN_WRITE, error);
  gint64 step = store != NULL ? samsyn_store_undoable (store) : 0;

  if (store == NULL || samsyn_store_undo (store, error) == 0)
    return FALSE;
  samsyn_call_done (call, _ ("Step %ld was undone."), (long) step);
  return TRUE;
}

static gboolean
run_redo (SamsynCall *call,
          GError    **error)
{
  g_autoptr (SamsynStore) store = samsyn_call_open (call, SAMSYN_OPEN_WRITE, error);

  if (store == NULL || samsyn_store_redo (store, error) == 0)
    return FALSE;
  samsyn_call_done (call, "%s", _ ("The step that was undone last was done again."));
  return TRUE;
}

const SamsynCommand samsyn_command_undo = {
  .name = "undo",
  .usage = "FILE",
  .summary = N_ ("Take the newest step back."),
  .min_args = 1,
  .max_args = 1,
  .alters = TRUE,
  .run = run_undo,
};

const SamsynCommand samsyn_command_redo = {
  .name = "redo",
  .usage = "FILE",
  .summary = N_ ("Do the step again that was undone last."),
  .min_args = 1,
  .max_args = 1,
  .alters = TRUE,
  .run = run_redo,
};
