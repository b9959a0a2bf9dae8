/* test-reader.c: what takes long is read on a thread, which gives way to whoever writes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "desktop/session/session.h"
#include "fixture.h"

#define N_RECORDS 3000
#define PAUSE_MICROSECONDS 200 /* a row, so that to read all takes many frames */

typedef struct
{
  char          *folder;
  SamsynSession *session;
  guint          n_done;
  gint64         counted; /* what `done` was told last; −1: an error */
} Fixture;

/* What the reading does, on whichever thread. */
static gboolean slow, failing;
static guint n_begun, n_ended;
static GThread *last_thread;

static gboolean
count_row (const SamsynValue *row,
           gpointer           count)
{
  if (g_atomic_int_get (&slow))
    g_usleep (PAUSE_MICROSECONDS);
  ++*(gint64 *) count;
  return TRUE;
}

static gpointer
count_actions (SamsynStore *store,
               GError     **error)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("action"));
  gint64 *count = g_new0 (gint64, 1);

  last_thread = g_thread_self ();
  g_atomic_int_inc (&n_begun);
  samsyn_query_select (query, "title");
  if (failing)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "on purpose");
  if (failing || !samsyn_store_each (store, query, count_row, count, error))
    g_clear_pointer (&count, g_free);
  g_atomic_int_inc (&n_ended);
  return count;
}

static void
take_count (gpointer      owner,
            gpointer      found,
            const GError *error)
{
  Fixture *fixture = owner;

  g_assert_true ((found == NULL) == (error != NULL));
  fixture->n_done++;
  fixture->counted = found != NULL ? *(gint64 *) found : -1;
  g_free (found);
}

static const SamsynReading counting = { count_actions, g_free, take_count };

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  SamsynStore *store;

  fixture->folder = samsyn_fixture_folder ();
  store = samsyn_fixture_store (fixture->folder);
  samsyn_fixture_fill (store, N_RECORDS);
  fixture->session = samsyn_session_new (store);
  slow = failing = FALSE;
  n_begun = n_ended = 0;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  samsyn_session_close (fixture->session);
  g_object_unref (fixture->session);
  samsyn_fixture_remove (fixture->folder);
}

static SamsynReader *
reader_of (Fixture *fixture)
{
  return samsyn_session_get_reader (fixture->session);
}

/* Gives up on this thread, and has begun on another. */
static void
start_slowly (Fixture *fixture)
{
  g_atomic_int_set (&slow, TRUE);
  samsyn_reader_start (reader_of (fixture), &counting, fixture);
  g_assert_cmpuint (fixture->n_done, ==, 0);
  g_assert_true (samsyn_reader_is_busy (reader_of (fixture)));
  while (g_atomic_int_get (&n_begun) < 2)
    g_usleep (PAUSE_MICROSECONDS);
}

static void
wait_until_done (Fixture *fixture)
{
  while (fixture->n_done == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_at_once (Fixture      *fixture,
              gconstpointer data)
{
  samsyn_reader_start (reader_of (fixture), &counting, fixture);
  g_assert_cmpuint (fixture->n_done, ==, 1);
  g_assert_cmpint (fixture->counted, ==, N_RECORDS);
  g_assert_true (last_thread == g_thread_self ());
  g_assert_false (samsyn_reader_is_busy (reader_of (fixture)));
}

static void
test_on_thread (Fixture      *fixture,
                gconstpointer data)
{
  start_slowly (fixture);
  wait_until_done (fixture);
  g_assert_cmpuint (fixture->n_done, ==, 1);
  g_assert_cmpint (fixture->counted, ==, N_RECORDS);
  g_assert_true (last_thread != g_thread_self ());
  g_assert_false (samsyn_reader_is_busy (reader_of (fixture)));
}

/* The step is written although the thread had the file, and the thread tells of it in the end. */
static void
test_gives_way (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_problem_free);
  SamsynChange *change;
  GError *error = NULL;

  start_slowly (fixture);
  change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("action"),
                              samsyn_store_new_id (samsyn_session_get_store (fixture->session)));
  samsyn_change_add_text (change, "title", "One more");
  samsyn_session_save (fixture->session, 0, change, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_done, ==, 0);
  g_assert_cmpuint (g_atomic_int_get (&n_ended), ==, g_atomic_int_get (&n_begun));
  wait_until_done (fixture);
  g_assert_cmpint (fixture->counted, ==, N_RECORDS + 1);
}

/* Whoever doesn't wait any more hears nothing, and another one's reading takes its place. */
static void
test_stopped (Fixture      *fixture,
              gconstpointer data)
{
  Fixture other = { .counted = 0 };

  start_slowly (fixture);
  samsyn_reader_stop (reader_of (fixture), &other);
  g_assert_true (samsyn_reader_is_busy (reader_of (fixture)));
  samsyn_reader_stop (reader_of (fixture), fixture);
  g_assert_false (samsyn_reader_is_busy (reader_of (fixture)));
  g_assert_cmpuint (g_atomic_int_get (&n_ended), ==, g_atomic_int_get (&n_begun));

  samsyn_reader_start (reader_of (fixture), &counting, fixture);
  samsyn_reader_start (reader_of (fixture), &counting, &other);
  wait_until_done (&other);
  g_assert_cmpint (other.counted, ==, N_RECORDS);
  g_assert_cmpuint (fixture->n_done, ==, 0);
}

static void
test_closed (Fixture      *fixture,
             gconstpointer data)
{
  start_slowly (fixture);
  samsyn_session_close (fixture->session);
  g_assert_null (reader_of (fixture));
  g_assert_cmpuint (g_atomic_int_get (&n_ended), ==, g_atomic_int_get (&n_begun));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_done, ==, 0);
}

static void
test_error (Fixture      *fixture,
            gconstpointer data)
{
  failing = TRUE;
  samsyn_reader_start (reader_of (fixture), &counting, fixture);
  g_assert_cmpuint (fixture->n_done, ==, 1);
  g_assert_cmpint (fixture->counted, ==, -1);
}

static void
note_damaged (SamsynSession *session,
              const char    *text,
              char         **told)
{
  g_free (*told);
  *told = g_strdup (text);
}

/* Nobody has written or read anything yet, and the user hears of it all the same. */
static void
test_damage (Fixture      *fixture,
             gconstpointer data)
{
  const char *path = samsyn_store_get_path (samsyn_session_get_store (fixture->session));
  g_autofree char *told = NULL, *name = g_path_get_basename (path);
  FILE *file = g_fopen (path, "r+b");

  g_assert_cmpint (fseek (file, 20 * 4096, SEEK_SET), ==, 0);
  for (guint i = 0; i < 4096; i++)
    fputc (0xff, file);
  fclose (file);
  g_signal_connect (fixture->session, "damaged", G_CALLBACK (note_damaged), &told);
  while (told == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (told, name));
  g_assert_nonnull (strstr (told, "backup"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/desktop/reader/at-once", Fixture, NULL, set_up, test_at_once, tear_down);
  g_test_add ("/desktop/reader/on-thread", Fixture, NULL, set_up, test_on_thread, tear_down);
  g_test_add ("/desktop/reader/gives-way", Fixture, NULL, set_up, test_gives_way, tear_down);
  g_test_add ("/desktop/reader/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  g_test_add ("/desktop/reader/closed", Fixture, NULL, set_up, test_closed, tear_down);
  g_test_add ("/desktop/reader/error", Fixture, NULL, set_up, test_error, tear_down);
  g_test_add ("/desktop/reader/damage", Fixture, NULL, set_up, test_damage, tear_down);
  return g_test_run ();
}
