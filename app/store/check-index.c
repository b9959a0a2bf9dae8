/* check-index.c: do the search index and the sort keys say what the records say?
 *
 * Both are made of the records alone: what is wrong with them can be rebuilt.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "check.h"
#include "kinds/kinds.h"
#include "model/words.h"
#include "rows.h"

/* ---- The search index ------------------------------------------------------------------------------------------------------ */

static gboolean
column_is (SamsynStatement *row,
           int              column,
           const char      *text)
{
  const char *there = sqlite3_column_blob (row, column);
  gsize length = (gsize) sqlite3_column_bytes (row, column);

  return length == strlen (text) && (length == 0 || memcmp (there, text, length) == 0);
}

/* Whether what the index should hold of the record is itself a fault. */
static gboolean
is_bent (SamsynCheck        *check,
         const SamsynRecord *record)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    if ((record->kind->fields[i].flags & SAMSYN_FIELD_SEARCHABLE)
        && samsyn_check_is_told (check, record->kind->id, record->id, record->kind->fields[i].id))
      return TRUE;
  return FALSE;
}

/* Of a record without content nothing can be said, and that was told. */
static gboolean
indexed_row (SamsynCheck     *check,
             SamsynStatement *row,
             GError         **error)
{
  gint64 id = sqlite3_column_int64 (row, 0);
  g_autoptr (SamsynRecord) record = samsyn_store_get (check->store, id, NULL);
  gboolean there = sqlite3_column_type (row, 1) != SQLITE_NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (record == NULL)
    return TRUE;
  samsyn_rows_index_text (check->store, record, &title, &text);
  if ((!there || !column_is (row, 2, title) || !column_is (row, 3, text)) && !is_bent (check, record))
    samsyn_check_tell (check, SAMSYN_CHECK_REPAIRABLE, "search", id, NULL,
                       _ ("Record %lld is not in the search index as it should be."), (long long) id);
  return TRUE;
}

static gboolean
stray_row (SamsynCheck     *check,
           SamsynStatement *row,
           GError         **error)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  samsyn_check_tell (check, SAMSYN_CHECK_REPAIRABLE, "search", id, NULL,
                     _ ("The search index holds words of record %lld, which is not there."), (long long) id);
  return TRUE;
}

/* The index may be so wrong that it can't be read: that, too, is repaired. */
static gboolean
check_search (SamsynCheck *check,
              GError     **error)
{
  g_autoptr (GError) broken = NULL;

  if (samsyn_check_each (check, "SELECT record.id, search.rowid, search.title, search.text FROM record LEFT JOIN search "
                                "ON search.rowid = record.id", indexed_row, &broken)
      && samsyn_check_each (check, "SELECT rowid FROM search WHERE rowid NOT IN (SELECT id FROM record)", stray_row, &broken)
      && samsyn_db_exec (check->store, "INSERT INTO search (search) VALUES ('integrity-check')", &broken))
    return TRUE;
  if (g_error_matches (broken, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&broken));
      return FALSE;
    }
  samsyn_check_tell (check, SAMSYN_CHECK_REPAIRABLE, "search", 0, NULL, _ ("The search index contradicts itself."));
  return TRUE;
}

/* ---- Sort keys ------------------------------------------------------------------------------------------------------------- */

static gboolean
check_keys_of (SamsynCheck       *check,
               const SamsynKind  *kind,
               const SamsynField *field,
               GError           **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s_key\" IS NOT samsyn_key(\"%s\")", kind->id, field->id,
                                          field->id);
  g_autoptr (SamsynStatement) row = samsyn_db_prepare (check->store, sql, error);
  int code = SQLITE_ERROR;

  while (row != NULL && (code = samsyn_db_step (check->store, row, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (row, 0);

      if (!samsyn_check_is_told (check, kind->id, id, field->id))
        samsyn_check_tell (check, SAMSYN_CHECK_REPAIRABLE, kind->id, id, field->id,
                           _ ("Record %lld (%s.%s): is sorted as another text."), (long long) id, kind->id, field->id);
    }
  return code == SQLITE_DONE;
}

gboolean
samsyn_check_index (SamsynCheck *check,
                    GError     **error)
{
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      if (samsyn_field_has_key (&(*kind)->fields[i]) && !check_keys_of (check, *kind, &(*kind)->fields[i], error))
        return FALSE;
  return check_search (check, error);
}
