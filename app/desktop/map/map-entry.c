/* map-entry.c: names of new tasks and processes, typed in their place in the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desktop/parts/accessible.h"
#include "map-view-private.h"
#include "model/words.h"

void
samsyn_map_view_place_entry (SamsynMapView *self)
{
  GdkRectangle place;
  int minimum;

  if (self->entry_row < 0)
    return;
  place = samsyn_map_view_place (self, self->entry_row, -1);
  gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  place.y -= (MAX (minimum, place.height) - place.height) / 2;
  place.height = MAX (minimum, place.height);
  gtk_widget_size_allocate (self->entry, &place, -1);
}

static void
keep (SamsynMapView *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (*name != '\0')
    g_signal_emit (self, samsyn_map_view_signals[SAMSYN_MAP_CREATED], 0, self->entry_row, name);
}

void
samsyn_map_view_show_entry (SamsynMapView *self,
                            int            row,
                            const char    *text)
{
  if (self->read_only)
    return;
  self->entry_row = row;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  g_object_set (self->entry, "placeholder-text", samsyn_map_grid_row_name (self->grid, row), NULL);
  samsyn_accessible_name (self->entry, samsyn_map_grid_row_name (self->grid, row));
  gtk_widget_set_child_visible (self->entry, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

void
samsyn_map_view_hide_entry (SamsynMapView *self)
{
  if (self->entry_row < 0)
    return;
  self->entry_row = -1;
  gtk_widget_set_child_visible (self->entry, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Enter keeps what was typed and stays, for the next name; of nothing it leaves. */
static void
on_activate (SamsynMapView *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    {
      keep (self);
      if (self->entry_row >= 0)
        {
          samsyn_map_view_set_cursor (self, self->entry_row, -1, FALSE);
          gtk_widget_grab_focus (self->entry);
        }
    }
  else
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
}

static void
on_left (SamsynMapView *self)
{
  if (self->entry_row < 0)
    return;
  keep (self);
  samsyn_map_view_hide_entry (self);
}

static gboolean
on_key (SamsynMapView         *self,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        GtkEventControllerKey *controller)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return TRUE;
}

void
samsyn_map_view_add_entry (SamsynMapView *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new (), *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->entry, "samsyn-map-entry");
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->entry, FALSE);
  samsyn_accessible_name (self->entry, C_ ("map", "New task…"));
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->entry, keys);
}

void
samsyn_map_view_begin_task (SamsynMapView *self)
{
  int row = MAX (self->row, 0), last = -1;

  for (int i = 0; self->grid != NULL && i < (int) self->grid->rows->len; i++)
    if (samsyn_map_grid_row (self->grid, i)->type == SAMSYN_MAP_NEW_TASK && (last < 0 || last < row))
      last = i;
  if (last < 0)
    return;
  samsyn_map_view_set_cursor (self, last, -1, FALSE);
  samsyn_map_view_show_entry (self, last, "");
}
