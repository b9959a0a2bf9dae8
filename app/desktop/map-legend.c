/* map-legend.c: what the letters and marks of the map mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-legend.h"

#include "map-letter.h"
#include "model/words.h"

/* Where nothing is said colours are as faint as the text around them. */
static void
append_letter (GString   *text,
               SamsynRole role,
               gboolean   huki)
{
  const SamsynLetterColours *colours = samsyn_letter_colours (role, samsyn_shade_now ());

  g_string_append_printf (text, "<span background=\"#%02x%02x%02x\" background_alpha=\"100%%\" color=\"#%02x%02x%02x\" "
                          "alpha=\"100%%\" weight=\"bold\">\u00a0%s\u00a0</span>\u2060\u00a0%s   ",
                          (guint) (colours->fill.red * 255), (guint) (colours->fill.green * 255), (guint) (colours->fill.blue * 255),
                          (guint) (colours->text.red * 255), (guint) (colours->text.green * 255), (guint) (colours->text.blue * 255),
                          samsyn_letter (role, huki), samsyn_letter_meaning (role));
}

static void
append_severity (GString       *text,
                 SamsynSeverity severity)
{
  g_autofree char *markup = samsyn_severity_markup (severity, samsyn_severity_label (severity, NULL), FALSE);

  g_string_append_printf (text, "  %s", markup);
}

static void
update (gpointer legend)
{
  static const SamsynRole order[] = { SAMSYN_ROLE_A, SAMSYN_ROLE_R, SAMSYN_ROLE_S, SAMSYN_ROLE_C, SAMSYN_ROLE_I };
  gboolean huki = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (legend), "samsyn-huki"));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    append_letter (text, order[i], huki);
  for (int severity = SAMSYN_N_SEVERITIES - 1; severity >= 0; severity--)
    append_severity (text, (SamsynSeverity) severity);
  gtk_label_set_markup (GTK_LABEL (legend), text->str);
}

GtkWidget *
samsyn_map_legend_new (void)
{
  GtkWidget *legend = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (legend), 0);
  gtk_label_set_wrap (GTK_LABEL (legend), TRUE);
  gtk_widget_add_css_class (legend, "samsyn-legend");
  samsyn_shade_watch (legend, update);
  update (legend);
  return legend;
}

void
samsyn_map_legend_set_huki (GtkWidget *legend,
                            gboolean   huki)
{
  g_object_set_data (G_OBJECT (legend), "samsyn-huki", GINT_TO_POINTER (huki));
  update (legend);
}
