/* test-anew.c: rules that bind what is typed or imported anew, and nothing else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "kinds/kinds.h"
#include "model/format.h"
#include "plans/import/import.h"
#include "store/apply.h"
#include "store/log.h"
#include "store/transaction.h"

/* Records as JSON, with simple quotation marks: a workspace in which nothing is wrong, one that breaks a rule, and one
 * much like it that does not. */
static const struct
{
  const char *there;
  const char *broken;
  const char *field; /* at fault */
  const char *says;
  const char *sound;
} cases[] = {
  { "", "{'kind': 'action', 'key': 'n', 'title': 'x', 'status': 'planned', 'done_on': '2016-05-20'}", "done_on", "Planned",
    "{'kind': 'action', 'key': 'n', 'title': 'x', 'status': 'done', 'done_on': '2016-05-20'}" },
  { "", "{'kind': 'action', 'key': 'n', 'title': 'x', 'status': 'done', 'done_on': '2016-05-21'}", "done_on", "2016-05-20",
    "{'kind': 'action', 'key': 'n', 'title': 'x', 'due_on': '2016-05-21'}" },
  { "{'kind': 'project', 'id': 1, 'name': 'P'}",
    "{'kind': 'milestone', 'key': 'n', 'title': 'x', 'project': 1, 'planned_on': '2016-05-01', 'reached_on': '2026-01-01'}",
    "reached_on", "2016-05-20",
    "{'kind': 'milestone', 'key': 'n', 'title': 'x', 'project': 1, 'planned_on': '2026-01-01', 'reached_on': '2016-05-20'}" },
  { "{'kind': 'organisation', 'id': 1, 'name': 'A', 'succeeds': 2}, {'kind': 'organisation', 'id': 2, 'name': 'B', "
    "'succeeds': 3}, {'kind': 'organisation', 'id': 3, 'name': 'C'}, {'kind': 'organisation', 'id': 4, 'name': 'D'}",
    "{'kind': 'organisation', 'id': 3, 'succeeds': 1}", "succeeds", "circle",
    "{'kind': 'organisation', 'id': 3, 'succeeds': 4}" },
  { "{'kind': 'decision', 'id': 1, 'title': 'A'}, {'kind': 'decision', 'id': 2, 'title': 'B', 'prepares': 1}",
    "{'kind': 'decision', 'id': 1, 'prepares': 2}", "prepares", "circle",
    "{'kind': 'decision', 'id': 1, 'decided_on': '2026-01-01'}" },
  { "{'kind': 'document', 'id': 1, 'title': 'L', 'body': 'Åäö är tre.'}",
    "{'kind': 'passage', 'key': 'n', 'document': 1, 'quote': 'x', 'starts_at_character': 0, 'ends_at_character': 12}",
    "ends_at_character", "11",
    "{'kind': 'passage', 'key': 'n', 'document': 1, 'quote': 'x', 'starts_at_character': 0, 'ends_at_character': 11}" },
  { "{'kind': 'document', 'id': 1, 'title': 'L', 'body': 'Åäö är tre.'}, {'kind': 'document', 'id': 2, 'title': 'K', "
    "'body': 'Kort'}, {'kind': 'passage', 'id': 3, 'document': 1, 'quote': 'x', 'starts_at_character': 8}",
    "{'kind': 'passage', 'id': 3, 'document': 2}", "starts_at_character", "4",
    "{'kind': 'passage', 'id': 3, 'quote': 'y'}" },
};

typedef struct
{
  char        *folder;
  SamsynStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_setenv ("SAMSYN_NOW", "2016-05-20", TRUE);
  fixture->folder = samsyn_fixture_folder ();
  fixture->store = samsyn_fixture_store (fixture->folder);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  samsyn_fixture_check (fixture->store);
  samsyn_store_close (fixture->store);
  samsyn_fixture_remove (fixture->folder);
}

static GBytes *
document_of (const char *records)
{
  char *text = g_strdup_printf ("{'samsyn': 1, 'records': [%s]}", records);

  g_strdelimit (text, "'", '"');
  return g_bytes_new_take (text, strlen (text));
}

static gboolean
import (SamsynStore *store,
        const char  *records,
        GPtrArray   *problems)
{
  g_autoptr (GBytes) bytes = document_of (records);
  SamsynImportResult result;

  return samsyn_import_json (store, bytes, SAMSYN_IMPORT_CREATE, NULL, NULL, &result, problems, NULL);
}

