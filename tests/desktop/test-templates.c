/* test-templates.c: every template of a widget comes to life, in the language of the process, light and dark
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "desktop/check/check-window.h"
#include "desktop/compare/compare-side.h"
#include "desktop/compare/comparison-page.h"
#include "desktop/fields/body-window.h"
#include "desktop/fields/entry-date.h"
#include "desktop/fields/field-body.h"
#include "desktop/fields/field-choice.h"
#include "desktop/fields/field-date.h"
#include "desktop/fields/field-entry.h"
#include "desktop/fields/field-long-text.h"
#include "desktop/fields/field-reference.h"
#include "desktop/fields/reading-view.h"
#include "desktop/fields/reference-chooser.h"
#include "desktop/findings/finding-accept.h"
#include "desktop/findings/finding-row.h"
#include "desktop/findings/findings-page.h"
#include "desktop/frame/application.h"
#include "desktop/frame/opening-page.h"
#include "desktop/frame/sidebar.h"
#include "desktop/frame/welcome-page.h"
#include "desktop/frame/window.h"
#include "desktop/frame/workspace.h"
#include "desktop/list/bulk-edit.h"
#include "desktop/list/filter-bar.h"
#include "desktop/list/filter-popover.h"
#include "desktop/list/list-page.h"
#include "desktop/list/selection-bar.h"
#include "desktop/map/map-filter.h"
#include "desktop/map/map-page.h"
#include "desktop/map/map-time.h"
#include "desktop/overview/card.h"
#include "desktop/overview/overview-page.h"
#include "desktop/parts/keys.h"
#include "desktop/parts/notice-bar.h"
#include "desktop/parts/template.h"
#include "desktop/paste/paste-table.h"
#include "desktop/paste/paste-window.h"
#include "desktop/prepare/preferences-window.h"
#include "desktop/prepare/prepare-window.h"
#include "desktop/question/view-popover.h"
#include "desktop/record/adopt-button.h"
#include "desktop/record/record-form.h"
#include "desktop/record/record-history.h"
#include "desktop/record/record-pane.h"
#include "desktop/record/related-list.h"
#include "desktop/record/related.h"
#include "desktop/search/search-palette.h"
#include "desktop/watch/watch-page.h"
#include "model/words.h"
#include "stage.h"

static SamsynApplication *application;

static char *
class_of_template (const char *name)
{
  g_autofree char *path = g_strconcat (SAMSYN_RESOURCES "ui/", name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("<template class=\"(\\w+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_nonnull (bytes);
  g_assert_true (g_regex_match (regex, g_bytes_get_data (bytes, NULL), 0, &match));
  return g_match_info_fetch (match, 1);
}

static void
show (GType type)
{
  GtkWidget *widget, *window;

  if (g_type_is_a (type, GTK_TYPE_WINDOW))
    {
      window = g_object_new (type, "application", application, NULL);
    }
  else
    {
      widget = g_object_new (type, NULL);
      window = gtk_window_new ();
      gtk_window_set_child (GTK_WINDOW (window), widget);
    }
  gtk_window_present (GTK_WINDOW (window));
  stage_turn (5);
  gtk_window_destroy (GTK_WINDOW (window));
  stage_turn (5);
}

static void
test_template (gconstpointer name)
{
  g_autofree char *class = class_of_template (name);
  GType type = g_type_from_name (class);

  /* A template whose class is unknown has to be made known in main(). */
  g_assert_cmpuint (type, !=, G_TYPE_INVALID);
  if (G_TYPE_IS_ABSTRACT (type))
    {
      g_test_skip ("shown with each template that derives from it");
      return;
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  show (type);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  show (type);
}

/* The theme is libadwaita's; what GTK was told for its start, the programs that are started from here are not. */
static void
test_theme (void)
{
  g_autofree char *theme = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-theme-name", &theme, NULL);
  g_assert_cmpstr (theme, ==, "Adwaita-empty");
  g_assert_null (g_getenv ("GTK_THEME"));
}

static void
test_keys (void)
{
  GtkWidget *window = samsyn_keys_window_new ();

  gtk_window_present (GTK_WINDOW (window));
  stage_turn (5);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_translate (void)
{
  static const char xml[] = "<interface><!-- left out --><object class=\"A\"><property name=\"b\" translatable=\"yes\" "
                            "comments=\"x\">"
                            "Menu</property><property name=\"c\">Menu</property><property name=\"d\" translatable=\"yes\" "
                            "context=\"sort\">Sort by</property><property name=\"e\" translatable=\"yes\">a &amp; b</property>"
                            "</object></interface>";
  g_autoptr (GError) error = NULL;
  g_autofree char *translated = samsyn_template_translate (xml, -1, &error);
  g_autofree char *menu = g_strdup_printf ("<property name=\"b\">%s</property><property name=\"c\">Menu</property>", _ ("Menu"));
  g_autofree char *sort = g_strdup_printf ("<property name=\"d\">%s</property>", C_ ("sort", "Sort by"));
  g_autofree char *broken = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (strstr (translated, menu));
  g_assert_nonnull (strstr (translated, sort));
  g_assert_nonnull (strstr (translated, ">a &amp; b<"));
  g_assert_null (strstr (translated, "translatable"));
  broken = samsyn_template_translate ("<a><b></a>", -1, &error);
  g_assert_null (broken);
  g_assert_nonnull (error);
}

static void
test_language (void)
{
  g_assert_cmpstr (samsyn_language (), ==, g_getenv ("SAMSYN_TEST_LANGUAGE"));
  /* GTK's own words come by gettext, which must have been told the same. */
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, samsyn_language ());
}

