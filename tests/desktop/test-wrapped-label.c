/* test-wrapped-label.c: a label that is measured with less asks for what it asked for before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stage.h"

#include "desktop/parts/wrapped-label.h"

static const char *const texts[] = {
  "Mål",
  "Ansvar",
  "Samverkansöverenskommelse om introduktion av nyanlända",
  "The districts answer for housing; who answers for the school places, and from when, has not been decided",
};

static void
measure (GtkWidget *label,
         int       *least,
         int       *liked)
{
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, least, liked, NULL, NULL);
}

static int
height (GtkWidget *label,
        int        width)
{
  int least;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  return least;
}

/* As wide as its text in one line, whatever it was broken for in between; and no more than a word wide where it has to. */
static void
test_width (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GtkWidget) usual = g_object_ref_sink (samsyn_wrapped_label_new (texts[i]));
      g_autoptr (GtkWidget) line = g_object_ref_sink (samsyn_filling_label_new (texts[i], TRUE));
      g_autoptr (GtkWidget) any = g_object_ref_sink (samsyn_filling_label_new (texts[i], FALSE));
      int least, liked, least_of_line, liked_of_line, least_of_any, liked_of_any;

      measure (usual, &least, &liked);
      gtk_widget_allocate (line, 150, height (line, 150), -1, NULL);
      gtk_widget_queue_resize (line);
      measure (line, &least_of_line, &liked_of_line);
      measure (any, &least_of_any, &liked_of_any);
      g_assert_cmpint (MAX (liked_of_line, least), ==, liked);
      g_assert_cmpint (liked_of_any, ==, least_of_any);
      g_assert_cmpint (least_of_any, ==, least_of_line);
      g_assert_cmpint (ABS (least_of_any - least), <, least / 3);
    }
}

static void
test_height (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GtkWidget) usual = g_object_ref_sink (samsyn_wrapped_label_new (texts[i]));
      g_autoptr (GtkWidget) filling = g_object_ref_sink (samsyn_filling_label_new (texts[i], FALSE));

      for (int width = 150; width < 700; width += 50)
        g_assert_cmpint (height (filling, width), ==, height (usual, width));
    }
}

/* Text that is twice as large needs twice the room. */
static void
test_large (void)
{
  int dpi, least[2];

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GtkWidget) label = NULL;

      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (i + 1) * dpi, NULL);
      label = g_object_ref_sink (samsyn_filling_label_new (texts[1], FALSE));
      measure (label, &least[i], NULL);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
  g_assert_cmpint (ABS (least[1] - 2 * least[0]), <=, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  stage_start ();
  g_test_add_func ("/desktop/wrapped-label/width", test_width);
  g_test_add_func ("/desktop/wrapped-label/height", test_height);
  g_test_add_func ("/desktop/wrapped-label/large", test_large);
  return g_test_run ();
}
