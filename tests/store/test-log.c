/* test-log.c: the order of the log, and the chain of its digests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "fixture.h"
#include "store/chain.h"
#include "store/db.h"
#include "store/log.h"

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
  samsyn_store_close (fixture->store);
  samsyn_fixture_remove (fixture->folder);
}

/* Two changes of the same field in one step can be taken back in one order only. */
static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const titles[] = { "Boka möte", "Boka lokal", "Boka sal" };
  gint64 id = samsyn_fixture_create (fixture->store, "action", "title", titles[0]);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynStepInfo info = { .code = "import", .author = "test" };
  g_autoptr (SamsynStore) then = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_UPDATE, samsyn_kind_find ("action"), id);
      SamsynValue before = samsyn_value_text (titles[i]), after = samsyn_value_text (titles[i + 1]);

      samsyn_change_add (change, "title", &before, &after);
      g_ptr_array_add (changes, change);
    }
  samsyn_store_apply (fixture->store, &info, changes, NULL, &error);
  g_assert_no_error (error);
  for (int i = 2; i >= 0; i -= 2)
    {
      g_autofree char *title = samsyn_store_title (fixture->store, id, "en");

      g_assert_cmpstr (title, ==, titles[i]);
      if (i > 0)
        samsyn_store_undo (fixture->store, &error);
      g_assert_no_error (error);
    }
  samsyn_fixture_check (fixture->store);
}

/* A step's digest covers those before it: who writes one anew must write all that follow. */
static void
test_chain (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (SamsynCheckup) checkup = NULL;
  g_autofree char *digest = g_strnfill (64, 'a');
  g_autofree char *sql = g_strdup_printf ("UPDATE step SET digest = '%s' WHERE id = 2", digest);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4; i++)
    samsyn_fixture_create (fixture->store, "action", "title", "Boka möte");
  samsyn_fixture_check (fixture->store);
  samsyn_db_exec (fixture->store, sql, &error);
  g_assert_no_error (error);
  checkup = samsyn_store_check (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (checkup->n_faults, ==, 2); /* the step itself, and the one built on it */
  g_assert_cmpstr (((const SamsynFault *) g_ptr_array_index (checkup->faults, 0))->place, ==, "step/2.digest");
  g_assert_cmpstr (((const SamsynFault *) g_ptr_array_index (checkup->faults, 1))->place, ==, "step/3.digest");
}

/* ---- Clocks and ids -------------------------------------------------------------------------------------------------------- */

#define YEAR G_GINT64_CONSTANT (31536000000)

static gint64
edit_at (SamsynStore *store,
         gint64       record,
         const char  *title,
         gint64       at)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (SamsynRecord) before = samsyn_store_get (store, record, NULL);
  g_autoptr (SamsynRecord) after = samsyn_record_copy (before);
  SamsynStepInfo info = { .code = "edit", .author = "test", .at = at };
  SamsynValue value = samsyn_value_text (title);
  g_autoptr (GError) error = NULL;
  gint64 step;

  samsyn_record_set (after, "title", &value);
  g_ptr_array_add (changes, samsyn_change_between (before, after));
  step = samsyn_store_apply (store, &info, changes, NULL, &error);
  g_assert_no_error (error);
  return step;
}

static gboolean
note_moment (const SamsynStep *step,
             GPtrArray        *changes,
             gpointer          data)
{
  *(gint64 *) data = step->at;
  return FALSE;
}

/* A clock that was wrong is not followed by all later steps: the order is that of numbers. */
static void
test_clocks (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    gint64      years; /* since 1970 */
    const char *title; /* as of that moment, in the end */
  } steps[] = { { 46, "0" }, { 129, "3" }, { 47, "2" }, { 48, "3" } };
  gint64 id = samsyn_fixture_create (fixture->store, "action", "title", "new"), at = 0;
  g_autoptr (GError) error = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      g_assert_cmpint (edit_at (fixture->store, id, title, steps[i].years * YEAR), ==, i + 2);
      samsyn_store_history (fixture->store, 0, note_moment, &at, NULL);
      g_assert_cmpint (at, ==, steps[i].years * YEAR);
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (SamsynStore) then = samsyn_store_snapshot (fixture->store, steps[i].years * YEAR, NULL, &error);
      g_autofree char *title = samsyn_store_title (then, id, "en");

      g_assert_no_error (error);
      g_assert_cmpstr (title, ==, steps[i].title);
    }
  samsyn_fixture_check (fixture->store);
}

static gboolean
create_with_id (SamsynStore *store,
                gint64       id,
                GError     **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("action"), id);
  SamsynStepInfo info = { .code = "import", .author = "test" };

  samsyn_change_add_text (change, "title", "Boka sal");
  g_ptr_array_add (changes, change);
  return samsyn_store_apply (store, &info, changes, NULL, error) != 0;
}

