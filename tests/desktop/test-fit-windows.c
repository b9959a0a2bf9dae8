/* test-fit-windows.c: what opens from the pages, with large text: windows of every width, popovers over a narrow window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desktop/fields/body-window.h"
#include "desktop/fields/reference-chooser.h"
#include "desktop/list/filter-bar.h"
#include "desktop/list/filter-popover.h"
#include "desktop/list/list-table.h"
#include "desktop/list/selection-bar.h"
#include "desktop/page/pages.h"
#include "desktop/parts/keys.h"
#include "desktop/prepare/preferences-window.h"
#include "desktop/prepare/prepare-window.h"
#include "desktop/record/record-pane.h"
#include "desktop/search/search-palette.h"
#include "fit.h"

static SamsynApplication *application;

static guint
look_at_window (GtkWidget  *window,
                const char *where)
{
  guint faults = 0;

  fit_show (window);
  faults += fit_widen (window, where);
  faults += fit_narrow (window, where);
  return faults;
}

/* The window that has opened beside that one. */
static GtkWidget *
other_window (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);

      if (other != window && gtk_widget_get_mapped (other))
        return other;
    }
  return NULL;
}

/* What asks something over that one. */
static GtkWidget *
window_over (GtkWidget *window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window))
        return GTK_WIDGET (other);
    }
  g_assert_not_reached ();
}

/* ---- From any window ------------------------------------------------------------------------------------------------------- */

static void
test_shortcuts (void)
{
  GtkWidget *window = samsyn_keys_window_new ();
  guint faults = look_at_window (window, "shortcuts");

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_cmpuint (faults, ==, 0);
}

static void
test_about (void)
{
  GtkWidget *window = fit_show (gtk_label_new ("")), *about;
  guint faults;

  gtk_window_set_application (GTK_WINDOW (window), GTK_APPLICATION (application));
  g_action_group_activate_action (G_ACTION_GROUP (application), "about", NULL);
  fit_rest (window);
  about = other_window (window);
  g_assert_nonnull (about);
  faults = look_at_window (about, "about");
  gtk_window_destroy (GTK_WINDOW (about));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_cmpuint (faults, ==, 0);
}

static void
test_preferences (void)
{
  FitSample sample;
  guint faults = 0;

  fit_sample_open (&sample);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *window = samsyn_preferences_window_new (GTK_WINDOW (sample.window), i == 0 ? sample.session : NULL);

      faults += look_at_window (window, "preferences");
      faults += fit_open_all (window, window, "preferences");
      gtk_window_destroy (GTK_WINDOW (window));
    }
  fit_sample_close (&sample);
  g_assert_cmpuint (faults, ==, 0);
}

/* ---- From a workspace ------------------------------------------------------------------------------------------------------ */

static void
test_prepare (void)
{
  SamsynPrepareWindow *prepare;
  FitSample sample;
  guint faults = 0;

  fit_sample_open (&sample);
  prepare = samsyn_prepare_window_new (GTK_WINDOW (sample.window), sample.session, 0);
  faults += look_at_window (GTK_WIDGET (prepare), "prepare");
  for (guint i = 0; samsyn_reports ()[i] != NULL; i++)
    {
      samsyn_prepare_window_choose (prepare, samsyn_reports ()[i]->id, &(SamsynReportArguments) { .language = "sv" });
      faults += fit_look (GTK_WIDGET (prepare), samsyn_reports ()[i]->id);
    }
  faults += fit_open_all (GTK_WIDGET (prepare), GTK_WIDGET (prepare), "prepare");
  gtk_window_destroy (GTK_WINDOW (prepare));
  fit_sample_close (&sample);
  g_assert_cmpuint (faults, ==, 0);
}

/* One row that can be added, and one that is told why it can't. */
static void
test_paste (void)
{
  static const char rows[] = "Title\tStatus\tDue\tNowhere\nBoka möte med samtliga berörda "
                             "förvaltningar\tongoing\t2016-05-02\tx\n\tonging\t2016-13-02\ty\n";
  GtkWidget *list, *paste;
  FitSample sample;
  guint faults = 0;

  fit_sample_open (&sample);
  samsyn_session_show_page (sample.session, "action");
  fit_rest (sample.window);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (sample.window), rows);
  list = stage_find (sample.window, SAMSYN_TYPE_LIST_TABLE);
  g_assert_true (gtk_widget_activate_action (list, "list.paste", NULL));
  fit_rest (sample.window);
  paste = other_window (sample.window);
  g_assert_nonnull (paste);
  faults += look_at_window (paste, "paste");
  gtk_window_destroy (GTK_WINDOW (paste));
  fit_sample_close (&sample);
  g_assert_cmpuint (faults, ==, 0);
}

