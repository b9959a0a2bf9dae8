/* stage.c: what tests of the window have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stage.h"

#define BETWEEN_TURNS 5000

SamsynApplication *
stage_start (void)
{
  SamsynApplication *application;

  samsyn_desktop_prepare ();
  g_assert_true (samsyn_desktop_open_display ());
  adw_init ();
  application = samsyn_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  return application;
}

SamsynApplication *
stage_start_still (void)
{
  SamsynApplication *application = stage_start ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  return application;
}

void
stage_turn (guint n_turns)
{
  for (guint i = 0; i < n_turns; i++)
    {
      while (g_main_context_pending (NULL))
        g_main_context_iteration (NULL, FALSE);
      g_usleep (BETWEEN_TURNS);
    }
}

GtkWidget *
stage_find (GtkWidget *widget,
            GType      type)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget) || g_type_is_a (G_OBJECT_TYPE (widget), type))
    return gtk_widget_get_mapped (widget) ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = stage_find (child, type);
  return found;
}
