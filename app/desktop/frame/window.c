/* window.c: the window: one workspace, or the way to one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "window.h"

#include "desktop/parts/drop.h"
#include "desktop/parts/layout-now.h"
#include "desktop/parts/question-dialog.h"
#include "desktop/parts/template.h"
#include "desktop/session/recent.h"
#include "desktop/session/safekeeping.h"
#include "desktop/session/widget-clock.h"
#include "model/words.h"
#include "opening-page.h"
#include "welcome-page.h"
#include "window-actions.h"
#include "window-state.h"

#define WAIT_MILLISECONDS 300 /* until it is said that opening takes a while */
#define ICON SAMSYN_RESOURCES "own-icons/48x48/apps/" SAMSYN_APP_ID ".png"

struct _SamsynWindow
{
  AdwApplicationWindow parent_instance;
  char                *path;      /* of what is shown or being opened, or NULL */
  SamsynWorkspace     *workspace; /* what `page` shows, or NULL */
  gboolean             drawn;     /* there has been a frame */
  GAsyncResult        *opened;    /* what waits for the first frame, or NULL */
  guint                taking;    /* the source that will take it, or 0 */
  guint                waiting;   /* the source that will say that it takes a while, or 0 */
  guint                later;     /* the source that does what isn't seen, or 0 */
  char                *lost;      /* what could not be saved in the workspace before, or NULL */
  gboolean             left;      /* its size is kept: it is going away */

  AdwBin *page;
};

