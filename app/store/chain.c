/* chain.c: the digests of the log
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chain.h"

#include <string.h>

/* ---- Leaves ---------------------------------------------------------------------------------------------------------------- */

char *
samsyn_chain_leaf (SamsynStatement *row,
                   int              salt,
                   int              text)
{
  g_autoptr (GChecksum) checksum = NULL;

  if (sqlite3_column_type (row, text) == SQLITE_NULL)
    return NULL;
  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (checksum, sqlite3_column_blob (row, salt), sqlite3_column_bytes (row, salt));
  g_checksum_update (checksum, sqlite3_column_blob (row, text), sqlite3_column_bytes (row, text));
  return g_strdup (g_checksum_get_string (checksum));
}

/* The leaf that was there first: erasures are followed back from the one that is there now.  One that no erasure leads to
 * stays. */
static char *
first_leaf (SamsynStore *store,
            const char  *part,
            gint64       row,
            char        *leaf,
            GError     **error)
{
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (store, "SELECT new_leaf, old_leaf FROM erasure JOIN step ON step.id = erasure.step "
                           "WHERE row = ? AND part = ? AND step.code = 'erase' ORDER BY erasure.id DESC", error);
  int code = SQLITE_ERROR;

  if (statement == NULL)
    return leaf;
  samsyn_db_bind_integer (statement, 1, row);
  samsyn_db_bind_text (statement, 2, part);
  while ((code = samsyn_db_step (store, statement, error)) == SQLITE_ROW
         && g_strcmp0 (leaf, (const char *) sqlite3_column_text (statement, 0)) == 0)
    {
      g_free (leaf);
      leaf = g_strdup ((const char *) sqlite3_column_text (statement, 1));
    }
  return leaf;
}

/* ---- Digests --------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SamsynStore *store;
  GChecksum   *checksum;
  gboolean     erasures; /* whether there are any in the file */
  GError     **error;
} Chain;

/* A field with its length before it, so that two of them can't be taken for other two; "-" stands for none. */
static void
add_bytes (Chain         *chain,
           gconstpointer  bytes,
           gssize         length)
{
  char before[24];

  if (bytes == NULL && length != 0)
    g_strlcpy (before, "-", sizeof before);
  else
    g_snprintf (before, sizeof before, "%" G_GSSIZE_FORMAT ":", length);
  g_checksum_update (chain->checksum, (const guchar *) before, -1);
  if (bytes != NULL)
    g_checksum_update (chain->checksum, bytes, length);
}

static void
add_text (Chain      *chain,
          const char *text)
{
  add_bytes (chain, text, text != NULL ? (gssize) strlen (text) : -1);
}

static void
add_column (Chain           *chain,
            SamsynStatement *row,
            int              column)
{
  if (sqlite3_column_type (row, column) == SQLITE_NULL)
    add_text (chain, NULL);
  else
    add_text (chain, (const char *) sqlite3_column_text (row, column));
}

static void
add_leaf (Chain      *chain,
          const char *part,
          gint64      row,
          char       *leaf)
{
  if (leaf != NULL && chain->erasures)
    leaf = first_leaf (chain->store, part, row, leaf, chain->error);
  add_text (chain, leaf);
  g_free (leaf);
}

/* Adds one row, of which the first column is its id. */
typedef void (*AddRow) (Chain           *chain,
                        SamsynStatement *row);

static void
add_step (Chain           *chain,
          SamsynStatement *row)
{
  add_column (chain, row, 0);
  for (int i = 3; i < 7; i++)
    add_column (chain, row, i);
  add_leaf (chain, "author", sqlite3_column_int64 (row, 0), samsyn_chain_leaf (row, 1, 2));
}

static void
add_change (Chain           *chain,
            SamsynStatement *row)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  add_text (chain, "change");
  add_column (chain, row, 1);
  add_column (chain, row, 2);
  add_leaf (chain, "before", id, samsyn_chain_leaf (row, 3, 4));
  add_leaf (chain, "after", id, samsyn_chain_leaf (row, 5, 6));
}

static void
add_body (Chain           *chain,
          SamsynStatement *row)
{
  add_text (chain, "body");
  add_column (chain, row, 0);
  add_leaf (chain, "body", sqlite3_column_int64 (row, 0), g_strdup ((const char *) sqlite3_column_text (row, 1)));
}

static void
add_erasure (Chain           *chain,
             SamsynStatement *row)
{
  add_text (chain, "erasure");
  for (int i = 1; i < 5; i++)
    add_column (chain, row, i);
}

static const struct
{
  const char *sql;
  AddRow      add;
} parts[] = {
  { "SELECT id, author_salt, author, at, code, undoes, version FROM step WHERE id = ?", add_step },
  { "SELECT id, record, kind, before_salt, before, after_salt, after FROM change WHERE step = ? ORDER BY id", add_change },
  { "SELECT id, digest FROM body WHERE step = ? ORDER BY id", add_body },
  { "SELECT id, part, row, old_leaf, new_leaf FROM erasure WHERE step = ? ORDER BY id", add_erasure },
};

