/* map-view-private.h: the view of the map inside, shared by its files
 *
 *   map-view.c     the widget: its grid, scrolling
 *   map-cursor.c   the cursor, what is selected with it, and the focus
 *   map-places.c   where things are, and how far it scrolls
 *   map-draw.c     drawing
 *   map-text.c     the names, laid out
 *   map-tile.c     how a cell looks
 *   map-keys.c     the keyboard
 *   map-pointer.c  the pointer
 *   map-speak.c    words for screen readers and tooltips
 *   map-entry.c    names typed in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/parts/shade.h"
#include "map-view.h"

G_BEGIN_DECLS

#define SAMSYN_MAP_INDENT 14
#define SAMSYN_MAP_PADDING 8

struct _SamsynMapView
{
  GtkWidget      parent_instance;
  SamsynMapGrid *grid;
  gboolean       huki;
  gboolean       read_only;

  GtkAdjustment      *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  double              scale; /* of the user's text */
  int                 row_height;
  int                 column_width;
  int                 fold_size;     /* of the triangle that folds */
  int                 name_length;   /* of an organisation, at most */
  int                 header_width;  /* of the tasks */
  int                 header_height; /* of the organisations */

  int      row;
  int      column;
  int      anchor_row;
  int      anchor_column;
  gboolean beside; /* "/" was typed: the next letter goes beside what is there */

  int drag_row; /* the heading that is dragged, -1: none */
  int drop_row; /* the one to whose place it would go, -1: nowhere */

  GtkWidget *cells[2]; /* take the focus for the cell of the cursor, in turns, so that each move is spoken */
  guint      cell;
  GtkWidget *entry;
  int        entry_row; /* -1: not shown */

  GHashTable *row_layouts; /* row → PangoLayout; those lately drawn */
  GHashTable *column_layouts;
  GHashTable *tiles; /* key → GskRenderNode: each look of a cell once */
  SamsynShade tiles_shade;
};

/* ---- map-view.c */
enum
{
  SAMSYN_MAP_TYPED,
  SAMSYN_MAP_CLEARED,
  SAMSYN_MAP_PASTED,
  SAMSYN_MAP_OPENED,
  SAMSYN_MAP_FOLDED,
  SAMSYN_MAP_CREATED,
  SAMSYN_MAP_MOVED,
  SAMSYN_MAP_CURSOR,
  SAMSYN_MAP_N_SIGNALS
};

extern guint samsyn_map_view_signals[SAMSYN_MAP_N_SIGNALS];

/* Folds or unfolds what the heading stands for; whether there was anything to fold. */
gboolean samsyn_map_view_fold (SamsynMapView *view,
                               int            row,
                               int            column);

/* ---- map-cursor.c */

/* Makes the cells that take the focus. */
void samsyn_map_view_add_cells (SamsynMapView *view);

/* Has the cell that takes the focus say what the cursor is on; and gives it the focus. */
void     samsyn_map_view_name_cell  (SamsynMapView *view);
gboolean samsyn_map_view_focus_cell (SamsynMapView *view);

/* Keeps cursor, selection and entry on what they were on in the grid before, which may be NULL. */
void samsyn_map_view_find_again (SamsynMapView       *view,
                                 const SamsynMapGrid *old);

/* ---- map-places.c */

/* How far the cells are scrolled, in whole pixels. */
int samsyn_map_view_scrolled (SamsynMapView *view,
                              GtkOrientation orientation);

/* Measures what is measured by the text, and tells the scroll bars. */
void samsyn_map_view_configure (SamsynMapView *view);

/* The place of a cell or heading in the widget. */
GdkRectangle samsyn_map_view_place (SamsynMapView *view,
                                    int            row,
                                    int            column);

/* The row and column at a point; FALSE outside.  A heading is -1. */
gboolean samsyn_map_view_hit (SamsynMapView *view,
                              double         x,
                              double         y,
                              int           *row,
                              int           *column);

/* ---- map-draw.c */
void samsyn_map_view_draw (SamsynMapView *view,
                           GtkSnapshot   *snapshot);

/* ---- map-text.c; layouts are owned by the view, but for a symbol's */
PangoLayout *samsyn_map_view_row_text    (SamsynMapView *view,
                                          int            at);
PangoLayout *samsyn_map_view_column_text (SamsynMapView *view,
                                          int            at);
PangoLayout *samsyn_map_view_symbol      (SamsynMapView *view,
                                          const char    *text,
                                          double         scale);

/* The height of the highest name of a column, which stands upright; where a row's name begins. */
int samsyn_map_view_name_height (SamsynMapView *view);
int samsyn_map_view_indent      (const SamsynMapRow *row);

/* ---- map-tile.c */

/* The look of a cell, owned by the view; NULL where there is nothing to see. */
GskRenderNode *samsyn_map_view_tile (SamsynMapView       *view,
                                     const SamsynMapCell *cell);

/* A severity's symbol, ending at the right; a text at a point. */
void samsyn_map_view_draw_mark (SamsynMapView       *view,
                                GtkSnapshot         *snapshot,
                                const SamsynMapMark *mark,
                                double               scale,
                                float                right,
                                float                top);
void samsyn_map_view_put       (GtkSnapshot         *snapshot,
                                PangoLayout         *layout,
                                const GdkRGBA       *colour,
                                float                x,
                                float                y);

/* ---- map-keys.c, map-pointer.c */
void samsyn_map_view_add_keys    (SamsynMapView *view);
void samsyn_map_view_add_pointer (SamsynMapView *view);

/* ---- map-speak.c; to be freed by the caller */
char *samsyn_map_view_speak (SamsynMapView *view,
                             int            row,
                             int            column);

/* ---- map-entry.c */
void samsyn_map_view_add_entry   (SamsynMapView *view);
void samsyn_map_view_show_entry  (SamsynMapView *view,
                                  int            row,
                                  const char    *text);
void samsyn_map_view_hide_entry  (SamsynMapView *view);
void samsyn_map_view_place_entry (SamsynMapView *view);

G_END_DECLS
