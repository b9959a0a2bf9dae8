/* bench-frames.c: whether the window goes on while a report is made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench-window.h"

#include "desktop/prepare/prepare-job.h"

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

void
bench_frames (const char *folder,
              guint       n)
{
  g_autofree char *file = g_build_filename (folder, "many.samsyn", NULL);
  g_autofree char *name = g_strdup_printf ("largest frame gap while a report of %u rows is made", n);
  SamsynStore *store = bench_workspace (file, n);
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
  bench_figure (name, (double) frames.gap / 1000, "ms", 100);
  gtk_window_destroy (GTK_WINDOW (window));
  g_main_loop_unref (frames.loop);
  samsyn_store_close (store);
}
