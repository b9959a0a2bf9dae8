/* icons.c: the program's own icons
 *
 * They are in the resources.  But an icon theme that hears of a new folder reads all of its folders again and has every widget
 * styled anew: so it hears of it only when it has to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "icons.h"

#include "template.h"

void
samsyn_icons_provide (GtkWidget *widget)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));

  if (!gtk_icon_theme_has_icon (theme, SAMSYN_APP_ID))
    gtk_icon_theme_add_resource_path (theme, SAMSYN_RESOURCES "own-icons");
}
