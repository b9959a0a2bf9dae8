/* rows.c: a record's row and its words in the search index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rows.h"

#include "chain.h"
#include "model/fold.h"

#define FINGER_LENGTH 16

/* ---- The search index ------------------------------------------------------------------------------------------------------ */

static gboolean
is_title_field (const SamsynKind *kind,
                const char       *field_id)
{
  return g_strv_contains (kind->title, field_id);
}

static void
append_words (SamsynStore       *store,
              GString           *words,
              const SamsynField *field,
              const SamsynValue *value)
{
  g_autofree char *body = field->type == SAMSYN_TYPE_BODY ? samsyn_store_body (store, samsyn_value_get_integer (value, 0)) : NULL;
  const char *text = body != NULL ? body : samsyn_value_get_text (value);
  g_autofree char *plain = NULL;

  if (text == NULL)
    return;
  if (words->len > 0)
    g_string_append_c (words, '\n');
  plain = samsyn_fold_plain (text);
  g_string_append (words, plain);
}

void
samsyn_rows_index_text (SamsynStore        *store,
                        const SamsynRecord *record,
                        char              **title,
                        char              **text)
{
  GString *parts[2] = { g_string_new (NULL), g_string_new (NULL) };

  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const SamsynField *field = &record->kind->fields[i];

      if ((field->flags & SAMSYN_FIELD_SEARCHABLE) && !samsyn_value_is_null (&record->values[i]))
        append_words (store, parts[is_title_field (record->kind, field->id) ? 0 : 1], field, &record->values[i]);
    }
  *title = g_string_free (parts[0], FALSE);
  *text = g_string_free (parts[1], FALSE);
}

static gboolean
write_index (SamsynStore        *store,
             const char         *sql,
             const SamsynRecord *record,
             GError            **error)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  SamsynStatement *statement = samsyn_db_prepare (store, sql, error);

  if (statement == NULL)
    return FALSE;
  samsyn_rows_index_text (store, record, &title, &text);
  samsyn_db_bind_text (statement, 1, title);
  samsyn_db_bind_text (statement, 2, text);
  samsyn_db_bind_integer (statement, 3, record->id);
  return samsyn_db_run (store, statement, error);
}

/* ---- SQL of a kind's table ------------------------------------------------------------------------------------------------- */

static char *
insert_sql (const SamsynKind *kind)
{
  g_autoptr (GString) names = g_string_new ("\"id\"");
  g_autoptr (GString) marks = g_string_new ("?");

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_string_append_printf (names, ", \"%s\"", kind->fields[i].id);
      g_string_append (marks, ", ?");
      if (samsyn_field_has_key (&kind->fields[i]))
        {
          g_string_append_printf (names, ", \"%s_key\"", kind->fields[i].id);
          g_string_append (marks, ", ?");
        }
    }
  return g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", kind->id, names->str, marks->str);
}

/* The text of the statement, made once a kind. */
static const char *
insert_sql_of (SamsynStore      *store,
               const SamsynKind *kind)
{
  char *sql = g_hash_table_lookup (store->inserts, kind);

  if (sql == NULL)
    {
      sql = insert_sql (kind);
      g_hash_table_insert (store->inserts, (gpointer) kind, sql);
    }
  return sql;
}

/* Binds a value, and its key where the field keeps one; returns the next parameter. */
static int
bind_field (SamsynStatement   *statement,
            int                index,
            const SamsynField *field,
            const SamsynValue *value)
{
  samsyn_db_bind (statement, index++, value);
  if (samsyn_field_has_key (field))
    {
      const char *text = samsyn_value_get_text (value);

      if (text != NULL)
        sqlite3_bind_text (statement, index, samsyn_fold_key (text), -1, g_free);
      index++;
    }
  return index;
}

/* ---- Writing --------------------------------------------------------------------------------------------------------------- */

gboolean
samsyn_rows_insert (SamsynStore        *store,
                    const SamsynRecord *record,
                    GError            **error)
{
  const SamsynKind *kind = record->kind;
  SamsynStatement *statement = samsyn_db_prepare (store, "INSERT INTO record (id, kind) VALUES (?, ?)", error);
  int index = 2;

  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_integer (statement, 1, record->id);
  samsyn_db_bind_text (statement, 2, kind->id);
  if (!samsyn_db_run (store, statement, error))
    return FALSE;

  statement = samsyn_db_prepare (store, insert_sql_of (store, kind), error);
  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_integer (statement, 1, record->id);
  for (guint i = 0; i < kind->n_fields; i++)
    index = bind_field (statement, index, &kind->fields[i], &record->values[i]);
  if (!samsyn_db_run (store, statement, error))
    return FALSE;
  return write_index (store, "INSERT INTO search (title, text, rowid) VALUES (?, ?, ?)", record, error);
}