/* How many rows of that part the step has, -1 on error. */
static int
add_part (Chain *chain,
          guint  part,
          gint64 step)
{
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (chain->store, parts[part].sql, chain->error);
  int code = SQLITE_ERROR, n = 0;

  if (statement == NULL)
    return -1;
  samsyn_db_bind_integer (statement, 1, step);
  for (; (code = samsyn_db_step (chain->store, statement, chain->error)) == SQLITE_ROW; n++)
    parts[part].add (chain, statement);
  return code == SQLITE_DONE ? n : -1;
}

/* Before the first step stands what an older chain ended with. */
static char *
older_head (SamsynStore *store)
{
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (store, "SELECT value FROM workspace WHERE name = 'version_2_head'", NULL);

  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return NULL;
  return g_strdup ((const char *) sqlite3_column_text (statement, 0));
}

char *
samsyn_chain_digest (SamsynStore *store,
                     gint64       step,
                     const char  *previous,
                     GError     **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) failure = NULL;
  g_autofree char *older = step == 1 ? older_head (store) : NULL;
  Chain chain = { .store = store, .checksum = checksum, .error = &failure,
                  .erasures = samsyn_db_integer (store, "SELECT 1 FROM erasure LIMIT 1", 0) != 0 };

  add_text (&chain, older != NULL ? older : previous);
  for (guint i = 0; failure == NULL && i < G_N_ELEMENTS (parts); i++)
    if (add_part (&chain, i, step) == 0 && i == 0)
      samsyn_db_set_error (store, SQLITE_CORRUPT, &failure);
  if (failure == NULL)
    return g_strdup (g_checksum_get_string (checksum));
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* ---- Writing --------------------------------------------------------------------------------------------------------------- */

static char *
digest_of (SamsynStore *store,
           gint64       step)
{
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (store, "SELECT digest FROM step WHERE id = ?", NULL);

  if (statement == NULL)
    return NULL;
  samsyn_db_bind_integer (statement, 1, step);
  return sqlite3_step (statement) == SQLITE_ROW ? g_strdup ((const char *) sqlite3_column_text (statement, 0)) : NULL;
}

gboolean
samsyn_chain_write (SamsynStore *store,
                    gint64       step,
                    GError     **error)
{
  g_autofree char *previous = digest_of (store, step - 1);
  g_autofree char *digest = samsyn_chain_digest (store, step, previous, error);
  SamsynStatement *statement
      = digest != NULL ? samsyn_db_prepare (store, "UPDATE step SET digest = ? WHERE id = ?", error) : NULL;

  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_text (statement, 1, digest);
  samsyn_db_bind_integer (statement, 2, step);
  return samsyn_db_run (store, statement, error);
}

gboolean
samsyn_chain_write_body (SamsynStore *store,
                         gint64       body,
                         GError     **error)
{
  SamsynStatement *row = samsyn_db_prepare (store, "SELECT salt, text FROM body WHERE id = ?", error);
  SamsynStatement *statement = row != NULL ? samsyn_db_prepare (store, "UPDATE body SET digest = ? WHERE id = ?", error) : NULL;
  g_autofree char *leaf = NULL;

  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_integer (row, 1, body);
  if (samsyn_db_step (store, row, error) == SQLITE_ROW)
    leaf = samsyn_chain_leaf (row, 0, 1);
  samsyn_db_release (row);
  if (leaf == NULL)
    return FALSE;
  samsyn_db_bind_text (statement, 1, leaf);
  samsyn_db_bind_integer (statement, 2, body);
  return samsyn_db_run (store, statement, error);
}

/* Calls `write` with each id that a query finds; they are collected first, so that no reading stands in the way of writing. */
static gboolean
each_id (SamsynStore *store,
         const char  *sql,
         gboolean   (*write) (SamsynStore *, gint64, GError **),
         GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  SamsynStatement *statement = samsyn_db_prepare (store, sql, error);
  int code = SQLITE_ERROR;

  while (statement != NULL && (code = samsyn_db_step (store, statement, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  samsyn_db_release (statement);
  for (guint i = 0; code == SQLITE_DONE && i < ids->len; i++)
    if (!write (store, g_array_index (ids, gint64, i), error))
      return FALSE;
  return code == SQLITE_DONE;
}

gboolean
samsyn_chain_renew (SamsynStore *store,
                    GError     **error)
{
  return each_id (store, "SELECT id FROM body", samsyn_chain_write_body, error)
         && each_id (store, "SELECT id FROM step ORDER BY id", samsyn_chain_write, error);
}
