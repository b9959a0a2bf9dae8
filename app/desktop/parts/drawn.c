/* drawn.c: doing something when what was just put on the screen has its place there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "drawn.h"

#define WAITING "samsyn-frames-to-wait"
#define FRAMES 2

static gboolean
on_frame (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       func)
{
  guint frames = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), WAITING));

  g_object_set_data (G_OBJECT (widget), WAITING, GUINT_TO_POINTER (frames - 1));
  if (frames > 1)
    return G_SOURCE_CONTINUE;
  ((SamsynDrawnFunc) func) (widget);
  return G_SOURCE_REMOVE;
}

void
samsyn_when_drawn (GtkWidget      *widget,
                   SamsynDrawnFunc func)
{
  if (g_object_get_data (G_OBJECT (widget), WAITING) == NULL)
    gtk_widget_add_tick_callback (widget, on_frame, func, NULL);
  g_object_set_data (G_OBJECT (widget), WAITING, GUINT_TO_POINTER (FRAMES));
}
