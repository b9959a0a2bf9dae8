/* test-schema.c: the schema of the workspace file holds what the kinds describe, and nothing else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "kinds/kinds.h"
#include "samsyn-core-resources.h"

#define SQL_FOLDER "/io/github/samsyn/Samsyn/sql/"

static sqlite3 *db;

static GPtrArray *rows (const char *format,
                        ...) G_GNUC_PRINTF (1, 2);

/* The rows of a query as lines, columns with a space between. */
static GPtrArray *
rows (const char *format,
      ...)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      GString *line = g_string_new (NULL);

      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (line, "%s%s", i > 0 ? " " : "", (const char *) sqlite3_column_text (statement, i));
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  sqlite3_finalize (statement);
  return lines;
}

static void
assert_lines (const GPtrArray *lines,
              const GPtrArray *expected)
{
  for (guint i = 0; i < lines->len && i < expected->len; i++)
    g_assert_cmpstr (lines->pdata[i], ==, expected->pdata[i]);
  g_assert_cmpuint (lines->len, ==, expected->len);
}

static int
by_text (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
assert_indexed (const char *kind,
                const char *column)
{
  g_autoptr (GPtrArray) plan = rows ("EXPLAIN QUERY PLAN SELECT \"id\" FROM \"%s\" WHERE \"%s\" = ?", kind, column);

  g_assert_cmpuint (plan->len, ==, 1);
  if (strstr (plan->pdata[0], "INDEX") == NULL)
    g_error ("%s.%s has no index: %s", kind, column, (char *) plan->pdata[0]);
}

/* ---- One kind ------------------------------------------------------------------------------------------------------------- */

static void
test_columns (gconstpointer data)
{
  static const char *const stored[] = {
    [SAMSYN_STORED_INTEGER] = "INTEGER", [SAMSYN_STORED_REAL] = "REAL", [SAMSYN_STORED_TEXT] = "TEXT"
  };
  const SamsynKind *kind = data;
  g_autoptr (GPtrArray) columns = rows ("SELECT name, type, \"notnull\", pk FROM pragma_table_info ('%s')", kind->id);
  g_autoptr (GPtrArray) strict = rows ("SELECT strict FROM pragma_table_list ('%s')", kind->id);
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (expected, g_strdup ("id INTEGER 0 1"));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SamsynField *field = &kind->fields[i];

      g_ptr_array_add (expected, g_strdup_printf ("%s %s %d 0", field->id, stored[samsyn_type_stored (field->type)],
                                                  (field->flags & SAMSYN_FIELD_REQUIRED) != 0 && field->since == 0));
      if (samsyn_field_has_key (field))
        g_ptr_array_add (expected, g_strdup_printf ("%s_key TEXT 0 0", field->id));
    }
  /* A migration adds columns at the end: their order does not matter, since rows are read by name. */
  g_ptr_array_sort (columns, by_text);
  g_ptr_array_sort (expected, by_text);
  assert_lines (columns, expected);
  g_assert_cmpstr (strict->pdata[0], ==, "1");
}

static void
test_references (gconstpointer data)
{
  const SamsynKind *kind = data;
  g_autoptr (GPtrArray) keys = rows ("SELECT \"from\", \"table\", \"to\", on_update, on_delete FROM pragma_foreign_key_list "
                                     "('%s') "
                                     "ORDER BY \"from\"",
                                     kind->id);
  g_autoptr (GPtrArray) sql = rows ("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = '%s'", kind->id);
  g_auto (GStrv) deferred = g_strsplit (sql->pdata[0], "DEFERRABLE INITIALLY DEFERRED", -1);
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (expected, g_strdup ("id record id NO ACTION NO ACTION"));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SamsynField *field = &kind->fields[i];
      const SamsynKind *target = samsyn_field_target (field);
      const char *table = field->type == SAMSYN_TYPE_BODY ? "body" : target != NULL ? target->id : "record";

      if (field->type != SAMSYN_TYPE_REFERENCE && field->type != SAMSYN_TYPE_BODY)
        continue;
      g_ptr_array_add (expected, g_strdup_printf ("%s %s id NO ACTION NO ACTION", field->id, table));
      assert_indexed (kind->id, field->id);
    }
  g_ptr_array_sort (expected, by_text);
  assert_lines (keys, expected);
  g_assert_cmpuint (g_strv_length (deferred) - 1, ==, expected->len);
}

static const char *
order_column (const SamsynField *field)
{
  return samsyn_field_has_key (field) ? "_key" : "";
}

