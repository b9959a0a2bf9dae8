/* check.c: is everything in the file as it must be?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chain.h"
#include "guard.h"
#include "kinds/kinds.h"
#include "log.h"
#include "model/words.h"
#include "rows.h"
#include "rules.h"

#define MOST_FAULTS 100

typedef struct
{
  SamsynStore  *store;
  GPtrArray    *faults; /* char * */
  GCancellable *cancellable;
} Check;

static void G_GNUC_PRINTF (2, 3)
add_fault (Check      *check,
           const char *format,
           ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (check->faults->len < MOST_FAULTS)
    g_ptr_array_add (check->faults, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Calls `func` for each row of a query without parameters; FALSE on error or cancellation. */
typedef gboolean (*RowFunc) (Check           *check,
                             SamsynStatement *row,
                             GError         **error);

static gboolean
each_row (Check      *check,
          const char *sql,
          RowFunc     func,
          GError    **error)
{
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (check->store, sql, error);
  int code = SQLITE_ERROR;

  while (statement != NULL && (code = samsyn_db_step (check->store, statement, error)) == SQLITE_ROW)
    if (g_cancellable_set_error_if_cancelled (check->cancellable, error) || !func (check, statement, error))
      return FALSE;
  return code == SQLITE_DONE;
}

/* ---- Pages, schema, references ----------------------------------------------------------------------------------------------- */

static gboolean
page_row (Check           *check,
          SamsynStatement *row,
          GError         **error)
{
  const char *text = (const char *) sqlite3_column_text (row, 0);

  if (g_strcmp0 (text, "ok") != 0)
    add_fault (check, _ ("The file’s pages: %s"), text);
  return TRUE;
}

static gboolean
foreign_row (Check           *check,
             SamsynStatement *row,
             GError         **error)
{
  add_fault (check, _ ("Record %lld (%s) leads to a record that is not there."), sqlite3_column_int64 (row, 1),
             (const char *) sqlite3_column_text (row, 0));
  return TRUE;
}

static gboolean
check_file (Check   *check,
            GError **error)
{
  g_autoptr (GError) schema = NULL;

  if (!samsyn_guard_schema (check->store, &schema))
    add_fault (check, "%s", schema->message);
  return each_row (check, "PRAGMA integrity_check", page_row, error)
         && each_row (check, "PRAGMA foreign_key_check", foreign_row, error);
}

/* ---- Records: rules, index --------------------------------------------------------------------------------------------------- */

static gboolean
check_rules (Check              *check,
             const SamsynRecord *record,
             GError            **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_problem_free);
  g_autoptr (SamsynChange) whole = samsyn_change_between (NULL, record);

  samsyn_rules_check_values (record, 0, problems);
  if (!samsyn_rules_check_relations (check->store, whole, record, 0, problems, error))
    return FALSE;
  for (guint i = 0; i < problems->len; i++)
    {
      const SamsynProblem *problem = g_ptr_array_index (problems, i);

      add_fault (check, _ ("Record %lld (%s.%s): %s."), (long long) record->id, record->kind->id,
                 problem->field != NULL ? problem->field : "", problem->text);
    }
  return TRUE;
}

static gboolean
check_index (Check              *check,
             const SamsynRecord *record,
             GError            **error)
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
    add_fault (check, _ ("Record %lld (%s) is not in the search index as it should be."), (long long) record->id,
               record->kind->id);
  return TRUE;
}

static gboolean
record_row (Check           *check,
            SamsynStatement *row,
            GError         **error)
{
  gint64 id = sqlite3_column_int64 (row, 0);
  g_autoptr (SamsynRecord) record = samsyn_store_get (check->store, id, NULL);

  if (record == NULL)
    {
      add_fault (check, _ ("Record %lld has an identity but no content."), (long long) id);
      return TRUE;
    }
  return check_rules (check, record, error) && check_index (check, record, error);
}

static gboolean
stray_row (Check           *check,
           SamsynStatement *row,
           GError         **error)
{
  add_fault (check, _ ("The search index holds words of record %lld, which is not there."),
             sqlite3_column_int64 (row, 0));
  return TRUE;
}

static gboolean
check_records (Check   *check,
               GError **error)
{
  g_autoptr (GError) broken = NULL;

  if (!each_row (check, "SELECT id FROM record ORDER BY id", record_row, error)
      || !each_row (check, "SELECT rowid FROM search WHERE rowid NOT IN (SELECT id FROM record)", stray_row, error))
    return FALSE;
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE id NOT IN (SELECT id FROM record WHERE kind = '%s')",
                                              (*kind)->id, (*kind)->id);
      gint64 id = samsyn_db_integer (check->store, sql, 0);

      if (id != 0)
        add_fault (check, _ ("Record %lld (%s) has content but no identity."), (long long) id, (*kind)->id);
    }
  if (!check->store->read_only && !samsyn_db_exec (check->store, "INSERT INTO search (search) VALUES ('integrity-check')", &broken))
    add_fault (check, _ ("The search index contradicts itself."));
  return TRUE;
}

