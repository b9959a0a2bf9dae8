/* window-actions.c: what the buttons, menus and keys of a window ask for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "window-actions.h"

#include "desktop/check/check-window.h"
#include "desktop/check/sound-export.h"
#include "desktop/list/copying.h"
#include "desktop/parts/chooser.h"
#include "desktop/parts/keys.h"
#include "desktop/prepare/preferences-window.h"
#include "desktop/prepare/prepare-window.h"
#include "desktop/session/recent.h"
#include "model/preferences.h"
#include "model/target.h"
#include "model/words.h"
#include "window.h"

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
action_open_recent (GtkWidget  *self,
                    const char *name,
                    GVariant   *path)
{
  samsyn_window_open (SAMSYN_WINDOW (self), SAMSYN_OPENING_EXISTING, g_variant_get_string (path, NULL));
}

static void
action_try_again (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SamsynWindow *self = SAMSYN_WINDOW (widget);

  if (samsyn_window_get_workspace (self) != NULL)
    samsyn_window_reopen (self, samsyn_window_get_path (self));
}

static SamsynSession *
session_of (SamsynWindow *self)
{
  return samsyn_workspace_get_session (samsyn_window_get_workspace (self));
}

/* The file may have been moved away or deleted while it is open, or another one have taken its name. */
static gboolean
is_home (SamsynWindow *self)
{
  return samsyn_store_is_home (samsyn_session_get_store (session_of (self)));
}

/* Who can't write the workspace goes on in the copy. */
static void
show_copy (SamsynWindow *self,
           const char   *path,
           const GError *error,
           const char   *notice)
{
  if (path == NULL)
    samsyn_session_tell (session_of (self), error->message, 0);
  else if (samsyn_session_is_read_only (session_of (self)) || !is_home (self))
    samsyn_window_reopen (self, path);
  else
    samsyn_session_tell (session_of (self), notice != NULL ? notice : _ ("The copy is saved"), 0);
}

static void
on_copied (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  SamsynWindow *self = SAMSYN_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  g_autofree char *path = samsyn_copying_finish (result, &notice, &error);

  /* Closed meanwhile: the copy is there all the same. */
  if (samsyn_window_get_workspace (self) != NULL)
    show_copy (self, path, error, notice);
}