/* Where an id is given, others have room above it; what is made after it is above it. */
static void
test_ids (Fixture      *fixture,
          gconstpointer data)
{
  static const gint64 refused[] = { 0, -1, 999999999999999, 800000000000000, 1000000000000000, G_MAXINT64 };
  gint64 id;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (create_with_id (fixture->store, refused[i], &error));
      g_assert_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID);
    }
  g_assert_true (create_with_id (fixture->store, 799999999999999, NULL));
  for (guint i = 0; i < 3; i++)
    {
      id = samsyn_store_new_id (fixture->store);
      g_assert_cmpint (id, ==, 800000000000000 + i);
      g_assert_true (create_with_id (fixture->store, id, NULL));
    }
  samsyn_fixture_check (fixture->store);
}

/* A workspace of its own for each clock. */
static void
test_ids_of_clocks (void)
{
  static const char *const clocks[] = { "1969-01-01T00:00:00Z", "2016-03-01T12:00:00Z", "2099-01-01T00:00:00Z",
                                        "2286-11-21T00:00:00Z", "9999-12-31T23:59:59Z" };

  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      char *folder = samsyn_fixture_folder ();
      g_autoptr (SamsynStore) store = NULL;
      g_autoptr (GError) error = NULL;
      gint64 id, next;

      g_setenv ("SAMSYN_NOW", clocks[i], TRUE);
      store = samsyn_fixture_store (folder);
      id = samsyn_store_new_id (store);
      next = samsyn_store_new_id (store);
      g_assert_cmpint (id, >, 0);
      g_assert_cmpint (next, ==, id + 1);
      g_assert_cmpint (next, <, G_GINT64_CONSTANT (800000000000000));
      g_assert_true (create_with_id (store, next, &error));
      g_clear_pointer (&store, samsyn_store_close);
      samsyn_fixture_remove (folder);
    }
  g_unsetenv ("SAMSYN_NOW");
}

/* ---- Amending -------------------------------------------------------------------------------------------------------------- */

static SamsynChange *
retitle (gint64      id,
         const char *from,
         const char *to)
{
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_UPDATE, samsyn_kind_find ("action"), id);
  SamsynValue before = samsyn_value_text (from), after = samsyn_value_text (to);

  samsyn_change_add (change, "title", &before, &after);
  return change;
}

/* Each change of a list is a part of the step, also where two are of one record; somebody else's are a step of their own. */
static void
test_amended (Fixture      *fixture,
              gconstpointer data)
{
  gint64 id = samsyn_fixture_create (fixture->store, "action", "title", "a"), step, other;
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (GPtrArray) theirs = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynStepInfo anna = { .code = "edit", .author = "Anna" }, bertil = { .code = "edit", .author = "Bertil" };
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  g_ptr_array_add (changes, retitle (id, "a", "b"));
  step = samsyn_store_amend (fixture->store, &anna, 0, changes, NULL, &error);
  g_ptr_array_set_size (changes, 0);
  g_ptr_array_add (changes, retitle (id, "b", "c"));
  g_ptr_array_add (changes, retitle (id, "c", "d"));
  g_assert_cmpint (samsyn_store_amend (fixture->store, &anna, step, changes, NULL, &error), ==, step);
  g_assert_no_error (error);
  samsyn_fixture_check (fixture->store);
  g_ptr_array_add (theirs, retitle (id, "d", "e"));
  other = samsyn_store_amend (fixture->store, &bertil, step, theirs, NULL, &error);
  g_assert_cmpint (other, ==, step + 1);
  samsyn_store_undo (fixture->store, &error);
  samsyn_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  title = samsyn_store_title (fixture->store, id, "en");
  g_assert_cmpstr (title, ==, "a");
  samsyn_fixture_check (fixture->store);
}

/* ---- Lasting steps --------------------------------------------------------------------------------------------------------- */

static gint64
apply_as (SamsynStore  *store,
          const char   *code,
          SamsynChange *change)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynStepInfo info = { .code = code, .author = "test" };
  g_autoptr (GError) error = NULL;
  gint64 step;

  g_ptr_array_add (changes, change);
  step = samsyn_store_apply (store, &info, changes, NULL, &error);
  g_assert_no_error (error);
  return step;
}

