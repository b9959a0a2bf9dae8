/* test-reading-view.c: passages of a text, marked where it is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desktop/fields/reading-view.h"
#include "fixture.h"
#include "stage.h"

static void
test_mark (void)
{
  static const char text[] = "Först. Nämnden för ärenden svarar. Sist.";
  char *folder = samsyn_fixture_folder ();
  SamsynStore *store = samsyn_fixture_store (folder);
  SamsynSession *session = samsyn_session_new (store);
  GtkWidget *window = gtk_window_new ();
  gint64 document = samsyn_fixture_create (store, "document", "title", "Lagen");
  gint64 task = samsyn_fixture_create (store, "task", "name", "Uppgiften"), id;
  SamsynReadingView *view = g_object_new (SAMSYN_TYPE_READING_VIEW, NULL);
  g_autoptr (SamsynRecord) passage = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  samsyn_fixture_edit (store, document, "body", text, NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  samsyn_reading_view_show (view, session, document, text);
  g_assert_cmpint (samsyn_reading_view_mark (view, "gap", 0), ==, 0);
  buffer = gtk_text_view_get_buffer (samsyn_reading_view_get_text (view));
  /* With the spaces around it, which are no part of the quote. */
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 6);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 35);
  gtk_text_buffer_select_range (buffer, &start, &end);
  id = samsyn_reading_view_mark (view, "responsibility", task);
  g_assert_cmpint (id, !=, 0);
  passage = samsyn_store_get (store, id, NULL);
  g_assert_cmpstr (samsyn_record_text (passage, "quote"), ==, "Nämnden för ärenden svarar.");
  g_assert_cmpint (samsyn_record_integer (passage, "starts_at_character", -1), ==, 7);
  g_assert_cmpint (samsyn_record_integer (passage, "ends_at_character", -1), ==, 34);
  g_assert_cmpint (samsyn_record_integer (passage, "about", 0), ==, task);
  g_assert_cmpstr (samsyn_record_text (passage, "tag"), ==, "responsibility");
  stage_turn (3);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 10);
  g_assert_true (gtk_text_iter_has_tag (&start, gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "responsibilit"
                                                                                                                   "y")));
  gtk_window_destroy (GTK_WINDOW (window));
  stage_turn (3);
  samsyn_session_close (session);
  g_object_unref (session);
  samsyn_fixture_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  samsyn_desktop_prepare ();
  adw_init ();
  g_test_add_func ("/reading-view/mark", test_mark);
  return g_test_run ();
}
