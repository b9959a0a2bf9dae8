/* fuzz-workspace.c: workspaces in which anything may stand anywhere
 *
 * An input alters a sound workspace, which has records of every kind and a history: values of any type put into any column of any
 * table, rows taken away, or bytes of the file.  Then it is opened as any file, and read in one of the ways that the program
 * reads.
 *
 * The first byte chooses what is done with the file: one of the ways in their order, after the last one all of them; and so on.
 * Then come edits, each a table, a column, a row, what is put there, and how long it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* memmem */
#include <sqlite3.h>
#include <string.h>

#include "../store/fixture.h"
#include "../store/random-records.h"
#include "exchange/json/export-json.h"
#include "findings/map/compare.h"
#include "findings/map/finding.h"
#include "findings/map/map.h"
#include "fuzz.h"
#include "model/date.h"
#include "reports/report.h"

#define MOST_EDITS 16

/* What keeps others' values out of a table is in the text of the schema.  While the tables are altered it is blank. */
static const char *const guards[] = { ") STRICT", " NOT NULL" };

typedef struct
{
  char *name;
  char **columns;
} Table;

static char *path;
static char *image; /* the file as it was made */
static gsize image_size;
static GArray *guarded; /* gsize: where the words of the guards stand, each guard's after its number of letters */
static GPtrArray *tables;
static guint which_report;

/* ---- The sound workspace --------------------------------------------------------------------------------------------------- */

static void
make_history (SamsynStore *store)
{
  g_autoptr (GError) error = NULL;
  gint64 action = samsyn_fixture_create (store, "action", "title", "Boka lokal");
  gint64 gone = samsyn_fixture_create (store, "action", "title", "Stryk");

  samsyn_fixture_edit (store, action, "due_on", "2016-11-20", "status", "ongoing", NULL);
  samsyn_fixture_delete (store, gone);
  samsyn_fixture_edit (store, action, "title", "Boka en lokal", NULL);
  samsyn_store_undo (store, &error);
  g_assert_no_error (error);
}

static void
find_guards (void)
{
  guarded = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (guint i = 0; i < G_N_ELEMENTS (guards); i++)
    {
      gsize length = strlen (guards[i]);
      char *at = image;

      while ((at = memmem (at, image_size - (gsize) (at - image), guards[i], length)) != NULL)
        {
          gsize place[2] = { i, (gsize) (at - image) };

          g_array_append_vals (guarded, place, 2);
          at += length;
        }
    }
}

/* Blanks the guards' words, but for the bracket, or puts them back. */
static void
guard (char    *file,
       gsize    size,
       gboolean back)
{
  for (guint i = 0; i + 1 < guarded->len; i += 2)
    {
      const char *word = guards[g_array_index (guarded, gsize, i)];
      gsize at = g_array_index (guarded, gsize, i + 1), length = strlen (word);

      if (at + length > size)
        continue;
      if (back)
        memcpy (file + at, word, length);
      else
        memset (file + at + 1, ' ', length - 1);
    }
}

static char **
columns_of (sqlite3    *db,
            const char *table)
{
  GPtrArray *names = g_ptr_array_new ();
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (db, "SELECT name FROM pragma_table_info(?)", -1, &statement, NULL);
  sqlite3_bind_text (statement, 1, table, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (names, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

static void
find_tables (void)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  tables = g_ptr_array_new ();
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' ORDER BY rowid", -1,
                      &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      Table *table = g_new0 (Table, 1);

      table->name = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      table->columns = columns_of (db, table->name);
      g_ptr_array_add (tables, table);
    }
  sqlite3_finalize (statement);
  sqlite3_close (db);
  g_assert_cmpuint (tables->len, >, 40);
}

/* Most tables have few rows: on small pages the file is a fraction as large, and a run takes a fraction of the time.  On smaller
 * ones a guard's words could stand on two of them. */
static void
make_small (void)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA page_size = 1024; VACUUM", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  SamsynStore *store = samsyn_fixture_store (fuzz_begin ());

  path = g_strdup (samsyn_store_get_path (store));
  samsyn_test_fill (store, 2, 1);
  make_history (store);
  samsyn_store_close (store);
  make_small ();
  g_assert_true (g_file_get_contents (path, &image, &image_size, NULL));
  find_guards ();
  find_tables ();
  return 0;
}

/* ---- Altering it ----------------------------------------------------------------------------------------------------------- */

