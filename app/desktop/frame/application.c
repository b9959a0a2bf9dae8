/* application.c: the program with its windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "application.h"

#include "all-pages.h"
#include <locale.h>
#include <stdio.h>

#include "command/command.h"
#include "desktop/parts/icons.h"
#include "desktop/parts/keys.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/style.h"
#include "desktop/parts/template.h"
#include "model/words.h"
#include "samsyn-desktop-resources.h"
#include "window-state.h"
#include "window.h"

struct _SamsynApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (SamsynApplication, samsyn_application, ADW_TYPE_APPLICATION)

/* ---- Windows -------------------------------------------------------------------------------------------------------------- */

static SamsynWindow *
any_window (SamsynApplication *self)
{
  /* The one that was used last comes first; others are open over them. */
  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL; window = window->next)
    if (SAMSYN_IS_WINDOW (window->data))
      return window->data;
  return samsyn_window_new (GTK_APPLICATION (self));
}

static void
samsyn_application_activate (GApplication *application)
{
  gboolean first = gtk_application_get_active_window (GTK_APPLICATION (application)) == NULL;
  SamsynWindow *window = any_window (SAMSYN_APPLICATION (application));
  g_autofree char *last = first ? samsyn_window_state_workspace () : NULL;

  if (last != NULL)
    samsyn_window_open (window, SAMSYN_OPENING_EXISTING, last);
  gtk_window_present (GTK_WINDOW (window));
}

static void
samsyn_application_open (GApplication *application,
                         GFile       **files,
                         int           n_files,
                         const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        samsyn_window_open (any_window (SAMSYN_APPLICATION (application)), SAMSYN_OPENING_EXISTING, path);
      else
        samsyn_application_activate (application);
    }
}

/* ---- Actions -------------------------------------------------------------------------------------------------------------- */

static GtkWindow *
last_window (GtkApplication *application,
             GType           type,
             GList          *without)
{
  for (GList *window = g_list_last (gtk_application_get_windows (application)); window != NULL; window = window->prev)
    if (g_type_is_a (G_OBJECT_TYPE (window->data), type) && g_list_find (without, window->data) == NULL)
      return window->data;
  return NULL;
}

static void
quit_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       self)
{
  g_autoptr (GList) asked = NULL;
  GtkWindow *window;

  /* The one that was used last goes last: it is the one that comes again.  One may stay and ask first, and others beside it. */
  while ((window = last_window (self, SAMSYN_TYPE_WINDOW, asked)) != NULL)
    {
      asked = g_list_prepend (asked, window);
      gtk_window_close (window);
    }
  while (last_window (self, SAMSYN_TYPE_WINDOW, NULL) == NULL && (window = last_window (self, GTK_TYPE_WINDOW, NULL)) != NULL)
    gtk_window_destroy (window);
}

static void
about_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       self)
{
  GtkWindow *window = gtk_application_get_active_window (self);
  GtkWidget *about;

  samsyn_icons_provide (GTK_WIDGET (window));
  about = g_object_new (ADW_TYPE_ABOUT_WINDOW, "transient-for", window, "application-name", "Samsyn", "application-icon",
                        SAMSYN_APP_ID, "version", SAMSYN_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "comments",
                        _ ("See who is responsible for what across organisations, and how the project stands"), NULL);
  /* Its buttons, which are there before they are shown, would keep it wide where the text is large. */
  samsyn_narrow_wrap (about);
  gtk_window_present (GTK_WINDOW (about));
}

static void
samsyn_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "quit", quit_activated, NULL, NULL, NULL },
    { "about", about_activated, NULL, NULL, NULL },
  };

  G_APPLICATION_CLASS (samsyn_application_parent_class)->startup (application);
  samsyn_style_load ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  samsyn_keys_install (GTK_APPLICATION (application));
}

static void
samsyn_application_class_init (SamsynApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  application_class->startup = samsyn_application_startup;
  application_class->activate = samsyn_application_activate;
  application_class->open = samsyn_application_open;
}

static void
samsyn_application_init (SamsynApplication *self)
{
}

SamsynApplication *
samsyn_application_new (void)
{
  SamsynApplication *self = g_object_new (SAMSYN_TYPE_APPLICATION, "application-id", SAMSYN_APP_ID, "flags",
                                          G_APPLICATION_HANDLES_OPEN, NULL);

  g_application_set_resource_base_path (G_APPLICATION (self), NULL); /* see style.c */
  return self;
}

/* ---- The program ---------------------------------------------------------------------------------------------------------- */

/* GTK's own words come by gettext, which wants a locale; where the user's isn't installed the C locale with UTF-8 stands in, in
 * which LANGUAGE is heeded too. */
static void
speak_one_language (void)
{
  const char *language = samsyn_language ();

  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");
  if (g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
  g_setenv ("LANGUAGE", language, TRUE);
  gtk_disable_setlocale ();
}

void
samsyn_desktop_prepare (void)
{
  speak_one_language ();
  samsyn_desktop_register_resource ();
  samsyn_all_pages_register ();
}

/* GTK's settings come with GTK's own theme, a tenth of what a start takes to read; libadwaita then has that empty one instead,
 * before anything has been drawn.  Whoever names a theme has that. */
gboolean
samsyn_desktop_open_display (void)
{
  gboolean any_theme = g_getenv ("GTK_THEME") == NULL, opened;

  if (any_theme)
    g_setenv ("GTK_THEME", "Adwaita-empty", TRUE);
  opened = gtk_init_check () && gtk_settings_get_default () != NULL;
  if (any_theme)
    g_unsetenv ("GTK_THEME");
  return opened;
}

/* Said in a sentence of our own: GTK's doesn't know of the commands. */
static int
say_no_display (void)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (const SamsynCommand *const *command = samsyn_commands (); *command != NULL; command++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", (*command)->name);
  fprintf (stderr, "samsyn: %s: ", _ ("window"));
  fprintf (stderr, _ ("There is no display to open a window on. These commands need none: %s. “samsyn --help” explains them."),
           names->str);
  fputc ('\n', stderr);
  return 1;
}

int
samsyn_desktop_run (int    argc,
                    char **argv)
{
  g_autoptr (SamsynApplication) application = NULL;

  samsyn_desktop_prepare ();
  if (!samsyn_desktop_open_display ())
    return say_no_display ();
  application = samsyn_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
