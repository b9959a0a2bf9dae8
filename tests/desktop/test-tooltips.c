/* test-tooltips.c: every button that has a picture only says in a tooltip what it does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "desktop/frame/application.h"
#include "desktop/frame/welcome-page.h"
#include "desktop/frame/workspace.h"
#include "desktop/page/pages.h"
#include "desktop/prepare/preferences-window.h"
#include "desktop/prepare/prepare-window.h"
#include "fixture.h"
#include "kinds/kinds.h"
#include "plans/import/sample.h"
#include "stage.h"

static SamsynApplication *application;

/* ---- Looking --------------------------------------------------------------------------------------------------------------- */

static gboolean
is_button (GtkWidget *widget)
{
  return GTK_IS_MENU_BUTTON (widget) || (GTK_IS_BUTTON (widget) && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)));
}

/* What GTK puts together itself: the window's own buttons, a calendar, the toggle of a drop-down, the pages of the
 * preferences. */
static gboolean
is_gtks (GtkWidget *widget)
{
  return GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_CALENDAR (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_POPOVER_MENU (widget)
         || ADW_IS_VIEW_SWITCHER (widget);
}

/* Inside a button, but not in what it opens. */
static gboolean
has_inside (GtkWidget *widget,
            GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child) && has_inside (child, type))
      return TRUE;
  return FALSE;
}

static gboolean
says (const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
describe_place (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 6 && (widget = gtk_widget_get_parent (widget)) != NULL; i++)
    g_string_append_printf (text, " < %s", G_OBJECT_TYPE_NAME (widget));
  return g_string_free (text, FALSE);
}

static guint
look_at (GtkWidget  *widget,
         const char *where,
         guint      *buttons)
{
  guint faults = 0;

  if (is_gtks (widget) || (!GTK_IS_POPOVER (widget) && !gtk_widget_get_visible (widget)))
    return 0;
  if (is_button (widget) && has_inside (widget, GTK_TYPE_IMAGE) && !has_inside (widget, GTK_TYPE_LABEL))
    {
      (*buttons)++;
      if (!says (gtk_widget_get_tooltip_text (widget)))
        {
          g_autofree char *place = describe_place (widget);

          g_test_message ("%s: %s “%s”%s has no tooltip", where, G_OBJECT_TYPE_NAME (widget),
                          GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : "", place);
          faults++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    faults += look_at (child, where, buttons);
  return faults;
}

static guint
look (GtkWidget  *window,
      const char *where,
      guint       least)
{
  guint buttons = 0, faults;

  stage_turn (5);
  faults = look_at (window, where, &buttons);
  if (buttons < least)
    {
      g_test_message ("%s: only %u buttons with a picture were found", where, buttons);
      faults++;
    }
  return faults;
}

/* ---- What is looked at ----------------------------------------------------------------------------------------------------- */

static gint64
first_record (SamsynStore      *store,
              const SamsynKind *kind)
{
  g_autoptr (SamsynQuery) query = kind != NULL ? samsyn_query_new (kind) : NULL;
  g_autoptr (GArray) ids = query != NULL ? samsyn_store_ids (store, query, 0, 1, NULL) : NULL;

  return ids != NULL && ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

static guint
look_through (GtkWidget     *window,
              SamsynSession *session)
{
  guint faults = 0;

  for (guint i = 0; i < samsyn_pages ()->len; i++)
    {
      const SamsynPageInfo *page = &g_array_index (samsyn_pages (), SamsynPageInfo, i);
      gint64 record = first_record (samsyn_session_get_store (session), page->kind);

      samsyn_session_show_page (session, page->id);
      if (record != 0)
        samsyn_session_show_record (session, record);
      faults += look (window, page->id, record != 0 ? 4 : 1);
      samsyn_session_show_record (session, 0);
    }
  /* From one record to the next there is a way back. */
  for (guint i = 0; i < 2; i++)
    samsyn_session_show_record (
        session, first_record (samsyn_session_get_store (session), samsyn_kind_find (i == 0 ? "project" : "risk")));
  faults += look (window, "back", 5);
  samsyn_session_tell (session, "Told", 1);
  return faults + look (window, "toast", 2);
}

static void
test_workspace (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();
  SamsynStore *store = samsyn_fixture_store (folder);
  g_auto (GStrv) samples = samsyn_samples ();
  GtkWidget *window = adw_window_new (), *prepare;
  SamsynWorkspace *workspace;
  guint faults;

  g_assert_true (samsyn_sample_apply (store, samples[0], NULL));
  workspace = samsyn_workspace_new (store, "Somebody else has it.", NULL);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (workspace));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  samsyn_workspace_search (workspace);
  faults = look_through (window, samsyn_workspace_get_session (workspace));
  prepare = GTK_WIDGET (samsyn_prepare_window_new (GTK_WINDOW (window), samsyn_workspace_get_session (workspace), 0));
  gtk_window_present (GTK_WINDOW (prepare));
  faults += look (prepare, "prepare", 0);
  gtk_window_destroy (GTK_WINDOW (prepare));
  samsyn_workspace_close (workspace);
  gtk_window_destroy (GTK_WINDOW (window));
  stage_turn (5);
  samsyn_fixture_remove (g_steal_pointer (&folder));
  g_assert_cmpuint (faults, ==, 0);
}

static guint
look_at_window (GtkWidget  *window,
                const char *where)
{
  guint faults;

  gtk_window_present (GTK_WINDOW (window));
  faults = look (window, where, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  stage_turn (5);
  return faults;
}

static void
test_windows (void)
{
  GtkWidget *welcome = adw_window_new ();
  guint faults;

  adw_window_set_content (ADW_WINDOW (welcome), samsyn_welcome_page_new (NULL, NULL));
  faults = look_at_window (welcome, "welcome");
  faults += look_at_window (samsyn_preferences_window_new (NULL, NULL), "preferences");
  g_assert_cmpuint (faults, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  application = stage_start_still ();
  g_test_add_func ("/tooltips/windows", test_windows);
  g_test_add_func ("/tooltips/workspace", test_workspace);
  return g_test_run ();
}