/* What an entry shows, it understands. */
static void
test_date (void)
{
  GtkWidget *entry = g_object_ref_sink (gtk_entry_new ());

  for (guint month = 1; month <= 12; month++)
    {
      g_autofree char *date = g_strdup_printf ("2016-%02u-09", month), *read = NULL;

      samsyn_entry_show_date (GTK_EDITABLE (entry), date);
      if (g_str_equal (g_getenv ("SAMSYN_TEST_LANGUAGE"), "en"))
        g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), !=, date);
      g_assert_true (samsyn_entry_read_date (GTK_EDITABLE (entry), &read, NULL));
      g_assert_cmpstr (read, ==, date);
    }
  samsyn_entry_show_date (GTK_EDITABLE (entry), NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_object_unref (entry);
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) names = NULL;

  g_test_init (&argc, &argv, NULL);
  application = stage_start ();
  g_type_ensure (SAMSYN_TYPE_BODY_WINDOW);
  g_type_ensure (SAMSYN_TYPE_BULK_EDIT);
  g_type_ensure (SAMSYN_TYPE_CARD);
  g_type_ensure (SAMSYN_TYPE_CHECK_WINDOW);
  g_type_ensure (SAMSYN_TYPE_FIELD_BODY);
  g_type_ensure (SAMSYN_TYPE_FIELD_CHOICE);
  g_type_ensure (SAMSYN_TYPE_FIELD_DATE);
  g_type_ensure (SAMSYN_TYPE_FIELD_ENTRY);
  g_type_ensure (SAMSYN_TYPE_FIELD_LONG_TEXT);
  g_type_ensure (SAMSYN_TYPE_FIELD_REFERENCE);
  g_type_ensure (SAMSYN_TYPE_FILTER_BAR);
  g_type_ensure (SAMSYN_TYPE_FILTER_POPOVER);
  g_type_ensure (SAMSYN_TYPE_ADOPT_BUTTON);
  g_type_ensure (SAMSYN_TYPE_COMPARE_SIDE);
  g_type_ensure (SAMSYN_TYPE_COMPARISON_PAGE);
  g_type_ensure (SAMSYN_TYPE_FINDINGS_PAGE);
  g_type_ensure (SAMSYN_TYPE_FINDING_ACCEPT_BUTTON);
  g_type_ensure (SAMSYN_TYPE_FINDING_ROW);
  g_type_ensure (SAMSYN_TYPE_FORM_FIELD);
  g_type_ensure (SAMSYN_TYPE_LIST_PAGE);
  g_type_ensure (SAMSYN_TYPE_MAP_FILTER_BOX);
  g_type_ensure (SAMSYN_TYPE_MAP_PAGE);
  g_type_ensure (SAMSYN_TYPE_MAP_TIME);
  g_type_ensure (SAMSYN_TYPE_NOTICE_BAR);
  g_type_ensure (SAMSYN_TYPE_OPENING_PAGE);
  g_type_ensure (SAMSYN_TYPE_OVERVIEW_PAGE);
  g_type_ensure (SAMSYN_TYPE_PASTE_TABLE);
  g_type_ensure (SAMSYN_TYPE_PASTE_WINDOW);
  g_type_ensure (SAMSYN_TYPE_PREFERENCES_WINDOW);
  g_type_ensure (SAMSYN_TYPE_PREPARE_WINDOW);
  g_type_ensure (SAMSYN_TYPE_READING_VIEW);
  g_type_ensure (SAMSYN_TYPE_RECORD_FORM);
  g_type_ensure (SAMSYN_TYPE_RECORD_HISTORY);
  g_type_ensure (SAMSYN_TYPE_RECORD_PANE);
  g_type_ensure (SAMSYN_TYPE_REFERENCE_CHOOSER);
  g_type_ensure (SAMSYN_TYPE_RELATED);
  g_type_ensure (SAMSYN_TYPE_RELATED_LIST);
  g_type_ensure (SAMSYN_TYPE_SEARCH_PALETTE);
  g_type_ensure (SAMSYN_TYPE_SELECTION_BAR);
  g_type_ensure (SAMSYN_TYPE_SIDEBAR);
  g_type_ensure (SAMSYN_TYPE_VIEW_POPOVER);
  g_type_ensure (SAMSYN_TYPE_WATCH_PAGE);
  g_type_ensure (SAMSYN_TYPE_WELCOME_PAGE);
  g_type_ensure (SAMSYN_TYPE_WINDOW);
  g_type_ensure (SAMSYN_TYPE_WORKSPACE);
  names = g_resources_enumerate_children (SAMSYN_RESOURCES "ui", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert_true (names != NULL && names[0] != NULL);
  g_test_add_func ("/templates/translate", test_translate);
  g_test_add_func ("/templates/language", test_language);
  g_test_add_func ("/templates/date", test_date);
  g_test_add_func ("/templates/theme", test_theme);
  g_test_add_func ("/templates/keys", test_keys);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/templates/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_template);
    }
  return g_test_run ();
}