gboolean
samsyn_rows_update (SamsynStore        *store,
                    const SamsynRecord *after,
                    const GArray       *fields,
                    GError            **error)
{
  const SamsynKind *kind = after->kind;
  g_autoptr (GString) sql = g_string_new (NULL);
  SamsynStatement *statement;
  gboolean reindex = FALSE;
  int index = 1;

  if (fields->len == 0)
    return TRUE;
  g_string_append_printf (sql, "UPDATE \"%s\" SET ", kind->id);
  for (guint i = 0; i < fields->len; i++)
    {
      const SamsynField *field = &kind->fields[g_array_index (fields, SamsynFieldChange, i).field];

      g_string_append_printf (sql, "%s\"%s\" = ?", i > 0 ? ", " : "", field->id);
      if (samsyn_field_has_key (field))
        g_string_append_printf (sql, ", \"%s_key\" = ?", field->id);
      reindex = reindex || (field->flags & SAMSYN_FIELD_SEARCHABLE);
    }
  g_string_append (sql, " WHERE \"id\" = ?");
  statement = samsyn_db_prepare (store, sql->str, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (fields, SamsynFieldChange, i);

      index = bind_field (statement, index, &kind->fields[entry->field], &entry->after);
    }
  samsyn_db_bind_integer (statement, index, after->id);
  if (!samsyn_db_run (store, statement, error))
    return FALSE;
  return !reindex || write_index (store, "UPDATE search SET title = ?, text = ? WHERE rowid = ?", after, error);
}

static gboolean
forget_words (SamsynStore *store,
              gint64       id,
              GError     **error)
{
  SamsynStatement *statement = samsyn_db_prepare (store, "DELETE FROM search WHERE rowid = ?", error);

  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_integer (statement, 1, id);
  return samsyn_db_run (store, statement, error);
}

gboolean
samsyn_rows_derive (SamsynStore        *store,
                    const SamsynChange *change,
                    GError            **error)
{
  g_autoptr (SamsynRecord) record = NULL;
  g_autoptr (GError) failure = NULL;

  if (!forget_words (store, change->record, error))
    return FALSE;
  if (change->type == SAMSYN_CHANGE_DELETE)
    return TRUE;
  record = samsyn_store_get (store, change->record, &failure);
  if (failure == NULL && record == NULL)
    samsyn_db_set_error (store, SQLITE_CORRUPT, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return write_index (store, "INSERT INTO search (title, text, rowid) VALUES (?, ?, ?)", record, error)
         && samsyn_rows_update (store, record, change->fields, error);
}

gboolean
samsyn_rows_delete (SamsynStore      *store,
                    const SamsynKind *kind,
                    gint64            id,
                    GError          **error)
{
  g_autofree char *own = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?", kind->id);
  const char *const deletes[] = { own, "DELETE FROM record WHERE id = ?", "DELETE FROM search WHERE rowid = ?" };

  for (guint i = 0; i < G_N_ELEMENTS (deletes); i++)
    {
      SamsynStatement *statement = samsyn_db_prepare (store, deletes[i], error);

      if (statement == NULL)
        return FALSE;
      samsyn_db_bind_integer (statement, 1, id);
      if (!samsyn_db_run (store, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* The beginning of the text's digest finds it among thousands; whether it is the same is a comparison. */
static gint64
find_body (SamsynStore *store,
           const char  *finger,
           const char  *text,
           GError     **error)
{
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (store, "SELECT id FROM body WHERE finger = ? AND text = ?", error);

  if (statement == NULL)
    return 0;
  samsyn_db_bind_text (statement, 1, finger);
  samsyn_db_bind_text (statement, 2, text);
  return samsyn_db_step (store, statement, error) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
}

gint64
samsyn_rows_intern_body (SamsynStore *store,
                         const char  *text,
                         gint64       step,
                         GError     **error)
{
  g_autofree char *finger = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr (GError) failure = NULL;
  SamsynStatement *statement;
  gint64 id;

  finger[FINGER_LENGTH] = '\0';
  id = find_body (store, finger, text, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (id == 0
           && (statement = samsyn_db_prepare (store, "INSERT INTO body (step, finger, salt, digest, text) "
                                              "VALUES (?, ?, randomblob (16), '', ?)", error)) != NULL)
    {
      samsyn_db_bind_integer (statement, 1, step);
      samsyn_db_bind_text (statement, 2, finger);
      samsyn_db_bind_text (statement, 3, text);
      if (samsyn_db_run (store, statement, error))
        id = sqlite3_last_insert_rowid (store->db);
      if (id != 0 && !samsyn_chain_write_body (store, id, error))
        id = 0;
    }
  return id;
}
