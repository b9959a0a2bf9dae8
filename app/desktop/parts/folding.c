/* folding.c: a leaflet that stays folded until there is room for what it folded away
 *
 * A narrow page needs less room than a wide one: with the sidebar out of the way it would seem to fit beside it after all, grow,
 * send the sidebar away again, and so on for ever.  So the sidebar stays away until there is room for what it left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "folding.h"

#include "focus-within.h"
#include "narrow.h"

#define FOLDING "samsyn-folding"

typedef struct
{
  GtkWidget *side;
  GtkWidget *content;
  int        needed; /* how wide the window has to be before they stand beside each other again */
} Folding;

static GdkSurface *
surface_of (AdwLeaflet *leaflet)
{
  return gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (leaflet)));
}

static void
on_folded (AdwLeaflet *leaflet)
{
  Folding *folding = g_object_get_data (G_OBJECT (leaflet), FOLDING);
  int missing;

  if (!adw_leaflet_get_folded (leaflet))
    return;
  /* What the user is at stays in sight. */
  if (samsyn_has_focus_within (folding->content))
    adw_leaflet_set_visible_child (leaflet, folding->content);
  missing = samsyn_narrow_least_width (folding->side) + samsyn_narrow_least_width (folding->content)
            - gtk_widget_get_width (GTK_WIDGET (leaflet));
  folding->needed = gdk_surface_get_width (surface_of (leaflet)) + MAX (missing, 1);
  adw_leaflet_set_can_unfold (leaflet, FALSE);
}

static void
on_window_laid_out (AdwLeaflet *leaflet,
                    int         width)
{
  const Folding *folding = g_object_get_data (G_OBJECT (leaflet), FOLDING);

  if (width >= folding->needed)
    adw_leaflet_set_can_unfold (leaflet, TRUE);
}

static void
on_realize (AdwLeaflet *leaflet)
{
  g_signal_connect_object (surface_of (leaflet), "layout", G_CALLBACK (on_window_laid_out), leaflet, G_CONNECT_SWAPPED);
}

static void
on_unrealize (AdwLeaflet *leaflet)
{
  g_signal_handlers_disconnect_by_func (surface_of (leaflet), on_window_laid_out, leaflet);
}

void
samsyn_folding_watch (AdwLeaflet *leaflet,
                      GtkWidget  *side,
                      GtkWidget  *content)
{
  Folding *folding = g_new0 (Folding, 1);

  folding->side = side;
  folding->content = content;
  g_object_set_data_full (G_OBJECT (leaflet), FOLDING, folding, g_free);
  g_signal_connect (leaflet, "notify::folded", G_CALLBACK (on_folded), NULL);
  g_signal_connect (leaflet, "realize", G_CALLBACK (on_realize), NULL);
  g_signal_connect (leaflet, "unrealize", G_CALLBACK (on_unrealize), NULL);
}
