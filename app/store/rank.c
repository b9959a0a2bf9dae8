/* rank.c: how well a record answers a search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rank.h"

/* The usual constants of BM25, and what a word in a column counts for: title, text. */
#define K1 1.2
#define B 0.75

#define MAX_PHRASES 32

static const double weights[] = { 4.0, 1.0 };

/* How often each phrase is in the hit, by weight. */
static int
frequencies (const Fts5ExtensionApi *api,
             Fts5Context            *fts,
             double                 *counts)
{
  int n = 0, code = api->xInstCount (fts, &n);

  for (int i = 0; i < n && code == SQLITE_OK; i++)
    {
      int phrase, column, offset;

      code = api->xInst (fts, i, &phrase, &column, &offset);
      if (code == SQLITE_OK && phrase < MAX_PHRASES && column < (int) G_N_ELEMENTS (weights))
        counts[phrase] += weights[column];
    }
  return code;
}

static void
rank_function (const Fts5ExtensionApi *api,
               Fts5Context            *fts,
               sqlite3_context        *context,
               int                     n_values,
               sqlite3_value         **values)
{
  double counts[MAX_PHRASES] = { 0 }, average, score = 0;
  sqlite3_int64 rows = 0, total = 0;
  int size = 0, code = api->xRowCount (fts, &rows);

  if (code == SQLITE_OK)
    code = api->xColumnTotalSize (fts, -1, &total);
  if (code == SQLITE_OK)
    code = api->xColumnSize (fts, -1, &size);
  if (code == SQLITE_OK)
    code = frequencies (api, fts, counts);
  if (code != SQLITE_OK)
    {
      sqlite3_result_error_code (context, code);
      return;
    }
  average = rows > 0 && total > 0 ? (double) total / (double) rows : 1;
  for (guint i = 0; i < MAX_PHRASES; i++)
    score += counts[i] * (K1 + 1) / (counts[i] + K1 * (1 - B + B * size / average));
  sqlite3_result_double (context, -score);
}

/* https://www.sqlite.org/fts5.html, “Extending FTS5” */
static fts5_api *
find_api (sqlite3 *db)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  return api;
}

gboolean
samsyn_rank_register (SamsynStore *store,
                      GError     **error)
{
  fts5_api *api = find_api (store->db);
  int code = api != NULL ? api->xCreateFunction (api, "samsyn_rank", NULL, rank_function, NULL) : SQLITE_ERROR;

  if (code == SQLITE_OK)
    return TRUE;
  samsyn_db_set_error (store, code, error);
  return FALSE;
}