/* Lists in their default order, by the title, and dates to watch, are read from an index, not sorted. */
static void
test_orders (gconstpointer data)
{
  const SamsynKind *kind = data;
  const char *const *order = kind->order != NULL ? kind->order : kind->title;
  const SamsynField *first = samsyn_kind_field (kind, order[0]);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & SAMSYN_FIELD_DEADLINE)
      assert_indexed (kind->id, kind->fields[i].id);
  for (guint i = 0; kind->title[i] != NULL; i++)
    if (samsyn_field_has_key (samsyn_kind_field (kind, kind->title[i])))
      {
        g_autofree char *column = g_strconcat (kind->title[i], "_key", NULL);

        assert_indexed (kind->id, column);
      }
  /* Choices are sorted by their place in the list, titles of other records by those: no index holds that. */
  if (first->type != SAMSYN_TYPE_CHOICE && first->type != SAMSYN_TYPE_REFERENCE)
    {
      g_autoptr (GString) columns = g_string_new (NULL);
      g_autoptr (GPtrArray) plan = NULL;

      for (guint i = 0; kind->order != NULL && order[i] != NULL; i++)
        g_string_append_printf (columns, "\"%s%s\", ", order[i], order_column (samsyn_kind_field (kind, order[i])));
      if (kind->order == NULL)
        g_string_append_printf (columns, "\"%s%s\", ", order[0], order_column (first));
      plan = rows ("EXPLAIN QUERY PLAN SELECT \"id\" FROM \"%s\" ORDER BY %s\"id\"", kind->id, columns->str);
      for (guint i = 0; i < plan->len; i++)
        if (strstr (plan->pdata[i], "TEMP B-TREE") != NULL)
          g_error ("%s is sorted by %sid without an index", kind->id, columns->str);
    }
}

/* ---- The whole ------------------------------------------------------------------------------------------------------------ */

static void
test_nothing_else (void)
{
  static const char *const own[] = { "workspace", "record", "step", "change", "body", "erasure", "search", NULL };
  g_autoptr (GPtrArray) tables = rows ("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow' "
                                       "AND name NOT LIKE 'sqlite_%%'");
  g_autoptr (GPtrArray) strange = rows ("SELECT type, name FROM sqlite_schema WHERE type NOT IN ('table', 'index')");
  g_autoptr (GPtrArray) checks = rows ("SELECT name FROM sqlite_schema WHERE sql GLOB '*CHECK*' OR sql GLOB '*COLLATE*'");

  for (guint i = 0; i < tables->len; i++)
    if (samsyn_kind_find (tables->pdata[i]) == NULL && !g_strv_contains (own, tables->pdata[i]))
      g_error ("the table %s belongs to no kind", (char *) tables->pdata[i]);
  g_assert_cmpuint (strange->len, ==, 0);
  g_assert_cmpuint (checks->len, ==, 0);
}

static int
run (const char *sql)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL);
}

/* What refers may be written before what it refers to, but not without it. */
static void
test_deferred (void)
{
  g_assert_cmpint (run ("PRAGMA foreign_keys = ON"), ==, SQLITE_OK);
  g_assert_cmpint (run ("BEGIN; INSERT INTO \"membership\" (\"id\", \"group\", \"from\") VALUES (2, 1, '2016-01-01');"
                        "INSERT INTO \"group\" (\"id\", \"name\") VALUES (1, 'Styrgruppen');"
                        "INSERT INTO \"record\" VALUES (1, 'group'), (2, 'membership'); COMMIT"), ==, SQLITE_OK);
  g_assert_cmpint (run ("BEGIN; DELETE FROM \"group\"; COMMIT"), ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (run ("ROLLBACK"), ==, SQLITE_OK);
  g_assert_cmpint (run ("INSERT INTO \"setting\" (\"id\", \"name\") VALUES (3, 'unknown')"), ==, SQLITE_CONSTRAINT);
}

static void
test_search (void)
{
  g_autoptr (GPtrArray) found = NULL, beginning = NULL;

  g_assert_cmpint (run ("INSERT INTO \"search\" (rowid, \"title\", \"text\") VALUES (1, 'Får', 'på bete'), (2, 'Far', 'på väg')"),
                   ==, SQLITE_OK);
  found = rows ("SELECT rowid FROM \"search\" WHERE \"search\" MATCH 'FÅR'");
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (found->pdata[0], ==, "1");
  beginning = rows ("SELECT rowid FROM \"search\" WHERE \"search\" MATCH 'p*'");
  g_assert_cmpuint (beginning->len, ==, 2);
}

/* Runs one migration of the resources. */
static void
migrate (const char *name)
{
  g_autofree char *path = g_strconcat (SQL_FOLDER, name, NULL);
  g_autoptr (GBytes) sql = g_resource_lookup_data (samsyn_core_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (run (g_bytes_get_data (sql, NULL)) != SQLITE_OK)
    g_error ("%s: %s", name, sqlite3_errmsg (db));
}

/* The schema as all migrations together make it, in the order of their numbers. */
static void
open_schema (void)
{
  g_auto (GStrv) names
      = g_resource_enumerate_children (samsyn_core_get_resource (), SQL_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (names);
  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  qsort (names, g_strv_length (names), sizeof *names, by_text);
  for (guint i = 0; names[i] != NULL; i++)
    migrate (names[i]);
}

static void
add (const char        *test,
     const SamsynKind  *kind,
     GTestDataFunc      func)
{
  g_autofree char *path = g_strdup_printf ("/schema/%s/%s", kind->id, test);

  g_test_add_data_func (path, kind, func);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  open_schema ();
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      add ("columns", *kind, test_columns);
      add ("references", *kind, test_references);
      add ("orders", *kind, test_orders);
    }
  g_test_add_func ("/schema/nothing-else", test_nothing_else);
  g_test_add_func ("/schema/deferred", test_deferred);
  g_test_add_func ("/schema/search", test_search);
  status = g_test_run ();
  sqlite3_close (db);
  return status;
}
