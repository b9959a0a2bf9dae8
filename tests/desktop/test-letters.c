/* test-letters.c: the letters of the map are those that are preferred, at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desktop/frame/application.h"
#include "desktop/map/map-legend.h"
#include "desktop/map/map-page.h"
#include "fixture.h"
#include "model/preferences.h"

/* The label inside that looks as the legend does, but for the one that opens from a button; NULL: none. */
static const char *
legend_inside (GtkWidget *widget)
{
  const char *text = NULL;

  if (GTK_IS_POPOVER (widget))
    return NULL;
  if (gtk_widget_has_css_class (widget, "samsyn-legend"))
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && text == NULL;
       child = gtk_widget_get_next_sibling (child))
    text = legend_inside (child);
  return text;
}

static char *
legend_with (gboolean huki)
{
  GtkWidget *legend = g_object_ref_sink (samsyn_map_legend_new ());
  char *text;

  samsyn_map_legend_set_huki (legend, huki);
  text = g_strdup (gtk_label_get_text (GTK_LABEL (legend)));
  g_object_unref (legend);
  return text;
}

static void
test_preferred (void)
{
  g_autofree char *folder = samsyn_fixture_folder ();
  g_autofree char *rasci = legend_with (FALSE), *huki = legend_with (TRUE);
  g_autoptr (SamsynSession) session = samsyn_session_new (samsyn_fixture_store (folder));
  GtkWidget *page = g_object_ref_sink (GTK_WIDGET (samsyn_page_new (SAMSYN_TYPE_MAP_PAGE, session, NULL)));

  g_assert_cmpstr (rasci, !=, huki);
  g_assert_cmpstr (legend_inside (page), ==, rasci);
  g_assert_true (samsyn_preference_set (SAMSYN_PREFERENCE_LETTERS, "huki"));
  samsyn_session_prefer (session);
  g_assert_cmpstr (legend_inside (page), ==, huki);
  g_assert_true (samsyn_preference_set (SAMSYN_PREFERENCE_LETTERS, ""));
  samsyn_session_prefer (session);
  g_assert_cmpstr (legend_inside (page), ==, rasci);

  g_object_unref (page);
  samsyn_session_close (session);
  samsyn_fixture_remove (g_steal_pointer (&folder));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *settings = g_dir_make_tmp ("samsyn-letters-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CONFIG_HOME", settings, TRUE);
  g_test_init (&argc, &argv, NULL);
  samsyn_desktop_prepare ();
  adw_init ();
  g_test_add_func ("/letters/preferred", test_preferred);
  status = g_test_run ();
  samsyn_fixture_remove (g_steal_pointer (&settings));
  return status;
}
