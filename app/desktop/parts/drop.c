/* drop.c: files that are dropped on a widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "drop.h"

typedef struct
{
  SamsynChosenFunc func;
  gpointer         data;
} Taker;

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       data)
{
  Taker *taker = data;
  gboolean taken = FALSE;

  for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    {
      g_autofree char *path = g_file_get_path (file->data);

      if (path == NULL || !g_str_has_suffix (path, ".samsyn"))
        continue;
      taker->func (path, taker->data);
      taken = TRUE;
    }
  return taken;
}

void
samsyn_drop_accept (GtkWidget       *widget,
                    SamsynChosenFunc func,
                    gpointer         data)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  Taker *taker = g_new0 (Taker, 1);

  taker->func = func;
  taker->data = data;
  g_signal_connect_data (target, "drop", G_CALLBACK (on_drop), taker, (GClosureNotify) (GCallback) g_free, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
