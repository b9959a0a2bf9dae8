/* test-list-rows.c: the rows of a list: where their texts stand, what is told of one that doesn't fit, large text, and how much
 * is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "desktop/list/list-row.h"
#include "desktop/list/list-table.h"
#include "desktop/list/selection-bar.h"
#include "desktop/parts/focus-within.h"
#include "kinds/kinds.h"
#include "stage-sample.h"
#include "stage.h"

/* How far a letter may stand from the edge of its column's room, and that room from the edges of the column. */
#define NEAR 3
#define INSET 12

typedef struct
{
  StageSample      sample;
  SamsynListTable *table;
} Fixture;

/* One text of a row in sight. */
typedef struct
{
  GtkWidget  *row;
  const char *text;
  int         left; /* of the room it has */
  int         width;
  int         wanted;
} Text;

static GtkWidget *
row_in (GtkWidget *outer)
{
  return gtk_widget_get_first_child (outer);
}

static guint
count_columns (Fixture *fixture)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (samsyn_list_table_get_headings (fixture->table)));
}

static void
add_texts (Fixture   *fixture,
           GtkWidget *row,
           GArray    *texts)
{
  for (guint i = 0; i < count_columns (fixture); i++)
    {
      const char *shown = samsyn_list_row_get_text (SAMSYN_LIST_ROW (row), i);
      g_autoptr (PangoLayout) layout = NULL;
      int x, width;

      if (*shown == '\0' || !samsyn_list_table_get_place (fixture->table, i, &x, &width))
        continue;
      layout = gtk_widget_create_pango_layout (row, shown);
      g_array_append_val (texts, ((Text) { row, shown, x + INSET, MIN (width, gtk_widget_get_width (row) - x) - 2 * INSET, 0 }));
      pango_layout_get_pixel_size (layout, &g_array_index (texts, Text, texts->len - 1).wanted, NULL);
    }
}

static GArray *
texts_in_sight (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = stage_rows (fixture->sample.window);
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (Text));

  for (guint i = 0; i < rows->len; i++)
    add_texts (fixture, g_ptr_array_index (rows, i), texts);
  g_assert_cmpuint (texts->len, >, 20);
  return texts;
}

static void
look (Fixture    *fixture,
      const char *page)
{
  samsyn_session_show_page (fixture->sample.session, page);
  stage_turn (12);
  fixture->table = SAMSYN_LIST_TABLE (stage_find (fixture->sample.window, SAMSYN_TYPE_LIST_TABLE));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  stage_sample_set_up (&fixture->sample, data);
  look (fixture, "budget_line");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  stage_sample_tear_down (&fixture->sample, data);
}

static gboolean
is_number (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* What is drawn in the room of the text: dots at its end are apart from it. */
static graphene_rect_t
drawn_in_room (const Text *text,
               GArray     *drawn)
{
  graphene_rect_t room = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  for (guint i = 0; i < drawn->len; i++)
    {
      const graphene_rect_t *each = &g_array_index (drawn, StageText, i).bounds;

      if (each->origin.x < (float) (text->left - NEAR) || each->origin.x > (float) (text->left + text->width))
        continue;
      g_assert_cmpfloat (each->origin.x + each->size.width, <=, (float) (text->left + text->width + NEAR));
      if (room.size.width <= 0)
        room = *each;
      else
        graphene_rect_union (&room, each, &room);
    }
  g_assert_cmpfloat (room.size.width, >, 0);
  return room;
}

/* Whether what is drawn of the text stands at the right edge of its room; else it must stand at the left one. */
static gboolean
stands_at_right (const Text *text,
                 GArray     *drawn)
{
  graphene_rect_t room = drawn_in_room (text, drawn);
  float before = room.origin.x - (float) text->left;
  float after = (float) text->width - before - room.size.width;

  g_assert_cmpfloat (room.size.height, <=, gtk_widget_get_height (text->row) + 1);
  g_assert_cmpfloat (MIN (ABS (after), ABS (before)), <=, NEAR);
  return ABS (after) < ABS (before);
}

/* How many texts, other than numbers, are short enough to tell. */
static guint
check_sides (Fixture *fixture,
             gboolean numbers_at_right)
{
  g_autoptr (GArray) texts = texts_in_sight (fixture);
  g_autoptr (GArray) drawn = NULL;
  guint n_numbers = 0, n_others = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      const Text *text = &g_array_index (texts, Text, i);
      gboolean number = is_number (text->text);

      if (i == 0 || text->row != text[-1].row)
        {
          g_clear_pointer (&drawn, g_array_unref);
          drawn = stage_drawn_texts (text->row);
        }
      /* What fills its room stands at both edges. */
      if (text->wanted > text->width - 20)
        continue;
      g_assert_cmpint (stands_at_right (text, drawn), ==, number && numbers_at_right);
      *(number ? &n_numbers : &n_others) += 1;
    }
  g_assert_cmpuint (n_numbers, >, 0);
  return n_others;
}

