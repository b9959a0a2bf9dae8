/* undo.c: undo and redo, as new steps
 *
 * Nothing is taken out of the log: an undo is a step with the inverse changes that names the step it takes back, a redo takes
 * back an undo.  What can be undone is read off the log, so it is the same after a restart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "across.h"
#include "apply.h"
#include "kinds/kinds.h"
#include "log.h"
#include "model/door.h"
#include "model/words.h"

/* ---- Which step ------------------------------------------------------------------------------------------------------------ */

/* The newest step for which the walk ends, going back from the newest.  An undo cancels the step it names, a redo the undo it
 * names; what is left uncancelled on top is the undoable step (an ordinary one or a redo) or, before any ordinary one, the
 * redoable undo. */
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
      g_autofree char *code = samsyn_db_shown (statement, 1);
      gboolean is_undo = g_strcmp0 (code, "undo") == 0;

      if (!(samsyn_step_code (code)->flags & SAMSYN_STEP_UNDOABLE))
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

/* ---- What rests on it ------------------------------------------------------------------------------------------------------ */

/* The later steps that undo passes over, the newest first. */
static GArray *
passed_over (SamsynStore *store,
             gint64       step,
             GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (store, "SELECT id, code FROM step WHERE id > ? ORDER BY id DESC", error);
  int code = SQLITE_ERROR;

  if (statement == NULL)
    return NULL;
  samsyn_db_bind_integer (statement, 1, step);
  while ((code = samsyn_db_step (store, statement, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      if (!(samsyn_step_code ((const char *) sqlite3_column_text (statement, 1))->flags & SAMSYN_STEP_UNDOABLE))
        g_array_append_val (ids, id);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

/* Whether a lasting step has not been ended by another. */
static gboolean
stands (SamsynStore          *store,
        gint64                step,
        const SamsynStepCode *code)
{
  g_autoptr (SamsynStatement) statement = NULL;

  if (!(code->flags & SAMSYN_STEP_LASTING) || code->ended_by == NULL)
    return code->flags & SAMSYN_STEP_LASTING;
  statement = samsyn_db_prepare (store, "SELECT 1 FROM step WHERE undoes = ? AND code = ?", NULL);
  if (statement == NULL)
    return TRUE;
  samsyn_db_bind_integer (statement, 1, step);
  samsyn_db_bind_text (statement, 2, code->ended_by);
  return sqlite3_step (statement) != SQLITE_ROW;
}

/* Whether a change is of a record among `changed`, or leads to one among `made`. */
static gboolean
rests (const SamsynChange *change,
       GHashTable         *changed,
       GHashTable         *made)
{
  if (g_hash_table_contains (changed, &change->record))
    return TRUE;
  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);

      if (change->kind->fields[entry->field].type == SAMSYN_TYPE_REFERENCE && entry->after.stored == SAMSYN_STORED_INTEGER
          && g_hash_table_contains (made, &entry->after.integer))
        return TRUE;
    }
  return FALSE;
}

static gboolean
refuse_resting (gint64                step,
                gint64                lasting,
                const SamsynStepCode *code,
                GError              **error)
{
  /* TRANSLATORS: numbers of steps, what the second one did ("published"), and what to do instead, a sentence */
  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID,
               _ ("Step %lld can’t be taken back: step %lld (%s) rests on it. Nothing was changed. %s"), (long long) step,
               (long long) lasting, C_ ("step", code->label), samsyn_words (NULL, NULL, code->way_out));
  return FALSE;
}

/* What was published, sent or erased keeps what it rests on from being taken back. */
static gboolean
check_lasting (SamsynStore *store,
               gint64       step,
               GPtrArray   *changes,
               GArray      *passed,
               GError     **error)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) made = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; passed->len > 0 && i < changes->len; i++)
    {
      SamsynChange *change = g_ptr_array_index (changes, i);

      g_hash_table_add (changed, &change->record);
      if (change->type == SAMSYN_CHANGE_CREATE)
        g_hash_table_add (made, &change->record);
    }
  for (guint i = 0; i < passed->len; i++)
    {
      const gint64 id = g_array_index (passed, gint64, i);
      g_autoptr (GPtrArray) later = NULL;
      g_auto (SamsynStep) lasting = { 0 };

      if (!samsyn_log_step (store, id, &lasting, error))
        return FALSE;
      if (!stands (store, id, samsyn_step_code (lasting.code)))
        continue;
      later = samsyn_log_read (store, id, 0, error);
      if (later == NULL)
        return FALSE;
      for (guint j = 0; j < later->len; j++)
        if (rests (g_ptr_array_index (later, j), changed, made))
          return refuse_resting (step, id, samsyn_step_code (lasting.code), error);
    }
  return TRUE;
}

