/* history.c: what was done, when and by whom; the workspace as it was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "apply.h"
#include "log.h"
#include "model/door.h"

/* Ids of steps, newest first: those after a step, or those that changed a record. */
static GArray *
step_ids (SamsynStore *store,
          gint64       record,
          gint64       after,
          GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SamsynStatement) statement = NULL;
  int code;

  if (record != 0)
    statement = samsyn_db_prepare (store, "SELECT DISTINCT step FROM change WHERE record = ? ORDER BY step DESC", error);
  else
    statement = samsyn_db_prepare (store, "SELECT id FROM step WHERE id > ? ORDER BY id DESC", error);
  if (statement == NULL)
    return NULL;
  samsyn_db_bind_integer (statement, 1, record != 0 ? record : after);
  while ((code = samsyn_db_step (store, statement, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

gboolean
samsyn_store_history (SamsynStore   *store,
                      gint64         record,
                      SamsynStepFunc func,
                      gpointer       data,
                      GError       **error)
{
  g_autoptr (GArray) ids = step_ids (store, record, 0, error);
  gboolean more = TRUE;

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; more && i < ids->len; i++)
    {
      g_autoptr (GPtrArray) changes = NULL;
      SamsynStep step;

      if (!samsyn_log_step (store, g_array_index (ids, gint64, i), &step, error))
        return FALSE;
      changes = samsyn_log_read (store, step.id, record, error);
      more = changes != NULL && func (&step, changes, data);
      samsyn_step_clear (&step);
      if (changes == NULL)
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
samsyn_store_changes (SamsynStore *store,
                      gint64       step,
                      GError     **error)
{
  return samsyn_log_read (store, step, 0, error);
}

/* ---- Private copies -------------------------------------------------------------------------------------------------------- */

/* With what they brought; foreign keys are off. */
static gboolean
forget_steps (SamsynStore *copy,
              gint64       oldest,
              GError     **error)
{
  static const char *const forget[] = {
    "DELETE FROM erasure WHERE step >= ?", "DELETE FROM body WHERE step >= ?", "DELETE FROM change WHERE step >= ?",
    "DELETE FROM step WHERE id >= ?",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forget); i++)
    {
      SamsynStatement *statement = samsyn_db_prepare (copy, forget[i], error);

      if (statement == NULL)
        return FALSE;
      samsyn_db_bind_integer (statement, 1, oldest);
      if (!samsyn_db_run (copy, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* Takes the rows of the steps after a moment back, the newest first, and forgets those steps. */
static gboolean
go_back (SamsynStore  *copy,
         gint64        at,
         GCancellable *cancellable,
         GError      **error)
{
  g_autoptr (GArray) ids = step_ids (copy, 0, samsyn_store_step_at (copy, at), error);

  if (ids == NULL || !samsyn_db_exec (copy, "PRAGMA foreign_keys = OFF; BEGIN", error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GPtrArray) changes = samsyn_log_read (copy, g_array_index (ids, gint64, i), 0, error);

      for (guint j = changes != NULL ? changes->len : 0; j > 0; j--)
        {
          g_autoptr (SamsynChange) inverse = samsyn_change_invert (g_ptr_array_index (changes, j - 1));

          if (g_cancellable_set_error_if_cancelled (cancellable, error)
              || (samsyn_change_unbend (inverse, TRUE) && !samsyn_apply_rows (copy, inverse, error)))
            return FALSE;
        }
      if (changes == NULL)
        return FALSE;
    }
  if (ids->len > 0 && !forget_steps (copy, g_array_index (ids, gint64, ids->len - 1), error))
    return FALSE;
  return samsyn_db_exec (copy, "COMMIT; PRAGMA foreign_keys = ON", error);
}

SamsynStore *
samsyn_store_snapshot (SamsynStore  *store,
                       gint64        at,
                       GCancellable *cancellable,
                       GError      **error)
{
  g_autoptr (SamsynStore) copy = NULL;
  sqlite3 *db = NULL;

  /* A database without a name is private: in memory while small, in a file that nobody else can find when large, gone when
   * closed. */
  if (sqlite3_open_v2 ("", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      sqlite3_close (db);
      samsyn_db_set_error (store, SQLITE_CANTOPEN, error);
      return NULL;
    }
  copy = samsyn_db_wrap (db, NULL);
  copy->file_id = g_strdup (store->file_id);
  copy->examined = TRUE;
  samsyn_clock_free (copy->clock);
  copy->clock = samsyn_clock_new (samsyn_clock_get_zone (samsyn_store_clock (store)), samsyn_clock_get_offset (store->clock));
  copy->clock_fixed = TRUE;
  if (!samsyn_db_copy (store, copy->db, cancellable, error) || !samsyn_db_harden (copy, error))
    return NULL;
  if (at >= 0 && !go_back (copy, at, cancellable, error))
    return NULL;
  copy->read_only = TRUE;
  return g_steal_pointer (&copy);
}

SamsynStore *
samsyn_store_trial (SamsynStore  *store,
                    GCancellable *cancellable,
                    GError      **error)
{
  SamsynStore *copy = samsyn_store_snapshot (store, -1, cancellable, error);

  if (copy != NULL)
    copy->read_only = FALSE;
  return copy;
}
