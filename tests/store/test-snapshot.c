/* test-snapshot.c: private copies taken on one thread while another writes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

/* Enough that a copy takes several slices, between which steps come. */
#define N_DOCUMENTS 24
#define LETTERS_A_DOCUMENT 199000
#define LETTERS_A_WORD 4000

#define COPIES 6
#define TRIES 60
#define PAUSE_MICROSECONDS 30000

typedef struct
{
  char      *path;
  GArray    *steps;     /* gint64, the newest one in each copy */
  GPtrArray *states;    /* char *, what each copy holds */
  guint      n_between; /* copies that hold a step written since they were begun */
  gint       done;
} Copier;

/* Equal if and only if the workspaces hold the same. */
static char *
state_of (SamsynStore *store)
{
  g_autofree char *dump = samsyn_fixture_dump (store);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, dump, -1);
}

/* A reader as a report is: a connection of its own to the file that is written. */
static gpointer
copy_on_and_on (gpointer data)
{
  Copier *copier = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynStore) reader = samsyn_store_open (copier->path, SAMSYN_OPEN_READ, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < TRIES && (copier->steps->len < COPIES || copier->n_between == 0); i++)
    {
      gint64 begun = samsyn_store_last_step (reader), step;
      g_autoptr (SamsynStore) copy = samsyn_store_snapshot (reader, -1, NULL, &error);

      g_assert_no_error (error);
      step = samsyn_store_last_step (copy);
      g_assert_cmpint (step, >=, begun);
      copier->n_between += step > begun;
      g_array_append_val (copier->steps, step);
      g_ptr_array_add (copier->states, state_of (copy));
    }
  g_atomic_int_set (&copier->done, 1);
  return NULL;
}

static void
fill (SamsynStore *store,
      GArray      *ids)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("document"), samsyn_store_new_id (store));
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < LETTERS_A_DOCUMENT; j++)
        g_string_append_c (text, j % LETTERS_A_WORD == LETTERS_A_WORD - 1 ? ' ' : (char) g_rand_int_range (random, 'a', 'z' + 1));
      samsyn_change_add_text (change, "title", "0");
      samsyn_change_add_text (change, "notes", text->str);
      g_array_append_val (ids, change->record);
      samsyn_fixture_apply (store, change);
    }
}

/* One step that touches the first record, the last one, and one between. */
static gint64
write_step (SamsynStore *store,
            GArray      *ids,
            gint64       number)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  guint touched[] = { 0, 1 + (guint) (number % (N_DOCUMENTS - 2)), N_DOCUMENTS - 1 };
  SamsynStepInfo info = { .code = "edit", .at = 0 };
  g_autoptr (GError) error = NULL;
  gint64 step;

  for (guint i = 0; i < G_N_ELEMENTS (touched); i++)
    {
      g_autoptr (SamsynRecord) before = samsyn_store_get (store, g_array_index (ids, gint64, touched[i]), &error);
      g_autoptr (SamsynRecord) after = samsyn_record_copy (before);
      SamsynValue title = { .stored = SAMSYN_STORED_TEXT, .text = g_strdup_printf ("%" G_GINT64_FORMAT, number) };

      samsyn_record_set (after, "title", &title);
      g_ptr_array_add (changes, samsyn_change_between (before, after));
    }
  step = samsyn_store_apply (store, &info, changes, NULL, &error);
  g_assert_no_error (error);
  return step;
}

static void
test_each_copy_is_of_one_step (void)
{
  char *folder = samsyn_fixture_folder ();
  SamsynStore *store = samsyn_fixture_store (folder);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free); /* step → state */
  Copier copier = { .path = g_strdup (samsyn_store_get_path (store)), .steps = g_array_new (FALSE, FALSE, sizeof (gint64)),
                    .states = g_ptr_array_new_with_free_func (g_free) };
  gint64 step;
  GThread *thread;

  fill (store, ids);
  step = samsyn_store_last_step (store);
  g_hash_table_insert (states, g_memdup2 (&step, sizeof step), state_of (store));
  thread = g_thread_new ("copier", copy_on_and_on, &copier);
  while (!g_atomic_int_get (&copier.done))
    {
      step = write_step (store, ids, step + 1);
      g_hash_table_insert (states, g_memdup2 (&step, sizeof step), state_of (store));
      g_usleep (PAUSE_MICROSECONDS);
    }
  g_thread_join (thread);
  g_assert_cmpuint (copier.n_between, >, 0);
  for (guint i = 0; i < copier.steps->len; i++)
    g_assert_cmpstr (g_ptr_array_index (copier.states, i), ==,
                     g_hash_table_lookup (states, &g_array_index (copier.steps, gint64, i)));
  samsyn_fixture_check (store);
  samsyn_store_close (store);
  g_array_unref (copier.steps);
  g_ptr_array_unref (copier.states);
  g_free (copier.path);
  samsyn_fixture_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/snapshot/of-one-step", test_each_copy_is_of_one_step);
  return g_test_run ();
}
