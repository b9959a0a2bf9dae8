/* test-motion.c: who has animations off sees none: whatever is done, the window is at rest at once
 *
 * A frame that is drawn is counted.  What moves needs one each 17 ms; what is just shown, a few.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "desktop/frame/application.h"
#include "desktop/frame/opening-page.h"
#include "desktop/frame/workspace.h"
#include "desktop/list/filter-popover.h"
#include "desktop/list/selection-bar.h"
#include "desktop/page/pages.h"
#include "fixture.h"
#include "kinds/kinds.h"
#include "plans/import/sample.h"
#include "stage.h"

#define WIDE 1280
#define NARROW 360
#define TALL 720
#define SETTLE (400 * G_TIME_SPAN_MILLISECOND)
#define QUIET (250 * G_TIME_SPAN_MILLISECOND)
/* What lays itself out anew, and scrolls to where it was, may do so. */
#define FEW 5
#define PATIENCE 5

typedef struct
{
  char            *folder;
  SamsynStore     *store;
  SamsynWorkspace *workspace;
  SamsynSession   *session;
  GtkWidget       *window;
  guint            frames;
  GString         *faults;
} Stage;

static void
wait_for (gint64 microseconds)
{
  gint64 end = g_get_monotonic_time () + microseconds;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
on_paint (GdkFrameClock *clock,
          Stage         *stage)
{
  stage->frames++;
}

/* Frames that are drawn once whatever had to be drawn is there; what is read in pieces is given its time. */
static guint
restless (Stage *stage)
{
  for (guint i = 0; i < PATIENCE; i++)
    {
      wait_for (i == 0 ? SETTLE : QUIET);
      stage->frames = 0;
      wait_for (QUIET);
      if (stage->frames <= FEW)
        break;
    }
  return stage->frames;
}

/* ---- What is on its way ---------------------------------------------------------------------------------------------------- */

static gboolean
is_moving (GtkWidget *widget)
{
  if (GTK_IS_STACK (widget))
    return gtk_stack_get_transition_running (GTK_STACK (widget));
  if (GTK_IS_REVEALER (widget))
    return gtk_revealer_get_child_revealed (GTK_REVEALER (widget)) != gtk_revealer_get_reveal_child (GTK_REVEALER (widget));
  if (ADW_IS_LEAFLET (widget))
    return adw_leaflet_get_child_transition_running (ADW_LEAFLET (widget));
  return FALSE;
}

static GtkWidget *
find_moving (GtkWidget *widget)
{
  GtkWidget *found = is_moving (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_moving (child);
  return found;
}

/* To be called straight after something was done. */
static void
look (Stage      *stage,
      const char *what)
{
  GtkWidget *moving = find_moving (stage->window);
  guint frames;

  if (moving != NULL)
    g_string_append_printf (stage->faults, "%s: %s is on its way\n", what, G_OBJECT_TYPE_NAME (moving));
  frames = restless (stage);
  if (frames > FEW)
    g_string_append_printf (stage->faults, "%s: %u frames at rest\n", what, frames);
}

/* ---- The stage ------------------------------------------------------------------------------------------------------------- */

static Stage *
stage_new (int width)
{
  Stage *stage = g_new0 (Stage, 1);
  g_auto (GStrv) samples = samsyn_samples ();

  stage->folder = samsyn_fixture_folder ();
  stage->store = samsyn_fixture_store (stage->folder);
  stage->faults = g_string_new (NULL);
  g_assert_true (samsyn_sample_apply (stage->store, samples[0], NULL));
  stage->workspace = samsyn_workspace_new (stage->store, NULL, NULL);
  stage->session = samsyn_workspace_get_session (stage->workspace);
  stage->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (stage->window), GTK_WIDGET (stage->workspace));
  gtk_window_set_default_size (GTK_WINDOW (stage->window), width, TALL);
  gtk_window_present (GTK_WINDOW (stage->window));
  g_signal_connect (gtk_widget_get_frame_clock (stage->window), "after-paint", G_CALLBACK (on_paint), stage);
  wait_for (2 * SETTLE);
  return stage;
}

static void
stage_free (Stage *stage)
{
  g_autofree char *faults = g_string_free (stage->faults, FALSE);

  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (stage->window), stage);
  samsyn_workspace_close (stage->workspace);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  wait_for (QUIET);
  samsyn_fixture_remove (stage->folder);
  g_free (stage);
  g_assert_cmpstr (faults, ==, "");
}

