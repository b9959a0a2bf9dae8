/* fit.c: whether what a window shows has the room it needs, however wide the window is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fit.h"

#include "desktop/fields/field-reference.h"
#include "desktop/list/list-table.h"
#include "desktop/parts/narrow.h"
#include "desktop/paste/paste-heads.h"
#include "fixture.h"
#include "plans/import/sample.h"

#define MARGINS 50
#define LARGE (192 * 1024) /* dots an inch, as GTK counts them: 200 % */
#define REST (10 * G_USEC_PER_SEC)
#define RESIZED (15 * G_USEC_PER_SEC)
#define EDGE 10            /* that a window draws around itself where there is no compositor */
#define QUIET 10           /* turns without a frame: it is at rest */
#define TURN 2500          /* microseconds; all of them are longer than a frame */

/* GTK 4.8 looks for the pointer on a popover that has been closed before its tooltip was due. */
static gboolean
is_fatal (const char    *domain,
          GLogLevelFlags level,
          const char    *message,
          gpointer       data)
{
  return !g_str_has_prefix (message, "gdk_surface_get_device_position: ")
         && !g_str_has_prefix (message, "_gtk_widget_find_at_coords: ");
}

static void
on_critical (const char    *domain,
             GLogLevelFlags level,
             const char    *message,
             gpointer       data)
{
  if (is_fatal (domain, level, message, data))
    g_log_default_handler (domain, level, message, data);
}

SamsynApplication *
fit_start (void)
{
  SamsynApplication *application;

  g_log_set_handler ("Gdk", G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL, on_critical, NULL);
  g_log_set_handler ("Gtk", G_LOG_LEVEL_CRITICAL | G_LOG_FLAG_FATAL, on_critical, NULL);
  application = stage_start_still ();
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", LARGE, "gtk-cursor-blink", FALSE, NULL);
  return application;
}

/* ---- A workspace ----------------------------------------------------------------------------------------------------------- */

void
fit_sample_open (FitSample *sample)
{
  g_auto (GStrv) samples = samsyn_samples ();
  SamsynStore *store;

  sample->folder = samsyn_fixture_folder ();
  store = samsyn_fixture_store (sample->folder);
  g_assert_true (samsyn_sample_apply (store, samples[0], NULL));
  sample->workspace
      = samsyn_workspace_new (store, "“Översyn 2016” is open for editing by anna (kontoret, 4711, 2016-05-20 13:00).", NULL);
  sample->session = samsyn_workspace_get_session (sample->workspace);
  sample->window = fit_show (GTK_WIDGET (sample->workspace));
}

void
fit_sample_close (FitSample *sample)
{
  fit_rest (sample->window);
  samsyn_workspace_close (sample->workspace);
  gtk_window_destroy (GTK_WINDOW (sample->window));
  samsyn_fixture_remove (sample->folder);
}

gint64
fit_sample_record (const FitSample  *sample,
                   const SamsynKind *kind)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (GArray) ids = samsyn_store_ids (samsyn_session_get_store (sample->session), query, 0, 1, NULL);

  return ids != NULL && ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
}

/* ---- At rest --------------------------------------------------------------------------------------------------------------- */

static void
on_painted (guint *n_frames)
{
  (*n_frames)++;
}

gboolean
fit_rest (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gint64 end = g_get_monotonic_time () + REST;
  guint n_frames = 0, seen = 0;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (on_painted), &n_frames);
  gboolean rests = TRUE;

  g_object_ref (clock);
  for (guint quiet = 0; quiet < QUIET && rests; quiet = n_frames == seen ? quiet + 1 : 0)
    {
      seen = n_frames;
      while (rests && g_main_context_pending (NULL))
        {
          g_main_context_iteration (NULL, FALSE);
          rests = g_get_monotonic_time () < end;
        }
      g_usleep (TURN);
    }
  g_signal_handler_disconnect (clock, handler);
  g_object_unref (clock);
  return rests;
}

/* ---- Looking --------------------------------------------------------------------------------------------------------------- */

/* Where the look is, and what it has found. */
typedef struct
{
  GtkWidget  *native;  /* the window or the popover that what is looked at has its place in */
  gboolean    scrolls; /* up and down, so that what is below need not be in view */
  const char *where;
  guint      *faults;
} Look;

