/* test-apply.c: writing, conflict, rules, deletion, undo and redo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

typedef struct
{
  char        *folder;
  SamsynStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
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

static void
test_create_and_edit (Fixture      *fixture,
                      gconstpointer data)
{
  gint64 id = samsyn_fixture_create (fixture->store, "action", "title", "Boka möte");
  gint64 second = samsyn_fixture_create (fixture->store, "action", "title", "Kalla gruppen");
  g_autoptr (SamsynRecord) record = NULL;

  g_assert_cmpint (second, >, id);
  g_assert_cmpint (id, <, G_GINT64_CONSTANT (1000000000000000));
  samsyn_fixture_edit (fixture->store, id, "due_on", "2016-05-02", "status", "ongoing", NULL);
  record = samsyn_store_get (fixture->store, id, NULL);
  g_assert_cmpstr (samsyn_record_text (record, "title"), ==, "Boka möte");
  g_assert_cmpstr (samsyn_record_text (record, "due_on"), ==, "2016-05-02");
  g_assert_cmpint (samsyn_store_last_step (fixture->store), ==, 3);
}

static void
test_conflict_names_fields (Fixture      *fixture,
                            gconstpointer data)
{
  gint64 id = samsyn_fixture_create (fixture->store, "action", "title", "Boka möte");
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_UPDATE, samsyn_kind_find ("action"), id);
  SamsynValue before = samsyn_value_text ("Boka lokal"), after = samsyn_value_text ("Boka sal");
  SamsynStepInfo info = { .code = "edit" };
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = samsyn_fixture_dump (fixture->store);
  g_autofree char *dump_after = NULL;

  samsyn_change_add (change, "title", &before, &after);
  g_ptr_array_add (changes, change);
  g_assert_cmpint (samsyn_store_apply (fixture->store, &info, changes, NULL, &error), ==, 0);
  g_assert_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Title"));
  dump_after = samsyn_fixture_dump (fixture->store);
  g_assert_cmpstr (dump, ==, dump_after);
}

static void
test_problems_are_all_named (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_problem_free);
  SamsynStepInfo info = { .code = "edit" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      SamsynChange *change
          = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("action"), samsyn_store_new_id (fixture->store));

      samsyn_change_add_text (change, "status", i == 1 ? "done" : "finished");
      samsyn_change_add_text (change, "due_on", "2016-02-30");
      g_ptr_array_add (changes, change);
    }
  g_assert_cmpint (samsyn_store_apply (fixture->store, &info, changes, problems, &error), ==, 0);
  g_assert_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID);
  g_assert_cmpuint (problems->len, ==, 8); /* title and date thrice, status twice */
  g_assert_cmpint (samsyn_store_last_step (fixture->store), ==, 0);
}

static void
test_references (Fixture      *fixture,
                 gconstpointer data)
{
  gint64 action = samsyn_fixture_create (fixture->store, "action", "title", "Boka möte");
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_problem_free);
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_UPDATE, samsyn_kind_find ("action"), action);
  SamsynStepInfo info = { .code = "edit" };

  samsyn_change_add_integer (change, "owner", action); /* of the wrong kind */
  samsyn_change_add_integer (change, "project", 4711); /* of none */
  samsyn_change_add_integer (change, "origin", action); /* any record will do */
  g_ptr_array_add (changes, change);
  g_assert_cmpint (samsyn_store_apply (fixture->store, &info, changes, problems, NULL), ==, 0);
  g_assert_cmpuint (problems->len, ==, 2);
}

static void
test_parents_make_no_loop (Fixture      *fixture,
                           gconstpointer data)
{
  gint64 top = samsyn_fixture_create (fixture->store, "organisation", "name", "Staden");
  gint64 below = samsyn_fixture_create (fixture->store, "organisation", "name", "Socialförvaltningen");
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_UPDATE, samsyn_kind_find ("organisation"), top);
  g_autofree char *parent = g_strdup_printf ("%" G_GINT64_FORMAT, top);
  SamsynStepInfo info = { .code = "edit" };
  g_autoptr (GError) error = NULL;

  samsyn_fixture_edit (fixture->store, below, "parent", parent, NULL);
  samsyn_change_add_integer (change, "parent", below);
  g_ptr_array_add (changes, change);
  g_assert_cmpint (samsyn_store_apply (fixture->store, &info, changes, NULL, &error), ==, 0);
  g_assert_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID);
}