static gint64
first_of (SamsynStore *store,
          const char  *kind)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find (kind));
  g_autoptr (GArray) ids = samsyn_store_ids (store, query, 0, 1, NULL);

  g_assert_true (ids != NULL && ids->len > 0);
  return g_array_index (ids, gint64, 0);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

/* ---- What is done ---------------------------------------------------------------------------------------------------------- */

static void
do_all (Stage *stage)
{
  GtkWidget *popover, *bar;

  for (guint i = 0; i < samsyn_pages ()->len; i++)
    {
      const SamsynPageInfo *page = &g_array_index (samsyn_pages (), SamsynPageInfo, i);

      /* Of the pages of kinds one is like the other. */
      if (page->kind != NULL && !g_str_equal (page->id, "action"))
        continue;
      samsyn_session_show_page (stage->session, page->id);
      look (stage, page->id);
    }
  samsyn_session_show_page (stage->session, "action");
  samsyn_session_show_record (stage->session, first_of (stage->store, "action"));
  look (stage, "a record is opened");
  samsyn_session_show_record (stage->session, 0);
  look (stage, "a record is closed");
  samsyn_session_tell (stage->session, "Told", 0);
  look (stage, "something is told");
  bar = find_type (stage->window, SAMSYN_TYPE_SELECTION_BAR);
  samsyn_selection_bar_set_count (SAMSYN_SELECTION_BAR (bar), 3);
  look (stage, "rows are selected");
  samsyn_selection_bar_set_count (SAMSYN_SELECTION_BAR (bar), 0);
  look (stage, "no rows are selected");
  popover = find_type (stage->window, SAMSYN_TYPE_FILTER_POPOVER);
  gtk_popover_popup (GTK_POPOVER (popover));
  wait_for (SETTLE);
  samsyn_filter_popover_show_field (SAMSYN_FILTER_POPOVER (popover), samsyn_kind_field (samsyn_kind_find ("action"), "status"));
  look (stage, "a filter's values are shown");
  gtk_popover_popdown (GTK_POPOVER (popover));
  look (stage, "the filters are closed");
}

static void
test_still (gconstpointer width)
{
  Stage *stage = stage_new (GPOINTER_TO_INT (width));

  g_assert_false (adw_get_enable_animations (stage->window));
  do_all (stage);
  stage_free (stage);
}

/* Nobody waits for a picture that turns. */
static void
test_opening (void)
{
  Stage stage = { .window = gtk_window_new (), .faults = g_string_new (NULL) };
  g_autofree char *faults = NULL;

  gtk_window_set_child (GTK_WINDOW (stage.window), g_object_new (SAMSYN_TYPE_OPENING_PAGE, NULL));
  gtk_window_present (GTK_WINDOW (stage.window));
  g_signal_connect (gtk_widget_get_frame_clock (stage.window), "after-paint", G_CALLBACK (on_paint), &stage);
  look (&stage, "a workspace is being opened");
  /* Where animations are on it does turn, and what moves is seen here. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  gtk_window_set_child (GTK_WINDOW (stage.window), g_object_new (SAMSYN_TYPE_OPENING_PAGE, NULL));
  g_assert_cmpuint (restless (&stage), >, FEW);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_window_destroy (GTK_WINDOW (stage.window));
  faults = g_string_free (stage.faults, FALSE);
  g_assert_cmpstr (faults, ==, "");
}

/* As a user's own settings say it, before GTK reads them.  A cursor that blinks is a setting of its own. */
static void
turn_off (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "gtk-4.0", NULL);
  g_autofree char *file = g_build_filename (folder, "settings.ini", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\n", -1, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  turn_off ();
  stage_start ();
  g_test_add_func ("/motion/opening", test_opening);
  g_test_add_data_func ("/motion/wide", GINT_TO_POINTER (WIDE), test_still);
  g_test_add_data_func ("/motion/narrow", GINT_TO_POINTER (NARROW), test_still);
  return g_test_run ();
}