/* Rows of a list are cut off by design: a column can be made wider, and the record shows all; and what stands above columns goes
 * with them.  So is the title of a record that is referred to, which its tooltip and its accessible name have whole, and a
 * choice, which its list has.  What scrolls may lie outside. */
static gboolean
is_free (GtkWidget *widget)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "columnview") || GTK_IS_TEXT (widget) || GTK_IS_SCROLLBAR (widget)
         || SAMSYN_IS_LIST_TABLE (widget) || SAMSYN_IS_PASTE_HEADS (widget) || GTK_IS_DROP_DOWN (widget)
         || (GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_ancestor (widget, SAMSYN_TYPE_FIELD_REFERENCE) != NULL);
}

/* A widget with its text, and what it is inside of. */
static char *
describe (GtkWidget *widget)
{
  GString *text = g_string_new (G_OBJECT_TYPE_NAME (widget));

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, " “%s”", gtk_label_get_text (GTK_LABEL (widget)));
  for (guint i = 0; i < 5 && (widget = gtk_widget_get_parent (widget)) != NULL; i++)
    g_string_append_printf (text, " < %s", G_OBJECT_TYPE_NAME (widget));
  return g_string_free (text, FALSE);
}

static gboolean
is_cut_off (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_opacity (widget) > 0 && !gtk_widget_has_css_class (widget, "samsyn-said")
         && !gtk_widget_has_css_class (widget, "samsyn-card-detail")
         && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
}

static gboolean
is_outside (GtkWidget  *widget,
            const Look *look)
{
  graphene_rect_t bounds;

  if (widget == look->native || gtk_widget_get_width (widget) == 0 || !gtk_widget_compute_bounds (widget, look->native, &bounds))
    return FALSE;
  return bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (look->native) + 1
         || (!look->scrolls && bounds.origin.y + bounds.size.height > (float) gtk_widget_get_height (look->native) + 1);
}

/* What the widget asks for at least: across, and as wide as it is down.  What scrolls is as large as it likes; and at some widths
 * libadwaita's window for preferences counts a switcher in that isn't there, for there is one page. */
static void
find_needs (GtkWidget *widget,
            int       *across,
            int       *down)
{
  int width = gtk_widget_get_allocated_width (widget) + gtk_widget_get_margin_start (widget) + gtk_widget_get_margin_end (widget);

  *across = *down = 0;
  if (GTK_IS_SCROLLABLE (widget) || stage_find (widget, ADW_TYPE_VIEW_SWITCHER_TITLE) != NULL)
    return;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, across, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, *across), down, NULL, NULL, NULL);
  *across -= gtk_widget_get_margin_start (widget) + gtk_widget_get_margin_end (widget);
  *down -= gtk_widget_get_margin_top (widget) + gtk_widget_get_margin_bottom (widget);
}

/* The innermost widget that takes what is too much, but for the margins around it. */
static GtkWidget *
find_wide (GtkWidget *widget,
           int        least)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int needed = gtk_widget_get_visible (child) && !is_free (child) ? samsyn_narrow_least_width (child) : 0;

      if (needed > least - MARGINS)
        return find_wide (child, needed);
    }
  return widget;
}

static void
look_at (GtkWidget *widget,
         Look       look)
{
  const char *fault = NULL;
  int across, down;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget) || is_free (widget))
    return;
  if (GTK_IS_NATIVE (widget))
    {
      look.native = widget;
      look.scrolls = FALSE;
    }
  find_needs (widget, &across, &down);
  if (is_cut_off (widget))
    fault = "is cut off";
  else if (is_outside (widget, &look))
    fault = "lies outside";
  else if (gtk_widget_get_allocated_width (widget) < across || gtk_widget_get_allocated_height (widget) < down)
    fault = "has less room than it needs";
  if (fault != NULL)
    {
      g_autofree char *what = describe (find_wide (widget, samsyn_narrow_least_width (widget)));

      g_test_message ("%s, %d pixels: %s %s: %d × %d of %d × %d", look.where,
                      gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (widget))), what, fault,
                      gtk_widget_get_allocated_width (widget), gtk_widget_get_allocated_height (widget), across, down);
      (*look.faults)++;
      return;
    }
  look.scrolls |= GTK_IS_SCROLLED_WINDOW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_at (child, look);
}

