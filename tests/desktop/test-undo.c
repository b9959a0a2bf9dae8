/* test-undo.c: what is told of a step that was taken back, which may be out of sight
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "fixture.h"
#include "kinds/kinds.h"
#include "stage-sample.h"
#include "stage.h"

static void
on_told (char      **told,
         const char *text,
         gint64      step)
{
  g_free (*told);
  *told = g_strdup (text);
}

static void
rename_record (SamsynSession *session,
               gint64         record,
               const char    *old_name,
               const char    *name)
{
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_UPDATE, samsyn_kind_find ("project"), record);
  SamsynValue before = samsyn_value_text (old_name), after = samsyn_value_text (name);

  samsyn_change_add (change, "name", &before, &after);
  g_assert_cmpint (samsyn_session_save (session, 0, change, NULL, NULL), !=, 0);
}

static void
add_dated (SamsynSession *session,
           const char    *kind,
           const char    *field,
           gint64         project,
           const char    *title)
{
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find (kind),
                                            samsyn_store_new_id (samsyn_session_get_store (session)));
  SamsynValue none = SAMSYN_VALUE_NULL, text = samsyn_value_text (title), day = samsyn_value_text ("2016-10-01");

  samsyn_change_add (change, "title", &none, &text);
  samsyn_change_add (change, field, &none, &day);
  samsyn_change_add_integer (change, "project", project);
  g_assert_cmpint (samsyn_session_save (session, 0, change, NULL, NULL), !=, 0);
}

/* The newest step is about a project, and one that belonged to it. */
static void
check_recent (SamsynSession *session,
              const char    *code)
{
  g_autoptr (GPtrArray) recent = samsyn_store_recent (samsyn_session_get_store (session), 1, NULL);
  const SamsynRecentStep *step = g_ptr_array_index (recent, 0);

  g_assert_cmpstr (step->code, ==, code);
  g_assert_cmpstr (step->kind->id, ==, "project");
  g_assert_cmpint (step->n_changes, ==, 2);
}

static void
test_told (void)
{
  g_autofree char *folder = samsyn_fixture_folder (), *told = NULL;
  SamsynSession *session = samsyn_session_new (samsyn_fixture_store (folder));
  gint64 project = samsyn_fixture_create (samsyn_session_get_store (session), "project", "name", "Översynen");

  /* This one only leads to the project: it is neither deleted nor back. */
  add_dated (session, "action", "due_on", project, "Kalla till möte");
  rename_record (session, project, "Översynen", "Utredningen");
  add_dated (session, "milestone", "planned_on", project, "Förslag klart");
  g_signal_connect_swapped (session, "tell", G_CALLBACK (on_told), &told);
  samsyn_session_delete (session, &project, 1);
  check_recent (session, "delete");
  samsyn_session_undo (session);
  check_recent (session, "undo");
  g_assert_cmpstr (told, ==, "Undone: “Utredningen” is back, and 1 other record");
  samsyn_session_redo (session);
  g_assert_cmpstr (told, ==, "Done again: “Utredningen” is gone, and 1 other record");
  samsyn_session_undo (session);
  g_assert_cmpstr (told, ==, "Undone: “Utredningen” is back, and 1 other record");
  samsyn_session_undo (session);
  g_assert_cmpstr (told, ==, "Undone: “Förslag klart” is gone");
  samsyn_session_redo (session);
  g_assert_cmpstr (told, ==, "Done again: “Förslag klart” is back");
  samsyn_session_undo (session);
  samsyn_session_undo (session);
  g_assert_cmpstr (told, ==, "Undone: Name of “Utredningen”");
  samsyn_session_undo (session);
  g_assert_cmpstr (told, ==, "Undone: “Kalla till möte” is gone");
  samsyn_session_undo (session);
  g_assert_cmpstr (told, ==, "Undone: “Översynen” is gone");
  samsyn_session_undo (session);
  g_assert_nonnull (strstr (told, "nothing to undo"));
  samsyn_session_close (session);
  g_object_unref (session);
  samsyn_fixture_remove (g_steal_pointer (&folder));
}

/* ---- Messages -------------------------------------------------------------------------------------------------------------- */

/* How many messages in sight say that. */
static guint
count_said (GtkWidget  *widget,
            const char *text)
{
  g_autoptr (GPtrArray) labels = stage_labels (widget);
  guint n = 0;

  for (guint i = 0; i < labels->len; i++)
    n += gtk_widget_has_css_class (g_ptr_array_index (labels, i), "heading")
         && g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), text);
  return n;
}

/* The newest one takes the place of the one before, however fast they come. */
static void
test_messages (StageSample  *sample,
               gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  stage_turn (12);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *text = g_strdup_printf ("Message %u", i);

      samsyn_session_tell (sample->session, text, i % 3);
      stage_turn (i % 12);
    }
  stage_turn (300);
  for (guint i = 0; i < 39; i++)
    {
      g_autofree char *text = g_strdup_printf ("Message %u", i);

      g_assert_cmpuint (count_said (sample->window, text), ==, 0);
    }
  g_assert_cmpuint (count_said (sample->window, "Message 39"), ==, 1);
}

/* ---- Narrow windows -------------------------------------------------------------------------------------------------------- */

#define LONG                                                                                                                     \
  "53 poster togs bort, och 310 poster som hör till dem (ansvar, parter, åtagandeuppföljningar, remissvar och budgetposter)"

/* Everything that a message says and offers lies in the window. */
static void
check_inside (GtkWidget *widget,
              GtkWidget *window,
              guint     *n)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget))
    return;
  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, 0);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (window));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (window));
  *n += GTK_IS_BUTTON (widget);
  if (GTK_IS_LABEL (widget))
    {
      int least;

      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (widget), &least, NULL, NULL, NULL);
      g_assert_cmpint (gtk_widget_get_height (widget), >=, least);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_inside (child, window, n);
}

static void
test_narrow (StageSample  *sample,
             gconstpointer data)
{
  static const struct
  {
    int width, dpi;
  } sizes[] = { { 1280, 96 }, { 640, 96 }, { 360, 96 }, { 1280, 192 }, { 640, 192 }, { 360, 192 } };

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint n_buttons = 0;

      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", sizes[i].dpi * PANGO_SCALE, NULL);
      gtk_window_set_default_size (GTK_WINDOW (sample->window), sizes[i].width, 800);
      stage_turn (20);
      /* The one before becomes narrower with the window. */
      if (i > 0)
        check_inside (stage_find (sample->window, g_type_from_name ("AdwToastWidget")), sample->window, &n_buttons);
      n_buttons = 0;
      samsyn_session_tell (sample->session, LONG, 1);
      stage_turn (120);
      g_assert_cmpint (gtk_widget_get_width (sample->window), <=, sizes[i].width);
      g_assert_cmpint (gtk_widget_get_width (sample->window), >, sizes[i].width - 20);
      check_inside (stage_find (sample->window, g_type_from_name ("AdwToastWidget")), sample->window, &n_buttons);
      g_assert_cmpuint (n_buttons, ==, 2);
    }
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (stage_start_still ());
  g_test_add_func ("/undo/told", test_told);
  g_test_add ("/undo/messages", StageSample, NULL, stage_sample_set_up, test_messages, stage_sample_tear_down);
  g_test_add ("/undo/narrow", StageSample, NULL, stage_sample_set_up, test_narrow, stage_sample_tear_down);
  return g_test_run ();
}
