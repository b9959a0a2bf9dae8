/* bench-window.c: how long the window takes to come, and whether it goes on while a report is made
 *
 * The starts are those of new processes, of this program once as Samsyn and once as an empty window: what a toolkit costs to load and
 * to draw is on both sides.  It needs a display: tests/desktop/display.py.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench.h"

#include <stdio.h>
#include <stdlib.h>

#include "desktop/application.h"
#include "desktop/prepare-job.h"
#include "exchange/sample.h"

#define ROUNDS 7
#define MANY 100000

/* ---- In a process that starts -------------------------------------------------------------------------------------------- */

typedef struct
{
  gboolean data; /* the figure is that of the page with its records, not that of the first frame */
  gint64   began;
  gboolean quiet;
  guint    settled;
} Start;

/* Nothing tidies up: what counts is over. */
static void
tell (Start *start)
{
  printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - start->began);
  fflush (stdout);
  _exit (0);
}

/* When the loop has nothing left to do, the page is filled; the next frame shows it. */
static gboolean
on_quiet (gpointer data)
{
  Start *start = data;

  start->quiet = TRUE;
  return G_SOURCE_REMOVE;
}

static void
on_painted (GdkFrameClock *clock,
            Start         *start)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (g_application_get_default ()));
  gboolean opened = window != NULL && g_strcmp0 (gtk_window_get_title (window), "bench") == 0;

  if (!start->data || start->quiet)
    tell (start);
  if (opened && start->settled == 0)
    start->settled = g_idle_add_full (G_MAXINT, on_quiet, start, NULL);
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

static void
show_empty_window (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

/* arguments: --start BEGAN first|data|bare [FILE] */
static int
be_started (char **argv)
{
  Start start = { .data = g_str_equal (argv[3], "data"), .began = g_ascii_strtoll (argv[2], NULL, 10) };
  char *arguments[] = { argv[0], argv[4], NULL };
  GtkApplication *application;

  if (g_str_equal (argv[3], "bare"))
    {
      application = GTK_APPLICATION (adw_application_new ("io.github.samsyn.Bench", G_APPLICATION_DEFAULT_FLAGS));
      g_signal_connect (application, "activate", G_CALLBACK (show_empty_window), NULL);
    }
  else
    {
      samsyn_desktop_prepare ();
      application = GTK_APPLICATION (samsyn_application_new ());
    }
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), &start);
  return g_application_run (G_APPLICATION (application), argv[4] != NULL ? 2 : 1, arguments);
}

/* ---- Starts, from outside ------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *program;
  const char *what;
  char       *file;
} Case;

static double
start_process (const Case *given,
               const char *what)
{
  g_autofree char *began = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_autofree char *told = NULL;
  gboolean bare = g_str_equal (what, "bare");
  const char *argv[] = { given->program, "--start", began, what, bare ? NULL : given->file, NULL };
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
  return start_process (data, ((Case *) data)->what);
}

static double
start_bare (gpointer data)
{
  return start_process (data, "bare");
}

static void
compare_starts (const char *program,
                const char *folder)
{
  Case given = { program, "first", g_build_filename (folder, "bench.samsyn", NULL) };
  GError *error = NULL;
  SamsynStore *store = samsyn_store_create (given.file, &error);

  bench_check (error);
  samsyn_sample_apply (store, "oversyn", &error);
  bench_check (error);
  samsyn_store_close (store);
  start_process (&given, "bare");
  bench_compare ("start to the first frame, against an empty window", 1.3, ROUNDS, start_ours, start_bare, &given);
  given.what = "data";
  bench_compare ("start to the first page with its records, against the same", 2, ROUNDS, start_ours, start_bare, &given);
  g_free (given.file);
}

/* ---- Frames while a report is made ---------------------------------------------------------------------------------------- */

typedef struct
{
  GMainLoop *loop;
  gint64     last; /* 0: no frame yet */
  gint64     gap;
  GError    *error;
} Frames;

static gboolean
on_frame (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  Frames *frames = data;
  gint64 now = g_get_monotonic_time ();

  if (frames->last != 0)
    frames->gap = MAX (frames->gap, now - frames->last);
  frames->last = now;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
on_progress (double   fraction,
             gpointer bar)
{
  gtk_progress_bar_set_fraction (bar, fraction);
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Frames *frames = data;

  samsyn_prepare_job_finish (result, &frames->error);
  g_main_loop_quit (frames->loop);
}

static gboolean
on_warm (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static SamsynPrepareOrder *
order_all (const char *folder)
{
  SamsynPrepareOrder *order = g_new0 (SamsynPrepareOrder, 1);

  order->report = samsyn_report_find ("all-data");
  order->path = g_build_filename (folder, "all.xlsx", NULL);
  order->leave_out = g_ptr_array_new ();
  g_ptr_array_add (order->leave_out, NULL);
  order->arguments = (SamsynReportArguments) { .language = "sv", .leave_out = (const char *const *) order->leave_out->pdata };
  return order;
}

static void
watch_frames (const char *folder)
{
  g_autofree char *file = g_build_filename (folder, "many.samsyn", NULL);
  SamsynStore *store = bench_workspace (file, MANY);
  GtkWidget *window = gtk_window_new (), *bar = gtk_progress_bar_new ();
  Frames frames = { g_main_loop_new (NULL, FALSE), 0, 0, NULL };

  gtk_window_set_child (GTK_WINDOW (window), bar);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_add_tick_callback (window, on_frame, &frames, NULL);
  g_timeout_add (1000, on_warm, frames.loop);
  g_main_loop_run (frames.loop);
  frames.gap = 0;
  samsyn_prepare_job_start (store, order_all (folder), NULL, on_progress, bar, on_made, &frames);
  g_main_loop_run (frames.loop);
  bench_check (frames.error);
  bench_figure ("largest frame gap while a report of 100,000 rows is made", (double) frames.gap / 1000, "ms", 100);
  gtk_window_destroy (GTK_WINDOW (window));
  g_main_loop_unref (frames.loop);
  samsyn_store_close (store);
}

int
main (int   argc,
      char *argv[])
{
  char *folder;

  if (argc >= 4 && g_str_equal (argv[1], "--start"))
    return be_started (argv);
  folder = bench_folder ();
  compare_starts (argv[0], folder);
  samsyn_desktop_prepare ();
  gtk_init ();
  watch_frames (folder);
  bench_remove (folder);
  return 0;
}
