/* codes.c: what a step of the log may be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/words.h"
#include "store.h"

#define WITHDRAW N_ ("Withdraw that publication first.")
#define CORRECT N_ ("It has left the workspace: change the records as they are now, and send that.")
#define REWRITE N_ ("What was erased can’t come back: change the records as they are now.")

static const SamsynStepCode codes[] = {
  { "create", NC_ ("step", "created"), SAMSYN_STEP_UNDOABLE, NULL, NULL },
  { "edit", NC_ ("step", "edited"), SAMSYN_STEP_UNDOABLE, NULL, NULL },
  { "bulk-edit", NC_ ("step", "edited many"), SAMSYN_STEP_UNDOABLE, NULL, NULL },
  { "delete", NC_ ("step", "deleted"), SAMSYN_STEP_UNDOABLE, NULL, NULL },
  { "paste", NC_ ("step", "pasted"), SAMSYN_STEP_UNDOABLE, NULL, NULL },
  { "import", NC_ ("step", "imported"), SAMSYN_STEP_UNDOABLE, NULL, NULL },
  { "adopt", NC_ ("step", "adopted"), SAMSYN_STEP_UNDOABLE, NULL, NULL },
  { "reject", NC_ ("step", "rejected"), SAMSYN_STEP_UNDOABLE, NULL, NULL },
  { "undo", NC_ ("step", "undone"), SAMSYN_STEP_UNDOABLE, NULL, NULL },
  { "redo", NC_ ("step", "redone"), SAMSYN_STEP_UNDOABLE, NULL, NULL },
  { "publish", NC_ ("step", "published"), SAMSYN_STEP_LASTING, "withdraw", WITHDRAW },
  { "withdraw", NC_ ("step", "withdrawn"), 0, NULL, NULL },
  { "send", NC_ ("step", "sent"), SAMSYN_STEP_LASTING, NULL, CORRECT },
  { "erase", NC_ ("step", "erased"), SAMSYN_STEP_LASTING, NULL, REWRITE },
  { "migrate", NC_ ("step", "brought up to date"), 0, NULL, NULL },
};

const SamsynStepCode *
samsyn_step_code (const char *id)
{
  static const SamsynStepCode other = { NULL, NC_ ("step", "edited"), SAMSYN_STEP_UNDOABLE, NULL, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i].id, id) == 0)
      return &codes[i];
  return &other;
}

const char *
samsyn_step_words (const char *id)
{
  return C_ ("step", samsyn_step_code (id)->label);
}
