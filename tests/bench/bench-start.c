/* bench-start.c: how soon the window comes, and how large the program is then
 *
 * The starts are those of new processes, of this program once as Samsyn and once as an empty window: what a toolkit costs to load
 * and to draw is on both sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-window.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "desktop/frame/application.h"
#include "desktop/frame/workspace.h"
#include "desktop/overview/card.h"
#include "desktop/question/columns.h"
#include "desktop/session/recent.h"
#include "kinds/kinds.h"
#include "plans/import/sample.h"

#define ROUNDS 15
#define ROUNDS_OF_LARGE 3
#define REST_SECONDS 5
#define ROWS 1000

/* ---- In a process that starts -------------------------------------------------------------------------------------------- */

/* What it does and tells: "bare" and "first", the time of the first frame, of an empty window or the program's; "data", that of
 * the first frame in which the page has its records; "bare-memory", "bare-list-memory" and "memory", its memory at rest: of an
 * empty window, of one with a list of GTK's in it, or the program's. */
typedef struct
{
  const char *what;
  const char *file; /* NULL: none */
  gint64      began;
  guint       settled;
} Start;

static gint64
memory_used (void)
{
  g_autofree char *text = NULL;
  long pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*d %ld", &pages);
  return (gint64) pages * sysconf (_SC_PAGESIZE);
}

/* Nothing tidies up: what counts is over. */
static void
tell (Start *start)
{
  gint64 told = g_str_has_suffix (start->what, "memory") ? memory_used () : g_get_monotonic_time () - start->began;

  printf ("%" G_GINT64_FORMAT "\n", told);
  fflush (stdout);
  _exit (0);
}

/* Whether the overview is filled: all of its cards at once. */
static gboolean
has_data (GtkWidget *window)
{
  GtkWidget *card = window != NULL ? stage_find (window, SAMSYN_TYPE_CARD) : NULL;

  return card != NULL && stage_find (card, GTK_TYPE_LIST_BOX_ROW) != NULL;
}

static gboolean
on_rested (gpointer data)
{
  tell (data);
  return G_SOURCE_REMOVE;
}

/* The loop has nothing left to do: the page is filled, and a while later the program is at rest. */
static gboolean
on_quiet (gpointer data)
{
  g_timeout_add_seconds (REST_SECONDS, on_rested, data);
  return G_SOURCE_REMOVE;
}

static void
on_painted (GdkFrameClock *clock,
            Start         *start)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (g_application_get_default ()));
  gboolean opened = window != NULL && (start->file == NULL || stage_find (GTK_WIDGET (window), SAMSYN_TYPE_WORKSPACE) != NULL);

  if (g_str_equal (start->what, "bare") || g_str_equal (start->what, "first")
      || (g_str_equal (start->what, "data") && has_data (GTK_WIDGET (window))))
    tell (start);
  if (opened && start->settled == 0)
    start->settled = g_idle_add_full (G_MAXINT, on_quiet, start, NULL);
  if (start->settled == 0)
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
}

static void
on_realize (GtkWidget *window,
            Start     *start)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted), start);
}

static void
on_window_added (GtkApplication *application,
                 GtkWindow      *window,
                 Start          *start)
{
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    on_realize (GTK_WIDGET (window), start);
  else
    g_signal_connect (window, "realize", G_CALLBACK (on_realize), start);
}

/* ---- The windows that ours is held against --------------------------------------------------------------------------------- */

static void
set_up_cell (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_inscription_new ("What stands in a cell"));
}

/* What GTK takes for a list of that many rows and of as many columns as ours has. */
static GtkWidget *
new_bare_list (guint n_rows)
{
  g_autoptr (GPtrArray) columns = samsyn_columns_new (samsyn_kind_find ("action"));
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (rows))));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < n_rows; i++)
    gtk_string_list_append (rows, "");
  for (guint i = 0; i < columns->len; i++)
    {
      const SamsynColumn *column = g_ptr_array_index (columns, i);
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *bare = gtk_column_view_column_new (column->label, factory);

      g_signal_connect (factory, "setup", G_CALLBACK (set_up_cell), NULL);
      gtk_column_view_column_set_visible (bare, column->visible);
      gtk_column_view_column_set_fixed_width (bare, samsyn_column_pixels (column));
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), bare);
      g_object_unref (bare);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  return scrolled;
}

