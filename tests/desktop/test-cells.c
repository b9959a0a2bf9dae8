/* test-cells.c: the cells of a list: where their text stands, what is told of one that doesn't fit, and large text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "desktop/cell.h"
#include "desktop/workspace.h"
#include "exchange/sample.h"
#include "fixture.h"
#include "stage.h"

/* How far a letter may stand from the edge of its cell. */
#define NEAR 3

typedef struct
{
  char            *folder;
  GtkWidget       *window;
  SamsynWorkspace *workspace;
  GPtrArray       *cells; /* those in sight that show something */
} Fixture;

static void
find_cells (Fixture   *fixture,
            GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (SAMSYN_IS_CELL (widget) && *samsyn_cell_get_text (SAMSYN_CELL (widget)) != '\0')
    g_ptr_array_add (fixture->cells, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_cells (fixture, child);
}

static void
look (Fixture *fixture)
{
  stage_turn (12);
  g_ptr_array_set_size (fixture->cells, 0);
  find_cells (fixture, fixture->window);
  g_assert_cmpuint (fixture->cells->len, >, 20);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  SamsynStore *store;

  fixture->folder = samsyn_fixture_folder ();
  store = samsyn_fixture_store (fixture->folder);
  g_assert_true (samsyn_sample_apply (store, "oversyn", NULL));
  fixture->workspace = samsyn_workspace_new (store, NULL, NULL);
  fixture->cells = g_ptr_array_new ();
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->workspace));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  samsyn_session_show_page (samsyn_workspace_get_session (fixture->workspace), "budget_line");
  look (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  samsyn_workspace_close (fixture->workspace);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  stage_turn (12);
  g_ptr_array_unref (fixture->cells);
  samsyn_fixture_remove (g_steal_pointer (&fixture->folder));
}

static gboolean
is_number (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* Whether what is drawn stands at the right edge; else it must stand at the left one. */
static gboolean
stands_at_right (GtkWidget *cell)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (cell);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (cell), height = gtk_widget_get_height (cell);
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t drawn;
  float after;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_get_bounds (node, &drawn);
  after = (float) width - drawn.origin.x - drawn.size.width;
  g_assert_cmpfloat (drawn.size.width, <=, width + NEAR);
  g_assert_cmpfloat (drawn.size.height, <=, height);
  g_assert_cmpfloat (MIN (ABS (after), ABS (drawn.origin.x)), <=, NEAR);
  return ABS (after) < ABS (drawn.origin.x);
}

static void
check_sides (Fixture *fixture,
             gboolean numbers_at_right)
{
  guint n_numbers = 0, n_others = 0;

  for (guint i = 0; i < fixture->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (fixture->cells, i);
      gboolean number = is_number (samsyn_cell_get_text (SAMSYN_CELL (cell)));
      PangoLayout *layout = gtk_widget_create_pango_layout (cell, samsyn_cell_get_text (SAMSYN_CELL (cell)));
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      g_object_unref (layout);
      /* What fills its cell stands at both edges. */
      if (width > gtk_widget_get_width (cell) - 20)
        continue;
      g_assert_cmpint (stands_at_right (cell), ==, number && numbers_at_right);
      *(number ? &n_numbers : &n_others) += 1;
    }
  g_assert_cmpuint (n_numbers, >, 0);
  g_assert_cmpuint (n_others, >, 0);
}

/* Where all is read from the right, a word in Latin letters still begins at the left. */
static void
test_sides (Fixture      *fixture,
            gconstpointer data)
{
  check_sides (fixture, TRUE);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  look (fixture);
  check_sides (fixture, FALSE);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_tooltips (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  guint n_whole = 0, n_cut = 0;

  for (guint i = 0; i < fixture->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (fixture->cells, i);
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (cell, samsyn_cell_get_text (SAMSYN_CELL (cell)));
      gboolean told = FALSE;
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      g_signal_emit_by_name (cell, "query-tooltip", 1, 1, FALSE, tooltip, &told);
      g_assert_cmpint (told, ==, width > gtk_widget_get_width (cell));
      *(told ? &n_cut : &n_whole) += 1;
    }
  g_assert_cmpuint (n_whole, >, 10);
  g_assert_cmpuint (n_cut, >, 5);
}

static void
test_large_text (Fixture      *fixture,
                 gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int usual = gtk_widget_get_height (g_ptr_array_index (fixture->cells, 0));

  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  look (fixture);
  g_assert_cmpint (gtk_widget_get_height (g_ptr_array_index (fixture->cells, 0)), >=, 2 * usual - 2);
  check_sides (fixture, TRUE);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (stage_start_still ());
  g_test_add ("/cells/sides", Fixture, NULL, set_up, test_sides, tear_down);
  g_test_add ("/cells/tooltips", Fixture, NULL, set_up, test_tooltips, tear_down);
  g_test_add ("/cells/large-text", Fixture, NULL, set_up, test_large_text, tear_down);
  return g_test_run ();
}
