/* upgrade.c: what migrations do to records, as a step of the log
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "upgrade.h"

#include "kinds/kinds.h"
#include "log.h"
#include "model/format.h"
#include "rows.h"

struct _SamsynUpgrade
{
  SamsynStore *store;
  GPtrArray   *touched; /* SamsynKind: by the statement that is being compiled */
  GPtrArray   *kept;    /* SamsynKind: whose rows were copied */
};

SamsynUpgrade *
samsyn_upgrade_new (SamsynStore *store)
{
  SamsynUpgrade *upgrade = g_new0 (SamsynUpgrade, 1);

  upgrade->store = store;
  upgrade->touched = g_ptr_array_new ();
  upgrade->kept = g_ptr_array_new ();
  return upgrade;
}

void
samsyn_upgrade_free (SamsynUpgrade *upgrade)
{
  if (upgrade == NULL)
    return;
  for (guint i = 0; i < upgrade->kept->len; i++)
    {
      const SamsynKind *kind = g_ptr_array_index (upgrade->kept, i);
      g_autofree char *sql = g_strdup_printf ("DROP TABLE IF EXISTS temp.\"was_%s\"", kind->id);

      samsyn_db_exec (upgrade->store, sql, NULL);
    }
  g_ptr_array_unref (upgrade->touched);
  g_ptr_array_unref (upgrade->kept);
  g_free (upgrade);
}

/* ---- Watching -------------------------------------------------------------------------------------------------------------- */

/* SQLite tells here what a statement that it compiles will do. */
static int
note_table (gpointer    data,
            int         action,
            const char *first,
            const char *second,
            const char *database,
            const char *inner)
{
  SamsynUpgrade *upgrade = data;
  const char *table = action == SQLITE_ALTER_TABLE ? second : first;
  const SamsynKind *kind = NULL;

  switch (action)
    {
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
    case SQLITE_DROP_TABLE:
    case SQLITE_ALTER_TABLE:
      kind = table != NULL ? samsyn_kind_find (table) : NULL;
      break;
    default:
      break;
    }
  if (kind != NULL && !g_ptr_array_find (upgrade->touched, kind, NULL))
    g_ptr_array_add (upgrade->touched, (gpointer) kind);
  return SQLITE_OK;
}

static gboolean
has_table (SamsynUpgrade *upgrade,
           const char    *database,
           const char    *table,
           const char    *column)
{
  return sqlite3_table_column_metadata (upgrade->store->db, database, table, column, NULL, NULL, NULL, NULL, NULL) == SQLITE_OK;
}

static gboolean
keep_rows (SamsynUpgrade    *upgrade,
           const SamsynKind *kind,
           GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("CREATE TEMP TABLE \"was_%s\" AS SELECT * FROM main.\"%s\"; "
                                          "CREATE UNIQUE INDEX temp.\"was_%s_id\" ON \"was_%s\" (\"id\")",
                                          kind->id, kind->id, kind->id, kind->id);

  if (g_ptr_array_find (upgrade->kept, kind, NULL) || !has_table (upgrade, "main", kind->id, NULL))
    return TRUE;
  g_ptr_array_add (upgrade->kept, (gpointer) kind);
  return samsyn_db_exec (upgrade->store, sql, error);
}

static sqlite3_stmt *
compile (SamsynUpgrade *upgrade,
         const char    *sql,
         const char   **rest)
{
  sqlite3_stmt *statement = NULL;

  g_ptr_array_set_size (upgrade->touched, 0);
  sqlite3_set_authorizer (upgrade->store->db, note_table, upgrade);
  sqlite3_prepare_v2 (upgrade->store->db, sql, -1, &statement, rest);
  sqlite3_set_authorizer (upgrade->store->db, NULL, NULL);
  return statement;
}

gboolean
samsyn_upgrade_run (SamsynUpgrade *upgrade,
                    const char    *sql,
                    GError       **error)
{
  sqlite3 *db = upgrade->store->db;

  while (*sql != '\0')
    {
      sqlite3_stmt *statement = compile (upgrade, sql, &sql);
      gboolean done = statement != NULL || sqlite3_errcode (db) == SQLITE_OK;

      for (guint i = 0; done && i < upgrade->touched->len; i++)
        if (!keep_rows (upgrade, g_ptr_array_index (upgrade->touched, i), error))
          {
            sqlite3_finalize (statement);
            return FALSE;
          }
      while (done && statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
        ;
      if (!done || sqlite3_finalize (statement) != SQLITE_OK)
        {
          samsyn_db_set_error (upgrade->store, sqlite3_extended_errcode (db), error);
          return FALSE;
        }
    }
  return TRUE;
}

/* ---- Filling --------------------------------------------------------------------------------------------------------------- */

static gboolean
fill_field (SamsynUpgrade     *upgrade,
            const SamsynKind  *kind,
            const SamsynField *field,
            GError           **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ? WHERE \"%s\" IS NULL", kind->id, field->id, field->id);
  g_auto (SamsynValue) fill = SAMSYN_VALUE_NULL;
  SamsynStatement *statement;

  if (!samsyn_value_parse (field, field->fill, &fill, error) || !keep_rows (upgrade, kind, error))
    return FALSE;
  statement = samsyn_db_prepare (upgrade->store, sql, error);
  if (statement == NULL)
    return FALSE;
  samsyn_db_bind (statement, 1, &fill);
  return samsyn_db_run (upgrade->store, statement, error);
}

