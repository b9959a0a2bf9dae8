/* bench-lists.c: a list of a million records against one of a thousand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-window.h"

#include <stdlib.h>
#include <time.h>

#include "desktop/list/list-row.h"
#include "desktop/list/list-table.h"
#include "desktop/page/pages.h"

#define ROUNDS 9
#define MOVES 300

typedef struct
{
  const char *large;
  const char *small;
  GtkWindow  *window;
} Bench;

/* ---- Until the first rows are drawn ---------------------------------------------------------------------------------------- */

static void
on_painted (GtkWidget     *page,
            GdkFrameClock *clock)
{
  GtkWidget *row = stage_find (page, SAMSYN_TYPE_LIST_ROW);

  if (row != NULL && samsyn_list_row_get_text (SAMSYN_LIST_ROW (row), 0) != NULL)
    g_object_set_data (G_OBJECT (page), "bench-shown", page);
}

static SamsynPage *
put_page (Bench         *bench,
          SamsynSession *session,
          const char    *id)
{
  const SamsynPageInfo *info = samsyn_page_find (id);
  SamsynPage *page = samsyn_page_new (info->type (), session, info->kind);

  adw_window_set_content (ADW_WINDOW (bench->window), GTK_WIDGET (page));
  return page;
}

static SamsynPage *
open_page (Bench         *bench,
           SamsynSession *session)
{
  SamsynPage *page = put_page (bench, session, "action");

  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (bench->window)), "after-paint", G_CALLBACK (on_painted), page,
                           G_CONNECT_SWAPPED);
  while (g_object_get_data (G_OBJECT (page), "bench-shown") == NULL)
    g_main_context_iteration (NULL, TRUE);
  return page;
}

static SamsynSession *
open_session (const char *path)
{
  GError *error = NULL;
  SamsynStore *store = samsyn_store_open (path, SAMSYN_OPEN_READ, &error);

  bench_check (error);
  return samsyn_session_new (store);
}

static double
first_rows (Bench      *bench,
            const char *path)
{
  g_autoptr (SamsynSession) session = open_session (path);
  double start = bench_now (), seconds;

  open_page (bench, session);
  seconds = bench_now () - start;
  samsyn_session_close (session);
  adw_window_set_content (ADW_WINDOW (bench->window), NULL);
  return seconds;
}

static double
first_of_large (gpointer data)
{
  return first_rows (data, ((Bench *) data)->large);
}

static double
first_of_small (gpointer data)
{
  return first_rows (data, ((Bench *) data)->small);
}

/* ---- Moving about ---------------------------------------------------------------------------------------------------------- */

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

/* Seconds that this thread has worked: what else the machine does is not the program's, nor is the pace of the display. */
static double
worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static double
time_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 before = gdk_frame_clock_get_frame_counter (clock);
  double start = worked ();

  while (gdk_frame_clock_get_frame_counter (clock) <= before)
    g_main_context_iteration (NULL, TRUE);
  return worked () - start;
}

static void
move (GtkWidget  *page,
      const char *what,
      gboolean    jump)
{
  GtkWidget *view = stage_find (page, SAMSYN_TYPE_LIST_TABLE);
  GtkListView *rows = samsyn_list_table_get_rows (SAMSYN_LIST_TABLE (view));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (rows));
  double size = gtk_adjustment_get_page_size (adjustment), upper = gtk_adjustment_get_upper (adjustment) - size, times[MOVES];
  g_autofree char *half = g_strdup_printf ("%s, a frame, p50", what), *most = g_strdup_printf ("%s, a frame, p99", what);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < MOVES; i++)
    {
      gtk_adjustment_set_value (adjustment, jump ? g_rand_double_range (random, 0, upper) : (i + 1) * size);
      times[i] = time_frame (page);
    }
  qsort (times, MOVES, sizeof *times, compare_times);
  bench_figure (half, times[MOVES / 2] * 1000, "ms", 16.7);
  bench_figure (most, times[MOVES * 99 / 100] * 1000, "ms", 16.7);
}

static gboolean
on_settled (gpointer settled)
{
  *(gboolean *) settled = TRUE;
  return G_SOURCE_REMOVE;
}

/* What the main loop does next, and how long this thread works at it. */
static double
turn (void)
{
  double start = worked ();

  g_main_context_iteration (NULL, TRUE);
  return worked () - start;
}

/* How long the window is held up at a time, until there is nothing left to do. */
static double
settle (SamsynSession *session)
{
  gboolean settled = FALSE;
  double most = 0, took;

  while (samsyn_reader_is_busy (samsyn_session_get_reader (session)))
    {
      took = turn ();
      most = MAX (most, took);
    }
  g_idle_add_full (G_MAXINT, on_settled, &settled, NULL);
  while (!settled)
    {
      took = turn ();
      most = MAX (most, took);
    }
  return most;
}

static double
time_overview (Bench         *bench,
               SamsynSession *session)
{
  double start = worked (), opening, settling;

  put_page (bench, session, "overview");
  opening = worked () - start;
  settling = settle (session);
  return MAX (opening, settling);
}

void
bench_lists (const char *large,
             const char *small,
             guint       n)
{
  g_autofree char *name = g_strdup_printf ("list page of %u records until its rows show, against 1000", n);
  Bench bench = { .large = large, .small = small, .window = GTK_WINDOW (adw_window_new ()) };
  SamsynSession *session;
  GtkWidget *page;

  gtk_window_set_default_size (bench.window, 1280, 800);
  gtk_window_present (bench.window);
  first_of_small (&bench);
  bench_compare (name, 2, ROUNDS, first_of_large, first_of_small, &bench);
  session = open_session (large);
  page = GTK_WIDGET (open_page (&bench, session));
  /* The rest of the ids, and the footer's numbers. */
  bench_figure ("most that reading and counting that list works at a time", settle (session) * 1000, "ms", 100);
  move (page, "page down in that list", FALSE);
  move (page, "jump anywhere in that list", TRUE);
  bench_figure ("most that opening the overview of so many works at a time", time_overview (&bench, session) * 1000, "ms", 100);
  samsyn_session_close (session);
  gtk_window_destroy (bench.window);
  g_object_unref (session);
}
