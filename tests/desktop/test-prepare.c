/* test-prepare.c: making a workbook from the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desktop/frame/application.h"
#include "desktop/prepare/prepare-job.h"
#include "desktop/prepare/prepare-window.h"
#include "fixture.h"
#include "kinds/kinds.h"
#include "model/date.h"
#include "model/words.h"
#include "plans/import/sample.h"

typedef struct
{
  char        *folder;
  char        *target;
  SamsynStore *store;
  gint64       meeting;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("meeting"));
  g_autoptr (GError) error = NULL;

  fixture->folder = samsyn_fixture_folder ();
  fixture->target = g_build_filename (fixture->folder, "out.xlsx", NULL);
  fixture->store = samsyn_fixture_store (fixture->folder);
  samsyn_sample_apply (fixture->store, "oversyn", &error);
  g_assert_no_error (error);
  samsyn_query_where_text (query, "starts_on", SAMSYN_QUERY_EQUAL, "2016-11-22");
  {
    g_autoptr (GArray) ids = samsyn_store_ids (fixture->store, query, 0, 1, NULL);

    fixture->meeting = g_array_index (ids, gint64, 0);
  }
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->store, samsyn_store_close);
  g_free (fixture->target);
  samsyn_fixture_remove (fixture->folder);
}

static SamsynPrepareOrder *
order_pack (Fixture    *fixture,
            const char *leave_out)
{
  SamsynPrepareOrder *order = g_new0 (SamsynPrepareOrder, 1);

  order->report = samsyn_report_find ("steering-pack");
  order->path = g_strdup (fixture->target);
  order->leave_out = g_ptr_array_new ();
  if (leave_out != NULL)
    g_ptr_array_add (order->leave_out, (gpointer) leave_out);
  g_ptr_array_add (order->leave_out, NULL);
  order->arguments = (SamsynReportArguments) {
    .language = "sv", .meeting = fixture->meeting, .leave_out = (const char *const *) order->leave_out->pdata
  };
  return order;
}

typedef struct
{
  gboolean ended;
  GError  *error;
  double   last;
} Outcome;

static void
on_ended (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Outcome *outcome = data;

  samsyn_prepare_job_finish (result, &outcome->error);
  outcome->ended = TRUE;
}

static void
on_progress (double   fraction,
             gpointer data)
{
  g_assert_cmpfloat (fraction, >=, ((Outcome *) data)->last);
  ((Outcome *) data)->last = fraction;
}

static void
wait_for (Outcome *outcome)
{
  while (!outcome->ended)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_made (Fixture      *fixture,
           gconstpointer data)
{
  Outcome outcome = { FALSE };
  gint64 id;

  samsyn_prepare_job_start (fixture->store, order_pack (fixture, NULL), NULL, on_progress, &outcome, on_ended, &outcome);
  id = samsyn_fixture_create (fixture->store, "action", "title", "Något nytt"); /* the workspace is free meanwhile */
  g_assert_cmpint (id, >, 0);
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (g_file_test (fixture->target, G_FILE_TEST_IS_REGULAR));
}

static void
test_smaller_without_sheets (Fixture      *fixture,
                             gconstpointer data)
{
  GStatBuf whole, part;
  Outcome first = { FALSE }, second = { FALSE };

  samsyn_prepare_job_start (fixture->store, order_pack (fixture, NULL), NULL, on_progress, &first, on_ended, &first);
  wait_for (&first);
  g_assert_no_error (first.error);
  g_assert_cmpint (g_stat (fixture->target, &whole), ==, 0);
  samsyn_prepare_job_start (fixture->store, order_pack (fixture, "risks"), NULL, on_progress, &second, on_ended, &second);
  wait_for (&second);
  g_assert_no_error (second.error);
  g_assert_cmpint (g_stat (fixture->target, &part), ==, 0);
  g_assert_cmpint (part.st_size, <, whole.st_size);
}

