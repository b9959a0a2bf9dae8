/* window.c: the window: one workspace, or the way to one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "window.h"

#include "accessible.h"
#include "chooser.h"
#include "keys.h"
#include "template.h"
#include "welcome-page.h"
#include "prepare-window.h"
#include "workspace.h"

struct _SamsynWindow
{
  AdwApplicationWindow parent_instance;
  char                *path;      /* of what is shown or being opened, or NULL */
  SamsynWorkspace     *workspace; /* what `workspace_bin` shows, or NULL */

  GtkSpinner        *spinner;
  GtkStack          *stack;
  SamsynWelcomePage *welcome;
  AdwBin            *workspace_bin;
};

G_DEFINE_FINAL_TYPE (SamsynWindow, samsyn_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- Opening -------------------------------------------------------------------------------------------------------------- */

static void
show_page (SamsynWindow *self,
           const char   *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "opening"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.filter", self->workspace != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-file", self->workspace != NULL);
  if (!g_str_equal (name, "opening"))
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_workspace (SamsynWindow *self,
                SamsynStore  *store,
                const char   *notice)
{
  g_autofree char *name = samsyn_workspace_name (store);

  self->workspace = samsyn_workspace_new (store, notice);
  gtk_window_set_title (GTK_WINDOW (self), name);
  adw_bin_set_child (self->workspace_bin, GTK_WIDGET (self->workspace));
  show_page (self, "workspace");
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  SamsynWindow *self = SAMSYN_WINDOW (source);
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
  samsyn_welcome_page_explain (self->welcome, self->path, error);
  g_clear_pointer (&self->path, g_free);
  show_page (self, "welcome");
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
      window->path = g_steal_pointer (&path);
      show_page (window, "opening");
      samsyn_opening_start (what, window->path, G_OBJECT (window), on_opened, NULL);
    }
  gtk_window_present (GTK_WINDOW (window));
}

const char *
samsyn_window_get_path (SamsynWindow *self)
{
  return self->path;
}

/* ---- Actions -------------------------------------------------------------------------------------------------------------- */

static void
open_chosen (const char *path,
             gpointer    self)
{
  samsyn_window_open (self, SAMSYN_OPENING_EXISTING, path);
}

static void
create_chosen (const char *path,
               gpointer    self)
{
  samsyn_window_open (self, SAMSYN_OPENING_NEW, path);
}

static void
action_open (GtkWidget  *self,
             const char *name,
             GVariant   *parameter)
{
  samsyn_choose_workspace (GTK_WINDOW (self), open_chosen, self);
}

static void
action_new (GtkWidget  *self,
            const char *name,
            GVariant   *parameter)
{
  samsyn_choose_new_workspace (GTK_WINDOW (self), create_chosen, self);
}

static void
action_sample (GtkWidget  *self,
               const char *name,
               GVariant   *parameter)
{
  g_autofree char *path = samsyn_opening_sample_path ();

  samsyn_window_open (SAMSYN_WINDOW (self), SAMSYN_OPENING_SAMPLE, path);
}

static void
action_show_file (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr (GFile) folder = g_file_new_for_path (SAMSYN_WINDOW (widget)->path);
  g_autoptr (GFile) parent = g_file_get_parent (folder);
  g_autofree char *uri = g_file_get_uri (parent);

  gtk_show_uri (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME);
}

static void
action_shortcuts (GtkWidget  *self,
                  const char *name,
                  GVariant   *parameter)
{
  GtkWidget *window = samsyn_keys_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
action_move (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SamsynWorkspace *workspace = SAMSYN_WINDOW (widget)->workspace;

  if (workspace == NULL)
    return;
  if (g_str_equal (name, "win.filter"))
    samsyn_workspace_filter (workspace);
  else if (g_str_equal (name, "win.show-sidebar"))
    samsyn_workspace_show_sidebar (workspace);
  else if (g_str_equal (name, "win.menu"))
    samsyn_workspace_menu (workspace);
  else if (g_str_equal (name, "win.new-record"))
    samsyn_workspace_new_record (workspace);
  else
    samsyn_workspace_move_focus (workspace, g_str_equal (name, "win.previous-part"));
}

static void
action_prepare (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SamsynWindow *self = SAMSYN_WINDOW (widget);

  if (self->workspace != NULL)
    gtk_window_present (GTK_WINDOW (samsyn_prepare_window_new (GTK_WINDOW (self), samsyn_workspace_get_session (self->workspace),
                                                               g_variant_get_int64 (parameter))));
}

static void
action_undo (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SamsynWorkspace *workspace = SAMSYN_WINDOW (widget)->workspace;

  if (workspace == NULL)
    return;
  if (g_str_equal (name, "win.undo"))
    samsyn_session_undo (samsyn_workspace_get_session (workspace));
  else
    samsyn_session_redo (samsyn_workspace_get_session (workspace));
}

/* ---- The widget ----------------------------------------------------------------------------------------------------------- */

SamsynWindow *
samsyn_window_new (GtkApplication *application)
{
  return g_object_new (SAMSYN_TYPE_WINDOW, "application", application, NULL);
}

static void
samsyn_window_dispose (GObject *object)
{
  SamsynWindow *self = SAMSYN_WINDOW (object);

  if (self->workspace != NULL)
    samsyn_workspace_close (self->workspace);
  self->workspace = NULL;
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (samsyn_window_parent_class)->dispose (object);
}

static void
samsyn_window_class_init (SamsynWindowClass *class)
{
  static const char *const moves[] = { "win.filter", "win.show-sidebar", "win.menu", "win.new-record", "win.next-part", "win.previous-part" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (SAMSYN_TYPE_WELCOME_PAGE);
  G_OBJECT_CLASS (class)->dispose = samsyn_window_dispose;
  samsyn_template_set (widget_class, "window");
  gtk_widget_class_bind_template_child (widget_class, SamsynWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SamsynWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SamsynWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, SamsynWindow, workspace_bin);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, action_open);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, action_new);
  gtk_widget_class_install_action (widget_class, "win.sample", NULL, action_sample);
  gtk_widget_class_install_action (widget_class, "win.show-file", NULL, action_show_file);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, action_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.prepare-report", "x", action_prepare);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, action_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, action_undo);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_install_action (widget_class, moves[i], NULL, action_move);
}

static void
samsyn_window_init (SamsynWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_tidy (GTK_WIDGET (self->stack), "Samsyn");
  show_page (self, "welcome");
}
