/* widget-clock.c: which day it is for a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget-clock.h"

#define KEY "samsyn-clock"

void
samsyn_widget_clock_give (GtkWindow     *window,
                          SamsynSession *session)
{
  g_object_set_data_full (G_OBJECT (window), KEY, session != NULL ? g_object_ref (session) : NULL, g_object_unref);
}

const SamsynClock *
samsyn_widget_clock (gpointer widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  SamsynSession *session = NULL;
  SamsynStore *store;

  for (; window != NULL && session == NULL; window = gtk_window_get_transient_for (window))
    session = g_object_get_data (G_OBJECT (window), KEY);
  store = session != NULL ? samsyn_session_get_store (session) : NULL;
  return store != NULL ? samsyn_store_clock (store) : NULL;
}

char *
samsyn_widget_today (gpointer widget)
{
  return samsyn_clock_today (samsyn_widget_clock (widget));
}
