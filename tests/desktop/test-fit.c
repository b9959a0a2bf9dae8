/* test-fit.c: every page in a narrow window with large text: nothing is cut off, nothing lies outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "desktop/application.h"
#include "desktop/field-reference.h"
#include "desktop/narrow.h"
#include "desktop/pages.h"
#include "desktop/preferences-window.h"
#include "desktop/welcome-page.h"
#include "desktop/window.h"
#include "desktop/workspace.h"
#include "exchange/sample.h"
#include "fixture.h"

#define NARROW 360
#define TALL 720
#define MARGINS 50
#define LARGE (192 * 1024) /* dots an inch, as GTK counts them: 200 % */
#define REST (10 * G_USEC_PER_SEC)

static SamsynApplication *application;

/* The main loop's turns until everything is drawn; whether it came to rest: a page that lays itself out anew for ever never does. */
static gboolean
turn (void)
{
  gint64 end = g_get_monotonic_time () + REST;

  for (guint i = 0; i < 12; i++)
    {
      while (g_main_context_pending (NULL))
        {
          if (g_get_monotonic_time () > end)
            return FALSE;
          g_main_context_iteration (NULL, FALSE);
        }
      g_usleep (5000);
    }
  return TRUE;
}

/* ---- Looking ------------------------------------------------------------------------------------------------------------------ */

/* Cells of a list are cut off by design: the column can be made wider, and the record shows all.  So is the title of a record that is
 * referred to, which its tooltip and its accessible name have whole, and a choice, which its list has.  A header bar's title gives way to its
 * buttons, and stands whole in the sidebar or below.  What scrolls may lie outside. */
static gboolean
is_free (GtkWidget *widget)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "columnview") || GTK_IS_TEXT (widget) || GTK_IS_SCROLLBAR (widget) || ADW_IS_WINDOW_TITLE (widget)
         || GTK_IS_DROP_DOWN (widget) || (GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_ancestor (widget, SAMSYN_TYPE_FIELD_REFERENCE) != NULL);
}

/* A widget with its text, and what it is inside of. */
static char *
describe (GtkWidget *widget)
{
  GString *text = g_string_new (G_OBJECT_TYPE_NAME (widget));

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, " “%s”", gtk_label_get_text (GTK_LABEL (widget)));
  for (guint i = 0; i < 5 && (widget = gtk_widget_get_parent (widget)) != NULL; i++)
    g_string_append_printf (text, " < %s", G_OBJECT_TYPE_NAME (widget));
  return g_string_free (text, FALSE);
}

static void
look_at (GtkWidget  *widget,
         GtkWidget  *window,
         const char *where,
         guint      *faults)
{
  graphene_rect_t bounds;
  gboolean cut = FALSE, outside = FALSE;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget) || is_free (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_widget_get_opacity (widget) > 0 && !gtk_widget_has_css_class (widget, "samsyn-said"))
    cut = pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
  if (widget != window && gtk_widget_compute_bounds (widget, window, &bounds) && gtk_widget_get_width (widget) > 0)
    outside = bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (window) + 1;
  if (cut || outside)
    {
      g_autofree char *what = describe (widget);

      g_test_message ("%s: %s %s", where, what, cut ? "is cut off" : "lies outside");
      (*faults)++;
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_at (child, window, where, faults);
}

/* The innermost widget that takes what is too much, but for the margins around it. */
static GtkWidget *
find_wide (GtkWidget *widget,
           int        least)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int needed = gtk_widget_get_visible (child) && !is_free (child) ? samsyn_narrow_least_width (child) : 0;

      if (needed > least - MARGINS)
        return find_wide (child, needed);
    }
  return widget;
}

static guint
look (GtkWidget  *window,
      const char *where)
{
  guint faults = 0;
  int least;

  if (!turn ())
    {
      g_test_message ("%s: is never at rest", where);
      faults++;
    }
  /* What is inside: a window without a compositor draws an edge around itself. */
  least = samsyn_narrow_least_width (gtk_widget_get_first_child (window));
  if (least > NARROW)
    {
      g_autofree char *what = describe (find_wide (window, least));

      g_test_message ("%s: needs %d pixels, for %s", where, least, what);
      faults++;
    }
  look_at (window, window, where, &faults);
  return faults;
}

