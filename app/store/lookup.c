/* lookup.c: the columns of a query for one record after another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "select.h"

struct _SamsynLookup
{
  SamsynStore  *store;
  sqlite3_stmt *statement; /* reset between calls */
  guint         n_columns;
  GArray       *columns;   /* SamsynCompiledColumn */
  SamsynValue   row[]; /* n_columns */
};

SamsynLookup *
samsyn_lookup_new (SamsynStore       *store,
                   const SamsynQuery *query,
                   GError           **error)
{
  g_autoptr (SamsynCompiled) compiled = samsyn_select_compile (store, query, SAMSYN_COMPILE_LOOKUP, 0, 0, error);
  sqlite3_stmt *statement = compiled != NULL ? samsyn_select_prepare (store, compiled, error) : NULL;
  guint n_columns = MAX (query->columns->len, 1);
  SamsynLookup *lookup;

  if (statement == NULL)
    return NULL;
  lookup = g_malloc0 (sizeof *lookup + n_columns * sizeof lookup->row[0]);
  lookup->store = store;
  lookup->statement = statement;
  lookup->n_columns = n_columns;
  lookup->columns = g_array_ref (compiled->columns);
  return lookup;
}

const SamsynValue *
samsyn_lookup_row (SamsynLookup *lookup,
                   gint64        id)
{
  gboolean found;

  sqlite3_bind_int64 (lookup->statement, 1, id);
  found = sqlite3_step (lookup->statement) == SQLITE_ROW;
  for (guint i = 0; i < lookup->n_columns; i++)
    {
      SamsynValue value = found ? samsyn_select_column (lookup->statement, lookup->columns, i, FALSE) : SAMSYN_VALUE_NULL;

      samsyn_value_take (&lookup->row[i], &value);
    }
  sqlite3_reset (lookup->statement);
  return found ? lookup->row : NULL;
}

void
samsyn_lookup_free (SamsynLookup *lookup)
{
  if (lookup == NULL)
    return;
  for (guint i = 0; i < lookup->n_columns; i++)
    samsyn_value_clear (&lookup->row[i]);
  sqlite3_finalize (lookup->statement);
  g_array_unref (lookup->columns);
  g_free (lookup);
}