static void
bind_any (sqlite3_stmt *statement,
          FuzzInput    *input)
{
  gsize length;
  g_autofree char *bytes = NULL;

  switch (fuzz_byte (input) % 6)
    {
    case 0:
      sqlite3_bind_null (statement, 1);
      break;
    case 1:
      sqlite3_bind_int64 (statement, 1, fuzz_integer (input));
      break;
    case 2:
      sqlite3_bind_int64 (statement, 1, (gint8) fuzz_byte (input));
      break;
    case 3:
      sqlite3_bind_double (statement, 1, (double) fuzz_integer (input) / 1000);
      break;
    case 4:
      bytes = fuzz_bytes (input, fuzz_byte (input), &length);
      sqlite3_bind_text (statement, 1, bytes, (int) length, SQLITE_TRANSIENT);
      break;
    default:
      bytes = fuzz_bytes (input, fuzz_byte (input), &length);
      sqlite3_bind_blob (statement, 1, bytes, (int) length, SQLITE_TRANSIENT);
      break;
    }
}

static void
edit (sqlite3   *db,
      FuzzInput *input)
{
  const Table *table = g_ptr_array_index (tables, fuzz_byte (input) % tables->len);
  guint column = fuzz_byte (input), row = fuzz_byte (input), n_columns = g_strv_length (table->columns);
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement = NULL;

  if (column % (n_columns + 1) == n_columns)
    sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE rowid = (SELECT rowid FROM \"%s\" LIMIT 1 OFFSET %u)", table->name,
                           table->name, row % 8);
  else
    sql = g_strdup_printf ("UPDATE OR IGNORE \"%s\" SET \"%s\" = ?1 WHERE rowid = (SELECT rowid FROM \"%s\" LIMIT 1 OFFSET %u)",
                           table->name, table->columns[column % (n_columns + 1)], table->name, row % 8);
  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK)
    {
      if (column % (n_columns + 1) < n_columns)
        bind_any (statement, input);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
}

/* The altered file's bytes; to be freed by the caller. */
static char *
alter_rows (FuzzInput *input,
            gsize     *size)
{
  sqlite3 *db = NULL;
  sqlite3_int64 written = 0;
  unsigned char *copy = sqlite3_malloc64 (image_size), *altered;
  char *file = NULL;

  memcpy (copy, image, image_size);
  guard ((char *) copy, image_size, FALSE);
  sqlite3_open (":memory:", &db);
  sqlite3_deserialize (db, "main", copy, (sqlite3_int64) image_size, (sqlite3_int64) image_size,
                       SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
  sqlite3_exec (db, "PRAGMA journal_mode = OFF; BEGIN", NULL, NULL, NULL);
  for (guint i = 0; i < MOST_EDITS && input->at < input->end; i++)
    edit (db, input);
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  altered = sqlite3_serialize (db, "main", &written, SQLITE_SERIALIZE_NOCOPY);
  if (altered != NULL)
    {
      file = g_memdup2 (altered, (gsize) written);
      guard (file, (gsize) written, TRUE);
    }
  sqlite3_close (db);
  *size = (gsize) written;
  return file;
}

static char *
alter_bytes (FuzzInput *input,
             gsize     *size)
{
  char *file = g_memdup2 (image, image_size);

  *size = image_size;
  while (input->at < input->end)
    {
      gsize at = ((gsize) fuzz_byte (input) << 16 | (gsize) fuzz_byte (input) << 8 | fuzz_byte (input)) % image_size;

      file[at] = (char) fuzz_byte (input);
    }
  return file;
}

/* ---- Reading it ------------------------------------------------------------------------------------------------------------ */

static gboolean
each_step (const SamsynStep *step,
           GPtrArray        *changes,
           gpointer          data)
{
  return TRUE;
}

static void
read_map (SamsynStore *store)
{
  g_autoptr (SamsynFacts) facts = samsyn_facts_load (store, NULL);
  g_autoptr (SamsynMap) before = facts != NULL ? samsyn_map_new (facts, samsyn_day ("2015-06-01", 0), 0) : NULL;
  g_autoptr (SamsynMap) after = facts != NULL ? samsyn_map_new (facts, samsyn_day ("2016-11-22", 0), 0) : NULL;
  g_autoptr (SamsynFindings) findings_before = before != NULL ? samsyn_findings_new (before) : NULL;
  g_autoptr (SamsynFindings) findings_after = after != NULL ? samsyn_findings_new (after) : NULL;
  g_autoptr (SamsynComparison) comparison = NULL;

  if (findings_after == NULL)
    return;
  for (guint i = 0; i < samsyn_findings_count (findings_after); i++)
    {
      const SamsynFinding *finding = samsyn_findings_get (findings_after, i);
      g_autofree char *sentence = samsyn_finding_sentence (findings_after, finding, "sv");
      g_autofree char *mend = samsyn_finding_mend (findings_after, finding, "en");

      g_assert_true (g_utf8_validate (sentence, -1, NULL) && (mend == NULL || g_utf8_validate (mend, -1, NULL)));
    }
  comparison = samsyn_comparison_new (store, before, findings_before, after, findings_after, NULL);
}

static void
read_list (SamsynStore      *store,
           const SamsynKind *kind)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (SamsynRows) rows = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    samsyn_query_select (query, kind->fields[i].id);
  samsyn_query_select (query, "@title");
  rows = samsyn_store_select (store, query, NULL);
  for (guint i = 0; rows != NULL && i < rows->n_rows * rows->n_columns; i++)
    {
      const char *text = samsyn_value_get_text (&rows->values[i]);

      g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
    }
}