static void
test_body (void)
{
  static const char text[] = "1 Inledning\n\nUtredningens uppdrag är att klarlägga ansvarsfördelningen mellan kommunstyrelsen "
                             "och nämnderna.";
  GtkWidget *body;
  FitSample sample;
  guint faults;

  fit_sample_open (&sample);
  body = GTK_WIDGET (samsyn_body_window_open (sample.session, GTK_WIDGET (sample.workspace), "Text", text, NULL, NULL));
  faults = look_at_window (body, "text");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (stage_find (body, GTK_TYPE_TEXT_VIEW))), "1", -1);
  gtk_window_close (GTK_WINDOW (body));
  fit_rest (body);
  /* It gives itself its width, over a window that is as narrow as can be; nobody else can. */
  fit_rest (window_over (body));
  faults += fit_look (window_over (body), "text to be saved");
  gtk_window_destroy (GTK_WINDOW (body));
  fit_sample_close (&sample);
  g_assert_cmpuint (faults, ==, 0);
}

static void
test_palette (void)
{
  static const char *const typed[] = { "", "ansvar", "thereisnosuchthing" };
  FitSample sample;
  guint faults = 0;

  fit_sample_open (&sample);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      GtkWidget *palette;

      samsyn_workspace_search (sample.workspace);
      palette = stage_find (sample.window, SAMSYN_TYPE_SEARCH_PALETTE);
      g_assert_nonnull (palette);
      gtk_editable_set_text (GTK_EDITABLE (stage_find (palette, GTK_TYPE_SEARCH_ENTRY)), typed[i]);
      fit_rest (sample.window);
      g_usleep (G_USEC_PER_SEC / 4); /* typing is waited for */
      faults += fit_look (palette, "search palette");
      faults += fit_widen (sample.window, "search palette");
      faults += fit_narrow (sample.window, "search palette");
      gtk_popover_popdown (GTK_POPOVER (palette));
    }
  fit_sample_close (&sample);
  g_assert_cmpuint (faults, ==, 0);
}

/* Every field that can be changed in several records at once. */
static void
test_bulk_edit (void)
{
  GtkWidget *list, *bar, *edit, *fields, *none;
  FitSample sample;
  guint faults = 0, n_fields;

  fit_sample_open (&sample);
  samsyn_session_show_page (sample.session, "action");
  fit_rest (sample.window);
  list = stage_find (sample.window, SAMSYN_TYPE_LIST_TABLE);
  gtk_selection_model_select_range (gtk_list_view_get_model (samsyn_list_table_get_rows (SAMSYN_LIST_TABLE (list))), 0, 5, TRUE);
  faults += fit_widen (sample.window, "selection bar");
  faults += fit_narrow (sample.window, "selection bar");
  bar = stage_find (sample.window, SAMSYN_TYPE_SELECTION_BAR);
  samsyn_selection_bar_edit (SAMSYN_SELECTION_BAR (bar));
  edit = stage_find (bar, GTK_TYPE_POPOVER);
  g_assert_nonnull (edit);
  fields = stage_find (edit, GTK_TYPE_DROP_DOWN);
  n_fields = g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (fields)));
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *where = g_strdup_printf ("bulk edit of field %u", i);

      gtk_drop_down_set_selected (GTK_DROP_DOWN (fields), i);
      faults += fit_look (edit, where);
      none = stage_find (edit, GTK_TYPE_CHECK_BUTTON);
      if (none != NULL)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (none), TRUE);
      faults += fit_look (edit, where);
    }
  gtk_popover_popdown (GTK_POPOVER (edit));
  fit_sample_close (&sample);
  g_assert_cmpuint (faults, ==, 0);
}