static void
copy_chosen (const char *path,
             gpointer    data)
{
  SamsynWindow *self = data;
  SamsynStore *store = samsyn_session_get_store (session_of (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  gboolean done;

  if (is_home (self))
    {
      samsyn_copying_start (samsyn_window_get_path (self), path, G_OBJECT (self), on_copied);
      return;
    }
  done = samsyn_target_check_workspace (path, &error) && samsyn_store_backup (store, path, NULL, &error);
  notice = samsyn_store_take_notice (store);
  show_copy (self, done ? path : NULL, error, notice);
}

static void
action_save_copy (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  SamsynWindow *self = SAMSYN_WINDOW (widget);
  g_autofree char *name = samsyn_window_get_path (self) != NULL ? samsyn_recent_name (samsyn_window_get_path (self)) : NULL;
  /* TRANSLATORS: the proposed name of the copy of a workspace */
  g_autofree char *proposal = name != NULL ? g_strdup_printf (_ ("%s (copy).samsyn"), name) : NULL;

  if (samsyn_window_get_workspace (self) != NULL)
    samsyn_choose_copy (GTK_WINDOW (self), proposal, copy_chosen, self);
}

static void
on_exported (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  SamsynWindow *self = SAMSYN_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *told = samsyn_sound_export_finish (result, &error);

  if (samsyn_window_get_workspace (self) != NULL)
    samsyn_session_tell (session_of (self), told != NULL ? told : error->message, 0);
}

static void
export_chosen (const char *path,
               gpointer    data)
{
  SamsynWindow *self = data;

  if (samsyn_window_get_workspace (self) == NULL)
    return;
  samsyn_session_save_all (session_of (self));
  samsyn_sound_export_start (samsyn_window_get_path (self), path, G_OBJECT (self), on_exported);
}

static void
action_export_sound (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  SamsynWindow *self = SAMSYN_WINDOW (widget);
  g_autofree char *name = samsyn_window_get_path (self) != NULL ? samsyn_recent_name (samsyn_window_get_path (self)) : NULL;
  g_autofree char *proposal = name != NULL ? g_strconcat (name, ".json", NULL) : NULL;

  if (samsyn_window_get_workspace (self) != NULL)
    samsyn_choose_export (GTK_WINDOW (self), proposal, export_chosen, self);
}

static void
action_check (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SamsynWindow *self = SAMSYN_WINDOW (widget);

  if (samsyn_window_get_workspace (self) != NULL)
    gtk_window_present (GTK_WINDOW (samsyn_check_window_new (GTK_WINDOW (self), session_of (self))));
}

static void
show_folder (GtkWidget *widget,
             GFile     *folder)
{
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME);
}

static void
action_show_file (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (samsyn_window_get_path (SAMSYN_WINDOW (widget)));
  g_autoptr (GFile) parent = g_file_get_parent (file);

  show_folder (widget, parent);
}

static void
action_show_backups (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  g_autofree char *path = samsyn_preferred_backup_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  show_folder (widget, folder);
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
action_preferences (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  SamsynWindow *self = SAMSYN_WINDOW (widget);
  SamsynSession *session
      = samsyn_window_get_workspace (self) != NULL ? samsyn_workspace_get_session (samsyn_window_get_workspace (self)) : NULL;

  gtk_window_present (GTK_WINDOW (samsyn_preferences_window_new (GTK_WINDOW (self), session)));
}

static void
action_move (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SamsynWorkspace *workspace = samsyn_window_get_workspace (SAMSYN_WINDOW (widget));

  if (workspace == NULL)
    return;
  if (g_str_equal (name, "win.filter"))
    samsyn_workspace_filter (workspace);
  else if (g_str_equal (name, "win.search"))
    samsyn_workspace_search (workspace);
  else if (g_str_equal (name, "win.back"))
    samsyn_workspace_go_back (workspace);
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

  if (samsyn_window_get_workspace (self) != NULL)
    gtk_window_present (GTK_WINDOW (samsyn_prepare_window_new (
        GTK_WINDOW (self), samsyn_workspace_get_session (samsyn_window_get_workspace (self)), g_variant_get_int64 (parameter))));
}

static void
action_undo (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SamsynWorkspace *workspace = samsyn_window_get_workspace (SAMSYN_WINDOW (widget));

  if (workspace == NULL)
    return;
  if (g_str_equal (name, "win.undo"))
    samsyn_workspace_undo (workspace);
  else
    samsyn_session_redo (samsyn_workspace_get_session (workspace));
}

void
samsyn_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name, *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "win.open", NULL, action_open },
    { "win.new", NULL, action_new },
    { "win.sample", NULL, action_sample },
    { "win.open-recent", "s", action_open_recent },
    { "win.try-again", NULL, action_try_again },
    { "win.save-copy", NULL, action_save_copy },
    { "win.check", NULL, action_check },
    { "win.export-sound", NULL, action_export_sound },
    { "win.preferences", NULL, action_preferences },
    { "win.show-file", NULL, action_show_file },
    { "win.show-backups", NULL, action_show_backups },
    { "win.shortcuts", NULL, action_shortcuts },
    { "win.prepare-report", "x", action_prepare },
    { "win.undo", NULL, action_undo },
    { "win.redo", NULL, action_undo },
    { "win.filter", NULL, action_move },
    { "win.search", NULL, action_move },
    { "win.show-sidebar", NULL, action_move },
    { "win.menu", NULL, action_move },
    { "win.new-record", NULL, action_move },
    { "win.next-part", NULL, action_move },
    { "win.previous-part", NULL, action_move },
    { "win.back", NULL, action_move },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}
