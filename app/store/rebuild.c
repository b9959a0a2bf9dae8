/* rebuild.c: what is made of the records' texts, made anew: the sort keys and the search index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kinds/kinds.h"
#include "rows.h"

/* ---- Sort keys ------------------------------------------------------------------------------------------------------------- */

static gboolean
renew_keys (SamsynStore *store,
            GError     **error)
{
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      {
        const char *field = (*kind)->fields[i].id;
        g_autofree char *sql = NULL;

        if (!samsyn_field_has_key (&(*kind)->fields[i]))
          continue;
        sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s_key\" = samsyn_key(\"%s\") WHERE \"%s_key\" IS NOT samsyn_key(\"%s\")",
                               (*kind)->id, field, field, field, field);
        if (!samsyn_db_exec (store, sql, error))
          return FALSE;
      }
  return TRUE;
}

/* ---- The search index ------------------------------------------------------------------------------------------------------ */

/* Whether the index has the record, and whether with these texts. */
static gboolean
look_up (SamsynStore *store,
         gint64       id,
         const char  *title,
         const char  *text,
         gboolean    *is_there,
         gboolean    *is_same,
         GError     **error)
{
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (store, "SELECT title IS ?2 AND text IS ?3 FROM search WHERE rowid = ?1", error);
  int code;

  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_integer (statement, 1, id);
  samsyn_db_bind_text (statement, 2, title);
  samsyn_db_bind_text (statement, 3, text);
  code = samsyn_db_step (store, statement, error);
  *is_there = code == SQLITE_ROW;
  *is_same = *is_there && sqlite3_column_int (statement, 0);
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean
renew_entry (SamsynStore *store,
             gint64       id,
             GError     **error)
{
  g_autoptr (SamsynRecord) record = samsyn_store_get (store, id, NULL);
  g_autofree char *title = NULL, *text = NULL;
  gboolean is_there, is_same;
  SamsynStatement *statement;

  if (record == NULL)
    return TRUE; /* nothing can be said of it, and others must be found nevertheless */
  samsyn_rows_index_text (store, record, &title, &text);
  if (!look_up (store, id, title, text, &is_there, &is_same, error))
    return FALSE;
  if (is_same)
    return TRUE;
  statement = samsyn_db_prepare (store,
                                 is_there ? "UPDATE search SET title = ?2, text = ?3 WHERE rowid = ?1"
                                          : "INSERT INTO search (rowid, title, text) VALUES (?1, ?2, ?3)",
                                 error);
  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_integer (statement, 1, id);
  samsyn_db_bind_text (statement, 2, title);
  samsyn_db_bind_text (statement, 3, text);
  return samsyn_db_run (store, statement, error);
}

static GArray *
all_ids (SamsynStore *store,
         GError     **error)
{
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (store, "SELECT id FROM record ORDER BY id", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int code = SQLITE_ERROR;

  while (statement != NULL && (code = samsyn_db_step (store, statement, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

gboolean
samsyn_rows_renew (SamsynStore *store,
                   GError     **error)
{
  g_autoptr (GArray) ids = NULL;

  if (!renew_keys (store, error)
      || !samsyn_db_exec (store, "DELETE FROM search WHERE rowid NOT IN (SELECT id FROM record)", error))
    return FALSE;
  ids = all_ids (store, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!renew_entry (store, g_array_index (ids, gint64, i), error))
      return FALSE;
  return ids != NULL;
}

gboolean
samsyn_rows_rebuild (SamsynStore *store,
                     GError     **error)
{
  return samsyn_db_exec (store, "INSERT INTO search (search) VALUES ('rebuild')", error) && samsyn_rows_renew (store, error);
}
