/* test-log.c: the order of the log, and the chain of its digests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "store/db.h"

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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/log/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/store/log/chain", Fixture, NULL, set_up, test_chain, tear_down);
  return g_test_run ();
}