gboolean
samsyn_upgrade_fill (SamsynUpgrade *upgrade,
                     guint          from,
                     GError       **error)
{
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      {
        const SamsynField *field = &(*kind)->fields[i];

        if (field->fill != NULL && field->since > from && !fill_field (upgrade, *kind, field, error))
          return FALSE;
      }
  return TRUE;
}

/* ---- What differs ---------------------------------------------------------------------------------------------------------- */

/* The columns of the fields as they were ("NULL" where a field was not there yet) and as they are, after both ids. */
static char *
difference_sql (SamsynUpgrade    *upgrade,
                const SamsynKind *kind)
{
  g_autoptr (GString) columns = g_string_new ("n.\"id\", w.\"id\"");
  g_autoptr (GString) differs = g_string_new ("n.\"id\" IS NULL OR w.\"id\" IS NULL");
  g_autofree char *table = g_strconcat ("was_", kind->id, NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *id = kind->fields[i].id;
      g_autofree char *was = has_table (upgrade, "temp", table, id) ? g_strdup_printf ("w.\"%s\"", id) : g_strdup ("NULL");

      g_string_append_printf (columns, ", %s, n.\"%s\"", was, id);
      g_string_append_printf (differs, " OR %s IS NOT n.\"%s\"", was, id);
    }
  return g_strdup_printf ("SELECT %s FROM (SELECT \"id\" FROM main.\"%s\" UNION SELECT \"id\" FROM temp.\"%s\") AS r "
                          "LEFT JOIN main.\"%s\" AS n ON n.\"id\" = r.\"id\" LEFT JOIN temp.\"%s\" AS w ON w.\"id\" = r.\"id\" "
                          "WHERE %s ORDER BY r.\"id\"", columns->str, kind->id, table, kind->id, table, differs->str);
}

static SamsynChange *
change_of_row (const SamsynKind *kind,
               SamsynStatement  *row)
{
  gboolean is = sqlite3_column_type (row, 0) != SQLITE_NULL, was = sqlite3_column_type (row, 1) != SQLITE_NULL;
  SamsynChange *change = samsyn_change_new (!was ? SAMSYN_CHANGE_CREATE : is ? SAMSYN_CHANGE_UPDATE : SAMSYN_CHANGE_DELETE, kind,
                                            sqlite3_column_int64 (row, is ? 0 : 1));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SamsynField *field = &kind->fields[i];
      SamsynValue before = samsyn_db_column (row, 2 + 2 * (int) i, field, FALSE, FALSE);
      SamsynValue after = samsyn_db_column (row, 3 + 2 * (int) i, field, FALSE, FALSE);

      samsyn_change_add (change, field->id, &before, &after);
    }
  return change;
}

static gboolean
gather_kind (SamsynUpgrade    *upgrade,
             const SamsynKind *kind,
             GPtrArray        *changes,
             GError          **error)
{
  g_autofree char *sql = difference_sql (upgrade, kind);
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (upgrade->store, sql, error);
  int code = SQLITE_ERROR;

  while (statement != NULL && (code = samsyn_db_step (upgrade->store, statement, error)) == SQLITE_ROW)
    g_ptr_array_add (changes, change_of_row (kind, statement));
  return code == SQLITE_DONE;
}

gboolean
samsyn_upgrade_log (SamsynUpgrade *upgrade,
                    GError       **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynStepInfo info = { .code = "migrate" };

  for (guint i = 0; i < upgrade->kept->len; i++)
    if (!gather_kind (upgrade, g_ptr_array_index (upgrade->kept, i), changes, error))
      return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (!samsyn_rows_derive (upgrade->store, g_ptr_array_index (changes, i), error))
      return FALSE;
  return changes->len == 0 || samsyn_log_append (upgrade->store, &info, 0, changes, error) != 0;
}
