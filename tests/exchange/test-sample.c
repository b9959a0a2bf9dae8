/* test-sample.c: every sample makes a workspace that is sound, full and has a history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "../store/fixture.h"
#include "plans/import/sample.h"

#define FEWEST_RECORDS 550
#define FEWEST_STEPS 25

static gboolean
count_step (const SamsynStep *step,
            GPtrArray        *changes,
            gpointer          data)
{
  guint *n_steps = data;

  g_assert_cmpuint (changes->len, >, 0);
  *n_steps += 1;
  return TRUE;
}

/* How many records there are, at least one of each kind. */
static gint64
count_records (SamsynStore *store)
{
  gint64 n = 0;

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autoptr (SamsynQuery) query = samsyn_query_new (*kind);
      g_autoptr (GError) error = NULL;
      gint64 of_kind = samsyn_store_count (store, query, &error);

      g_assert_no_error (error);
      g_test_message ("%s: %" G_GINT64_FORMAT, (*kind)->id, of_kind);
      g_assert_cmpint (of_kind, >, 0);
      n += of_kind;
    }
  return n;
}

static void
test_sample (gconstpointer data)
{
  const char *name = data;
  char *folder = samsyn_fixture_folder ();
  SamsynStore *store = samsyn_fixture_store (folder);
  g_autoptr (GError) error = NULL;
  guint n_steps = 0;

  samsyn_sample_apply (store, name, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_records (store), >=, FEWEST_RECORDS);
  samsyn_store_history (store, 0, count_step, &n_steps, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_steps, >=, FEWEST_STEPS);
  samsyn_fixture_check (store);
  samsyn_store_close (store);
  samsyn_fixture_remove (folder);
}

static void
test_there_is_one (void)
{
  g_auto (GStrv) names = samsyn_samples ();

  g_assert_true (g_strv_contains ((const char *const *) names, "oversyn"));
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) names = samsyn_samples ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/there-is-one", test_there_is_one);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/sample/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_sample);
    }
  return g_test_run ();
}