/* ---- Taking back ----------------------------------------------------------------------------------------------------------- */

/* The changes that take a step back from what migrations have made since of what it did. */
static GPtrArray *
inverse_of (SamsynStore *store,
            gint64       step,
            GPtrArray   *changes,
            GArray      *passed,
            GError     **error)
{
  g_autoptr (GPtrArray) inverse = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_auto (SamsynStep) info = { 0 };

  if (!samsyn_log_step (store, step, &info, error))
    return NULL;
  for (guint i = changes->len; i > 0; i--)
    g_ptr_array_add (inverse, samsyn_change_invert (g_ptr_array_index (changes, i - 1)));
  samsyn_across_fill (inverse, info.version);
  for (guint i = passed->len; i > 0; i--)
    if (!samsyn_across_migration (store, g_array_index (passed, gint64, i - 1), inverse, error))
      return NULL;
  /* What is bent is not put back, and must not be in the way of what is. */
  for (guint i = inverse->len; i > 0; i--)
    if (!samsyn_change_unbend (g_ptr_array_index (inverse, i - 1), FALSE))
      g_ptr_array_remove_index (inverse, i - 1);
  return g_steal_pointer (&inverse);
}

static gint64
take_back (SamsynStore *store,
           gint64       step,
           const char  *code,
           GError     **error)
{
  g_autoptr (GPtrArray) changes = samsyn_log_read (store, step, 0, error);
  g_autoptr (GArray) passed = changes != NULL ? passed_over (store, step, error) : NULL;
  g_autoptr (GPtrArray) inverse = NULL;
  SamsynStepInfo info = { .code = code };

  if (passed == NULL || !check_lasting (store, step, changes, passed, error))
    return 0;
  inverse = inverse_of (store, step, changes, passed, error);
  return inverse != NULL ? samsyn_apply (store, &info, step, 0, inverse, NULL, error) : 0;
}

gint64
samsyn_store_undo (SamsynStore *store,
                   GError     **error)
{
  gint64 step = samsyn_store_undoable (store);

  if (step != 0)
    return take_back (store, step, "undo", error);
  g_set_error_literal (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID,
                       _ ("There is nothing to undo. Nothing was changed."));
  return 0;
}

gint64
samsyn_store_redo (SamsynStore *store,
                   GError     **error)
{
  gint64 step = samsyn_store_redoable (store);

  if (step != 0)
    return take_back (store, step, "redo", error);
  g_set_error_literal (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID,
                       _ ("There is nothing to redo. Nothing was changed."));
  return 0;
}

gint64
samsyn_store_withdraw (SamsynStore *store,
                       gint64       step,
                       GError     **error)
{
  g_auto (SamsynStep) lasting = { 0 };
  const SamsynStepCode *code;

  if (!samsyn_log_step (store, step, &lasting, error))
    return 0;
  code = samsyn_step_code (lasting.code);
  if (code->ended_by != NULL && stands (store, step, code))
    return take_back (store, step, code->ended_by, error);
  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID,
               _ ("Step %lld is no publication that could be withdrawn, or has been withdrawn already. Nothing was changed."),
               (long long) step);
  return 0;
}
