/* card-grid.c: cards in as many columns as find room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "card-grid.h"

#define GAP 24
#define MOST_COLUMNS 4
#define COLUMN_CHARACTERS 52 /* a line that is easily read; wider with larger text */

struct _SamsynCardGrid
{
  SamsynWidthLayout parent_instance;
};

G_DEFINE_FINAL_TYPE (SamsynCardGrid, samsyn_card_grid, SAMSYN_TYPE_WIDTH_LAYOUT)

static int
column_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = COLUMN_CHARACTERS * pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return width;
}

static int
count_columns (GtkWidget *widget,
               int        width)
{
  int n_cards = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (widget); card != NULL; card = gtk_widget_get_next_sibling (card))
    n_cards += gtk_widget_should_layout (card);
  return CLAMP ((width + GAP) / (column_width (widget) + GAP), 1, CLAMP (n_cards, 1, MOST_COLUMNS));
}

/* Puts the cards in columns, or (place FALSE) only measures; the height of the longest column. */
static int
arrange (GtkWidget *widget,
         int        width,
         gboolean   place)
{
  int n_columns = count_columns (widget, width);
  int each = MAX (1, (width - (n_columns - 1) * GAP) / n_columns);
  int heights[MOST_COLUMNS] = { 0 }, longest = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (widget); card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      int column = 0, height, least;

      if (!gtk_widget_should_layout (card))
        continue;
      for (int i = 1; i < n_columns; i++)
        if (heights[i] < heights[column])
          column = i;
      gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, MAX (each, least), &height, NULL, NULL, NULL);
      if (place)
        {
          gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
          int at = mirrored ? n_columns - 1 - column : column;

          gtk_widget_size_allocate (card, &(GtkAllocation) { at * (each + GAP), heights[column], MAX (each, least), height }, -1);
        }
      longest = MAX (longest, heights[column] + height);
      heights[column] += height + GAP;
    }
  return longest;
}

/* Two columns of a line that is easily read. */
static int
natural_width (GtkWidget *widget,
               int        least)
{
  return 2 * column_width (widget) + GAP;
}

GtkLayoutManager *
samsyn_card_grid_new (void)
{
  return g_object_new (SAMSYN_TYPE_CARD_GRID, NULL);
}

static void
samsyn_card_grid_class_init (SamsynCardGridClass *class)
{
  SamsynWidthLayoutClass *width_class = SAMSYN_WIDTH_LAYOUT_CLASS (class);

  width_class->scrolls = TRUE;
  width_class->natural_width = natural_width;
  width_class->arrange = arrange;
}

static void
samsyn_card_grid_init (SamsynCardGrid *self)
{
}
