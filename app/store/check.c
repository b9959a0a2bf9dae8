/* check.c: is everything in the file as it must be?
 *
 * All is asked of a private copy: it holds still, nobody waits for it, and the search index, whose own check writes, can be asked
 * of a file that may only be read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "check.h"

#include <string.h>

#include "chain.h"
#include "guard.h"
#include "kinds/kinds.h"
#include "model/words.h"

#define MOST_TOLD 100 /* of faults, and of remarks; the others are counted */

/* ---- What is found --------------------------------------------------------------------------------------------------------- */

static void
fault_free (SamsynFault *fault)
{
  g_free (fault->place);
  g_free (fault->text);
  g_free (fault);
}

static SamsynCheckup *
checkup_new (void)
{
  SamsynCheckup *checkup = g_new0 (SamsynCheckup, 1);

  checkup->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) fault_free);
  checkup->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) fault_free);
  return checkup;
}

void
samsyn_checkup_free (SamsynCheckup *checkup)
{
  if (checkup == NULL)
    return;
  g_ptr_array_unref (checkup->faults);
  g_ptr_array_unref (checkup->remarks);
  g_free (checkup);
}

static char *
place_of (const char *table,
          gint64      id,
          const char *column)
{
  g_autoptr (GString) place = g_string_new (table);

  if (id != 0)
    g_string_append_printf (place, "/%" G_GINT64_FORMAT, id);
  if (column != NULL)
    g_string_append_printf (place, ".%s", column);
  return g_string_free (g_steal_pointer (&place), FALSE);
}

void
samsyn_check_tell (SamsynCheck    *check,
                   SamsynCheckSort sort,
                   const char     *table,
                   gint64          id,
                   const char     *column,
                   const char     *format,
                   ...)
{
  SamsynCheckup *checkup = check->checkup;
  GPtrArray *told = sort == SAMSYN_CHECK_REMARK ? checkup->remarks : checkup->faults;
  SamsynFault *fault;
  va_list arguments;

  if (sort == SAMSYN_CHECK_REMARK)
    checkup->n_remarks++;
  else
    checkup->n_faults++;
  if (sort == SAMSYN_CHECK_REPAIRABLE)
    checkup->n_repairable++;
  else if (sort == SAMSYN_CHECK_FAULT && id != 0 && column != NULL)
    g_hash_table_add (check->told, place_of (table, id, column));
  if (told->len >= MOST_TOLD)
    return;
  fault = g_new0 (SamsynFault, 1);
  fault->place = place_of (table, id, column);
  fault->repairable = sort == SAMSYN_CHECK_REPAIRABLE;
  va_start (arguments, format);
  fault->text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (told, fault);
}

gboolean
samsyn_check_is_told (SamsynCheck *check,
                      const char  *table,
                      gint64       id,
                      const char  *column)
{
  g_autofree char *place = place_of (table, id, column);

  return g_hash_table_contains (check->told, place);
}

gboolean
samsyn_check_each (SamsynCheck    *check,
                   const char     *sql,
                   SamsynCheckFunc func,
                   GError        **error)
{
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (check->store, sql, error);
  int code = SQLITE_ERROR;

  while (statement != NULL && (code = samsyn_db_step (check->store, statement, error)) == SQLITE_ROW)
    if (g_cancellable_set_error_if_cancelled (check->cancellable, error) || !func (check, statement, error))
      return FALSE;
  return code == SQLITE_DONE;
}

/* ---- Pages, schema, what the file says of itself --------------------------------------------------------------------------- */

