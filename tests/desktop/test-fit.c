/* test-fit.c: every page in windows of every width with large text: nothing is cut off, nothing lies outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desktop/frame/welcome-page.h"
#include "desktop/map/map-view-private.h"
#include "desktop/page/pages.h"
#include "fit.h"
#include "fixture.h"
#include "model/words.h"

/* The page in ever wider windows, then in ever narrower ones: one of these ways with a record beside it, in the other language
 * the other. */
static guint
look_at_page (const FitSample      *sample,
              const SamsynPageInfo *page)
{
  gint64 record = page->kind != NULL ? fit_sample_record (sample, page->kind) : 0;
  gboolean narrow_with_record = g_str_equal (samsyn_language (), "sv");
  guint faults = 0;

  samsyn_session_show_page (sample->session, page->id);
  samsyn_session_show_record (sample->session, narrow_with_record ? 0 : record);
  faults += fit_widen (sample->window, page->id);
  samsyn_session_show_record (sample->session, narrow_with_record ? record : 0);
  faults += fit_narrow (sample->window, page->id);
  samsyn_session_show_record (sample->session, 0);
  return faults;
}

static void
test_pages (void)
{
  FitSample sample;
  guint faults = 0;

  fit_sample_open (&sample);
  faults += fit_look (sample.window, "sidebar");
  for (guint i = 0; i < samsyn_pages ()->len; i++)
    faults += look_at_page (&sample, &g_array_index (samsyn_pages (), SamsynPageInfo, i));
  fit_sample_close (&sample);
  g_assert_cmpuint (faults, ==, 0);
}

/* The names above and beside the letters leave them room. */
static void
test_map_has_letters (void)
{
  FitSample sample;
  SamsynMapView *map;

  fit_sample_open (&sample);
  samsyn_session_show_page (sample.session, "map");
  g_assert_cmpuint (fit_look_in (sample.window, "map", FIT_WIDE), ==, 0);
  map = SAMSYN_MAP_VIEW (stage_find (sample.window, SAMSYN_TYPE_MAP_VIEW));
  g_assert_cmpint (samsyn_map_view_place (map, 0, 0).y, <=, gtk_widget_get_height (GTK_WIDGET (map)) / 2);
  g_assert_cmpuint (fit_look_in (sample.window, "map", FIT_NARROW), ==, 0);
  g_assert_cmpint (samsyn_map_view_place (map, 0, 0).x, <=, gtk_widget_get_width (GTK_WIDGET (map)) / 2);
  fit_sample_close (&sample);
}

static void
test_welcome (void)
{
  g_autoptr (GError) error = g_error_new_literal (SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_FOREIGN, "This is no workspace.");
  GtkWidget *pages[] = { samsyn_welcome_page_new (NULL, NULL),
                         samsyn_welcome_page_new ("/nowhere/a workspace with a rather long name.samsyn", error) };
  guint faults = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *window = fit_show (pages[i]);

      faults += fit_widen (window, i == 0 ? "welcome" : "explanation");
      faults += fit_narrow (window, i == 0 ? "welcome" : "explanation");
      gtk_window_destroy (GTK_WINDOW (window));
    }
  g_assert_cmpuint (faults, ==, 0);
}

/* Where there is no room for both, a page that is asked for comes before the record that was there. */
static void
test_page_before_record (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();
  SamsynStore *store = samsyn_fixture_store (folder);
  gint64 person = samsyn_fixture_create (store, "person", "name", "Anna"),
         other = samsyn_fixture_create (store, "person", "name", "Bo");
  SamsynWorkspace *workspace = samsyn_workspace_new (store, NULL, NULL);
  SamsynSession *session = samsyn_workspace_get_session (workspace);
  GtkWidget *window = fit_show (GTK_WIDGET (workspace));

  g_assert_true (fit_rest (window));
  samsyn_session_show_page (session, "person");
  samsyn_session_show_record (session, person);
  g_assert_true (fit_rest (window));
  g_assert_cmpint (samsyn_session_get_record (session), ==, person);
  samsyn_session_show_page (session, "risk");
  g_assert_true (fit_rest (window));
  g_assert_cmpint (samsyn_session_get_record (session), ==, 0);
  samsyn_session_show_record (session, person);
  g_assert_true (fit_rest (window));
  samsyn_session_show_page (session, "person");
  samsyn_session_show_record (session, other);
  g_assert_true (fit_rest (window));
  g_assert_cmpint (samsyn_session_get_record (session), ==, other);
  samsyn_workspace_close (workspace);
  gtk_window_destroy (GTK_WINDOW (window));
  samsyn_fixture_remove (g_steal_pointer (&folder));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  fit_start ();
  g_test_add_func ("/fit/welcome", test_welcome);
  g_test_add_func ("/fit/page-before-record", test_page_before_record);
  g_test_add_func ("/fit/map-has-letters", test_map_has_letters);
  g_test_add_func ("/fit/pages", test_pages);
  return g_test_run ();
}
