/* check-records.c: are the records as they must be?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "check.h"
#include "kinds/kinds.h"
#include "model/words.h"
#include "rows.h"
#include "rules.h"

/* ---- Records: rules, index --------------------------------------------------------------------------------------------------- */

static gboolean
check_rules (SamsynCheck        *check,
             const SamsynRecord *record,
             GError             **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_problem_free);
  g_autoptr (SamsynChange) whole = samsyn_change_between (NULL, record);

  samsyn_rules_check_values (record, 0, problems);
  if (!samsyn_rules_check_relations (check->store, whole, record, 0, problems, error))
    return FALSE;
  for (guint i = 0; i < problems->len; i++)
    {
      const SamsynProblem *problem = g_ptr_array_index (problems, i);

      samsyn_check_tell (check, SAMSYN_CHECK_FAULT, record->kind->id, record->id, problem->field, _ ("Record %lld (%s.%s): %s."),
                         (long long) record->id, record->kind->id, problem->field != NULL ? problem->field : "", problem->text);
    }
  return TRUE;
}

static gboolean
check_index (SamsynCheck        *check,
             const SamsynRecord *record,
             GError             **error)
{
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (check->store, "SELECT title, text FROM search WHERE rowid = ?", error);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (statement == NULL)
    return FALSE;
  samsyn_rows_index_text (check->store, record, &title, &text);
  samsyn_db_bind_integer (statement, 1, record->id);
  if (sqlite3_step (statement) != SQLITE_ROW || g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), title) != 0
      || g_strcmp0 ((const char *) sqlite3_column_text (statement, 1), text) != 0)
    samsyn_check_tell (check, SAMSYN_CHECK_REPAIRABLE, "search", record->id, NULL,
                       _ ("Record %lld (%s) is not in the search index as it should be."), (long long) record->id, record->kind->id);
  return TRUE;
}

static gboolean
record_row (SamsynCheck     *check,
            SamsynStatement *row,
            GError         **error)
{
  gint64 id = sqlite3_column_int64 (row, 0);
  g_autoptr (SamsynRecord) record = samsyn_store_get (check->store, id, NULL);

  if (record == NULL)
    {
      samsyn_check_tell (check, SAMSYN_CHECK_FAULT, "record", id, NULL, _ ("Record %lld has an identity but no content."), (long long) id);
      return TRUE;
    }
  return check_rules (check, record, error) && check_index (check, record, error);
}

static gboolean
stray_row (SamsynCheck     *check,
           SamsynStatement *row,
           GError         **error)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  samsyn_check_tell (check, SAMSYN_CHECK_REPAIRABLE, "search", id, NULL,
                     _ ("The search index holds words of record %lld, which is not there."), (long long) id);
  return TRUE;
}

gboolean
samsyn_check_records (SamsynCheck *check,
                      GError     **error)
{
  g_autoptr (GError) broken = NULL;

  if (!samsyn_check_each (check, "SELECT id FROM record ORDER BY id", record_row, error)
      || !samsyn_check_each (check, "SELECT rowid FROM search WHERE rowid NOT IN (SELECT id FROM record)", stray_row, error))
    return FALSE;
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE id NOT IN (SELECT id FROM record WHERE kind = '%s')",
                                              (*kind)->id, (*kind)->id);
      gint64 id = samsyn_db_integer (check->store, sql, 0);

      if (id != 0)
        samsyn_check_tell (check, SAMSYN_CHECK_FAULT, (*kind)->id, id, NULL, _ ("Record %lld (%s) has content but no identity."),
                           (long long) id, (*kind)->id);
    }
  if (!samsyn_db_exec (check->store, "INSERT INTO search (search) VALUES ('integrity-check')", &broken))
    samsyn_check_tell (check, SAMSYN_CHECK_REPAIRABLE, "search", 0, NULL, _ ("The search index contradicts itself."));
  return TRUE;
}

