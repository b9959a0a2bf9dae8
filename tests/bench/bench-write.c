/* bench-write.c: import and one edit, against bare SQLite
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "bench.h"
#include "kinds/kinds.h"
#include "model/fold.h"
#include "plans/import/import.h"

typedef struct
{
  char        *folder;
  char        *empty; /* a new workspace, copied for each round */
  char        *work;
  GBytes      *json;
  GPtrArray   *records;
  SamsynStore *store; /* for the edits */
  sqlite3     *db;
  char        *bare;
  guint        edit;
} Bench;

static void
run (sqlite3    *db,
     const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
}

static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *db = NULL;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  run (db, "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
  return db;
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
  return statement;
}

static void
step (sqlite3_stmt *statement)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (sqlite3_db_handle (statement)));
  sqlite3_reset (statement);
}

static void
bind (sqlite3_stmt      *statement,
      int                index,
      const SamsynValue *value)
{
  if (value->stored == SAMSYN_STORED_TEXT)
    sqlite3_bind_text (statement, index, value->text, -1, SQLITE_STATIC);
  else if (value->stored == SAMSYN_STORED_INTEGER)
    sqlite3_bind_int64 (statement, index, value->integer);
  else
    sqlite3_bind_null (statement, index);
}

/* ---- Import ---------------------------------------------------------------------------------------------------------------- */

static double
import_ours (gpointer data)
{
  Bench *bench = data;
  g_autoptr (SamsynStore) store = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  SamsynImportResult result;
  GError *error = NULL;
  double start;

  bench_copy (bench->empty, bench->work);
  store = samsyn_store_open (bench->work, SAMSYN_OPEN_WRITE, &error);
  bench_check (error);
  start = bench_now ();
  samsyn_import_json (store, bench->json, 0, NULL, NULL, &result, problems, &error);
  bench_check (error);
  return bench_now () - start;
}

/* The rows of the kind's table and of the index, as the program writes them, with statements compiled once. */
static char *
insert_sql (const SamsynKind *kind)
{
  GString *sql = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new ("?");

  g_string_append_printf (sql, "INSERT INTO \"%s\" (\"id\"", kind->id);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_string_append_printf (sql, ", \"%s\"", kind->fields[i].id);
      g_string_append (marks, ", ?");
      if (samsyn_field_has_key (&kind->fields[i]))
        {
          g_string_append_printf (sql, ", \"%s_key\"", kind->fields[i].id);
          g_string_append (marks, ", ?");
        }
    }
  g_string_append_printf (sql, ") VALUES (%s)", marks->str);
  return g_string_free (sql, FALSE);
}

static void
insert_bare (sqlite3_stmt       *identity,
             sqlite3_stmt       *row,
             sqlite3_stmt       *index,
             const SamsynRecord *record)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int column = 2;

  sqlite3_bind_int64 (identity, 1, record->id);
  sqlite3_bind_text (identity, 2, record->kind->id, -1, SQLITE_STATIC);
  step (identity);
  sqlite3_bind_int64 (row, 1, record->id);
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const SamsynField *field = &record->kind->fields[i];

      bind (row, column++, &record->values[i]);
      if (samsyn_field_has_key (field) && record->values[i].stored == SAMSYN_STORED_TEXT)
        sqlite3_bind_text (row, column++, samsyn_fold_key (record->values[i].text), -1, g_free);
      else if (samsyn_field_has_key (field))
        sqlite3_bind_null (row, column++);
      if ((field->flags & SAMSYN_FIELD_SEARCHABLE) && i > 0 && record->values[i].stored == SAMSYN_STORED_TEXT)
        g_string_append_printf (text, "%s\n", record->values[i].text);
    }
  step (row);
  sqlite3_bind_int64 (index, 1, record->id);
  bind (index, 2, &record->values[0]);
  sqlite3_bind_text (index, 3, text->str, (int) text->len, SQLITE_STATIC);
  step (index);
}

