/* wrap-layout.c: controls side by side, on as many lines as they need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "wrap-layout.h"

#define GAP 6

struct _SamsynWrapLayout
{
  SamsynWidthLayout parent_instance;
};

G_DEFINE_FINAL_TYPE (SamsynWrapLayout, samsyn_wrap_layout, SAMSYN_TYPE_WIDTH_LAYOUT)

/* The children from `first` up to `end` (NULL: the last) stand in a line. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;
  int        used; /* by the children as they are asked for, and the gaps between */
  int        n_children;
  int        n_expand;
  int        height;
} Line;

/* What expands may be as small as it can; the others are as they like, where there is room. */
static int
wanted_width (GtkWidget *child,
              int        width)
{
  int least = 0, natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  return MAX (least, gtk_widget_get_hexpand (child) ? least : MIN (natural, width));
}

static int
least_height (GtkWidget *child,
              int        width)
{
  int least = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  return least;
}

/* What a child of a line gets: of the room left over, those that expand get as much each. */
static int
given_width (GtkWidget *child,
             int        width,
             int       *room,
             int       *n_expand)
{
  int given = wanted_width (child, width);

  if (gtk_widget_get_hexpand (child))
    {
      int share = *room / (*n_expand)--;

      given += share;
      *room -= share;
    }
  return given;
}

/* A text that gets more room than it asked for is the lower for it. */
static void
find_height (Line *line,
             int   width)
{
  int room = MAX (0, width - line->used), n_expand = line->n_expand;

  line->height = 0;
  for (GtkWidget *child = line->first; child != line->end; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int height = least_height (child, given_width (child, width, &room, &n_expand));

        line->height = MAX (line->height, height);
      }
}

static void
find_line (GtkWidget *first,
           int        width,
           Line      *line)
{
  *line = (Line) { .first = first };
  for (line->end = first; line->end != NULL; line->end = gtk_widget_get_next_sibling (line->end))
    {
      int gap = line->n_children > 0 ? GAP : 0, wanted;

      if (!gtk_widget_should_layout (line->end))
        continue;
      wanted = wanted_width (line->end, width);
      if (line->n_children > 0 && line->used + gap + wanted > width)
        break;
      line->used += gap + wanted;
      line->n_children++;
      line->n_expand += gtk_widget_get_hexpand (line->end);
    }
  find_height (line, width);
}

static void
place_line (GtkWidget  *widget,
            const Line *line,
            int         width,
            int         y)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int room = MAX (0, width - line->used), n_expand = line->n_expand, x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = gtk_widget_get_next_sibling (child))
    {
      int given;

      if (!gtk_widget_should_layout (child))
        continue;
      given = given_width (child, width, &room, &n_expand);
      gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - given : x, y, given, line->height }, -1);
      x += given + GAP;
    }
}

/* Puts the children in lines, or (place FALSE) only measures; the height of all lines. */
static int
arrange (GtkWidget *widget,
         int        width,
         gboolean   place)
{
  Line line = { .end = gtk_widget_get_first_child (widget) };
  int y = 0;

  while (line.end != NULL)
    {
      find_line (line.end, width, &line);
      if (line.n_children == 0)
        continue;
      y += y > 0 ? GAP : 0;
      if (place)
        place_line (widget, &line, width, y);
      y += line.height;
    }
  return y;
}

/* All in one line. */
static int
natural_width (GtkWidget *widget,
               int        least)
{
  int together = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int liked = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &liked, NULL, NULL);
      together += liked + (together > 0 ? GAP : 0);
    }
  return together;
}

static void
samsyn_wrap_layout_class_init (SamsynWrapLayoutClass *class)
{
  SamsynWidthLayoutClass *width_class = SAMSYN_WIDTH_LAYOUT_CLASS (class);

  width_class->natural_width = natural_width;
  width_class->arrange = arrange;
}

static void
samsyn_wrap_layout_init (SamsynWrapLayout *self)
{
}