G_DEFINE_FINAL_TYPE (SamsynWindow, samsyn_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- Opening -------------------------------------------------------------------------------------------------------------- */

/* Shows a page, or (NULL) nothing yet. */
static void
show_page (SamsynWindow *self,
           GtkWidget    *page)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  adw_bin_set_child (self->page, page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-copy", self->workspace != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.filter", self->workspace != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-file", self->workspace != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-record",
                                 self->workspace != NULL
                                     && !samsyn_session_is_read_only (samsyn_workspace_get_session (self->workspace)));
  if (page != NULL && !SAMSYN_IS_OPENING_PAGE (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* For the list of windows.  By its name it would be looked for in the icon theme, which reads all its folders for it; where
 * Samsyn isn't installed, the theme would have to hear of another, and has the whole window styled anew then. */
static void
put_icon (SamsynWindow *self)
{
  g_autoptr (GdkTexture) icon = gdk_texture_new_from_resource (ICON);
  g_autoptr (GList) icons = g_list_append (NULL, icon);

  gdk_toplevel_set_icon_list (GDK_TOPLEVEL (gtk_native_get_surface (GTK_NATIVE (self))), icons);
}

static gboolean
on_later (gpointer data)
{
  SamsynWindow *self = data;

  self->later = 0;
  put_icon (self);
  if (self->workspace != NULL)
    samsyn_recent_note (self->path, NULL, 0);
  return G_SOURCE_REMOVE;
}

/* What is seen comes first: the rest is done when nothing else is left to do. */
static void
see_to_the_rest (SamsynWindow *self)
{
  if (self->later == 0)
    self->later = g_idle_add_full (G_PRIORITY_LOW, on_later, self, NULL);
}

static gboolean
on_waited (gpointer data)
{
  SamsynWindow *self = data;

  self->waiting = 0;
  show_page (self, g_object_new (SAMSYN_TYPE_OPENING_PAGE, NULL));
  return G_SOURCE_REMOVE;
}

/* As it was left the last time: the page, and the record beside it if it is still there. */
static void
show_workspace (SamsynWindow *self,
                SamsynStore  *store,
                const char   *notice)
{
  g_autofree char *name = samsyn_workspace_name (store), *aside = samsyn_store_take_notice (store);
  g_autoptr (SamsynRecent) left = samsyn_recent_find (self->path);

  self->workspace = samsyn_workspace_new (store, notice, left != NULL ? left->page : NULL);
  samsyn_widget_clock_give (GTK_WINDOW (self), samsyn_workspace_get_session (self->workspace));
  gtk_window_set_title (GTK_WINDOW (self), name);
  show_page (self, GTK_WIDGET (self->workspace));
  if (left != NULL && left->record != 0 && samsyn_store_kind_of (store, left->record) != NULL)
    samsyn_session_show_record (samsyn_workspace_get_session (self->workspace), left->record);
  if (self->lost != NULL)
    samsyn_session_tell (samsyn_workspace_get_session (self->workspace), self->lost, 0);
  if (aside != NULL)
    samsyn_session_tell (samsyn_workspace_get_session (self->workspace), aside, 0);
  g_clear_pointer (&self->lost, g_free);
  see_to_the_rest (self);
}

/* Closes the workspace, keeps how it was left, and sees to its backup. */
static void
leave_workspace (SamsynWindow *self)
{
  SamsynSession *session;
  gboolean written;

  if (self->workspace == NULL)
    return;
  session = samsyn_workspace_get_session (self->workspace);
  written = !samsyn_session_is_read_only (session);
  samsyn_recent_note (self->path, samsyn_workspace_get_page (self->workspace), samsyn_session_get_record (session));
  samsyn_workspace_close (self->workspace);
  samsyn_widget_clock_give (GTK_WINDOW (self), NULL);
  self->workspace = NULL;
  if (written)
    samsyn_safekeeping_closed (g_application_get_default (), self->path);
}

static void
take_opened (SamsynWindow *self,
             GAsyncResult *result)
{
  g_autofree char *notice = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynStore) store = samsyn_opening_finish (result, &notice, &error);

  /* Closed meanwhile. */
  if (self->path == NULL)
    return;
  if (store != NULL)
    {
      show_workspace (self, g_steal_pointer (&store), notice);
      return;
    }
  show_page (self, samsyn_welcome_page_new (self->path, error));
  gtk_window_set_title (GTK_WINDOW (self), "Samsyn");
  g_clear_pointer (&self->path, g_free);
}

/* The window first: a workspace that is there before its first frame is shown in the next one. */
static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  SamsynWindow *self = SAMSYN_WINDOW (source);

  if (self->drawn)
    take_opened (self, result);
  else
    g_set_object (&self->opened, result);
}

static gboolean
on_first_frame_sent (gpointer data)
{
  SamsynWindow *self = data;
  g_autoptr (GAsyncResult) result = g_steal_pointer (&self->opened);

  self->taking = 0;
  take_opened (self, result);
  return G_SOURCE_REMOVE;
}

/* The display has the frame only when the main loop goes on. */
static void
on_first_frame (SamsynWindow  *self,
                GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, on_first_frame, self);
  self->drawn = TRUE;
  see_to_the_rest (self);
  if (self->opened != NULL)
    self->taking = g_idle_add_full (G_PRIORITY_DEFAULT, on_first_frame_sent, self, NULL);
}

static void
samsyn_window_realize (GtkWidget *widget)
{
  SamsynWindow *self = SAMSYN_WINDOW (widget);

  GTK_WIDGET_CLASS (samsyn_window_parent_class)->realize (widget);
  if (!self->drawn)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (on_first_frame), self,
                             G_CONNECT_SWAPPED);
  if (self->path == NULL)
    show_page (self, samsyn_welcome_page_new (NULL, NULL));
}

/* The window that shows the path, or NULL. */
static SamsynWindow *
find_window (GtkApplication *application,
             const char     *path)
{
  for (GList *window = gtk_application_get_windows (application); window != NULL; window = window->next)
    if (SAMSYN_IS_WINDOW (window->data) && g_strcmp0 (SAMSYN_WINDOW (window->data)->path, path) == 0)
      return window->data;
  return NULL;
}

static void
start_opening (SamsynWindow *self,
               SamsynOpening what,
               const char   *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
  show_page (self, NULL);
  self->waiting = g_timeout_add (WAIT_MILLISECONDS, on_waited, self);
  samsyn_opening_start (what, path, G_OBJECT (self), on_opened, NULL);
}