/* Whatever opens from the sidebar, the pages and the records: menus, calendars, choices, references, filters, columns. */
static void
test_popovers (void)
{
  FitSample sample;
  guint faults = 0;

  fit_sample_open (&sample);
  faults += fit_look (sample.window, "sidebar");
  faults += fit_open_all (sample.window, sample.window, "sidebar");
  for (guint i = 0; i < samsyn_pages ()->len; i++)
    {
      const SamsynPageInfo *page = &g_array_index (samsyn_pages (), SamsynPageInfo, i);

      samsyn_session_show_page (sample.session, page->id);
      fit_rest (sample.window);
      faults += fit_open_all (sample.window, sample.window, page->id);
    }
  fit_sample_close (&sample);
  g_assert_cmpuint (faults, ==, 0);
}

/* How a list is filtered by each of its fields. */
static void
test_filters (void)
{
  const SamsynKind *kind = samsyn_kind_find ("milestone");
  GtkWidget *bar, *filters;
  FitSample sample;
  guint faults = 0;

  fit_sample_open (&sample);
  samsyn_session_show_page (sample.session, kind->id);
  fit_rest (sample.window);
  bar = stage_find (sample.window, SAMSYN_TYPE_FILTER_BAR);
  gtk_menu_button_popup (GTK_MENU_BUTTON (stage_find (bar, GTK_TYPE_MENU_BUTTON)));
  filters = stage_find (bar, SAMSYN_TYPE_FILTER_POPOVER);
  g_assert_nonnull (filters);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      samsyn_filter_popover_show_field (SAMSYN_FILTER_POPOVER (filters), &kind->fields[i]);
      faults += fit_look (filters, kind->fields[i].id);
    }
  gtk_popover_popdown (GTK_POPOVER (filters));
  fit_sample_close (&sample);
  g_assert_cmpuint (faults, ==, 0);
}

/* Whom and what every reference may lead to. */
static void
test_references (void)
{
  FitSample sample;
  guint faults = 0;

  fit_sample_open (&sample);
  for (guint i = 0; samsyn_kinds ()[i] != NULL; i++)
    for (guint field = 0; field < samsyn_kinds ()[i]->n_fields; field++)
      if (samsyn_kinds ()[i]->fields[field].type == SAMSYN_TYPE_REFERENCE)
        {
          SamsynReferenceChooser *chooser = samsyn_reference_chooser_new (sample.session, &samsyn_kinds ()[i]->fields[field]);
          GtkWidget *window = fit_show (GTK_WIDGET (chooser));

          samsyn_reference_chooser_begin (chooser, 0, TRUE);
          faults += fit_look (window, samsyn_kinds ()[i]->fields[field].id);
          gtk_window_destroy (GTK_WINDOW (window));
        }
  fit_sample_close (&sample);
  g_assert_cmpuint (faults, ==, 0);
}

static void
expand (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    expand (child);
}

/* A record of each kind with its history and its menu, and a new one. */
static void
test_records (void)
{
  FitSample sample;
  guint faults = 0;

  fit_sample_open (&sample);
  for (guint i = 0; samsyn_kinds ()[i] != NULL; i++)
    {
      const SamsynKind *kind = samsyn_kinds ()[i];

      samsyn_session_show_record (sample.session, fit_sample_record (&sample, kind));
      fit_rest (sample.window);
      expand (sample.window);
      faults += fit_look (sample.window, kind->id);
      faults += fit_open_all (sample.window,
                              stage_find (stage_find (sample.window, SAMSYN_TYPE_RECORD_PANE), GTK_TYPE_MENU_BUTTON), kind->id);
      samsyn_session_create_record (sample.session, kind, NULL, 0);
      faults += fit_look (sample.window, kind->id);
      samsyn_session_show_record (sample.session, 0);
    }
  fit_sample_close (&sample);
  g_assert_cmpuint (faults, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  application = fit_start ();
  g_test_add_func ("/fit/shortcuts", test_shortcuts);
  g_test_add_func ("/fit/about", test_about);
  g_test_add_func ("/fit/preferences", test_preferences);
  g_test_add_func ("/fit/prepare", test_prepare);
  g_test_add_func ("/fit/paste", test_paste);
  g_test_add_func ("/fit/body", test_body);
  g_test_add_func ("/fit/palette", test_palette);
  g_test_add_func ("/fit/bulk-edit", test_bulk_edit);
  g_test_add_func ("/fit/popovers", test_popovers);
  g_test_add_func ("/fit/filters", test_filters);
  g_test_add_func ("/fit/references", test_references);
  g_test_add_func ("/fit/records", test_records);
  return g_test_run ();
}