/* Where all is read from the right, a word in Latin letters still begins at the left. */
static void
test_sides (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_cmpuint (check_sides (fixture, TRUE), >, 0);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  stage_turn (12);
  g_assert_cmpuint (check_sides (fixture, FALSE), >, 0);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_tooltips (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  g_autoptr (GArray) texts = texts_in_sight (fixture);
  guint n_whole = 0, n_cut = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      const Text *text = &g_array_index (texts, Text, i);
      gboolean told = FALSE;

      if (ABS (text->wanted - text->width) <= 1)
        continue;
      g_signal_emit_by_name (text->row, "query-tooltip", text->left + text->width / 2, 1, FALSE, tooltip, &told);
      g_assert_cmpint (told, ==, text->wanted > text->width);
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
  GtkWidget *first = row_in (gtk_widget_get_first_child (GTK_WIDGET (samsyn_list_table_get_rows (fixture->table))));
  int usual = gtk_widget_get_height (first);

  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  stage_turn (12);
  g_assert_cmpint (gtk_widget_get_height (first), >=, 2 * usual - 2);
  check_sides (fixture, TRUE);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

/* How far the headings are scrolled. */
static int
headings_at (Fixture *fixture)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (samsyn_list_table_get_headings (fixture->table)));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (header, GTK_WIDGET (fixture->table), &bounds));
  return (int) -bounds.origin.x;
}

/* Where a column is dragged, what stands below its heading goes along, and the row with all of them. */
static void
test_dragged (Fixture      *fixture,
              gconstpointer data)
{
  GListModel *columns = gtk_column_view_get_columns (samsyn_list_table_get_headings (fixture->table));
  g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (columns, 0);
  GtkAdjustment *sideways = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (samsyn_list_table_get_rows (fixture->table)));
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (samsyn_list_table_get_headings (fixture->table)));

  g_assert_cmpint (gtk_widget_get_width (header), ==, (int) gtk_adjustment_get_upper (sideways));
  gtk_column_view_column_set_fixed_width (first, 2000);
  stage_turn (12);
  g_assert_cmpuint (check_sides (fixture, TRUE), >, 0);
  g_assert_cmpfloat (gtk_adjustment_get_upper (sideways), >, 2000);
  g_assert_cmpint (gtk_widget_get_width (header), ==, (int) gtk_adjustment_get_upper (sideways));
  gtk_adjustment_set_value (sideways, 700);
  stage_turn (12);
  g_assert_cmpint (headings_at (fixture), ==, 700);
}

static void
wait_for_frame (Fixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->sample.window);
  gint64 before = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_draw (GTK_WIDGET (fixture->table));
  while (gdk_frame_clock_get_frame_counter (clock) <= before)
    g_main_context_iteration (NULL, TRUE);
}

/* As the list gets narrower and wider, however far it is scrolled, headings and rows stay together. */
static void
test_squeezed (Fixture      *fixture,
               gconstpointer data)
{
  GtkAdjustment *sideways = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (samsyn_list_table_get_rows (fixture->table)));
  SamsynSession *session = fixture->sample.session;
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("budget_line"));
  g_autoptr (GArray) ids = samsyn_store_ids (samsyn_session_get_store (session), query, 0, 1, NULL);
  double before;

  gtk_adjustment_set_value (sideways, 10000);
  stage_turn (12);
  before = gtk_adjustment_get_value (sideways);
  g_assert_cmpfloat (before, >, 0);
  g_assert_cmpint (headings_at (fixture), ==, (int) gtk_adjustment_get_value (sideways));
  /* As a click on a row does: what is wider than the list is shown up to its end. */
  samsyn_session_show_record (session, g_array_index (ids, gint64, 0));
  gtk_widget_activate_action (GTK_WIDGET (samsyn_list_table_get_rows (fixture->table)), "list.scroll-to-item", "u", 3);
  wait_for_frame (fixture);
  g_assert_cmpint (headings_at (fixture), ==, (int) gtk_adjustment_get_value (sideways));
  stage_turn (24);
  g_assert_cmpfloat (gtk_adjustment_get_value (sideways), >, before);
  g_assert_cmpint (headings_at (fixture), ==, (int) gtk_adjustment_get_value (sideways));
  gtk_adjustment_set_value (sideways, 10000);
  stage_turn (12);
  g_assert_cmpint (headings_at (fixture), ==, (int) gtk_adjustment_get_value (sideways));
  samsyn_session_show_record (session, 0);
  stage_turn (24);
  g_assert_cmpint (headings_at (fixture), ==, (int) gtk_adjustment_get_value (sideways));
}