static void
test_unknown_sheet (Fixture      *fixture,
                    gconstpointer data)
{
  Outcome outcome = { FALSE };

  samsyn_prepare_job_start (fixture->store, order_pack (fixture, "nothing"), NULL, on_progress, &outcome, on_ended, &outcome);
  wait_for (&outcome);
  g_assert_error (outcome.error, SAMSYN_REPORT_ERROR, SAMSYN_REPORT_ERROR_ARGUMENT);
  g_assert_false (g_file_test (fixture->target, G_FILE_TEST_EXISTS));
  g_clear_error (&outcome.error);
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GDir) folder = NULL;
  Outcome outcome = { FALSE };
  guint n_files = 0;

  samsyn_prepare_job_start (fixture->store, order_pack (fixture, NULL), cancellable, on_progress, &outcome, on_ended, &outcome);
  g_cancellable_cancel (cancellable);
  wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
  folder = g_dir_open (fixture->folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (folder)) != NULL;)
    n_files += !g_str_has_prefix (name, "test.samsyn") && !g_str_has_prefix (name, ".test.samsyn");
  g_assert_cmpuint (n_files, ==, 0);
}

/* What a workbook must not replace, by any name: the workspace that is open here, a backup, a pipe. */
static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  const char *workspace = samsyn_store_get_path (fixture->store);
  g_autofree char *backup = g_build_filename (fixture->folder, "copy.xlsx", NULL),
                  *fifo = g_build_filename (fixture->folder, "pipe.xlsx", NULL);
  g_autofree char *hard = g_build_filename (fixture->folder, "hard.xlsx", NULL),
                  *symbolic = g_build_filename (fixture->folder, "link.xlsx", NULL);
  const char *const targets[] = { workspace, hard, backup, fifo, symbolic };
  static const char *const reasons[] = { "workspace", "workspace", "workspace", "pipe", "link" };
  gint64 step = samsyn_store_last_step (fixture->store);

  g_assert_true (samsyn_store_backup (fixture->store, backup, NULL, NULL));
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (link (workspace, hard), ==, 0);
  g_assert_cmpint (symlink (workspace, symbolic), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      Outcome outcome = { FALSE };
      GStatBuf before, after;

      g_free (fixture->target);
      fixture->target = g_strdup (targets[i]);
      g_assert_cmpint (g_lstat (targets[i], &before), ==, 0);
      samsyn_prepare_job_start (fixture->store, order_pack (fixture, NULL), NULL, on_progress, &outcome, on_ended, &outcome);
      wait_for (&outcome);
      g_assert_nonnull (outcome.error);
      g_assert_nonnull (strstr (outcome.error->message, reasons[i]));
      g_assert_cmpint (g_lstat (targets[i], &after), ==, 0);
      g_assert_true (before.st_ino == after.st_ino && before.st_mode == after.st_mode && before.st_size == after.st_size);
      g_clear_error (&outcome.error);
      g_assert_cmpint (samsyn_fixture_create (fixture->store, "action", "title", "Skrivs ännu"), >, 0);
    }
  g_assert_cmpint (samsyn_store_last_step (fixture->store), ==, step + (gint64) G_N_ELEMENTS (targets));
  for (guint i = 1; i < G_N_ELEMENTS (targets); i++)
    g_remove (targets[i]);
}

/* ---- The window ------------------------------------------------------------------------------------------------------------ */

/* Whether the report can be made; otherwise the reason is told beside what is chosen. */
static gboolean
can_make (SamsynPrepareWindow *window)
{
  GObject *make = gtk_widget_get_template_child (GTK_WIDGET (window), SAMSYN_TYPE_PREPARE_WINDOW, "make_button");
  GObject *problem = gtk_widget_get_template_child (GTK_WIDGET (window), SAMSYN_TYPE_PREPARE_WINDOW, "problem");
  gboolean can = gtk_widget_get_sensitive (GTK_WIDGET (make));

  g_assert_true (can == !gtk_widget_get_visible (GTK_WIDGET (problem)));
  g_assert_true (can == (*gtk_label_get_text (GTK_LABEL (problem)) == '\0'));
  return can;
}

