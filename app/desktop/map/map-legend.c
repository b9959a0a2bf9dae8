/* map-legend.c: what the letters and marks of the map mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-legend.h"

#include "desktop/parts/narrow.h"
#include "map-letter.h"
#include "model/words.h"

/* Where nothing is said colours are as faint as the text around them. */
static void
append_letter (GString   *text,
               SamsynRole role,
               gboolean   huki)
{
  const SamsynLetterColours *colours = samsyn_letter_colours (role, samsyn_shade_now ());

  g_string_append_printf (text,
                          "<span background=\"#%02x%02x%02x\" background_alpha=\"100%%\" color=\"#%02x%02x%02x\" "
                          "alpha=\"100%%\" weight=\"bold\">\u00a0%s\u00a0</span>\u2060\u00a0%s",
                          (guint) (colours->fill.red * 255), (guint) (colours->fill.green * 255),
                          (guint) (colours->fill.blue * 255), (guint) (colours->text.red * 255),
                          (guint) (colours->text.green * 255), (guint) (colours->text.blue * 255), samsyn_letter (role, huki),
                          samsyn_letter_meaning (role));
}

static void
append_severity (GString       *text,
                 SamsynSeverity severity)
{
  g_autofree char *markup = samsyn_severity_markup (severity, samsyn_severity_label (severity, NULL), FALSE);

  g_string_append (text, markup);
}

static void
update (gpointer legend)
{
  static const SamsynRole order[] = { SAMSYN_ROLE_A, SAMSYN_ROLE_R, SAMSYN_ROLE_S, SAMSYN_ROLE_C, SAMSYN_ROLE_I };
  gboolean huki = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (legend), "samsyn-huki"));
  gboolean apart = g_object_get_data (G_OBJECT (legend), "samsyn-apart") != NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      append_letter (text, order[i], huki);
      g_string_append (text, apart ? "\n" : "   ");
    }
  for (int severity = SAMSYN_N_SEVERITIES - 1; severity >= 0; severity--)
    {
      g_string_append (text, apart ? "\n" : "  ");
      append_severity (text, (SamsynSeverity) severity);
    }
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
  GtkMenuButton *button = g_object_get_data (G_OBJECT (legend), "samsyn-button");

  g_object_set_data (G_OBJECT (legend), "samsyn-huki", GINT_TO_POINTER (huki));
  update (legend);
  if (button != NULL)
    samsyn_map_legend_set_huki (gtk_popover_get_child (gtk_menu_button_get_popover (button)), huki);
}

static void
place (SamsynPage *page,
       GParamSpec *spec,
       GtkWidget  *legend)
{
  gboolean narrow;

  g_object_get (page, "narrow", &narrow, NULL);
  narrow |= samsyn_narrow_is_text_large ();
  gtk_widget_set_visible (legend, !narrow);
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (legend), "samsyn-button"), narrow);
}

GtkWidget *
samsyn_map_legend_attach (SamsynPage    *page,
                          GtkBox        *foot,
                          GtkMenuButton *button)
{
  GtkWidget *legend = samsyn_map_legend_new (), *popover = gtk_popover_new (), *apart = samsyn_map_legend_new ();

  /* Each on a line of its own. */
  g_object_set_data (G_OBJECT (apart), "samsyn-apart", button);
  update (apart);
  gtk_popover_set_child (GTK_POPOVER (popover), apart);
  gtk_menu_button_set_popover (button, popover);
  g_object_set_data (G_OBJECT (legend), "samsyn-button", button);
  gtk_box_append (foot, legend);
  g_signal_connect_object (page, "notify::narrow", G_CALLBACK (place), legend, 0);
  place (page, NULL, legend);
  return legend;
}
