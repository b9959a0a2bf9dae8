/* undo.c: undo and redo, as new steps
 *
 * Nothing is taken out of the log: an undo is a step with the inverse changes that names the step it takes back, a redo takes back an
 * undo.  What can be undone is read off the log, so it is the same after a restart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "apply.h"
#include "kinds/kinds.h"
#include "log.h"
#include "model/words.h"

/* Steps that stand outside undo: what has been published or erased is not taken back by a key. */
static const char *const lasting[] = { "publish", "withdraw", "erase", NULL };

/* The newest step for which the walk ends, going back from the newest.  An undo cancels the step it names, a redo the undo it names;
 * what is left uncancelled on top is the undoable step (an ordinary one or a redo) or, before any ordinary one, the redoable undo. */
static gint64
find_top (SamsynStore *store,
          gboolean     for_redo)
{
  g_autoptr (GHashTable) cancelled = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (store, "SELECT id, code, ifnull(undoes, 0) FROM step ORDER BY id DESC", NULL);

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      gint64 undoes = sqlite3_column_int64 (statement, 2);
      const char *code = (const char *) sqlite3_column_text (statement, 1);
      gboolean is_undo = g_strcmp0 (code, "undo") == 0;

      if (g_strv_contains (lasting, code))
        continue;
      if (!g_hash_table_contains (cancelled, &id) && is_undo == for_redo)
        return id;
      if (for_redo && undoes == 0)
        return 0;
      if (undoes != 0 && (is_undo ? !for_redo : for_redo))
        g_hash_table_add (cancelled, g_memdup2 (&undoes, sizeof undoes));
    }
  return 0;
}

gint64
samsyn_store_undoable (SamsynStore *store)
{
  return find_top (store, FALSE);
}

gint64
samsyn_store_redoable (SamsynStore *store)
{
  return find_top (store, TRUE);
}

static gint64
take_back (SamsynStore *store,
           gint64       step,
           const char  *code,
           GError     **error)
{
  g_autoptr (GPtrArray) changes = samsyn_log_read (store, step, 0, error);
  g_autoptr (GPtrArray) inverse = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynStepInfo info = { .code = code };

  if (changes == NULL)
    return 0;
  for (guint i = changes->len; i > 0; i--)
    g_ptr_array_add (inverse, samsyn_change_invert (g_ptr_array_index (changes, i - 1)));
  return samsyn_apply (store, &info, step, 0, inverse, NULL, error);
}

gint64
samsyn_store_undo (SamsynStore *store,
                   GError     **error)
{
  gint64 step = samsyn_store_undoable (store);

  if (step != 0)
    return take_back (store, step, "undo", error);
  g_set_error_literal (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID, _ ("There is nothing to undo. Nothing was changed."));
  return 0;
}

gint64
samsyn_store_redo (SamsynStore *store,
                   GError     **error)
{
  gint64 step = samsyn_store_redoable (store);

  if (step != 0)
    return take_back (store, step, "redo", error);
  g_set_error_literal (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID, _ ("There is nothing to redo. Nothing was changed."));
  return 0;
}