static gboolean
can_compare (SamsynPrepareWindow *window,
             const char          *since,
             const char          *as_of,
             const char          *scenario)
{
  samsyn_prepare_window_choose (window, "comparison",
                                &(SamsynReportArguments) { .since = since, .as_of = as_of, .scenario = scenario });
  return can_make (window);
}

static void
test_nothing_to_compare (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("scenario"));
  g_autoptr (GArray) scenarios = samsyn_store_ids (fixture->store, query, 0, 1, NULL);
  g_autofree char *scenario = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (scenarios, gint64, 0));
  g_autoptr (SamsynSession) session = samsyn_session_new (fixture->store);
  GtkWidget *parent = gtk_window_new ();
  SamsynPrepareWindow *window = samsyn_prepare_window_new (GTK_WINDOW (parent), session, fixture->meeting);

  g_assert_true (can_make (window)); /* the pack of the meeting */
  g_assert_false (can_compare (window, "", "", NULL));
  g_assert_true (can_compare (window, "2016-01-01", "", NULL));
  g_assert_false (can_compare (window, "2016-01-01", "2016-01-01", NULL));
  g_assert_false (can_compare (window, "2016-01-41", "2016-01-01", NULL)); /* no date */
  g_assert_true (can_compare (window, "", "2016-01-01", scenario));
  g_assert_true (can_compare (window, "2016-01-01", "2016-01-01", scenario));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
  samsyn_session_close (session);
  fixture->store = NULL;
}

static void
assert_proposed (SamsynPrepareWindow *window,
                 const char          *folder,
                 const char          *report,
                 const char          *day)
{
  g_autofree char *proposed = samsyn_prepare_window_propose (window), *in = g_path_get_dirname (proposed);
  g_autofree char *name = g_path_get_basename (proposed);
  g_autofree char *expected
      = g_strdup_printf ("%s %s.xlsx", samsyn_words (NULL, "report", samsyn_report_find (report)->title), day);

  g_assert_cmpstr (in, ==, folder);
  g_assert_cmpstr (name, ==, expected);
}

static gint64
find_meeting (Fixture    *fixture,
              const char *day)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("meeting"));
  g_autoptr (GArray) ids = NULL;

  samsyn_query_where_text (query, "starts_on", SAMSYN_QUERY_EQUAL, day);
  ids = samsyn_store_ids (fixture->store, query, 0, 1, NULL);
  g_assert_cmpuint (ids->len, ==, 1);
  return g_array_index (ids, gint64, 0);
}

/* By the day of the meeting, whichever is chosen, beside the workspace, and then where the last one was put. */
static void
test_proposed (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (SamsynSession) session = samsyn_session_new (fixture->store);
  g_autofree char *today = samsyn_clock_today (NULL), *elsewhere = g_build_filename (fixture->folder, "Underlag", NULL);
  g_autofree char *path = g_build_filename (elsewhere, "x.xlsx", NULL);
  gint64 other = find_meeting (fixture, "2016-09-20");
  GtkWidget *parent = gtk_window_new ();
  SamsynPrepareWindow *window = samsyn_prepare_window_new (GTK_WINDOW (parent), session, fixture->meeting);
  GObject *stack;

  assert_proposed (window, fixture->folder, "steering-pack", "2016-11-22");
  samsyn_prepare_window_choose (window, "steering-pack", &(SamsynReportArguments) { .meeting = other });
  assert_proposed (window, fixture->folder, "steering-pack", "2016-09-20");
  samsyn_prepare_window_choose (window, "all-data", &(SamsynReportArguments) { .language = "sv" });
  assert_proposed (window, fixture->folder, "all-data", today);
  gtk_window_destroy (GTK_WINDOW (window));

  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);
  window = samsyn_prepare_window_new (GTK_WINDOW (parent), session, fixture->meeting);
  samsyn_prepare_window_make (window, path);
  stack = gtk_widget_get_template_child (GTK_WIDGET (window), SAMSYN_TYPE_PREPARE_WINDOW, "stack");
  while (!g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "done"))
    g_main_context_iteration (NULL, TRUE);
  assert_proposed (window, elsewhere, "steering-pack", "2016-11-22");
  gtk_window_destroy (GTK_WINDOW (window));
  window = samsyn_prepare_window_new (GTK_WINDOW (parent), session, other);
  assert_proposed (window, elsewhere, "steering-pack", "2016-09-20");
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
  samsyn_session_close (session);
  fixture->store = NULL;
  g_remove (path);
  g_rmdir (elsewhere);
}