void
samsyn_window_reopen (SamsynWindow *self,
                      const char   *given_path)
{
  g_autofree char *path = g_strdup (given_path);

  g_free (self->lost);
  self->lost = self->workspace != NULL ? samsyn_workspace_describe_lost (self->workspace) : NULL;
  leave_workspace (self);
  start_opening (self, SAMSYN_OPENING_EXISTING, path);
}

void
samsyn_window_open (SamsynWindow *self,
                    SamsynOpening what,
                    const char   *given_path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *path = g_canonicalize_filename (given_path, NULL);
  SamsynWindow *window = find_window (application, path);

  if (window == NULL)
    {
      window = self->path == NULL ? self : samsyn_window_new (application);
      start_opening (window, what, path);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_dropped (const char *path,
            gpointer    self)
{
  samsyn_window_open (self, SAMSYN_OPENING_EXISTING, path);
}

const char *
samsyn_window_get_path (SamsynWindow *self)
{
  return self->path;
}

SamsynWorkspace *
samsyn_window_get_workspace (SamsynWindow *self)
{
  return self->workspace;
}

/* ---- Closing -------------------------------------------------------------------------------------------------------------- */

static void
on_closing_answered (AdwMessageDialog *dialog,
                     const char       *response,
                     GtkWidget        *window)
{
  if (g_str_equal (response, "close"))
    gtk_window_destroy (GTK_WINDOW (window));
}

/* Everything is saved by itself, but for what can't be. */
static gboolean
samsyn_window_close_request (GtkWindow *window)
{
  SamsynWindow *self = SAMSYN_WINDOW (window);
  g_autofree char *lost = self->workspace != NULL ? samsyn_workspace_describe_lost (self->workspace) : NULL;
  const SamsynAnswer answers[] = { { "back", _ ("_Go Back"), ADW_RESPONSE_DEFAULT },
                                   { "close", _ ("_Close Anyway"), ADW_RESPONSE_DESTRUCTIVE } };

  if (lost == NULL)
    return GTK_WINDOW_CLASS (samsyn_window_parent_class)->close_request (window);
  g_signal_connect_object (
      samsyn_question_dialog_show (window, _ ("Close without Saving?"), lost, answers, G_N_ELEMENTS (answers), "back"),
      "response", G_CALLBACK (on_closing_answered), self, 0);
  return GDK_EVENT_STOP;
}

/* ---- The widget ----------------------------------------------------------------------------------------------------------- */

SamsynWindow *
samsyn_window_new (GtkApplication *application)
{
  return g_object_new (SAMSYN_TYPE_WINDOW, "application", application, NULL);
}

static void
leave (SamsynWindow *self)
{
  if (self->page != NULL && !self->left)
    samsyn_window_state_save (GTK_WINDOW (self), self->path);
  self->left = TRUE;
  g_clear_handle_id (&self->taking, g_source_remove);
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_handle_id (&self->later, g_source_remove);
  g_clear_object (&self->opened);
  leave_workspace (self);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->lost, g_free);
}

/* What is open is kept when the window goes, also where somebody still holds it: the program may end before they let go. */
static void
samsyn_window_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (samsyn_window_parent_class)->unrealize (widget);
  leave (SAMSYN_WINDOW (widget));
}

static void
samsyn_window_dispose (GObject *object)
{
  leave (SAMSYN_WINDOW (object));
  G_OBJECT_CLASS (samsyn_window_parent_class)->dispose (object);
}

static void
samsyn_window_class_init (SamsynWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = samsyn_window_dispose;
  widget_class->realize = samsyn_window_realize;
  widget_class->unrealize = samsyn_window_unrealize;
  GTK_WINDOW_CLASS (class)->close_request = samsyn_window_close_request;
  samsyn_template_set (widget_class, "window");
  gtk_widget_class_bind_template_child (widget_class, SamsynWindow, page);
  samsyn_window_install_actions (widget_class);
}

static void
samsyn_window_init (SamsynWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_drop_accept (GTK_WIDGET (self), on_dropped, self);
  samsyn_window_state_apply (GTK_WINDOW (self));
  samsyn_layout_before_keys (GTK_WINDOW (self));
  show_page (self, NULL);
}