/* Of the two hundred rows that the list keeps, those that nobody sees look nothing up, until they are seen. */
static void
test_unseen (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *rows;
  guint n_seen = 0, n_unseen = 0;

  look (fixture, "assignment");
  rows = GTK_WIDGET (samsyn_list_table_get_rows (fixture->table));
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (rows)), 5000);
  stage_turn (12);
  for (GtkWidget *outer = gtk_widget_get_first_child (rows); outer != NULL; outer = gtk_widget_get_next_sibling (outer))
    {
      gboolean seen = gtk_widget_get_mapped (outer);

      if (seen)
        g_assert_nonnull (samsyn_list_row_get_text (SAMSYN_LIST_ROW (row_in (outer)), 0));
      n_seen += seen;
      n_unseen += samsyn_list_row_get_text (SAMSYN_LIST_ROW (row_in (outer)), 0) == NULL;
    }
  g_assert_cmpuint (n_seen, >, 10);
  g_assert_cmpuint (n_unseen, >, n_seen);
}

/* ---- Several selected ------------------------------------------------------------------------------------------------------ */

static graphene_rect_t
bounds_in_window (Fixture *fixture,
                  GType    type)
{
  GtkWidget *widget = stage_find (fixture->sample.window, type);
  graphene_rect_t bounds;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_compute_bounds (widget, fixture->sample.window, &bounds));
  return bounds;
}

/* What can be done with several rows comes without moving any, and no message lies over it. */
static void
test_several (Fixture      *fixture,
              gconstpointer data)
{
  GtkListView *rows = samsyn_list_table_get_rows (fixture->table);
  GtkSelectionModel *selection = gtk_list_view_get_model (rows);
  int height = gtk_widget_get_height (GTK_WIDGET (rows));
  graphene_rect_t bar, message;

  g_assert_null (stage_find (fixture->sample.window, SAMSYN_TYPE_SELECTION_BAR));
  gtk_selection_model_select_range (selection, 0, 3, TRUE);
  samsyn_session_tell (fixture->sample.session, "Så", 0);
  stage_turn (30);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (rows)), ==, height);
  g_assert_cmpfloat (gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (rows))), ==, 0);
  bar = bounds_in_window (fixture, SAMSYN_TYPE_SELECTION_BAR);
  message = bounds_in_window (fixture, g_type_from_name ("AdwToastWidget"));
  g_assert_cmpfloat (message.origin.y + message.size.height, <=, bar.origin.y);
  /* From its own button the focus goes to the rows. */
  g_assert_true (gtk_widget_child_focus (stage_find (fixture->sample.window, SAMSYN_TYPE_SELECTION_BAR), GTK_DIR_TAB_FORWARD));
  g_assert_false (samsyn_has_focus_within (GTK_WIDGET (fixture->table)));
  gtk_selection_model_unselect_all (selection);
  stage_turn (12);
  g_assert_null (stage_find (fixture->sample.window, SAMSYN_TYPE_SELECTION_BAR));
  g_assert_true (samsyn_has_focus_within (GTK_WIDGET (fixture->table)));
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (rows)), ==, height);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (stage_start_still ());
  g_test_add ("/list-rows/sides", Fixture, NULL, set_up, test_sides, tear_down);
  g_test_add ("/list-rows/tooltips", Fixture, NULL, set_up, test_tooltips, tear_down);
  g_test_add ("/list-rows/large-text", Fixture, NULL, set_up, test_large_text, tear_down);
  g_test_add ("/list-rows/dragged", Fixture, NULL, set_up, test_dragged, tear_down);
  g_test_add ("/list-rows/squeezed", Fixture, NULL, set_up, test_squeezed, tear_down);
  g_test_add ("/list-rows/unseen", Fixture, NULL, set_up, test_unseen, tear_down);
  g_test_add ("/list-rows/several", Fixture, NULL, set_up, test_several, tear_down);
  return g_test_run ();
}