static void
show_bare_window (GtkApplication *application,
                  Start          *start)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  if (g_str_equal (start->what, "bare-list-memory"))
    adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), new_bare_list (ROWS));
  gtk_window_present (GTK_WINDOW (window));
}

/* ---- The process ----------------------------------------------------------------------------------------------------------- */

/* arguments: --start BEGAN WHAT [FILE] */
int
bench_be_started (int    argc,
                  char **argv)
{
  Start start;
  GtkApplication *application;

  if (argc < 4 || !g_str_equal (argv[1], "--start"))
    return -1;
  start = (Start) { .what = argv[3], .file = argv[4], .began = g_ascii_strtoll (argv[2], NULL, 10) };
  if (g_str_has_prefix (start.what, "bare"))
    {
      application = GTK_APPLICATION (adw_application_new ("io.github.samsyn.Bench", G_APPLICATION_DEFAULT_FLAGS));
      g_signal_connect (application, "activate", G_CALLBACK (show_bare_window), &start);
    }
  else
    {
      samsyn_desktop_prepare ();
      if (!samsyn_desktop_open_display ())
        return 1;
      application = GTK_APPLICATION (samsyn_application_new ());
    }
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), &start);
  return g_application_run (G_APPLICATION (application), start.file != NULL ? 2 : 1, (char *[]) { argv[0], argv[4], NULL });
}

/* ---- From outside --------------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *program;
  const char *what;
  const char *bare;
  const char *file;
  const char *bare_file;
} Case;

static double
start_process (const char *program,
               const char *what,
               const char *file)
{
  g_autofree char *began = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autofree char *told = NULL;
  const char *argv[] = { program, "--start", began, what, file, NULL };
  GError *error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &told, NULL, NULL, &error);
  bench_check (error);
  if (told == NULL || *told == '\0')
    {
      fprintf (stderr, "bench: the window did not come\n");
      exit (1);
    }
  return (double) g_ascii_strtoll (told, NULL, 10) / G_USEC_PER_SEC;
}

static double
start_ours (gpointer data)
{
  const Case *given = data;

  return start_process (given->program, given->what, given->file);
}

static double
start_bare (gpointer data)
{
  const Case *given = data;

  return start_process (given->program, given->bare, given->bare_file);
}

static void
make_sample (const char *path)
{
  GError *error = NULL;
  SamsynStore *store = samsyn_store_create (path, &error);

  bench_check (error);
  samsyn_sample_apply (store, "oversyn", &error);
  bench_check (error);
  samsyn_store_close (store);
}

void
bench_starts (const char *program,
              const char *folder,
              const char *large,
              const char *small,
              guint       n)
{
  g_autofree char *sample = g_build_filename (folder, "bench.samsyn", NULL);
  g_autofree char *memory = g_strdup_printf ("memory with %u records listed, against an empty window", n);
  Case given = { program, "first", "bare", sample };

  if (!g_file_test (sample, G_FILE_TEST_EXISTS))
    make_sample (sample);
  start_ours (&given);
  start_bare (&given);
  bench_compare ("start to the first frame, against an empty window", 1.3, ROUNDS, start_ours, start_bare, &given);
  given.what = "data";
  bench_compare ("start to the overview with its records, against the same", 2, ROUNDS, start_ours, start_bare, &given);
  samsyn_recent_note (large, "action", 0);
  given = (Case) { program, "memory", "bare-memory", large };
  bench_compare_in (memory, "MB", 1.5, ROUNDS_OF_LARGE, start_ours, start_bare, &given);
  samsyn_recent_note (small, "action", 0);
  given = (Case) { program, "memory", "bare-list-memory", large };
  bench_compare_in ("the same, against a window with GTK's list of 1000 rows", "MB", 1.5, ROUNDS_OF_LARGE, start_ours, start_bare,
                    &given);
  given = (Case) { program, "memory", "memory", large, small };
  bench_compare_in ("the same, against the program with 1000 listed", "MB", 1.5, ROUNDS_OF_LARGE, start_ours, start_bare, &given);
}
