/* test-faults.c: every call that can fail fails in turn
 *
 * The first writing call fails, then the second, and so on until nothing is left to fail.  Each time the error says what
 * happened, the workspace is as it was, and work goes on as soon as the disk does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "faults.h"
#include "fixture.h"

#include <glib/gstdio.h>

#define MOST_CALLS 500

/* Whole copies of a file write hundreds of like pages: after so many calls only some of them fail, and the last ones. */
#define ALIKE 70
#define STRIDE 10

typedef struct
{
  char        *folder;
  char        *path;
  SamsynStore *store;
  gint64       record;
  GPtrArray   *changes; /* of the acts that apply some */
} Fixture;

typedef gboolean (*Act) (Fixture *fixture,
                         GError **error);

/* ---- What is done on the bad disk ------------------------------------------------------------------------------------------ */

static gboolean
apply (Fixture *fixture,
       GError **error)
{
  SamsynStepInfo info = { .code = "edit", .author = "test" };

  return samsyn_store_apply (fixture->store, &info, fixture->changes, NULL, error) > 0;
}

static gboolean
undo (Fixture *fixture,
      GError **error)
{
  return samsyn_store_undo (fixture->store, error) > 0;
}

static gboolean
backup (Fixture *fixture,
        GError **error)
{
  g_autofree char *to = g_build_filename (fixture->folder, "copy.samsyn", NULL);
  gboolean done = samsyn_store_backup (fixture->store, to, NULL, error);

  g_assert_cmpint (done, ==, g_file_test (to, G_FILE_TEST_EXISTS));
  return done;
}

static gboolean
create (Fixture *fixture,
        GError **error)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.samsyn", NULL);
  g_autoptr (SamsynStore) fresh = samsyn_store_create (path, error);

  return fresh != NULL;
}

/* ---- The workspace --------------------------------------------------------------------------------------------------------- */

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  faults_arm (FAULT_FULL, 0, FALSE);
  fixture->folder = samsyn_fixture_folder ();
  fixture->store = samsyn_fixture_store (fixture->folder);
  fixture->path = g_strdup (samsyn_store_get_path (fixture->store));
  for (guint i = 0; i < 20; i++)
    fixture->record = samsyn_fixture_create (fixture->store, "action", "title", "Boka möte med stadsdelarna");
  fixture->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_ptr_array_unref (fixture->changes);
  samsyn_store_close (fixture->store);
  g_free (fixture->path);
  samsyn_fixture_remove (fixture->folder);
}

/* Without the journal, which comes with the first change and is emptied, not removed, until the workspace is closed. */
static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += !g_str_has_suffix (name, "-journal");
  return n;
}

/* What a failure must say. */
static void
assert_told (Fault   fault,
             GError *error)
{
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (error->domain == SAMSYN_STORE_ERROR);
  if (fault == FAULT_FULL)
    g_assert_cmpint (error->code, ==, SAMSYN_STORE_ERROR_FULL);
  else
    g_assert_true (error->code == SAMSYN_STORE_ERROR_DAMAGED || error->code == SAMSYN_STORE_ERROR_READ_ONLY);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

/* The act on a disk whose n-th call fails; FALSE when there was no n-th call. */
static gboolean
fail_at (Fixture *fixture,
         Act      act,
         Fault    fault,
         guint    n,
         gboolean lasting)
{
  g_autofree char *before = samsyn_fixture_dump (fixture->store), *after = NULL;
  gint64 step = samsyn_store_last_step (fixture->store);
  guint n_files = count_files (fixture->folder);
  g_autoptr (GError) error = NULL;
  gboolean done;

  faults_arm (fault, n, lasting);
  done = act (fixture, &error);
  if (!faults_have_struck ())
    {
      faults_arm (fault, 0, FALSE);
      g_assert_no_error (error);
      g_assert_true (done);
      return FALSE;
    }
  faults_arm (fault, 0, FALSE);
  if (done) /* it could be done in spite of it */
    {
      g_assert_no_error (error);
      g_assert_cmpint (act == apply || act == undo, ==, samsyn_store_last_step (fixture->store) > step);
      samsyn_fixture_check (fixture->store);
      return TRUE;
    }
  assert_told (fault, error);
  if (act != apply && act != undo && n % 16 != 0)
    return TRUE; /* the workspace was read at most */
  after = samsyn_fixture_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (samsyn_store_last_step (fixture->store), ==, step);
  g_assert_cmpuint (count_files (fixture->folder), ==, n_files);
  samsyn_fixture_check (fixture->store);
  return TRUE;
}

/* What was done can be done again at the next n. */
static void
make_ready (Fixture *fixture,
            Act      act)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.samsyn", NULL);
  g_autofree char *fresh = g_build_filename (fixture->folder, "new.samsyn", NULL);

  g_unlink (copy);
  g_unlink (fresh);
  g_ptr_array_set_size (fixture->changes, 0);
  if (act != apply)
    return;
  for (guint i = 0; i < 5; i++)
    {
      gint64 id = samsyn_store_new_id (fixture->store);
      SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("action"), id);

      samsyn_change_add_text (change, "title", "Kalla styrgruppen");
      g_ptr_array_add (fixture->changes, change);
    }
}

static void
enumerate (Fixture *fixture,
           Act      act,
           Fault    fault,
           gboolean lasting)
{
  guint n = 1, step, stride = 1;

  for (;; n += stride)
    {
      make_ready (fixture, act);
      if (fail_at (fixture, act, fault, n, lasting))
        stride = stride > 1 || n == ALIKE ? STRIDE : 1;
      else if (stride > 1)
        {
          /* Beyond the end: the last calls one by one. */
          n -= stride;
          stride = 1;
        }
      else
        break;
      g_assert_cmpuint (n, <, MOST_CALLS);
    }
  g_test_message ("%u calls failed in turn", n - 1);
  g_assert_cmpuint (n, >, 1);
  /* After all of it the file on the disk is what the program believes. */
  step = (guint) samsyn_store_last_step (fixture->store);
  {
    g_autofree char *before = samsyn_fixture_dump (fixture->store), *after = NULL;
    g_autoptr (GError) error = NULL;

    samsyn_store_close (fixture->store);
    fixture->store = samsyn_store_open (fixture->path, SAMSYN_OPEN_WRITE, &error);
    g_assert_no_error (error);
    after = samsyn_fixture_dump (fixture->store);
    g_assert_cmpstr (after, ==, before);
    g_assert_cmpint (samsyn_store_last_step (fixture->store), ==, step);
    samsyn_fixture_check (fixture->store);
  }
}

static void
test_full (Fixture      *fixture,
           gconstpointer act)
{
  enumerate (fixture, (Act) act, FAULT_FULL, FALSE);
  enumerate (fixture, (Act) act, FAULT_FULL, TRUE);
}

static void
test_broken (Fixture      *fixture,
             gconstpointer act)
{
  enumerate (fixture, (Act) act, FAULT_BROKEN, FALSE);
}

static void
add (const char *name,
     Act         act)
{
  g_autofree char *full = g_strconcat ("/store/faults/full/", name, NULL);
  g_autofree char *broken = g_strconcat ("/store/faults/broken/", name, NULL);

  g_test_add (full, Fixture, (gconstpointer) act, set_up, test_full, tear_down);
  g_test_add (broken, Fixture, (gconstpointer) act, set_up, test_broken, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  faults_install ();
  add ("apply", apply);
  add ("undo", undo);
  add ("backup", backup);
  add ("create", create);
  return g_test_run ();
}