/* What a publication leads to stays as long as it stands. */
static void
test_lasting (Fixture      *fixture,
              gconstpointer data)
{
  gint64 meant = samsyn_fixture_create (fixture->store, "organisation", "name", "Socialnämnden"), published, withdrawn;
  gint64 step = samsyn_store_last_step (fixture->store);
  SamsynChange *change
      = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("document"), samsyn_store_new_id (fixture->store));
  g_autoptr (GError) refused = NULL, error = NULL;

  samsyn_change_add_text (change, "title", "Underlag");
  samsyn_change_add_integer (change, "issued_by", meant);
  published = apply_as (fixture->store, "publish", change);
  g_assert_cmpint (samsyn_store_undoable (fixture->store), ==, step);
  g_assert_cmpint (samsyn_store_undo (fixture->store, &refused), ==, 0);
  g_assert_error (refused, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (refused->message, "Withdraw"));
  withdrawn = samsyn_store_withdraw (fixture->store, published, &error);
  g_assert_no_error (error);
  g_assert_cmpint (withdrawn, ==, published + 1);
  g_assert_cmpint (samsyn_store_withdraw (fixture->store, published, NULL), ==, 0);
  g_assert_cmpint (samsyn_store_undo (fixture->store, &error), ==, withdrawn + 1);
  g_assert_no_error (error);
  g_assert_null (samsyn_store_kind_of (fixture->store, meant));
  samsyn_fixture_check (fixture->store);
}

/* ---- Erasing --------------------------------------------------------------------------------------------------------------- */

static char *
leaf_of (SamsynStore *store,
         const char  *part,
         gint64       row)
{
  g_autofree char *sql = g_str_equal (part, "author")
                             ? g_strdup ("SELECT author_salt, author FROM step WHERE id = ?")
                             : g_strdup_printf ("SELECT %s_salt, \"%s\" FROM change WHERE id = ?", part, part);
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (store, sql, NULL);

  samsyn_db_bind_integer (statement, 1, row);
  g_assert_cmpint (samsyn_db_step (store, statement, NULL), ==, SQLITE_ROW);
  return samsyn_chain_leaf (statement, 0, 1);
}

static void
run_sql (SamsynStore *store,
         const char  *format,
         ...) G_GNUC_PRINTF (2, 3);

static void
run_sql (SamsynStore *store,
         const char  *format,
         ...)
{
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  samsyn_db_exec (store, sql, &error);
  g_assert_no_error (error);
}

/* As a step of erasing will do it: another text under another salt, and what stands for what. */
static void
erase (SamsynStore *store,
       gint64       step,
       const char  *part,
       gint64       row,
       const char  *text)
{
  g_autofree char *old = leaf_of (store, part, row), *new = NULL;

  run_sql (store, "UPDATE \"%s\" SET \"%s\" = '%s', \"%s_salt\" = randomblob (16) WHERE \"id\" = %" G_GINT64_FORMAT,
           g_str_equal (part, "author") ? "step" : "change", part, text, part, row);
  new = leaf_of (store, part, row);
  run_sql (store, "INSERT INTO \"erasure\" (\"step\", \"part\", \"row\", \"old_leaf\", \"new_leaf\") VALUES (%" G_GINT64_FORMAT
           ", '%s', %" G_GINT64_FORMAT ", '%s', '%s')", step, part, row, old, new);
}

static guint
count_faults (SamsynStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynCheckup) checkup = samsyn_store_check (store, NULL, &error);

  g_assert_no_error (error);
  return checkup->n_faults;
}

/* A name goes and the chain stays; what no erasure names is a fault as ever. */
static void
test_erased (Fixture      *fixture,
             gconstpointer data)
{
  static const char *const tampering[] = {
    "DELETE FROM \"erasure\" WHERE \"part\" = 'author'",
    "UPDATE \"erasure\" SET \"old_leaf\" = \"new_leaf\" WHERE \"part\" = 'after'",
    "UPDATE \"change\" SET \"before\" = '{\"title\":\"Cecilia\"}', \"after\" = \"after\" WHERE \"id\" = 3",
    "UPDATE \"step\" SET \"code\" = 'edit' WHERE \"code\" = 'erase'",
  };
  gint64 id = samsyn_fixture_create (fixture->store, "action", "title", "a"), step;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  SamsynStepInfo info = { .code = "erase", .author = "test" };
  g_autoptr (GError) error = NULL;

  samsyn_fixture_edit (fixture->store, id, "title", "Anna Ek", NULL);
  samsyn_fixture_edit (fixture->store, id, "title", "b", NULL);
  step = samsyn_log_append (fixture->store, &info, 0, none, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++) /* twice: one erasure follows upon another */
    {
      erase (fixture->store, step, "after", 2, "{\"title\":\"–\"}");
      erase (fixture->store, step, "before", 3, "{\"title\":\"–\"}");
      erase (fixture->store, step, "author", 2, "–");
    }
  samsyn_chain_write (fixture->store, step, &error);
  g_assert_no_error (error);
  samsyn_fixture_check (fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (tampering); i++)
    {
      g_autoptr (SamsynStore) copy = samsyn_store_snapshot (fixture->store, -1, NULL, &error);

      g_assert_no_error (error);
      run_sql (copy, "%s", tampering[i]);
      g_assert_cmpuint (count_faults (copy), >, 0);
    }
  samsyn_fixture_check (fixture->store);
}

