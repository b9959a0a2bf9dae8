/* select.c: the rows, the number and the ids that a query finds
 *
 * The statements are not taken from the store's cache: what is called for a row may ask the same question again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "select.h"

#include "model/door.h"

/* Rows whose id no record has are only in files that others wrote; two looks at the ends of the table tell. */
static gboolean
has_stray_ids (SamsynStore      *store,
               const SamsynKind *kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM \"%s\" WHERE \"id\" <= 0) OR EXISTS (SELECT 1 FROM "
                                          "\"%s\" WHERE "
                                          "\"id\" >= %" G_GINT64_FORMAT ")",
                                          kind->id, kind->id, SAMSYN_ID_END);

  return samsyn_db_integer (store, sql, 0) != 0;
}

SamsynCompiled *
samsyn_select_compile (SamsynStore       *store,
                       const SamsynQuery *query,
                       SamsynCompileWhat  what,
                       guint              offset,
                       guint              limit,
                       GError           **error)
{
  SamsynCompileNeeds needs = (has_stray_ids (store, query->kind) ? SAMSYN_COMPILE_STRAY_IDS : 0)
                             | (store->bent ? SAMSYN_COMPILE_BENT_LAST : 0);

  return samsyn_compile (query, what, offset, limit, needs, error);
}

SamsynValue
samsyn_select_column (sqlite3_stmt *statement,
                      const GArray *columns,
                      guint         column,
                      gboolean      borrow)
{
  const SamsynCompiledColumn *is = column < columns->len ? &g_array_index (columns, SamsynCompiledColumn, column) : NULL;

  SamsynValue value
      = samsyn_db_column (statement, (int) column, is != NULL ? is->field : NULL, is != NULL && is->required, borrow);

  if (is != NULL && is->leads && sqlite3_column_type (statement, (int) column) == SQLITE_INTEGER)
    {
      samsyn_value_clear (&value);
      value = samsyn_value_bent (SAMSYN_RAW_INTEGER, SAMSYN_BENT_DANGLING, sqlite3_column_int64 (statement, (int) column), 0,
                                 NULL, 0);
    }
  return value;
}