static GPtrArray *
new_problems (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* What is imported: the place and the way out are told, and nothing is written. */
static void
test_imported (Fixture      *fixture,
               gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autofree char *before = NULL, *after = NULL;

  g_assert_true (import (fixture->store, cases[number].there, problems));
  before = samsyn_fixture_dump (fixture->store);
  g_assert_false (import (fixture->store, cases[number].broken, problems));
  g_assert_cmpuint (problems->len, ==, 1);
  g_test_message ("%s", (const char *) g_ptr_array_index (problems, 0));
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), cases[number].field));
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), cases[number].says));
  after = samsyn_fixture_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  g_ptr_array_set_size (problems, 0);
  g_assert_true (import (fixture->store, cases[number].sound, problems));
}

/* What is typed: the same changes by the way of a form, with the field at fault. */
static void
test_typed (Fixture      *fixture,
            gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) problems = new_problems (), changes = NULL;
  g_autoptr (GPtrArray) broken = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_problem_free);
  g_autoptr (GBytes) bytes = document_of (cases[number].broken);
  const SamsynStepInfo info = { .code = "edit" };
  g_autoptr (GError) error = NULL;

  g_assert_true (import (fixture->store, cases[number].there, problems));
  changes = samsyn_import_plan_json (fixture->store, bytes, SAMSYN_IMPORT_CREATE, NULL, problems, NULL);
  g_assert_nonnull (changes);
  g_assert_cmpint (samsyn_store_apply (fixture->store, &info, changes, broken, &error), ==, 0);
  g_assert_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID);
  g_assert_cmpuint (broken->len, ==, 1);
  g_assert_cmpstr (((SamsynProblem *) g_ptr_array_index (broken, 0))->field, ==, cases[number].field);
}

static guint
count_remarks (SamsynStore *store)
{
  g_autoptr (SamsynCheckup) checkup = samsyn_store_check (store, NULL, NULL);

  g_assert_cmpuint (checkup->n_faults, ==, 0);
  return checkup->n_remarks;
}

/* What was once accepted is let be: other fields can be edited, and undo and redo write it as it was. */
static void
test_accepted_once (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  gint64 id;

  g_setenv ("SAMSYN_NOW", "2028-05-20", TRUE);
  id = samsyn_fixture_create (fixture->store, "action", "title", "Boka möte");
  samsyn_fixture_edit (fixture->store, id, "done_on", "2028-05-19", NULL);
  g_assert_cmpuint (count_remarks (fixture->store), ==, 0);
  g_setenv ("SAMSYN_NOW", "2016-05-20", TRUE);
  samsyn_fixture_edit (fixture->store, id, "title", "Boka mötet", NULL);
  before = samsyn_fixture_dump (fixture->store);
  g_assert_cmpuint (count_remarks (fixture->store), >=, 1);
  samsyn_fixture_edit (fixture->store, id, "done_on", "", NULL);
  g_assert_cmpint (samsyn_store_undo (fixture->store, NULL), !=, 0);
  g_assert_cmpint (samsyn_store_redo (fixture->store, NULL), !=, 0);
  g_assert_cmpint (samsyn_store_undo (fixture->store, NULL), !=, 0);
  samsyn_fixture_delete (fixture->store, id);
  g_assert_cmpint (samsyn_store_undo (fixture->store, NULL), !=, 0);
  after = samsyn_fixture_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

/* ---- Written under old rules ----------------------------------------------------------------------------------------------- */

/* Gives fields another value as a version did that had no such rules: rows and log, and nobody asks. */
static void
write_as_before (SamsynStore *store,
                 gint64       id,
                 const char  *field,
                 SamsynValue  value)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (SamsynRecord) before = samsyn_store_get (store, id, NULL), after = samsyn_record_copy (before);
  const SamsynStepInfo info = { .code = "edit", .author = "test" };
  g_autoptr (GError) error = NULL;

  samsyn_record_set (after, field, &value);
  g_ptr_array_add (changes, samsyn_change_between (before, after));
  samsyn_transaction_begin (store, &error);
  g_assert_no_error (error);
  g_assert_true (samsyn_apply_rows (store, g_ptr_array_index (changes, 0), &error));
  g_assert_cmpint (samsyn_log_append (store, &info, 0, changes, &error), >, 0);
  samsyn_transaction_commit (store, &error);
  g_assert_no_error (error);
  samsyn_value_clear (&value);
}

