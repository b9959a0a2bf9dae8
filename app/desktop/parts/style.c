/* style.c: the program's own style sheets
 *
 * An application whose resources have a base path has its style sheets loaded for it.  But it has its icons looked for there too,
 * and an icon theme that hears of a folder drops what it has read: the half of a first frame.  So the application has no base
 * path, and what is left to do is done here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "style.h"

#include <adwaita.h>

#include "shade.h"
#include "template.h"

/* What one adds to those before it. */
typedef struct
{
  const char       *name;
  gboolean          dark, high_contrast; /* where it is for these only */
  GtkStyleProvider *provider;            /* while it is in force */
} Sheet;

static Sheet sheets[] = {
  { "style.css", FALSE, FALSE },
  { "style-hc.css", FALSE, TRUE },
  { "style-hc-dark.css", TRUE, TRUE },
};

static GtkStyleProvider *
load (const Sheet *sheet)
{
  g_autofree char *path = g_strconcat (SAMSYN_RESOURCES, sheet->name, NULL);
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  return GTK_STYLE_PROVIDER (provider);
}

static void
update (gpointer data)
{
  AdwStyleManager *manager = data;
  GdkDisplay *display = gdk_display_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      Sheet *sheet = &sheets[i];
      gboolean wanted = (!sheet->dark || adw_style_manager_get_dark (manager))
                        && (!sheet->high_contrast || adw_style_manager_get_high_contrast (manager));

      if (wanted && sheet->provider == NULL)
        {
          sheet->provider = load (sheet);
          gtk_style_context_add_provider_for_display (display, sheet->provider, GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + i);
        }
      else if (!wanted && sheet->provider != NULL)
        {
          gtk_style_context_remove_provider_for_display (display, sheet->provider);
          g_clear_object (&sheet->provider);
        }
    }
}

void
samsyn_style_load (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  samsyn_shade_watch (manager, update);
  update (manager);
}

void
samsyn_style_mark (GtkWidget  *widget,
                   const char *class,
                   gboolean    is_marked)
{
  if (is_marked)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}