static void
test_delete_takes_along_or_clears (Fixture      *fixture,
                                   gconstpointer data)
{
  gint64 project = samsyn_fixture_create (fixture->store, "project", "name", "Översyn");
  gint64 action = samsyn_fixture_create (fixture->store, "action", "title", "Boka möte");
  gint64 milestone = samsyn_store_new_id (fixture->store);
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("milestone"), milestone);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, project);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  samsyn_change_add_text (change, "title", "Klart");
  samsyn_change_add_integer (change, "project", project);
  samsyn_change_add_text (change, "planned_on", "2016-05-02");
  samsyn_fixture_apply (fixture->store, change);
  samsyn_fixture_edit (fixture->store, action, "project", id, NULL);
  before = samsyn_fixture_dump (fixture->store);
  samsyn_fixture_delete (fixture->store, project);
  g_assert_null (samsyn_store_kind_of (fixture->store, project));
  g_assert_null (samsyn_store_kind_of (fixture->store, milestone)); /* required: goes along */
  {
    g_autoptr (SamsynRecord) left = samsyn_store_get (fixture->store, action, NULL);

    g_assert_cmpint (samsyn_record_integer (left, "project", 0), ==, 0); /* optional: cleared */
  }
  samsyn_fixture_check (fixture->store);
  g_assert_cmpint (samsyn_store_undo (fixture->store, NULL), >, 0);
  after = samsyn_fixture_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_undo_and_redo (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  gint64 id = samsyn_fixture_create (fixture->store, "action", "title", "Boka möte");
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (dumps, samsyn_fixture_dump (fixture->store));
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *title = g_strdup_printf ("Boka möte %u", i);

      samsyn_fixture_edit (fixture->store, id, "title", title, NULL);
      g_ptr_array_add (dumps, samsyn_fixture_dump (fixture->store));
    }
  for (guint round = 0; round < 3; round++)
    {
      for (guint i = 4; i > 0; i--)
        {
          g_autofree char *dump = NULL;

          g_assert_cmpint (samsyn_store_undo (fixture->store, &error), >, 0);
          dump = samsyn_fixture_dump (fixture->store);
          g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i - 1));
        }
      for (guint i = 0; i < 4; i++)
        {
          g_autofree char *dump = NULL;

          g_assert_cmpint (samsyn_store_redo (fixture->store, &error), >, 0);
          dump = samsyn_fixture_dump (fixture->store);
          g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i + 1));
        }
      g_assert_cmpint (samsyn_store_redo (fixture->store, NULL), ==, 0);
    }
  g_assert_cmpint (samsyn_store_undo (fixture->store, &error), >, 0);
  samsyn_fixture_edit (fixture->store, id, "title", "Något annat", NULL); /* clears redo */
  g_assert_cmpint (samsyn_store_redo (fixture->store, &error), ==, 0);
  g_assert_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID);
}

static gint64
amend_title (SamsynStore *store,
             gint64       step,
             gint64       id,
             const char  *title)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (SamsynRecord) before = samsyn_store_get (store, id, NULL);
  g_autoptr (SamsynRecord) after = samsyn_record_copy (before);
  SamsynStepInfo info = { .code = "edit", .author = "test" };
  SamsynValue value = samsyn_value_text (title);

  samsyn_record_set (after, "title", &value);
  g_ptr_array_add (changes, samsyn_change_between (before, after));
  return samsyn_store_amend (store, &info, step, changes, NULL, NULL);
}