static GObject *
part_of (SamsynPrepareWindow *window,
         const char          *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (window), SAMSYN_TYPE_PREPARE_WINDOW, name);
}

/* What can't be made is told in the words of the window, and the choices are there to be changed. */
static void
test_too_early (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (SamsynSession) session = samsyn_session_new (fixture->store);
  g_autofree char *title = samsyn_store_title (fixture->store, fixture->meeting, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "x.xlsx", NULL),
                  *id = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->meeting);
  GtkWidget *parent = gtk_window_new ();
  SamsynPrepareWindow *window = samsyn_prepare_window_new (GTK_WINDOW (parent), session, fixture->meeting);
  GtkStack *stack = GTK_STACK (part_of (window, "stack"));
  const char *told;

  samsyn_prepare_window_choose (window, "steering-pack",
                                &(SamsynReportArguments){ .meeting = fixture->meeting, .as_of = "2011-05-02" });
  samsyn_prepare_window_make (window, path);
  while (!g_str_equal (gtk_stack_get_visible_child_name (stack), "done"))
    g_main_context_iteration (NULL, TRUE);
  told = adw_status_page_get_description (ADW_STATUS_PAGE (part_of (window, "outcome")));
  g_assert_nonnull (strstr (told, title));
  g_assert_nonnull (strstr (told, "2011-05-02"));
  g_assert_null (strstr (told, id));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (part_of (window, "open_button"))));
  g_signal_emit_by_name (part_of (window, "change_button"), "clicked");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "choose");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (part_of (window, "make_button"))));
  samsyn_prepare_window_choose (window, "steering-pack", &(SamsynReportArguments) { .meeting = fixture->meeting, .as_of = "" });
  samsyn_prepare_window_make (window, path);
  while (!g_str_equal (gtk_stack_get_visible_child_name (stack), "done"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (part_of (window, "open_button"))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (part_of (window, "change_button"))));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
  samsyn_session_close (session);
  fixture->store = NULL;
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_no_meeting (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynSession) session = samsyn_session_new (samsyn_fixture_store (folder));
  GtkWidget *parent = gtk_window_new ();
  SamsynPrepareWindow *window = samsyn_prepare_window_new (GTK_WINDOW (parent), session, 0);

  g_assert_false (can_make (window));
  samsyn_prepare_window_choose (window, "all-data", &(SamsynReportArguments) { .language = "sv" });
  g_assert_true (can_make (window));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
  samsyn_session_close (session);
  samsyn_fixture_remove (g_steal_pointer (&folder));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  samsyn_desktop_prepare ();
  adw_init ();
  g_test_add ("/desktop/prepare/made", Fixture, NULL, set_up, test_made, tear_down);
  g_test_add ("/desktop/prepare/without-sheets", Fixture, NULL, set_up, test_smaller_without_sheets, tear_down);
  g_test_add ("/desktop/prepare/unknown-sheet", Fixture, NULL, set_up, test_unknown_sheet, tear_down);
  g_test_add ("/desktop/prepare/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/desktop/prepare/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/desktop/prepare/nothing-to-compare", Fixture, NULL, set_up, test_nothing_to_compare, tear_down);
  g_test_add ("/desktop/prepare/proposed", Fixture, NULL, set_up, test_proposed, tear_down);
  g_test_add ("/desktop/prepare/too-early", Fixture, NULL, set_up, test_too_early, tear_down);
  g_test_add_func ("/desktop/prepare/no-meeting", test_no_meeting);
  return g_test_run ();
}