static const char old_records[]
    = "{'kind': 'action', 'id': 1, 'title': 'A', 'status': 'planned'}, {'kind': 'organisation', 'id': 2, 'name': 'B'}, "
      "{'kind': 'organisation', 'id': 3, 'name': 'C', 'succeeds': 2}, {'kind': 'decision', 'id': 4, 'title': 'D'}, "
      "{'kind': 'decision', 'id': 5, 'title': 'E', 'prepares': 4}, {'kind': 'project', 'id': 6, 'name': 'F'}, "
      "{'kind': 'milestone', 'id': 7, 'title': 'G', 'project': 6, 'planned_on': '2016-05-01'}, "
      "{'kind': 'budget_line', 'id': 8, 'heading': 'H', 'project': 6, 'year': 2016, 'forecast': '1.00'}, {'kind': 'task', 'id': "
      "9, 'name': 'I'}, "
      "{'kind': 'task', 'id': 10, 'name': 'J'}, {'kind': 'document', 'id': 11, 'title': 'K', 'body': 'Kort'}, "
      "{'kind': 'passage', 'id': 12, 'document': 11, 'quote': 'x', 'starts_at_character': 0, 'ends_at_character': 4}";

/* Each would be refused today; how many there are. */
static guint
write_what_was_accepted (SamsynStore *store)
{
  g_autofree char *title = g_strnfill (3000, 'x');
  const struct
  {
    gint64      id;
    const char *field;
    SamsynValue value;
  } old[] = {
    { 1, "done_on", samsyn_value_text ("2016-05-19") },    { 2, "succeeds", samsyn_value_integer (3) },
    { 4, "prepares", samsyn_value_integer (5) },           { 7, "reached_on", samsyn_value_text ("2026-01-01") },
    { 8, "budget", samsyn_value_integer (G_MININT64) },    { 8, "forecast", samsyn_value_integer (G_MAXINT64) },
    { 9, "name", samsyn_value_text ("\302\240\342\200\213") }, { 10, "name", samsyn_value_text (title) },
    { 12, "ends_at_character", samsyn_value_integer (5) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (old); i++)
    write_as_before (store, old[i].id, old[i].field, old[i].value);
  return G_N_ELEMENTS (old);
}

/* Takes so many steps back, and does them again: all the way it is what it was. */
static void
walk (SamsynStore *store,
      guint        n_steps)
{
  g_autofree char *before = samsyn_fixture_dump (store), *undone = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_steps; i++)
    g_assert_true (samsyn_store_undo (store, &error) > 0 || error == NULL);
  g_assert_no_error (error);
  undone = samsyn_fixture_dump (store);
  g_assert_cmpstr (undone, !=, before);
  for (guint i = 0; i < n_steps; i++)
    g_assert_true (samsyn_store_redo (store, &error) > 0 || error == NULL);
  g_assert_no_error (error);
  after = samsyn_fixture_dump (store);
  g_assert_cmpstr (after, ==, before);
}

/* Undo, redo and restore write what was accepted once, and a check finds remarks and no faults. */
static void
test_old_rules (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.samsyn", NULL), *before = NULL, *restored = NULL;
  g_autoptr (SamsynStore) other = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_true (import (fixture->store, old_records, problems));
  n = write_what_was_accepted (fixture->store);
  g_assert_cmpuint (count_remarks (fixture->store), >=, n);
  walk (fixture->store, n);
  before = samsyn_fixture_dump (fixture->store);
  for (gint64 id = 1; id <= 12; id++)
    {
      g_autofree char *after = NULL;

      samsyn_fixture_delete (fixture->store, id);
      g_assert_cmpint (samsyn_store_undo (fixture->store, &error), >, 0);
      g_assert_no_error (error);
      after = samsyn_fixture_dump (fixture->store);
      g_assert_cmpstr (after, ==, before);
      walk (fixture->store, 1);
    }
  samsyn_store_backup (fixture->store, copy, NULL, &error);
  g_assert_no_error (error);
  other = samsyn_store_open (copy, SAMSYN_OPEN_WRITE, &error);
  g_assert_no_error (error);
  restored = samsyn_fixture_dump (other);
  g_assert_cmpstr (restored, ==, before);
  g_assert_cmpuint (count_remarks (other), >=, n);
  walk (other, n);
}

