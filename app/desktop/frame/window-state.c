/* window-state.c: size and workspace of the window that was used last
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "window-state.h"

#include "desktop/session/recent.h"
#include "model/place.h"

#define GROUP "window"

static GKeyFile *
load (void)
{
  g_autofree char *path = samsyn_place_state ("window.ini");

  return samsyn_place_load (path);
}

void
samsyn_window_state_apply (GtkWindow *window)
{
  g_autoptr (GKeyFile) file = load ();
  int width = g_key_file_get_integer (file, GROUP, "width", NULL);
  int height = g_key_file_get_integer (file, GROUP, "height", NULL);

  if (width > 0 && height > 0)
    gtk_window_set_default_size (window, width, height);
  if (g_key_file_get_boolean (file, GROUP, "maximized", NULL))
    gtk_window_maximize (window);
}

void
samsyn_window_state_save (GtkWindow  *window,
                          const char *path)
{
  g_autofree char *place = samsyn_place_state ("window.ini");
  g_autoptr (GKeyFile) file = g_key_file_new ();
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_key_file_set_integer (file, GROUP, "width", width);
  g_key_file_set_integer (file, GROUP, "height", height);
  g_key_file_set_boolean (file, GROUP, "maximized", gtk_window_is_maximized (window));
  if (path != NULL)
    g_key_file_set_string (file, GROUP, "workspace", path);
  samsyn_place_save (place, file);
}

char *
samsyn_window_state_workspace (void)
{
  g_autoptr (GKeyFile) file = load ();
  g_autofree char *path = g_key_file_get_string (file, GROUP, "workspace", NULL);

  return path != NULL && samsyn_recent_problem (path) == NULL ? g_steal_pointer (&path) : NULL;
}