/* ---- The log replayed ------------------------------------------------------------------------------------------------------------ */

static void
replay (SamsynRecord      **record,
        const SamsynChange *change)
{
  if (change->type == SAMSYN_CHANGE_DELETE)
    {
      g_clear_pointer (record, samsyn_record_free);
      return;
    }
  if (*record == NULL)
    *record = samsyn_record_new (change->kind, change->record);
  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);
      SamsynValue after = samsyn_value_copy (&entry->after);

      samsyn_value_take (&(*record)->values[entry->field], &after);
    }
}

/* What the log makes of a record; NULL where it is deleted in the end, or was never logged. */
static gboolean
replay_record (Check         *check,
               gint64         id,
               SamsynRecord **record,
               GError       **error)
{
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (
      check->store, "SELECT kind, before, after FROM change WHERE record = ? ORDER BY id", error);
  int code = SQLITE_ERROR;

  *record = NULL;
  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_integer (statement, 1, id);
  while ((code = samsyn_db_step (check->store, statement, error)) == SQLITE_ROW)
    {
      g_autoptr (SamsynChange) change
          = samsyn_log_parse (check->store, id, (const char *) sqlite3_column_text (statement, 0),
                              (const char *) sqlite3_column_text (statement, 1), (const char *) sqlite3_column_text (statement, 2), NULL);

      if (change == NULL)
        {
          add_fault (check, _ ("The history of record %lld can’t be read."), (long long) id);
          return TRUE;
        }
      replay (record, change);
    }
  return code == SQLITE_DONE;
}

static gboolean
log_row (Check           *check,
         SamsynStatement *row,
         GError         **error)
{
  gint64 id = sqlite3_column_int64 (row, 0);
  g_autoptr (SamsynRecord) there = samsyn_store_get (check->store, id, NULL);
  g_autoptr (SamsynRecord) logged = NULL;
  g_autoptr (SamsynChange) difference = NULL;

  if (!replay_record (check, id, &logged, error))
    return FALSE;
  if (there == NULL && logged == NULL)
    return TRUE;
  if (there == NULL || logged == NULL || there->kind != logged->kind)
    {
      add_fault (check, _ ("The history of record %lld does not lead to what is there now."), (long long) id);
      return TRUE;
    }
  difference = samsyn_change_between (there, logged);
  for (guint i = 0; difference != NULL && i < difference->fields->len; i++)
    add_fault (check, _ ("The history of record %lld does not lead to its present value of %s.%s."), (long long) id,
               there->kind->id, there->kind->fields[g_array_index (difference->fields, SamsynFieldChange, i).field].id);
  return TRUE;
}

/* ---- Digests ------------------------------------------------------------------------------------------------------------------- */

static gboolean
check_steps (Check   *check,
             GError **error)
{
  g_autofree char *previous = NULL;
  gint64 last = samsyn_store_last_step (check->store), at = G_MININT64;

  for (gint64 id = 1; id <= last; id++)
    {
      g_autofree char *expected = NULL;
      SamsynStep step;

      if (g_cancellable_set_error_if_cancelled (check->cancellable, error))
        return FALSE;
      expected = samsyn_chain_digest (check->store, id, previous, NULL);
      if (expected == NULL || !samsyn_log_step (check->store, id, &step, NULL))
        {
          add_fault (check, _ ("Step %lld of the history is missing."), (long long) id);
          return TRUE;
        }
      if (g_strcmp0 (expected, step.digest) != 0)
        add_fault (check, _ ("Step %lld of the history is not as it was written."), (long long) id);
      if (step.at < at)
        add_fault (check, _ ("Step %lld of the history is older than the one before it."), (long long) id);
      at = step.at;
      g_free (previous);
      previous = g_strdup (step.digest);
      samsyn_step_clear (&step);
    }
  return TRUE;
}

static gboolean
body_row (Check           *check,
          SamsynStatement *row,
          GError         **error)
{
  g_autofree char *digest = samsyn_chain_leaf (row, 2, 3);

  if (g_strcmp0 (digest, (const char *) sqlite3_column_text (row, 1)) != 0)
    add_fault (check, _ ("The document text %lld is not as it was written."), sqlite3_column_int64 (row, 0));
  return TRUE;
}

gboolean
samsyn_store_check (SamsynStore  *store,
                    GPtrArray    *faults,
                    GCancellable *cancellable,
                    GError      **error)
{
  Check check = { .store = store, .faults = faults, .cancellable = cancellable };

  return check_file (&check, error) && check_records (&check, error)
         && each_row (&check, "SELECT id FROM record UNION SELECT record FROM change", log_row, error)
         && check_steps (&check, error) && each_row (&check, "SELECT id, digest, salt, text FROM body", body_row, error);
}
