/* width-layout.h: laying out children so that the height follows from the width
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What layout managers derive from that put their children in lines or columns, as many as the width has room for. */
#define SAMSYN_TYPE_WIDTH_LAYOUT (samsyn_width_layout_get_type ())
G_DECLARE_DERIVABLE_TYPE (SamsynWidthLayout, samsyn_width_layout, SAMSYN, WIDTH_LAYOUT, GtkLayoutManager)

struct _SamsynWidthLayoutClass
{
  GtkLayoutManagerClass parent_class;

  /* What scrolls asks for a height without a width too, and makes nothing of the answer, for which every line would be broken
   * anew. */
  gboolean scrolls;

  /* The width that the children like to have together, where the widest needs `least`. */
  int (*natural_width) (GtkWidget *widget,
                        int        least);

  /* Puts the children in their places, or (place FALSE) only measures; the height of all. */
  int (*arrange) (GtkWidget *widget,
                  int        width,
                  gboolean   place);
};

G_END_DECLS
