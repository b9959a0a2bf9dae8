/* recent.c: the newest steps in brief
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "db.h"
#include "kinds/kinds.h"

#define DELETED "FROM \"change\" WHERE \"step\" = b.\"id\" AND \"after\" IS NULL"
#define CHANGED "FROM \"change\" WHERE \"step\" = b.\"id\""

/* A step may have changed a million records: they are counted, and only the first is looked at.  Of a deletion that is the first
 * that was deleted, and what only led there is not counted; an undo is about what the undone step was about. */
static const char sql[] =
  "SELECT t.\"id\", t.\"at\", t.\"author\", t.\"code\", t.\"n\", r.\"id\", c.\"kind\" FROM "
  "(SELECT s.\"id\", s.\"at\", s.\"author\", s.\"code\", "
  "CASE WHEN b.\"code\" = 'delete' THEN (SELECT count(*) " DELETED ") ELSE (SELECT count(*) " CHANGED ") END AS \"n\", "
  "CASE WHEN b.\"code\" = 'delete' THEN (SELECT min(\"id\") " DELETED ") ELSE (SELECT min(\"id\") " CHANGED ") END AS \"first\" "
  "FROM \"step\" s JOIN \"step\" b ON b.\"id\" = coalesce(s.\"undoes\", s.\"id\") ORDER BY s.\"id\" DESC LIMIT ?1) t "
  "LEFT JOIN \"change\" c ON c.\"id\" = t.\"first\" LEFT JOIN \"record\" r ON r.\"id\" = c.\"record\" ORDER BY t.\"id\" DESC";

static void
recent_free (gpointer data)
{
  SamsynRecentStep *step = data;

  g_free (step->author);
  g_free (step->code);
  g_free (step);
}

static char *
text_column (SamsynStatement *statement,
             int              column)
{
  return samsyn_db_shown (statement, column);
}

GPtrArray *
samsyn_store_recent (SamsynStore *store,
                     guint        limit,
                     GError     **error)
{
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (store, sql, error);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (recent_free);
  int code;

  if (statement == NULL)
    return NULL;
  samsyn_db_bind_integer (statement, 1, limit);
  while ((code = samsyn_db_step (store, statement, error)) == SQLITE_ROW)
    {
      SamsynRecentStep *step = g_new0 (SamsynRecentStep, 1);
      g_autofree char *kind = text_column (statement, 6);

      step->id = sqlite3_column_int64 (statement, 0);
      step->at = sqlite3_column_int64 (statement, 1);
      step->author = text_column (statement, 2);
      step->code = text_column (statement, 3);
      step->n_changes = sqlite3_column_int64 (statement, 4);
      step->record = sqlite3_column_int64 (statement, 5);
      step->kind = samsyn_kind_find (kind);
      g_ptr_array_add (steps, step);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&steps) : NULL;
}