/* What the file says of itself: each row as the program writes it. */
static const struct
{
  const char *name;
  const char *form; /* a regular expression of the value */
} rows[] = {
  { "file_id", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$" },
  { "mark", "^[0-9a-z-]{1,64}$" },
  { "mark_before", "^[0-9a-z-]{1,64}$" },
  { "version_2_head", "^[0-9]+ [0-9a-f]*$" },
};

static gboolean
workspace_row (SamsynCheck     *check,
               SamsynStatement *row,
               GError         **error)
{
  const char *name = (const char *) sqlite3_column_text (row, 0);
  const char *value = (const char *) sqlite3_column_text (row, 1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (name, rows[i].name) == 0 && value != NULL && g_utf8_validate (value, -1, NULL)
        && g_regex_match_simple (rows[i].form, value, 0, 0))
      return TRUE;
  samsyn_check_tell (check, SAMSYN_CHECK_FAULT, "workspace", 0, NULL,
                     _ ("The file says of itself what Samsyn does not write (%s)."),
                     name != NULL && g_utf8_validate (name, -1, NULL) ? name : "?");
  return TRUE;
}

static void
check_identity (SamsynCheck *check)
{
  if (samsyn_db_integer (check->store, "SELECT count(*) FROM workspace WHERE name IN ('file_id', 'mark', 'mark_before')", 0) != 3)
    samsyn_check_tell (check, SAMSYN_CHECK_FAULT, "workspace", 0, NULL, _ ("The file does not say which workspace it is."));
}

/* What SQLite finds of the pages.  That a value is of a type which its column can't have, or lacking, is for those to tell who
 * know what it means; what an index of a table lacks can be made anew. */
static gboolean
page_row (SamsynCheck     *check,
          SamsynStatement *row,
          GError         **error)
{
  const char *text = (const char *) sqlite3_column_text (row, 0);
  gboolean of_index = text != NULL && (strstr (text, "missing from index") != NULL || strstr (text, "entries in index") != NULL);

  if (g_strcmp0 (text, "ok") == 0 || text == NULL || strstr (text, " value in ") != NULL || strstr (text, "FTS5 table") != NULL)
    return TRUE;
  check->checkup->damaged |= !of_index;
  samsyn_check_tell (check, of_index ? SAMSYN_CHECK_REPAIRABLE : SAMSYN_CHECK_FAULT, "file", 0, NULL, _ ("The file’s pages: %s"),
                     text);
  return TRUE;
}

static gboolean
check_pages (SamsynCheck *check,
             GError     **error)
{
  g_autoptr (GError) schema = NULL;

  if (!samsyn_guard_schema (check->store, &schema))
    samsyn_check_tell (check, SAMSYN_CHECK_FAULT, "file", 0, NULL, "%s", schema->message);
  return samsyn_check_each (check, "PRAGMA integrity_check", page_row, error);
}

/* Of the log and what is about it: what records refer to is looked at with their other values. */
static gboolean
foreign_row (SamsynCheck     *check,
             SamsynStatement *row,
             GError         **error)
{
  const char *table = (const char *) sqlite3_column_text (row, 0);
  gint64 id = sqlite3_column_int64 (row, 1);

  if (samsyn_kind_find (table) == NULL)
    samsyn_check_tell (check, SAMSYN_CHECK_FAULT, table, id, NULL, _ ("Row %lld of %s leads to a row that is not there."),
                       (long long) id, table);
  return TRUE;
}

/* ---- Texts of documents ---------------------------------------------------------------------------------------------------- */

static gboolean
body_row (SamsynCheck     *check,
          SamsynStatement *row,
          GError         **error)
{
  gint64 id = sqlite3_column_int64 (row, 0);
  g_autofree char *digest = samsyn_chain_leaf (row, 2, 3);

  if (g_strcmp0 (digest, (const char *) sqlite3_column_text (row, 1)) != 0)
    samsyn_check_tell (check, SAMSYN_CHECK_FAULT, "body", id, NULL, _ ("The document text %lld is not as it was written."),
                       (long long) id);
  return TRUE;
}

/* ---- All of it ------------------------------------------------------------------------------------------------------------- */

SamsynCheckup *
samsyn_store_check (SamsynStore  *store,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autoptr (SamsynStore) copy = samsyn_store_snapshot (store, -1, cancellable, error);
  g_autoptr (SamsynCheckup) checkup = checkup_new ();
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SamsynCheck check = { .store = copy, .checkup = checkup, .told = told, .cancellable = cancellable };

  if (copy == NULL || !check_pages (&check, error))
    return NULL;
  if (checkup->damaged)
    return g_steal_pointer (&checkup);
  if (!samsyn_check_each (&check, "PRAGMA foreign_key_check", foreign_row, error)
      || !samsyn_check_each (&check, "SELECT name, value FROM workspace", workspace_row, error)
      || !samsyn_check_records (&check, error) || !samsyn_check_index (&check, error) || !samsyn_check_log (&check, error)
      || !samsyn_check_each (&check, "SELECT id, digest, salt, text FROM body", body_row, error))
    return NULL;
  check_identity (&check);
  return g_steal_pointer (&checkup);
}
