/* width-layout.c: laying out children so that the height follows from the width
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "width-layout.h"

G_DEFINE_ABSTRACT_TYPE (SamsynWidthLayout, samsyn_width_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
least_width (GtkWidget *widget)
{
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;

      if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      widest = MAX (widest, least);
    }
  return widest;
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
  SamsynWidthLayoutClass *class = SAMSYN_WIDTH_LAYOUT_GET_CLASS (manager);
  int least = least_width (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = MAX (least, class->natural_width (widget, least));
    }
  else if (for_size < 0 && class->scrolls)
    *minimum = *natural = 0;
  else
    *minimum = *natural
        = class->arrange (widget, for_size < 0 ? MAX (least, class->natural_width (widget, least)) : for_size, FALSE);
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  SAMSYN_WIDTH_LAYOUT_GET_CLASS (manager)->arrange (widget, width, TRUE);
}

static void
samsyn_width_layout_class_init (SamsynWidthLayoutClass *class)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (class);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
samsyn_width_layout_init (SamsynWidthLayout *self)
{
}
