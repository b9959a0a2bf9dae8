/* transaction.c: how everything that is written begins and ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "transaction.h"

#include <string.h>

#include "aside.h"
#include "journal.h"
#include "model/words.h"

#define MARK_BYTES 16

/* ---- The mark -------------------------------------------------------------------------------------------------------------- */

void
samsyn_transaction_know (SamsynStore *store)
{
  samsyn_page_identity_now (store->db, &store->known);
}

static void
make_mark (char *mark)
{
  for (guint i = 0; i < MARK_BYTES; i += 4)
    g_snprintf (mark + i * 2, 9, "%08x", g_random_int ());
}

/* A row of the same length is overwritten where it stands: this is one page, the root of its table, and the journal's first
 * record. */
static gboolean
write_mark (SamsynStore *store,
            GError     **error)
{
  SamsynStatement *statement = samsyn_db_prepare (store,
                                                  "UPDATE \"workspace\" SET \"value\" = CASE \"name\" WHEN 'mark' THEN ? ELSE ? "
                                                  "END WHERE \"name\" IN ('mark', 'mark_before')",
                                                  error);

  if (statement == NULL)
    return FALSE;
  make_mark (store->next_mark);
  samsyn_db_bind_text (statement, 1, store->next_mark);
  samsyn_db_bind_text (statement, 2, store->known.mark);
  return samsyn_db_run (store, statement, error);
}

/* Before there were marks, the page with the file's identity is written all the same: equal bytes would not be. */
static gboolean
touch_identity (SamsynStore *store,
                GError     **error)
{
  return samsyn_db_exec (store, "UPDATE \"workspace\" SET \"value\" = \"value\" || ' ' WHERE \"name\" = 'file_id'; "
                                "UPDATE \"workspace\" SET \"value\" = rtrim(\"value\") WHERE \"name\" = 'file_id'", error);
}

/* ---- The file -------------------------------------------------------------------------------------------------------------- */

static gboolean
refuse (SamsynStore *store,
        const char  *message,
        GError     **error)
{
  g_autofree char *name = g_path_get_basename (store->path);

  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_READ_ONLY, samsyn_words (NULL, NULL, message), name);
  return FALSE;
}

/* As it lies on the disk: what SQLite remembers of a file stays true for it where the counters in its first page are the same, as
 * they can be in another file. */
static gboolean
is_known_file (SamsynStore *store,
               GError     **error)
{
  SamsynIdentity now;

  if (store->path == NULL)
    return TRUE;
  if (!samsyn_store_is_home (store) && g_file_test (store->path, G_FILE_TEST_EXISTS))
    return refuse (store,
                   N_ ("“%s” is another file now than the one that is open here. Nothing was written, so that neither is lost; "
                       "save a copy of "
                       "the one that is open, or try again to go on with what is there now."),
                   error);
  samsyn_page_identity_now (store->db, &now);
  if (strcmp (now.file_id, store->known.file_id) != 0)
    return refuse (store,
                   N_ ("“%s” has been replaced by another file while it was open here. Nothing was written. What was there "
                       "before is in its "
                       "latest backup; save a copy of what is there now, or try again to go on with it."),
                   error);
  if (strcmp (now.mark, store->known.mark) != 0)
    return refuse (store,
                   N_ ("“%s” has been replaced by an older or newer copy of the workspace while it was open here. Nothing was "
                       "written. What was "
                       "there before is in its latest backup; save a copy of what is there now, or try again to go on with it."),
                   error);
  return TRUE;
}

/* A journal that has come to lie beside the file since it was opened. */
static gboolean
see_to_journal (SamsynStore *store,
                GError     **error)
{
  g_autofree char *journal = store->path != NULL ? samsyn_aside_path (store->path, "-journal") : NULL;
  g_auto (SamsynCare) care = { 0 };

  if (journal == NULL || !samsyn_journal_is_there (journal))
    return TRUE;
  if (!samsyn_aside_journal (store->path, store->db, &care, error))
    return FALSE;
  if (care.notice == NULL)
    return TRUE;
  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_BUSY, _ ("%s Nothing was changed; try again."), care.notice);
  return FALSE;
}

/* ---- Beginning and ending -------------------------------------------------------------------------------------------------- */

gboolean
samsyn_transaction_begin (SamsynStore *store,
                          GError     **error)
{
  samsyn_transaction_rollback (store);
  sqlite3_progress_handler (store->db, 0, NULL, NULL); /* no limit of a reader's ends what is written */
  if (!see_to_journal (store, error) || !samsyn_db_exec (store, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (is_known_file (store, error) && (store->known.mark[0] != '\0' ? write_mark : touch_identity) (store, error))
    return TRUE;
  samsyn_transaction_rollback (store);
  return FALSE;
}

void
samsyn_transaction_rollback (SamsynStore *store)
{
  if (sqlite3_get_autocommit (store->db))
    return;
  sqlite3_progress_handler (store->db, 0, NULL, NULL);
  sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  if (!sqlite3_get_autocommit (store->db)) /* nothing is written before this has succeeded: see where writing begins */
    g_warning ("a transaction can't be taken back: %s", sqlite3_errmsg (store->db));
}

/* A transaction is written when the journal has been emptied.  Should the disk fail in confirming just that, SQLite tells of an
 * error, but the changes are in the file, and who is told that nothing was changed would do it again. */
static gboolean
is_written (SamsynStore *store)
{
  g_autoptr (SamsynStatement) statement = NULL;

  if (!sqlite3_get_autocommit (store->db) || store->known.mark[0] == '\0')
    return FALSE;
  statement = samsyn_db_prepare (store, "SELECT \"value\" FROM \"workspace\" WHERE \"name\" = 'mark'", NULL);
  return statement != NULL && sqlite3_step (statement) == SQLITE_ROW
         && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), store->next_mark) == 0;
}

gboolean
samsyn_transaction_commit (SamsynStore *store,
                           GError     **error)
{
  g_autoptr (GError) failure = NULL;

  if (!samsyn_db_exec (store, "COMMIT", &failure) && !is_written (store))
    {
      samsyn_transaction_rollback (store);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (store->known.mark[0] != '\0')
    memcpy (store->known.mark, store->next_mark, sizeof store->next_mark);
  return TRUE;
}