/* What is inside: a window without a compositor draws an edge around itself. */
static void
look_for_wide (GtkWidget  *window,
               const char *where,
               guint      *faults)
{
  int least = samsyn_narrow_least_width (gtk_widget_get_first_child (window));

  if (least > FIT_NARROW)
    {
      g_autofree char *what = describe (find_wide (window, least));

      g_test_message ("%s: needs %d pixels, for %s", where, least, what);
      (*faults)++;
    }
}

guint
fit_look (GtkWidget  *window,
          const char *where)
{
  guint faults = 0;

  if (!fit_rest (GTK_WIDGET (gtk_widget_get_root (window))))
    {
      g_test_message ("%s: is never at rest, at %d pixels", where,
                      gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (window))));
      faults++;
    }
  if (gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (window))) <= FIT_NARROW)
    look_for_wide (window, where, &faults);
  look_at (window, (Look) { .native = window, .where = where, .faults = &faults });
  return faults;
}

/* ---- Wider and narrower ---------------------------------------------------------------------------------------------------- */

GtkWidget *
fit_show (GtkWidget *child)
{
  GtkWidget *window = GTK_IS_WINDOW (child) ? child : adw_window_new ();

  g_test_log_set_fatal_handler (is_fatal, NULL); /* until the test ends */
  if (window != child)
    adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_set_default_size (GTK_WINDOW (window), FIT_NARROW + EDGE, FIT_TALL + EDGE);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Whether the window became that wide. */
static gboolean
resize (GtkWidget *window,
        int        width)
{
  gint64 end = g_get_monotonic_time () + RESIZED;

  gtk_window_set_default_size (GTK_WINDOW (window), width + EDGE, FIT_TALL + EDGE);
  while (gtk_widget_get_width (window) != width && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  return gtk_widget_get_width (window) == width;
}

guint
fit_look_in (GtkWidget  *window,
             const char *where,
             int         width)
{
  guint faults = 0;

  if (!resize (window, width))
    {
      g_autofree char *what = describe (find_wide (window, samsyn_narrow_least_width (window)));

      g_test_message ("%s: is %d pixels wide instead of %d, for %s", where, gtk_widget_get_width (window), width, what);
      faults++;
    }
  return faults + fit_look (window, where);
}

guint
fit_widen (GtkWidget  *window,
           const char *where)
{
  guint faults = 0;

  for (int width = FIT_NARROW; width <= FIT_WIDE; width += 2 * FIT_STEP)
    faults += fit_look_in (window, where, width);
  return faults;
}

guint
fit_narrow (GtkWidget  *window,
            const char *where)
{
  guint faults = 0;

  for (int width = FIT_WIDE - FIT_STEP; width > FIT_NARROW; width -= 2 * FIT_STEP)
    faults += fit_look_in (window, where, width);
  return faults + fit_look_in (window, where, FIT_NARROW);
}

/* ---- What opens ------------------------------------------------------------------------------------------------------------ */

static GtkPopover *
open (GtkWidget *widget)
{
  if (!gtk_widget_is_sensitive (widget)
      || !(GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) || ADW_IS_COMBO_ROW (widget)))
    return NULL;
  /* Into view. */
  gtk_widget_grab_focus (widget);
  fit_rest (GTK_WIDGET (gtk_widget_get_root (widget)));
  if (GTK_IS_MENU_BUTTON (widget))
    gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
  else if (GTK_IS_DROP_DOWN (widget))
    g_signal_emit_by_name (widget, "activate");
  else
    adw_action_row_activate (ADW_ACTION_ROW (widget));
  return GTK_POPOVER (stage_find (widget, GTK_TYPE_POPOVER));
}

guint
fit_open_all (GtkWidget  *window,
              GtkWidget  *widget,
              const char *where)
{
  guint faults = 0;
  GtkPopover *popover;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget)
      || g_str_equal (gtk_widget_get_css_name (widget), "columnview"))
    return 0;
  popover = open (widget);
  if (popover != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s: what opens from %s", where, G_OBJECT_TYPE_NAME (widget));

      faults += fit_look (GTK_WIDGET (popover), name);
      if (!gtk_widget_get_mapped (GTK_WIDGET (popover)))
        {
          g_test_message ("%s: nothing opened", name);
          faults++;
        }
      gtk_popover_popdown (popover);
      fit_rest (window);
      return faults;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    faults += fit_open_all (window, child, where);
  return faults;
}