static void
read_lists (SamsynStore *store)
{
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    read_list (store, *kind);
}

static void
read_past (SamsynStore *store)
{
  g_autoptr (SamsynStore) past = samsyn_store_snapshot (store, 0, NULL, NULL);

  if (past != NULL)
    read_lists (past);
}

static void
read_history (SamsynStore *store)
{
  samsyn_store_history (store, 0, each_step, NULL, NULL);
}

static void
check (SamsynStore *store)
{
  g_autoptr (SamsynCheckup) checkup = samsyn_store_check (store, NULL, NULL);
}

static void
export (SamsynStore *store)
{
  g_autofree char *out = g_strconcat (path, ".json", NULL);

  samsyn_export_json (store, out, TRUE, NULL, NULL);
}

static void
search (SamsynStore *store)
{
  g_autoptr (GPtrArray) hits = samsyn_store_search (store, "kommun a", 20, "sv", NULL);

  if (hits != NULL)
    samsyn_store_search_further (store, "2016", 20, "sv", hits, NULL);
}

static void
report (SamsynStore *store)
{
  const SamsynReport *const *reports = samsyn_reports ();
  const SamsynReport *chosen;
  SamsynReportArguments arguments = { .language = "sv" };
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("meeting"));
  g_autoptr (GArray) meetings = samsyn_store_ids (store, query, 0, 1, NULL);
  g_autoptr (SamsynBook) book = NULL;
  guint n = 0;

  while (reports[n] != NULL)
    n++;
  chosen = reports[which_report % n];
  if (chosen->needs & SAMSYN_REPORT_MEETING)
    arguments.meeting = meetings != NULL && meetings->len > 0 ? g_array_index (meetings, gint64, 0) : 1;
  if (chosen->needs & SAMSYN_REPORT_SINCE)
    arguments.since = "2015-06-01";
  book = samsyn_report_make (chosen, store, &arguments, NULL, NULL);
}

/* Undoes all there is, as far as it goes: the only way here that writes. */
static void
undo (SamsynStore *reader)
{
  g_autoptr (SamsynStore) store = NULL;

  store = samsyn_store_open (path, SAMSYN_OPEN_WRITE, NULL);
  for (guint i = 0; store != NULL && i < 10 && samsyn_store_undo (store, NULL) != 0; i++)
    ;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static void (*const ways[]) (SamsynStore *)
      = { read_map, read_lists, read_past, read_history, check, export, search, report, undo };
  FuzzInput input = { data, data + size };
  guint choice = fuzz_byte (&input), way = (choice & 0x7f) % (G_N_ELEMENTS (ways) + 1);
  gsize altered_size = 0;
  g_autofree char *altered = choice & 0x80 ? alter_bytes (&input, &altered_size) : alter_rows (&input, &altered_size);
  g_autoptr (SamsynStore) store = NULL;

  which_report = size > 0 ? data[size - 1] : 0;
  if (altered == NULL || !g_file_set_contents_full (path, altered, (gssize) altered_size, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    return 0;
  store = samsyn_store_open (path, SAMSYN_OPEN_READ, NULL);
  if (store == NULL)
    return 0;
  if (way < G_N_ELEMENTS (ways) - 1)
    ways[way] (store);
  else if (way == G_N_ELEMENTS (ways) - 1)
    {
      g_clear_pointer (&store, samsyn_store_close);
      undo (NULL);
    }
  else
    for (guint i = 0; i < G_N_ELEMENTS (ways) - 1; i++)
      ways[i] (store);
  return 0;
}