/* The saves of one visit to a field are one step, as long as nothing else was done. */
static void
test_amend (Fixture      *fixture,
            gconstpointer data)
{
  gint64 id = samsyn_fixture_create (fixture->store, "action", "title", "Boka");
  g_autofree char *before = samsyn_fixture_dump (fixture->store);
  g_autofree char *undone = NULL;
  gint64 step = amend_title (fixture->store, 0, id, "Boka m");

  g_assert_cmpint (step, ==, 2);
  g_assert_cmpint (amend_title (fixture->store, step, id, "Boka mö"), ==, step);
  g_assert_cmpint (amend_title (fixture->store, step, id, "Boka möte"), ==, step);
  samsyn_fixture_check (fixture->store);
  g_assert_cmpint (samsyn_store_undo (fixture->store, NULL), ==, 3);
  undone = samsyn_fixture_dump (fixture->store);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpint (amend_title (fixture->store, step, id, "Boka sal"), ==, 4); /* the step has been undone */
  samsyn_fixture_edit (fixture->store, id, "status", "ongoing", NULL);
  g_assert_cmpint (amend_title (fixture->store, 4, id, "Boka lokal"), ==, 6); /* something came between */
}

static void
test_as_of (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  SamsynStepInfo info = { .code = "edit", .author = "test" };
  gint64 id = samsyn_store_new_id (fixture->store);

  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
      g_autoptr (SamsynRecord) before = samsyn_store_get (fixture->store, id, NULL);
      g_autoptr (SamsynRecord) after
          = before != NULL ? samsyn_record_copy (before) : samsyn_record_new (samsyn_kind_find ("action"), id);
      SamsynValue title = { .stored = SAMSYN_STORED_TEXT, .text = g_strdup_printf ("Titel %u", i) };

      samsyn_record_set (after, "title", &title);
      g_ptr_array_add (changes, samsyn_change_between (before, i == 5 ? NULL : after));
      info.at = 1000 * (gint64) (i + 1);
      g_assert_cmpint (samsyn_store_apply (fixture->store, &info, changes, NULL, NULL), >, 0);
      g_ptr_array_add (dumps, samsyn_fixture_dump (fixture->store));
    }
  for (guint i = 0; i < dumps->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SamsynStore) past = samsyn_store_snapshot (fixture->store, 1000 * (gint64) (i + 1), NULL, &error);
      g_autofree char *dump = NULL;

      g_assert_no_error (error);
      dump = samsyn_fixture_dump (past);
      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i));
    }
}

static void
test_bodies_are_shared (Fixture      *fixture,
                        gconstpointer data)
{
  gint64 bodies[2];

  for (guint i = 0; i < 2; i++)
    {
      gint64 id = samsyn_store_new_id (fixture->store);
      SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("document"), id);
      g_autoptr (SamsynRecord) record = NULL;
      g_autofree char *text = NULL;

      samsyn_change_add_text (change, "title", "Plan");
      samsyn_change_add_text (change, "body", "Projektet löper ett år.\nDet kan förlängas.");
      samsyn_fixture_apply (fixture->store, change);
      record = samsyn_store_get (fixture->store, id, NULL);
      bodies[i] = samsyn_record_integer (record, "body", 0);
      text = samsyn_store_body (fixture->store, bodies[i]);
      g_assert_cmpstr (text, ==, "Projektet löper ett år.\nDet kan förlängas.");
    }
  g_assert_cmpint (bodies[0], ==, bodies[1]);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/store/apply/create-and-edit", test_create_and_edit },
    { "/store/apply/conflict", test_conflict_names_fields },
    { "/store/apply/problems", test_problems_are_all_named },
    { "/store/apply/references", test_references },
    { "/store/apply/parents", test_parents_make_no_loop },
    { "/store/apply/delete", test_delete_takes_along_or_clears },
    { "/store/apply/undo", test_undo_and_redo },
    { "/store/apply/amend", test_amend },
    { "/store/apply/as-of", test_as_of },
    { "/store/apply/bodies", test_bodies_are_shared },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
