/* check-records.c: are the records as they must be?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "check.h"
#include "kinds/kinds.h"
#include "model/door.h"
#include "model/format.h"
#include "model/words.h"
#include "rules.h"

/* ---- Values ---------------------------------------------------------------------------------------------------------------- */

static void
tell_value (SamsynCheck        *check,
            SamsynCheckSort     sort,
            const SamsynRecord *record,
            const char         *field,
            const char         *text)
{
  samsyn_check_tell (check, sort, record->kind->id, record->id, field, _ ("Record %lld (%s.%s): %s."), (long long) record->id,
                     record->kind->id, field, text);
}

static void
check_value (SamsynCheck        *check,
             const SamsynRecord *record,
             guint               index)
{
  const SamsynField *field = &record->kind->fields[index];
  const SamsynValue *value = &record->values[index];
  g_autoptr (GError) wrong = NULL;
  g_autofree char *leads = NULL;

  if (!samsyn_value_check (field, value, &wrong))
    tell_value (check, SAMSYN_CHECK_FAULT, record, field->id, wrong->message);
  else if (field->type == SAMSYN_TYPE_REFERENCE && value->stored == SAMSYN_STORED_INTEGER)
    leads = samsyn_rules_check_reference (check->store, field, value->integer);
  else if (!samsyn_value_is_null (value) && !samsyn_value_check_new (field, value, &wrong))
    tell_value (check, SAMSYN_CHECK_REMARK, record, field->id, wrong->message);
  if (leads != NULL)
    tell_value (check, SAMSYN_CHECK_FAULT, record, field->id, leads);
}

/* What goes together may be a newer rule than the record. */
static void
check_together (SamsynCheck        *check,
                const SamsynRecord *record)
{
  g_autofree char *reason = NULL;
  const char *field = record->kind->check != NULL ? record->kind->check (record, &reason) : NULL;

  if (field != NULL)
    samsyn_check_tell (check, SAMSYN_CHECK_REMARK, record->kind->id, record->id, field, _ ("Record %lld (%s.%s): %s"),
                       (long long) record->id, record->kind->id, field, reason);
}

typedef struct
{
  SamsynCheck        *check;
  const SamsynRecord *record;
} Telling;

static void
tell_anew (const SamsynField *field,
           char              *text,
           gboolean           is_sentence,
           gpointer           data)
{
  Telling *telling = data;
  const SamsynRecord *record = telling->record;
  g_autofree char *owned = text;

  if (is_sentence)
    samsyn_check_tell (telling->check, SAMSYN_CHECK_REMARK, record->kind->id, record->id, field->id,
                       _ ("Record %lld (%s.%s): %s"), (long long) record->id, record->kind->id, field->id, text);
  else
    tell_value (telling->check, SAMSYN_CHECK_REMARK, record, field->id, text);
}

static gboolean
record_row (SamsynCheck     *check,
            SamsynStatement *row,
            GError         **error)
{
  gint64 id = sqlite3_column_int64 (row, 0);
  const char *kind = samsyn_db_text (row, 1);
  g_autoptr (SamsynRecord) record = samsyn_store_get (check->store, id, NULL);
  guint before = check->checkup->n_faults;

  if (!samsyn_id_is_valid (id))
    samsyn_check_tell (check, SAMSYN_CHECK_FAULT, "record", id, "id", _ ("Record %lld has a number that no record has."),
                       (long long) id);
  if (kind == NULL || samsyn_kind_find (kind) == NULL)
    samsyn_check_tell (check, SAMSYN_CHECK_FAULT, "record", id, "kind", _ ("Record %lld is of a kind that is not known."),
                       (long long) id);
  else if (record == NULL)
    samsyn_check_tell (check, SAMSYN_CHECK_FAULT, "record", id, NULL, _ ("Record %lld has an identity but no content."),
                       (long long) id);
  for (guint i = 0; record != NULL && i < record->kind->n_fields; i++)
    check_value (check, record, i);
  if (record != NULL && check->checkup->n_faults == before)
    {
      Telling telling = { check, record };

      check_together (check, record);
      return samsyn_anew_check (check->anew, record, NULL, tell_anew, &telling, error);
    }
  return TRUE;
}

/* ---- Between tables -------------------------------------------------------------------------------------------------------- */

/* Tells that of each record which a query without parameters finds. */
static gboolean
tell_each (SamsynCheck      *check,
           const SamsynKind *kind,
           const char       *column,
           const char       *sql,
           const char       *text,
           GError          **error)
{
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (check->store, sql, error);
  int code = SQLITE_ERROR;

  while (statement != NULL && (code = samsyn_db_step (check->store, statement, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      if (g_cancellable_set_error_if_cancelled (check->cancellable, error))
        return FALSE;
      if (!samsyn_check_is_told (check, kind->id, id, column))
        samsyn_check_tell (check, SAMSYN_CHECK_FAULT, kind->id, id, column, _ ("Record %lld (%s.%s): %s."), (long long) id,
                           kind->id, column, text);
    }
  return code == SQLITE_DONE;
}

static gboolean
check_identities (SamsynCheck      *check,
                  const SamsynKind *kind,
                  GError          **error)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT id FROM \"%s\" WHERE id NOT IN (SELECT id FROM record WHERE kind = '%s')", kind->id, kind->id);

  return tell_each (check, kind, "id", sql, _ ("has content but no identity"), error);
}

static gboolean
check_bodies (SamsynCheck      *check,
              const SamsynKind *kind,
              GError          **error)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *id = kind->fields[i].id;
      /* Where there are no texts at all, nothing is not in them, too. */
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" IS NOT NULL AND \"%s\" NOT IN (SELECT id FROM "
                                              "body)",
                                              kind->id, id, id);

      if (kind->fields[i].type == SAMSYN_TYPE_BODY
          && !tell_each (check, kind, id, sql, _ ("leads to a text that is not there"), error))
        return FALSE;
    }
  return TRUE;
}

/* All that share their values with one of a lower id. */
static char *
twins_sql (const SamsynKind  *kind,
           const char *const *ids)
{
  g_autofree char *columns = g_strjoinv ("\", \"", (char **) ids);
  g_autofree char *given = g_strjoinv ("\" IS NOT NULL AND \"", (char **) ids);

  return g_strdup_printf ("SELECT id FROM (SELECT id, row_number () OVER (PARTITION BY \"%s\" ORDER BY id) AS place FROM \"%s\" "
                          "WHERE \"%s\" IS NOT NULL) WHERE place > 1 ORDER BY id", columns, kind->id, given);
}

static gboolean
check_uniques (SamsynCheck      *check,
               const SamsynKind *kind,
               GError          **error)
{
  for (guint i = 0; kind->uniques != NULL && kind->uniques[i] != NULL; i++)
    {
      g_autofree char *sql = twins_sql (kind, kind->uniques[i]);

      if (!tell_each (check, kind, kind->uniques[i][0], sql, _ ("is there already, in another record"), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
samsyn_check_records (SamsynCheck *check,
                      GError     **error)
{
  g_autoptr (SamsynAnew) anew = samsyn_anew_new (check->store, 0);

  check->anew = anew;
  if (!samsyn_check_each (check, "SELECT id, kind FROM record ORDER BY id", record_row, error))
    return FALSE;
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    if (!check_identities (check, *kind, error) || !check_bodies (check, *kind, error) || !check_uniques (check, *kind, error)
        || !samsyn_check_tree (check, *kind, error))
      return FALSE;
  return TRUE;
}