sqlite3_stmt *
samsyn_select_prepare (SamsynStore          *store,
                       const SamsynCompiled *compiled,
                       GError              **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (store->db, compiled->sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    {
      samsyn_db_set_error (store, code, error);
      return NULL;
    }
  for (guint i = 0; i < compiled->bindings->len; i++)
    samsyn_db_bind (statement, (int) i + 1, &g_array_index (compiled->bindings, SamsynValue, i));
  return statement;
}

/* BEGIN, COMMIT or ROLLBACK, whatever limit there is. */
static gboolean
run_bracket (SamsynStore *store,
             const char  *sql)
{
  SamsynStatement *statement = samsyn_db_prepare (store, sql, NULL);
  gboolean done;

  store->in_bracket = TRUE;
  done = statement != NULL && samsyn_db_run (store, statement, NULL);
  store->in_bracket = FALSE;
  return done;
}

gboolean
samsyn_reading_begin (SamsynStore *store)
{
  return sqlite3_get_autocommit (store->db) && run_bracket (store, "BEGIN");
}

/* An error may have ended the transaction already. */
void
samsyn_reading_end (SamsynStore *store,
                    gboolean     begun)
{
  if (!begun || sqlite3_get_autocommit (store->db) || run_bracket (store, "COMMIT"))
    return;
  if (!sqlite3_get_autocommit (store->db) && !run_bracket (store, "ROLLBACK") && !sqlite3_get_autocommit (store->db))
    g_critical ("%s: a view of the file could not be ended: %s", G_STRFUNC, sqlite3_errmsg (store->db));
}

static gboolean
each_compiled (SamsynStore          *store,
               const SamsynCompiled *compiled,
               SamsynRowFunc         func,
               gpointer              data,
               GError              **error)
{
  sqlite3_stmt *statement = samsyn_select_prepare (store, compiled, error);
  guint n_columns = MAX (compiled->n_columns, 1);
  g_autofree SamsynValue *row = g_new0 (SamsynValue, n_columns);
  int code;

  if (statement == NULL)
    return FALSE;
  while ((code = samsyn_db_step (store, statement, error)) == SQLITE_ROW)
    {
      gboolean more;

      for (guint i = 0; i < n_columns; i++)
        row[i] = samsyn_select_column (statement, compiled->columns, i, TRUE);
      more = func (row, data);
      for (guint i = 0; i < n_columns; i++)
        if (samsyn_value_is_bent (&row[i]))
          samsyn_value_clear (&row[i]);
      if (!more)
        break;
    }
  sqlite3_finalize (statement);
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

gboolean
samsyn_store_each (SamsynStore       *store,
                   const SamsynQuery *query,
                   SamsynRowFunc      func,
                   gpointer           data,
                   GError           **error)
{
  g_autoptr (SamsynCompiled) compiled = samsyn_select_compile (store, query, SAMSYN_COMPILE_ROWS, 0, 0, error);

  return compiled != NULL && each_compiled (store, compiled, func, data, error);
}

/* ---- All rows at once ----------------------------------------------------------------------------------------------------- */

typedef struct
{
  GArray *values;
  guint   n_columns;
} Collect;

static gboolean
collect_row (const SamsynValue *row,
             gpointer           data)
{
  Collect *collect = data;

  for (guint i = 0; i < collect->n_columns; i++)
    {
      SamsynValue value = samsyn_value_copy (&row[i]);

      g_array_append_val (collect->values, value);
    }
  return TRUE;
}

/* A query without columns gives the ids, so that its rows can be counted and read. */
SamsynRows *
samsyn_store_select (SamsynStore       *store,
                     const SamsynQuery *query,
                     GError           **error)
{
  Collect collect = { g_array_new (FALSE, FALSE, sizeof (SamsynValue)), MAX (query->columns->len, 1) };
  SamsynRows *rows;

  g_array_set_clear_func (collect.values, (GDestroyNotify) samsyn_value_clear);
  if (!samsyn_store_each (store, query, collect_row, &collect, error))
    {
      g_array_unref (collect.values);
      return NULL;
    }
  rows = g_new0 (SamsynRows, 1);
  rows->n_columns = collect.n_columns;
  rows->n_rows = collect.values->len / collect.n_columns;
  rows->values = (SamsynValue *) (gpointer) g_array_free (collect.values, FALSE);
  return rows;
}

void
samsyn_rows_free (SamsynRows *rows)
{
  if (rows == NULL)
    return;
  for (guint i = 0; i < rows->n_rows * rows->n_columns; i++)
    samsyn_value_clear (&rows->values[i]);
  g_free (rows->values);
  g_free (rows);
}

const char *
samsyn_rows_text (const SamsynRows *rows,
                  guint             row,
                  guint             column)
{
  const char *text = samsyn_value_get_text (samsyn_rows_get (rows, row, column));

  return text != NULL ? text : "";
}

gint64
samsyn_rows_integer (const SamsynRows *rows,
                     guint             row,
                     guint             column,
                     gint64            otherwise)
{
  return samsyn_value_get_integer (samsyn_rows_get (rows, row, column), otherwise);
}

/* ---- Numbers and ids ------------------------------------------------------------------------------------------------------ */

static gboolean
take_integer (const SamsynValue *row,
              gpointer           data)
{
  *(gint64 *) data = samsyn_value_get_integer (&row[0], 0);
  return FALSE;
}

gint64
samsyn_store_count (SamsynStore       *store,
                    const SamsynQuery *query,
                    GError           **error)
{
  g_autoptr (SamsynCompiled) compiled = samsyn_select_compile (store, query, SAMSYN_COMPILE_COUNT, 0, 0, error);
  gint64 count = 0;

  if (compiled == NULL || !each_compiled (store, compiled, take_integer, &count, error))
    return -1;
  return count;
}

static gboolean
append_id (const SamsynValue *row,
           gpointer           data)
{
  gint64 id = samsyn_value_get_integer (&row[0], 0);

  g_array_append_val ((GArray *) data, id);
  return TRUE;
}

GArray *
samsyn_store_ids (SamsynStore       *store,
                  const SamsynQuery *query,
                  guint              offset,
                  guint              limit,
                  GError           **error)
{
  g_autoptr (SamsynCompiled) compiled = samsyn_select_compile (store, query, SAMSYN_COMPILE_IDS, offset, limit, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (compiled == NULL || !each_compiled (store, compiled, append_id, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}
