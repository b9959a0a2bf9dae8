/* test-contrast.c: what the program colours itself can be read: light, dark, and both in high contrast
 *
 * As drawn: a block of text on each ground, and the two colours on the screen.  With ADW_DEBUG_HIGH_CONTRAST=1 all of it for
 * those who asked for high contrast.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <math.h>

#include "desktop/frame/application.h"
#include "desktop/map/map-letter.h"
#include "desktop/parts/light.h"
#include "stage.h"

#define TEXT 4.5
#define SYMBOL 3.0
#define HIGH 7.0

static gboolean
is_high (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

static double
part (float value)
{
  return value <= 0.03928f ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
contrast (const GdkRGBA *a,
          const GdkRGBA *b)
{
  double first = 0.2126 * part (a->red) + 0.7152 * part (a->green) + 0.0722 * part (a->blue);
  double second = 0.2126 * part (b->red) + 0.7152 * part (b->green) + 0.0722 * part (b->blue);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* ---- On the screen --------------------------------------------------------------------------------------------------------- */

/* A text on a ground: where nothing is said, what all text has. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *ground;
  GtkWidget *text;
} Sample;

static Sample
sample_new (const char *const *ground,
            const char *const *text)
{
  Sample sample = { gtk_window_new (), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), gtk_label_new ("████") };

  for (; *ground != NULL; ground++)
    gtk_widget_add_css_class (sample.ground, *ground);
  for (; *text != NULL; text++)
    gtk_widget_add_css_class (sample.text, *text);
  g_object_set (sample.text, "margin-top", 20, "margin-bottom", 20, "margin-start", 20, "margin-end", 20, NULL);
  gtk_box_append (GTK_BOX (sample.ground), sample.text);
  gtk_window_set_child (GTK_WINDOW (sample.window), sample.ground);
  gtk_window_present (GTK_WINDOW (sample.window));
  stage_turn (5);
  return sample;
}

static GdkTexture *
draw (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window), gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                      &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (window), gtk_widget_get_height (window)));
}

static GdkRGBA
colour_at (GdkTexture *texture,
           GtkWidget  *widget,
           GtkWidget  *window,
           float       x,
           float       y)
{
  int width = gdk_texture_get_width (texture);
  g_autofree guint32 *pixels = g_new (guint32, width * gdk_texture_get_height (texture));
  graphene_rect_t bounds;
  guint32 pixel;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  gdk_texture_download (texture, (guchar *) pixels, 4 * (gsize) width);
  pixel = pixels[(int) (bounds.origin.y + y * bounds.size.height) * width + (int) (bounds.origin.x + x * bounds.size.width)];
  return (GdkRGBA) { (float) ((pixel >> 16) & 255) / 255, (float) ((pixel >> 8) & 255) / 255, (float) (pixel & 255) / 255, 1 };
}

static double
measure (const char *const *ground,
         const char *const *text)
{
  Sample sample = sample_new (ground, text);
  g_autoptr (GdkTexture) texture = draw (sample.window);
  GdkRGBA written = colour_at (texture, sample.text, sample.window, 0.5f, 0.5f);
  GdkRGBA behind = colour_at (texture, sample.ground, sample.window, 0.5f, 0.08f);

  gtk_window_destroy (GTK_WINDOW (sample.window));
  stage_turn (5);
  return contrast (&written, &behind);
}

/* ---- Texts ----------------------------------------------------------------------------------------------------------------- */

#define CLASSES(...) (const char *const[]) { __VA_ARGS__, NULL }
#define NOTHING (const char *const[]) { NULL }

static void
test_texts (void)
{
  const char *const *const texts[] = { NOTHING, CLASSES ("dim-label"), CLASSES ("samsyn-area"), CLASSES ("samsyn-field-label"),
                                       CLASSES ("samsyn-card-detail"), CLASSES ("samsyn-footer", "dim-label"),
                                       CLASSES ("samsyn-finding-record"), CLASSES ("error"), CLASSES ("error", "dim-label"),
                                       CLASSES ("heading", "samsyn-area") };
  const char *const *const grounds[] = { NOTHING, CLASSES ("view"), CLASSES ("card") };
  guint faults = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
      {
        double found = measure (grounds[j], texts[i]);

        if (found >= (is_high () ? HIGH : TEXT))
          continue;
        g_test_message ("%s on %s: %.2f", texts[i][0] != NULL ? texts[i][0] : "text",
                        grounds[j][0] != NULL ? grounds[j][0] : "window", found);
        faults++;
      }
  g_assert_cmpuint (faults, ==, 0);
}