/* ---- What a log may not say ------------------------------------------------------------------------------------------------ */

/* A change that names another kind than its record has more fields than that: nothing of it is written anywhere. */
static void
test_wrong_kind (Fixture      *fixture,
                 gconstpointer data)
{
  gint64 id = samsyn_fixture_create (fixture->store, "target_group", "name", "Barn");
  SamsynStepInfo info = { .code = "edit", .author = "test" };
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (GError) then = NULL, undone = NULL, amended = NULL;
  gint64 step;

  step = samsyn_fixture_edit (fixture->store, id, "definition", "Under 18 år", NULL);
  run_sql (fixture->store,
           "UPDATE \"change\" SET \"kind\" = 'project', \"before\" = '{\"notes\":\"a\"}', \"after\" = '{\"notes\":\"b\"}' "
           "WHERE \"step\" = %" G_GINT64_FORMAT,
           step);
  g_assert_null (samsyn_store_snapshot (fixture->store, 0, NULL, &then));
  g_assert_error (then, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_DAMAGED);
  g_assert_cmpint (samsyn_store_undo (fixture->store, &undone), ==, 0);
  g_assert_error (undone, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_CONFLICT);
  g_ptr_array_add (changes, samsyn_change_new (SAMSYN_CHANGE_UPDATE, samsyn_kind_find ("target_group"), id));
  g_assert_cmpint (samsyn_store_amend (fixture->store, &info, step, changes, NULL, &amended), ==, 0);
  g_assert_error (amended, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_DAMAGED);
  g_assert_cmpuint (count_faults (fixture->store), >, 0);
}

/* ---- Texts ----------------------------------------------------------------------------------------------------------------- */

/* An equal text is kept once, whatever its salt. */
static void
test_texts (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const texts[] = { "En lag.", "En lag.", "En lag!" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      SamsynChange *change
          = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("document"), samsyn_store_new_id (fixture->store));

      samsyn_change_add_text (change, "title", "Lag");
      samsyn_change_add_text (change, "body", texts[i]);
      samsyn_fixture_apply (fixture->store, change);
    }
  g_assert_cmpint (samsyn_db_integer (fixture->store, "SELECT count(*) FROM body", 0), ==, 2);
  samsyn_fixture_check (fixture->store);
}

/* What one list makes and deletes again leaves nothing but its history. */
static void
test_made_and_deleted (Fixture      *fixture,
                       gconstpointer data)
{
  gint64 id = samsyn_fixture_create (fixture->store, "action", "title", "a");
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynChange *delete = samsyn_change_new (SAMSYN_CHANGE_DELETE, samsyn_kind_find ("action"), id);
  SamsynValue before = samsyn_value_text ("b"), after = SAMSYN_VALUE_NULL;
  SamsynStepInfo info = { .code = "edit", .author = "test" };
  g_autoptr (GError) error = NULL;

  samsyn_change_add (delete, "title", &before, &after);
  g_ptr_array_add (changes, retitle (id, "a", "b"));
  g_ptr_array_add (changes, delete);
  g_assert_cmpint (samsyn_store_apply (fixture->store, &info, changes, NULL, &error), >, 0);
  g_assert_no_error (error);
  samsyn_fixture_check (fixture->store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/log/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/store/log/chain", Fixture, NULL, set_up, test_chain, tear_down);
  g_test_add ("/store/log/clocks", Fixture, NULL, set_up, test_clocks, tear_down);
  g_test_add ("/store/log/ids", Fixture, NULL, set_up, test_ids, tear_down);
  g_test_add_func ("/store/log/ids-of-clocks", test_ids_of_clocks);
  g_test_add ("/store/log/amended", Fixture, NULL, set_up, test_amended, tear_down);
  g_test_add ("/store/log/lasting", Fixture, NULL, set_up, test_lasting, tear_down);
  g_test_add ("/store/log/erased", Fixture, NULL, set_up, test_erased, tear_down);
  g_test_add ("/store/log/wrong-kind", Fixture, NULL, set_up, test_wrong_kind, tear_down);
  g_test_add ("/store/log/texts", Fixture, NULL, set_up, test_texts, tear_down);
  g_test_add ("/store/log/made-and-deleted", Fixture, NULL, set_up, test_made_and_deleted, tear_down);
  return g_test_run ();
}