/* ---- What is looked at ---------------------------------------------------------------------------------------------------------- */

static GtkWidget *
show (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, TALL);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static gint64
first_of (SamsynStore      *store,
          const SamsynKind *kind)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (GArray) ids = samsyn_store_ids (store, query, 0, 1, NULL);

  return ids != NULL && ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

static void
test_pages (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();
  SamsynStore *store = samsyn_fixture_store (folder);
  g_auto (GStrv) samples = samsyn_samples ();
  SamsynWorkspace *workspace;
  SamsynSession *session;
  GtkWidget *window;
  guint faults = 0;

  g_assert_true (samsyn_sample_apply (store, samples[0], NULL));
  workspace = samsyn_workspace_new (store, "“Översyn 2016” is open for editing by anna (kontoret, 4711, 2016-05-20 13:00).", NULL);
  session = samsyn_workspace_get_session (workspace);
  window = show (GTK_WIDGET (workspace));
  faults += look (window, "sidebar");
  for (guint i = 0; i < samsyn_pages ()->len; i++)
    {
      const SamsynPageInfo *page = &g_array_index (samsyn_pages (), SamsynPageInfo, i);
      gint64 record = page->kind != NULL ? first_of (store, page->kind) : 0;

      samsyn_session_show_page (session, page->id);
      faults += look (window, page->id);
      if (record == 0)
        continue;
      samsyn_session_show_record (session, record);
      faults += look (window, page->id);
      samsyn_session_show_record (session, 0);
    }
  samsyn_workspace_close (workspace);
  gtk_window_destroy (GTK_WINDOW (window));
  turn ();
  samsyn_fixture_remove (g_steal_pointer (&folder));
  g_assert_cmpuint (faults, ==, 0);
}

/* Where there is no room for both, a page that is asked for comes before the record that was there. */
static void
test_page_before_record (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();
  SamsynStore *store = samsyn_fixture_store (folder);
  gint64 person = samsyn_fixture_create (store, "person", "name", "Anna"), other = samsyn_fixture_create (store, "person", "name", "Bo");
  SamsynWorkspace *workspace = samsyn_workspace_new (store, NULL, NULL);
  SamsynSession *session = samsyn_workspace_get_session (workspace);
  GtkWidget *window = show (GTK_WIDGET (workspace));

  g_assert_true (turn ());
  samsyn_session_show_page (session, "person");
  samsyn_session_show_record (session, person);
  g_assert_true (turn ());
  g_assert_cmpint (samsyn_session_get_record (session), ==, person);
  samsyn_session_show_page (session, "risk");
  g_assert_true (turn ());
  g_assert_cmpint (samsyn_session_get_record (session), ==, 0);
  samsyn_session_show_record (session, person);
  g_assert_true (turn ());
  samsyn_session_show_page (session, "person");
  samsyn_session_show_record (session, other);
  g_assert_true (turn ());
  g_assert_cmpint (samsyn_session_get_record (session), ==, other);
  samsyn_workspace_close (workspace);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (turn ());
  samsyn_fixture_remove (g_steal_pointer (&folder));
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
      GtkWidget *window = show (pages[i]);

      faults += look (window, i == 0 ? "welcome" : "explanation");
      gtk_window_destroy (GTK_WINDOW (window));
      turn ();
    }
  g_assert_cmpuint (faults, ==, 0);
}

static void
test_preferences (void)
{
  GtkWidget *window = samsyn_preferences_window_new (NULL, NULL);
  guint faults;

  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, TALL);
  gtk_window_present (GTK_WINDOW (window));
  faults = look (window, "preferences");
  gtk_window_destroy (GTK_WINDOW (window));
  turn ();
  g_assert_cmpuint (faults, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  samsyn_desktop_prepare ();
  adw_init ();
  application = samsyn_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", LARGE, "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/fit/welcome", test_welcome);
  g_test_add_func ("/fit/preferences", test_preferences);
  g_test_add_func ("/fit/page-before-record", test_page_before_record);
  g_test_add_func ("/fit/pages", test_pages);
  return g_test_run ();
}
