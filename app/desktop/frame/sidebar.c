/* sidebar.c: the pages, by area
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sidebar.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/focus-within.h"
#include "desktop/parts/template.h"
#include "desktop/parts/wrapped-label.h"

struct _SamsynSidebar
{
  AdwBin      parent_instance;
  guint       scrolling; /* the callback that will, or 0 */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SamsynSidebar, samsyn_sidebar, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define ROW_PAGE "samsyn-page"

static const SamsynPageInfo *
page_of_row (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), ROW_PAGE) : NULL;
}

const SamsynPageInfo *
samsyn_sidebar_get_page (SamsynSidebar *self)
{
  return page_of_row (gtk_list_box_get_selected_row (self->list));
}

void
samsyn_sidebar_choose (SamsynSidebar *self,
                       const char    *page)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0), *chosen = row;

  for (int i = 1; row != NULL; row = gtk_list_box_get_row_at_index (self->list, i++))
    if (g_strcmp0 (page_of_row (row)->id, page) == 0)
      chosen = row;
  gtk_list_box_select_row (self->list, chosen);
}

void
samsyn_sidebar_focus (SamsynSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/* The page that is shown may have been chosen elsewhere.  A row has a place once it has been drawn. */
static gboolean
scroll_to_selected (GtkWidget     *widget,
                    GdkFrameClock *clock,
                    gpointer       data)
{
  SamsynSidebar *self = SAMSYN_SIDEBAR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  graphene_rect_t place;

  if (row != NULL && gtk_widget_get_mapped (widget) && gtk_widget_get_height (GTK_WIDGET (row)) == 0)
    return G_SOURCE_CONTINUE;
  if (row != NULL && adjustment != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &place))
    gtk_adjustment_clamp_page (adjustment, place.origin.y, place.origin.y + place.size.height);
  self->scrolling = 0;
  return G_SOURCE_REMOVE;
}

/* In a narrow window the sidebar may be away, and has no places until it is back. */
static void
start_scrolling (SamsynSidebar *self)
{
  if (self->scrolling == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_selected, NULL, NULL);
}

static void
samsyn_sidebar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (samsyn_sidebar_parent_class)->map (widget);
  start_scrolling (SAMSYN_SIDEBAR (widget));
}

static void
on_row_selected (SamsynSidebar *self,
                 GtkListBoxRow *row)
{
  if (row == NULL)
    return;
  start_scrolling (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_row_activated (SamsynSidebar *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* ---- Rows ----------------------------------------------------------------------------------------------------------------- */

static void
add_row (SamsynSidebar        *self,
         const SamsynPageInfo *page)
{
  const char *label = samsyn_page_label (page);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), samsyn_filling_label_new (label, TRUE));
  samsyn_accessible_name (row, label);
  g_object_set_data (G_OBJECT (row), ROW_PAGE, (gpointer) page);
  gtk_list_box_append (self->list, row);
}

/* An area's name stands above its first page. */
static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       data)
{
  const SamsynPageInfo *page = page_of_row (row), *previous = page_of_row (before);
  GtkWidget *heading;

  if (page->area == SAMSYN_N_AREAS || (previous != NULL && previous->area == page->area))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  heading = samsyn_filling_label_new (samsyn_area_label (page->area, NULL), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "samsyn-area");
  gtk_list_box_row_set_header (row, heading);
}

/* Tab goes to the page that is shown and then on; the arrows go from page to page. */
static gboolean
samsyn_sidebar_focus_moves (GtkWidget       *widget,
                            GtkDirectionType direction)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (SAMSYN_SIDEBAR (widget)->list);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (samsyn_sidebar_parent_class)->focus (widget, direction);
  if (row == NULL || samsyn_has_focus_within (widget))
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
samsyn_sidebar_class_init (SamsynSidebarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->focus = samsyn_sidebar_focus_moves;
  widget_class->map = samsyn_sidebar_map;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  samsyn_template_set (widget_class, "sidebar");
  gtk_widget_class_bind_template_child (widget_class, SamsynSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
samsyn_sidebar_init (SamsynSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  for (guint i = 0; i < samsyn_pages ()->len; i++)
    add_row (self, &g_array_index (samsyn_pages (), SamsynPageInfo, i));
}
