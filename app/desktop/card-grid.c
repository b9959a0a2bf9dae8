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
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (SamsynCardGrid, samsyn_card_grid, GTK_TYPE_LAYOUT_MANAGER)

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

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget        *widget,
         GtkOrientation    orientation,
         int               for_size,
         int              *minimum,
         int              *natural,
         int              *minimum_baseline,
         int              *natural_baseline)
{
  int widest = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (widget); card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      int least = 0;

      if (gtk_widget_should_layout (card))
        gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      widest = MAX (widest, least);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, 2 * column_width (widget) + GAP);
    }
  else
    /* What scrolls asks without a width too, and makes nothing of the answer, for which every line would be broken anew. */
    *minimum = *natural = for_size < 0 ? 0 : arrange (widget, for_size, FALSE);
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  arrange (widget, width, TRUE);
}

GtkLayoutManager *
samsyn_card_grid_new (void)
{
  return g_object_new (SAMSYN_TYPE_CARD_GRID, NULL);
}

static void
samsyn_card_grid_class_init (SamsynCardGridClass *class)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (class);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
samsyn_card_grid_init (SamsynCardGrid *self)
{
}
