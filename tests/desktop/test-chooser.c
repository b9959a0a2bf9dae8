/* test-chooser.c: what a reference is offered first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desktop/fields/reference-chooser.h"
#include "fixture.h"
#include "kinds/kinds.h"
#include "stage.h"

static void
on_chosen (SamsynReferenceChooser *chooser,
           gint64                  record,
           gint64                 *chosen)
{
  *chosen = record;
}

/* Enter takes what stands first: what is called just so, then what begins so, then what has it anywhere. */
static void
test_first (void)
{
  static const char *const names[] = { "Bo kommun", "Kommunstyrelsen", "Kommun", "Årsta kommun" };
  static const struct
  {
    const char *typed, *name;
  } cases[] = { { "kommun", "Kommun" }, { "KOMMUNS", "Kommunstyrelsen" }, { "sta k", "Årsta kommun" }, { "bo", "Bo kommun" } };
  g_autofree char *folder = samsyn_fixture_folder ();
  SamsynStore *store = samsyn_fixture_store (folder);
  SamsynSession *session = samsyn_session_new (store);
  const SamsynField *field = samsyn_kind_field (samsyn_kind_find ("organisation"), "parent");
  SamsynReferenceChooser *chooser = samsyn_reference_chooser_new (session, field);
  GtkWidget *window = gtk_window_new (), *search;
  gint64 chosen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    samsyn_fixture_create (store, "organisation", "name", names[i]);
  g_signal_connect (chooser, "chosen", G_CALLBACK (on_chosen), &chosen);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (chooser));
  gtk_window_present (GTK_WINDOW (window));
  samsyn_reference_chooser_begin (chooser, 0, FALSE);
  stage_turn (5);
  search = stage_find (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = NULL;

      gtk_editable_set_text (GTK_EDITABLE (search), cases[i].typed);
      g_signal_emit_by_name (search, "activate");
      title = samsyn_store_title (store, chosen, NULL);
      g_assert_cmpstr (title, ==, cases[i].name);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  stage_turn (3);
  samsyn_session_close (session);
  g_object_unref (session);
  samsyn_fixture_remove (g_steal_pointer (&folder));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  samsyn_desktop_prepare ();
  adw_init ();
  g_test_add_func ("/chooser/first", test_first);
  return g_test_run ();
}