/* Grounds of the program's own. */
static void
test_grounds (void)
{
  const char *const *const grounds[] = { CLASSES ("samsyn-notice"), CLASSES ("samsyn-conflict"), CLASSES ("samsyn-text"),
                                         CLASSES ("samsyn-map-look", "samsyn-other-day"),
                                         CLASSES ("samsyn-map-look", "samsyn-proposal") };

  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      double found = measure (grounds[i], NOTHING);

      g_test_message ("%s: %.2f", grounds[i][0], found);
      g_assert_cmpfloat (found, >=, is_high () ? HIGH : TEXT);
    }
}

/* ---- Letters, severities, lights ------------------------------------------------------------------------------------------- */

static GdkRGBA
named (GtkWidget  *widget,
       const char *name)
{
  GdkRGBA colour;

  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour));
  return colour;
}

/* A card lets the window's colour through. */
static GdkRGBA
card_on (GdkRGBA card,
         GdkRGBA window)
{
  return (GdkRGBA){ card.red * card.alpha + window.red * (1 - card.alpha),
                    card.green * card.alpha + window.green * (1 - card.alpha),
                    card.blue * card.alpha + window.blue * (1 - card.alpha), 1 };
}

static void
test_colours (void)
{
  static const char *const lights[] = { "green", "amber", "red", "not_assessed" };
  SamsynShade shade = samsyn_shade_now ();
  g_autoptr (GtkWidget) widget = g_object_ref_sink (gtk_label_new (NULL));
  GdkRGBA window = named (widget, "window_bg_color");
  const GdkRGBA grounds[] = { window, named (widget, "view_bg_color"), card_on (named (widget, "card_bg_color"), window) };

  for (SamsynRole role = 0; role < SAMSYN_N_ROLES; role++)
    g_assert_cmpfloat (contrast (&samsyn_letter_colours (role, shade)->fill, &samsyn_letter_colours (role, shade)->text), >=,
                       is_high () ? HIGH : TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      for (SamsynSeverity severity = 0; severity < SAMSYN_N_SEVERITIES; severity++)
        g_assert_cmpfloat (contrast (samsyn_severity_colour (severity, shade), &grounds[i]), >=, is_high () ? HIGH : TEXT);
      for (guint j = 0; j < G_N_ELEMENTS (lights); j++)
        {
          GdkRGBA colour;

          g_assert_true (gdk_rgba_parse (&colour, samsyn_light_colour (lights[j], shade)));
          g_assert_cmpfloat (contrast (&colour, &grounds[i]), >=, is_high () ? HIGH : SYMBOL);
        }
    }
}

/* The program's own sheet for high contrast is in force then, and only then. */
static void
test_sheet (void)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autoptr (GtkWidget) widget = g_object_ref_sink (gtk_label_new (NULL));
  GdkRGBA accent = named (widget, "accent_color"), ours;

  g_assert_cmpint (is_high (), ==, g_getenv ("ADW_DEBUG_HIGH_CONTRAST") != NULL);
  g_assert_cmpint (samsyn_shade_now (), ==, is_high () ? (dark ? SAMSYN_SHADE_DARK_CONTRAST : SAMSYN_SHADE_LIGHT_CONTRAST)
                                                     : (dark ? SAMSYN_SHADE_DARK : SAMSYN_SHADE_LIGHT));
  gdk_rgba_parse (&ours, dark ? "#a8ccf5" : "#1b4f91");
  g_assert_cmpint (gdk_rgba_equal (&accent, &ours), ==, is_high ());
}

typedef struct
{
  AdwColorScheme scheme;
  void (*func) (void);
} Case;

static void
run (gconstpointer data)
{
  const Case *one = data;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), one->scheme);
  stage_turn (5);
  one->func ();
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*func) (void);
  } tests[] = { { "sheet", test_sheet }, { "colours", test_colours }, { "grounds", test_grounds }, { "texts", test_texts } };
  static Case cases[2 * G_N_ELEMENTS (tests)];

  g_test_init (&argc, &argv, NULL);
  stage_start_still ();
  for (guint i = 0; i < 2 * G_N_ELEMENTS (tests); i++)
    {
      gboolean dark = i >= G_N_ELEMENTS (tests);
      guint test = i % G_N_ELEMENTS (tests);
      g_autofree char *path = g_strdup_printf ("/contrast/%s/%s", dark ? "dark" : "light", tests[test].name);

      cases[i] = (Case) { dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT, tests[test].func };
      g_test_add_data_func (path, &cases[i], run);
    }
  return g_test_run ();
}