/* An amount of before is one: it stands in lists and sums, which are too large for an integer without harm, and in an export. */
static void
test_old_amounts (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("budget_line"));
  g_autoptr (SamsynRows) rows = NULL;
  g_autoptr (SamsynRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (import (fixture->store, old_records, problems));
  write_what_was_accepted (fixture->store);
  g_assert_true (
      import (fixture->store, "{'kind': 'budget_line', 'id': 20, 'heading': 'H', 'project': 6, 'year': 2016}", problems));
  write_as_before (fixture->store, 20, "forecast", samsyn_value_integer (G_MAXINT64));
  samsyn_query_take (query, SAMSYN_QUERY_SUM, "forecast");
  samsyn_query_take (query, SAMSYN_QUERY_LEFT_OUT, "forecast");
  samsyn_query_take (query, SAMSYN_QUERY_COUNT, "deviation");
  rows = samsyn_store_select (fixture->store, query, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (samsyn_value_get_number (samsyn_rows_get (rows, 0, 0), 0), ==, 2.0 * (double) G_MAXINT64);
  g_assert_cmpint (samsyn_rows_integer (rows, 0, 1, -1), ==, 0);
  g_assert_cmpint (samsyn_rows_integer (rows, 0, 2, -1), ==, 1); /* the other differs by more than an amount can be */
  record = samsyn_store_get (fixture->store, 8, &error);
  g_assert_no_error (error);
  g_assert_cmpint (samsyn_record_integer (record, "budget", 0), ==, G_MININT64);
}

/* A passage that its text has left behind is a remark, and comes back as it was. */
static void
test_text_became_shorter (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autofree char *before = NULL, *after = NULL;

  g_assert_true (import (fixture->store,
                         "{'kind': 'document', 'id': 1, 'title': 'L', 'body': 'Åäö är tre.'}, {'kind': 'passage', "
                         "'id': 2, 'document': 1, 'quote': 'x', 'starts_at_character': 7, 'ends_at_character': 10}",
                         problems));
  g_assert_cmpuint (count_remarks (fixture->store), ==, 0);
  g_assert_true (import (fixture->store, "{'kind': 'document', 'id': 1, 'body': 'Kort'}", problems));
  g_assert_cmpuint (count_remarks (fixture->store), ==, 2);
  before = samsyn_fixture_dump (fixture->store);
  samsyn_fixture_delete (fixture->store, 2);
  g_assert_cmpint (samsyn_store_undo (fixture->store, NULL), !=, 0);
  after = samsyn_fixture_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

/* Those who follow each other in turn may be many; a circle among them is found wherever it is closed. */
static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GString) records = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = new_problems ();

  for (guint i = 1; i <= 900; i++)
    if (i == 1)
      g_string_append_printf (records, "{'kind': 'decision', 'id': 1, 'title': 'B'}");
    else
      g_string_append_printf (records, ", {'kind': 'decision', 'id': %u, 'title': 'B', 'prepares': %u}", i, i - 1);
  g_assert_true (import (fixture->store, records->str, problems));
  g_assert_false (import (fixture->store, "{'kind': 'decision', 'id': 1, 'prepares': 900}", problems));
  g_ptr_array_set_size (problems, 0);
  g_assert_false (import (fixture->store, "{'kind': 'decision', 'id': 450, 'prepares': 451}", problems));
  g_assert_cmpuint (problems->len, >=, 1);
  g_ptr_array_set_size (problems, 0);
  g_assert_true (import (fixture->store, "{'kind': 'decision', 'id': 450, 'prepares': 1}", problems));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *imported = g_strdup_printf ("/anew/imported/%u-%s", i, cases[i].field);
      g_autofree char *typed = g_strdup_printf ("/anew/typed/%u-%s", i, cases[i].field);

      g_test_add (imported, Fixture, GUINT_TO_POINTER (i), set_up, test_imported, tear_down);
      g_test_add (typed, Fixture, GUINT_TO_POINTER (i), set_up, test_typed, tear_down);
    }
  g_test_add ("/anew/accepted-once", Fixture, NULL, set_up, test_accepted_once, tear_down);
  g_test_add ("/anew/old-rules", Fixture, NULL, set_up, test_old_rules, tear_down);
  g_test_add ("/anew/old-amounts", Fixture, NULL, set_up, test_old_amounts, tear_down);
  g_test_add ("/anew/text-became-shorter", Fixture, NULL, set_up, test_text_became_shorter, tear_down);
  g_test_add ("/anew/many", Fixture, NULL, set_up, test_many, tear_down);
  return g_test_run ();
}
