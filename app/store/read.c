/* read.c: one record, one text, one setting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kinds/kinds.h"
#include "model/door.h"
#include "select.h"

/* The kind's id as the file has it, or NULL: no such record, or an error, which is set. */
static char *
kind_text (SamsynStore *store,
           gint64       id,
           GError     **error)
{
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (store, "SELECT \"kind\" FROM \"record\" WHERE \"id\" = ?1", error);

  if (statement == NULL)
    return NULL;
  samsyn_db_bind_integer (statement, 1, id);
  if (samsyn_db_step (store, statement, error) != SQLITE_ROW)
    return NULL;
  return g_strdup (samsyn_db_text (statement, 0));
}

const SamsynKind *
samsyn_store_kind_of (SamsynStore *store,
                      gint64       id)
{
  g_autofree char *kind = samsyn_id_is_valid (id) ? kind_text (store, id, NULL) : NULL;

  return kind != NULL ? samsyn_kind_find (kind) : NULL;
}

/* The text is put together at each call; the statement of that text is compiled once. */
static SamsynStatement *
prepare_record (SamsynStore      *store,
                const SamsynKind *kind,
                GError          **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "", kind->fields[i].id);
  g_string_append_printf (sql, " FROM \"%s\" WHERE \"id\" = ?1", kind->id);
  return samsyn_db_prepare (store, sql->str, error);
}

static SamsynRecord *
get (SamsynStore *store,
     gint64       id,
     GError     **error)
{
  g_autofree char *kind_id = samsyn_id_is_valid (id) ? kind_text (store, id, error) : NULL;
  const SamsynKind *kind = kind_id != NULL ? samsyn_kind_find (kind_id) : NULL;
  g_autoptr (SamsynStatement) statement = kind != NULL ? prepare_record (store, kind, error) : NULL;
  SamsynRecord *record;

  if (statement == NULL)
    return NULL;
  samsyn_db_bind_integer (statement, 1, id);
  if (samsyn_db_step (store, statement, error) != SQLITE_ROW)
    return NULL;
  record = samsyn_record_new (kind, id);
  for (guint i = 0; i < kind->n_fields; i++)
    record->values[i]
        = samsyn_db_column (statement, (int) i, &kind->fields[i], (kind->fields[i].flags & SAMSYN_FIELD_REQUIRED) != 0, FALSE);
  return record;
}

static gboolean
has_body (SamsynStore *store,
          gint64       id)
{
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (store, "SELECT 1 FROM \"body\" WHERE \"id\" = ?1", NULL);

  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_integer (statement, 1, id);
  return samsyn_db_step (store, statement, NULL) == SQLITE_ROW;
}

/* What leads nowhere is not followed. */
static void
bend_dangling (SamsynStore  *store,
               SamsynRecord *record)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const SamsynField *field = &record->kind->fields[i];
      SamsynValue *value = &record->values[i];

      if (value->stored != SAMSYN_STORED_INTEGER)
        continue;
      if (field->type == SAMSYN_TYPE_BODY && !has_body (store, value->integer))
        samsyn_value_bend (value, SAMSYN_BENT_DANGLING);
      else if (field->type == SAMSYN_TYPE_REFERENCE)
        {
          const SamsynKind *target = samsyn_store_kind_of (store, value->integer);

          if (target == NULL || !samsyn_field_targets (field, target))
            samsyn_value_bend (value, target == NULL ? SAMSYN_BENT_DANGLING : SAMSYN_BENT_KIND);
        }
    }
}

SamsynRecord *
samsyn_row_get (SamsynStore *store,
                gint64       id,
                GError     **error)
{
  return get (store, id, error);
}

SamsynRecord *
samsyn_store_get (SamsynStore *store,
                  gint64       id,
                  GError     **error)
{
  gboolean reading = samsyn_reading_begin (store);
  SamsynRecord *record = get (store, id, error);

  if (record != NULL)
    bend_dangling (store, record);
  samsyn_reading_end (store, reading);
  return record;
}

char *
samsyn_store_body (SamsynStore *store,
                   gint64       body)
{
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (store, "SELECT \"text\" FROM \"body\" WHERE \"id\" = ?1", NULL);

  if (statement == NULL)
    return NULL;
  samsyn_db_bind_integer (statement, 1, body);
  if (samsyn_db_step (store, statement, NULL) != SQLITE_ROW)
    return NULL;
  return g_strdup (samsyn_db_text (statement, 0));
}

char *
samsyn_store_setting (SamsynStore *store,
                      const char  *name,
                      const char  *otherwise)
{
  const SamsynKind *kind = samsyn_kind_find ("setting");
  g_autoptr (SamsynQuery) query = kind != NULL ? samsyn_query_new (kind) : NULL;
  g_autoptr (SamsynRows) rows = NULL;

  if (query != NULL)
    {
      samsyn_query_select (query, "value");
      samsyn_query_where_text (query, "name", SAMSYN_QUERY_EQUAL, name);
      samsyn_query_limit (query, 1);
      rows = samsyn_store_select (store, query, NULL);
    }
  if (rows == NULL || rows->n_rows == 0 || samsyn_value_get_text (samsyn_rows_get (rows, 0, 0)) == NULL)
    return g_strdup (otherwise);
  return g_strdup (samsyn_rows_text (rows, 0, 0));
}
