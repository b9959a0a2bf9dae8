/* bench-map.c: how smoothly a large responsibility map scrolls, and how soon a typed letter is seen
 *
 * The map page is the real one, in a window of its own, that both a large and a small map fill.  The figures are those of the
 * main thread's work: what a frame costs to lay out and to draw, without the wait for the next one.  It needs a display:
 * tests/desktop/display.py.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench.h"

#include <stdlib.h>

#include "desktop/frame/application.h"
#include "desktop/map/map-page.h"
#include "desktop/map/map-view.h"

#define WIDTH 740 /* ten organisations beside the tasks */
#define HEIGHT 800
#define N_FRAMES 400
#define N_LETTERS 60
#define A_FRAME 16.7

typedef struct
{
  SamsynSession *session;
  GtkWidget     *window;
  GtkWidget     *view;
  double         began;
  double         cost;    /* of the last frame */
  guint          frames;
} Shown;

static void
on_before_paint (GdkFrameClock *clock,
                 Shown         *shown)
{
  shown->began = bench_now ();
}

static void
on_after_paint (GdkFrameClock *clock,
                Shown         *shown)
{
  shown->cost = bench_now () - shown->began;
  shown->frames++;
}

static GtkWidget *
find_view (GtkWidget *widget)
{
  GtkWidget *found = SAMSYN_IS_MAP_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_view (child);
  return found;
}

/* Waits for the next frame; its cost. */
static double
next_frame (Shown *shown)
{
  guint frames = shown->frames;

  gtk_widget_queue_draw (shown->view);
  while (shown->frames == frames)
    g_main_context_iteration (NULL, TRUE);
  return shown->cost;
}

/* Until what is looked for in the background is there. */
static void
settle (Shown *shown)
{
  double end = bench_now () + 0.3;

  while (bench_now () < end)
    g_main_context_iteration (NULL, FALSE);
  next_frame (shown);
}

static void
show (Shown       *shown,
      SamsynStore *store)
{
  GdkFrameClock *clock;

  shown->session = samsyn_session_new (store);
  shown->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (shown->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (shown->window), GTK_WIDGET (samsyn_page_new (SAMSYN_TYPE_MAP_PAGE, shown->session, NULL)));
  shown->view = find_view (shown->window);
  gtk_window_present (GTK_WINDOW (shown->window));
  clock = gtk_widget_get_frame_clock (shown->window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), shown);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), shown);
  settle (shown);
}

static void
hide (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  samsyn_session_close (shown->session);
  g_object_unref (shown->session);
}

/* ---- Scrolling ------------------------------------------------------------------------------------------------------------ */

static void
scroll (Shown         *shown,
        GtkOrientation orientation,
        int            by)
{
  GtkScrollable *scrollable = GTK_SCROLLABLE (shown->view);
  GtkAdjustment *adjustment = orientation == GTK_ORIENTATION_VERTICAL ? gtk_scrollable_get_vadjustment (scrollable)
                                                                      : gtk_scrollable_get_hadjustment (scrollable);
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double to = gtk_adjustment_get_value (adjustment) + by;

  gtk_adjustment_set_value (adjustment, to < 0 || to > end ? 0 : to);
}

/* Down and to the right by turns, quickly. */
static double
scroll_frame (Shown *shown,
              guint  i)
{
  scroll (shown, i / 20 % 2 ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, 47);
  return next_frame (shown);
}

typedef struct
{
  Shown large, small;
  guint large_frame, small_frame;
} Pair;

static double
scroll_large (gpointer data)
{
  Pair *pair = data;

  return scroll_frame (&pair->large, pair->large_frame++);
}

static double
scroll_small (gpointer data)
{
  Pair *pair = data;

  return scroll_frame (&pair->small, pair->small_frame++);
}

static double
draw_large (gpointer data)
{
  return next_frame (&((Pair *) data)->large);
}

static double
draw_small (gpointer data)
{
  return next_frame (&((Pair *) data)->small);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
at_share (double *times,
          guint   n,
          double  share)
{
  qsort (times, n, sizeof *times, compare);
  return times[(guint) ((n - 1) * share)] * 1000;
}

static void
measure_scrolling (Pair *pair)
{
  double times[N_FRAMES];

  for (guint i = 0; i < N_FRAMES; i++)
    times[i] = scroll_large (pair);
  bench_figure ("scrolling a map of 2,000 × 300: 99 % of frames within", at_share (times, N_FRAMES, 0.99), "ms", A_FRAME);
}

/* ---- Typing --------------------------------------------------------------------------------------------------------------- */

/* A letter in another cell: the work from the key to the end of the frame that shows it. */
static double
type_letter (Shown *shown,
             guint  i)
{
  gint64 step = samsyn_store_last_step (samsyn_session_get_store (shown->session));
  double start, worked;

  samsyn_map_view_set_cursor (SAMSYN_MAP_VIEW (shown->view), 2 + (int) i % 15, (int) i % 10, FALSE);
  next_frame (shown);
  start = bench_now ();
  g_signal_emit_by_name (shown->view, "typed", (int) (i + i / 30) % 5, FALSE);
  worked = bench_now () - start;
  g_assert_cmpint (samsyn_store_last_step (samsyn_session_get_store (shown->session)), >, step);
  return worked + next_frame (shown);
}

static void
measure_typing (Shown *shown)
{
  double times[N_LETTERS];

  for (guint i = 0; i < N_LETTERS; i++)
    {
      times[i] = type_letter (shown, i);
      settle (shown);
    }
  bench_figure ("a letter typed in it, from the key to the end of the frame", at_share (times, N_LETTERS, 0.5), "ms", A_FRAME);
  bench_figure ("the same, the slowest in twenty", at_share (times, N_LETTERS, 0.95), "ms", 0);
}

int
main (void)
{
  char *folder = bench_folder ();
  g_autofree char *large = g_build_filename (folder, "large.samsyn", NULL),
                  *small = g_build_filename (folder, "small.samsyn", NULL);
  Pair pair = { 0 };

  g_setenv ("SAMSYN_NOW", "2016-05-20", TRUE);
  samsyn_desktop_prepare ();
  gtk_init ();
  /* As full as each other: one cell in thirty has a letter. */
  show (&pair.large, bench_map_workspace (large, 2000, 300, 20000));
  show (&pair.small, bench_map_workspace (small, 50, 10, 17));
  bench_compare ("drawing a map of 2,000 × 300, against one of 50 × 10", 1.5, 101, draw_large, draw_small, &pair);
  bench_compare ("scrolling a map of 2,000 × 300, against one of 50 × 10", 1.5, 101, scroll_large, scroll_small, &pair);
  measure_scrolling (&pair);
  measure_typing (&pair.large);
  hide (&pair.large);
  hide (&pair.small);
  bench_remove (folder);
  return 0;
}
