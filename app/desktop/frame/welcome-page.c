/* welcome-page.c: a window without a workspace: why, and what to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "welcome-page.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/icons.h"
#include "desktop/parts/template.h"
#include "desktop/session/recent.h"
#include "model/words.h"
#include "plans/import/sample.h"

struct _SamsynWelcomePage
{
  AdwBin         parent_instance;
  GPtrArray     *rows; /* of `recent_group`, borrowed */

  AdwPreferencesGroup *recent_group;
  GtkButton           *sample_button;
  AdwStatusPage       *status;
};

G_DEFINE_FINAL_TYPE (SamsynWelcomePage, samsyn_welcome_page, ADW_TYPE_BIN)

/* A status page takes its description for markup. */
static void
describe (SamsynWelcomePage *self,
          const char        *icon,
          const char        *title,
          const char        *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  samsyn_icons_provide (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->status, icon);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, escaped);
}

GtkWidget *
samsyn_welcome_page_new (const char   *path,
                         const GError *error)
{
  SamsynWelcomePage *self = g_object_new (SAMSYN_TYPE_WELCOME_PAGE, NULL);

  if (error == NULL)
    describe (self, SAMSYN_APP_ID, "Samsyn",
              _ ("Who is responsible for what, and how does the project stand? A workspace is one file on your own computer."));
  else
    {
      g_autofree char *name = g_filename_display_basename (path);
      g_autofree char *title = g_strdup_printf (_ ("“%s” Is Not Open"), name);

      describe (self, "dialog-warning-symbolic", title, error->message);
    }
  return GTK_WIDGET (self);
}

/* ---- Recent workspaces ----------------------------------------------------------------------------------------------------- */

static void fill_recent (SamsynWelcomePage *self);

static void
on_forget (GtkButton *button,
           gpointer   self)
{
  samsyn_recent_forget (g_object_get_data (G_OBJECT (button), "samsyn-path"));
  fill_recent (self);
  gtk_widget_child_focus (self, GTK_DIR_TAB_FORWARD);
}

/* A file that is missing stays in the list, greyed, until the user takes it off: its disk may come back. */
static GtkWidget *
new_forget_button (SamsynWelcomePage *self,
                   const char        *path,
                   const char        *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Take “%s” off the List"), name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  samsyn_accessible_name (button, label);
  g_object_set_data_full (G_OBJECT (button), "samsyn-path", g_strdup (path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_forget), self, 0);
  return button;
}

static void
add_recent (SamsynWelcomePage *self,
            const char        *path)
{
  GtkWidget *row = adw_action_row_new ();
  const char *problem = samsyn_recent_problem (path);
  g_autofree char *name = samsyn_recent_name (path);
  g_autofree char *folder = samsyn_recent_folder (path);
  g_autofree char *full = g_strdup_printf ("%s, %s", name, problem != NULL ? problem : folder);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), problem != NULL ? problem : folder);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  samsyn_accessible_name (row, full);
  if (problem == NULL)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
    }
  else
    {
      gtk_widget_add_css_class (row, "samsyn-missing");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_forget_button (self, path, name));
    }
  adw_preferences_group_add (self->recent_group, row);
  samsyn_accessible_lists (GTK_WIDGET (self->recent_group), _ ("Recent"));
  g_ptr_array_add (self->rows, row);
}

static void
fill_recent (SamsynWelcomePage *self)
{
  g_autoptr (GPtrArray) list = samsyn_recent_list ();

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->recent_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < list->len; i++)
    add_recent (self, ((SamsynRecent *) g_ptr_array_index (list, i))->path);
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), list->len > 0);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_welcome_page_finalize (GObject *object)
{
  g_ptr_array_unref (SAMSYN_WELCOME_PAGE (object)->rows);
  G_OBJECT_CLASS (samsyn_welcome_page_parent_class)->finalize (object);
}

static void
samsyn_welcome_page_class_init (SamsynWelcomePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = samsyn_welcome_page_finalize;
  samsyn_template_set (widget_class, "welcome-page");
  gtk_widget_class_bind_template_child (widget_class, SamsynWelcomePage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, SamsynWelcomePage, sample_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynWelcomePage, status);
}

static void
samsyn_welcome_page_init (SamsynWelcomePage *self)
{
  g_auto (GStrv) samples = samsyn_samples ();

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self->sample_button), samples[0] != NULL);
  samsyn_accessible_tidy (GTK_WIDGET (self), "Samsyn");
  g_signal_connect (self, "map", G_CALLBACK (fill_recent), NULL);
}