static double
import_bare (gpointer data)
{
  Bench *bench = data;
  sqlite3_stmt *identity, *index, *row = NULL;
  const SamsynKind *kind = NULL;
  sqlite3 *db;
  double start;

  bench_copy (bench->empty, bench->work);
  db = open_bare (bench->work);
  start = bench_now ();
  run (db, "BEGIN IMMEDIATE");
  identity = prepare (db, "INSERT INTO record (id, kind) VALUES (?, ?)");
  index = prepare (db, "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)");
  for (guint i = 0; i < bench->records->len; i++)
    {
      const SamsynRecord *record = g_ptr_array_index (bench->records, i);

      if (record->kind != kind)
        {
          g_autofree char *sql = insert_sql (record->kind);

          sqlite3_finalize (row);
          row = prepare (db, sql);
          kind = record->kind;
        }
      insert_bare (identity, row, index, record);
    }
  sqlite3_finalize (identity);
  sqlite3_finalize (index);
  sqlite3_finalize (row);
  run (db, "COMMIT");
  start = bench_now () - start;
  sqlite3_close (db);
  return start;
}

/* ---- One edit -------------------------------------------------------------------------------------------------------------- */

#define EDITS 20

static double
edit_ours (gpointer data)
{
  Bench *bench = data;
  double start = bench_now ();

  for (guint i = 0; i < EDITS; i++)
    {
      g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
      g_autoptr (SamsynRecord) before = NULL;
      g_autoptr (SamsynRecord) after = NULL;
      SamsynStepInfo info = { .code = "edit", .author = "bench" };
      SamsynValue title = { .stored = SAMSYN_STORED_TEXT, .text = g_strdup_printf ("Boka nytt möte %u", ++bench->edit) };
      GError *error = NULL;

      before = samsyn_store_get (bench->store, 1001 + bench->edit % 900, &error);
      bench_check (error);
      after = samsyn_record_copy (before);
      samsyn_record_set (after, "title", &title);
      g_ptr_array_add (changes, samsyn_change_between (before, after));
      samsyn_store_apply (bench->store, &info, changes, NULL, &error);
      bench_check (error);
    }
  return (bench_now () - start) / EDITS;
}

static double
edit_bare (gpointer data)
{
  Bench *bench = data;
  sqlite3_stmt *update = prepare (bench->db, "UPDATE action SET title = ?, title_key = ? WHERE id = ?");
  double start = bench_now ();

  for (guint i = 0; i < EDITS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Boka nytt möte %u", ++bench->edit);
      g_autofree char *key = samsyn_fold_key (title);

      sqlite3_bind_text (update, 1, title, -1, SQLITE_STATIC);
      sqlite3_bind_text (update, 2, key, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (update, 3, 1001 + bench->edit % 900);
      step (update);
    }
  start = (bench_now () - start) / EDITS;
  sqlite3_finalize (update);
  return start;
}

/* ---------------------------------------------------------------------------------------------------------------------------- */

static void
bench_import (Bench *bench,
              guint  n)
{
  g_autofree char *name = g_strdup_printf ("import of %u records against bare INSERTs", n);

  bench->records = bench_records (n);
  bench->json = bench_json (n);
  samsyn_store_close (samsyn_store_create (bench->empty, NULL));
  bench_compare (name, 4, 5, import_ours, import_bare, bench);
  g_bytes_unref (bench->json);
  g_ptr_array_unref (bench->records);
}

static void
bench_edit (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->folder, "edit.samsyn", NULL);

  samsyn_store_close (bench_workspace (path, 1000));
  bench_copy (path, bench->bare);
  bench->store = bench_workspace (path, 1000);
  bench->db = open_bare (bench->bare);
  bench_compare ("one durable edit against a bare UPDATE", 2, 15, edit_ours, edit_bare, bench);
  samsyn_store_close (bench->store);
  sqlite3_close (bench->db);
}

int
main (int   argc,
      char *argv[])
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  Bench bench = { .folder = bench_folder () };

  bench.empty = g_build_filename (bench.folder, "empty.samsyn", NULL);
  bench.work = g_build_filename (bench.folder, "work.samsyn", NULL);
  bench.bare = g_build_filename (bench.folder, "bare.samsyn", NULL);
  bench_edit (&bench);
  bench_import (&bench, n);
  g_free (bench.empty);
  g_free (bench.work);
  g_free (bench.bare);
  bench_remove (bench.folder);
  return 0;
}
