/* list-focus.c: where a list of records stands, and which of its rows has the focus
 *
 * GTK 4.8 neither scrolls a view to a row nor focuses one on request, and complains of both in the frame in which the rows came.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-focus.h"

#include "desktop/page/page.h"
#include "desktop/parts/drawn.h"
#include "desktop/parts/focus-within.h"
#include "desktop/session/selection.h"

#define KEY "samsyn-list-focus"

typedef struct
{
  SamsynSession    *session; /* both borrowed: the page's */
  SamsynRecordList *list;
  gboolean          to_top; /* what is to be done when the rows have their places */
  gboolean          to_row;
  gboolean          to_shown;
  gboolean          moved; /* to rows that have no places yet */
} ListFocus;

static ListFocus *
focus_of (GtkListView *view)
{
  return g_object_get_data (G_OBJECT (view), KEY);
}

/* Frames are waited for with the page: the view isn't drawn while something else is said instead of it. */
static GtkWidget *
page_of (GtkListView *view)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (view), SAMSYN_TYPE_PAGE);
}

/* ---- When the rows have their places --------------------------------------------------------------------------------------- */

/* A row is told that it is selected, but nobody which row stands for which record. */
static gboolean
focus_selected_row (GtkListView *view)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (view)); row != NULL; row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) && gtk_widget_get_child_visible (row))
      return gtk_widget_grab_focus (row);
  return FALSE;
}

/* The record that is shown is the one that is selected, where the list has it; it may have it later. */
static void
select_shown (GtkListView *view,
              ListFocus     *focus)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (view);
  gint64 shown = samsyn_session_get_record (focus->session);
  guint position = shown != 0 ? samsyn_record_list_find (focus->list, shown) : G_MAXUINT;

  if (selection == NULL || (position == G_MAXUINT && !samsyn_record_list_is_complete (focus->list)))
    return;
  focus->to_shown = FALSE;
  if (position == G_MAXUINT)
    {
      if (shown != 0 && samsyn_selection_count (selection, focus->list) == 1)
        gtk_selection_model_unselect_all (selection);
      return;
    }
  if (gtk_selection_model_is_selected (selection, position))
    return;
  gtk_selection_model_select_item (selection, position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (view), "list.scroll-to-item", "u", position);
  focus->moved = TRUE;
  focus->to_row = focus->to_row || samsyn_has_focus_within (GTK_WIDGET (view));
}

static void
when_drawn (GtkWidget *page)
{
  GtkListView *view = g_object_get_data (G_OBJECT (page), KEY);
  ListFocus *focus = focus_of (view);

  if (samsyn_session_get_store (focus->session) == NULL)
    return;
  /* A view without rows complains of being scrolled. */
  if (focus->to_top && g_list_model_get_n_items (G_LIST_MODEL (focus->list)) > 0)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), 0);
  if (focus->to_shown)
    select_shown (view, focus);
  focus->to_top = FALSE;
  if (focus->moved && focus->to_row)
    samsyn_when_drawn (page, when_drawn);
  else if (focus->to_row)
    {
      focus->to_row = FALSE;
      if (!focus_selected_row (view))
        samsyn_page_focus_content (SAMSYN_PAGE (page));
    }
  focus->moved = FALSE;
}

/* ---- What is asked for ----------------------------------------------------------------------------------------------------- */

void
samsyn_list_focus_go_to_top (GtkListView *view)
{
  focus_of (view)->to_top = TRUE;
  samsyn_when_drawn (page_of (view), when_drawn);
}

void
samsyn_list_focus_go_to_row (GtkListView *view)
{
  focus_of (view)->to_row = TRUE;
  samsyn_when_drawn (page_of (view), when_drawn);
}

void
samsyn_list_focus_take_off (GtkListView *view)
{
  if (!samsyn_has_focus_within (GTK_WIDGET (view)))
    return;
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (view)), NULL);
  samsyn_list_focus_go_to_row (view);
}

void
samsyn_list_focus_look_again (GtkListView *view)
{
  if (focus_of (view)->to_shown)
    samsyn_when_drawn (page_of (view), when_drawn);
}

static void
on_record_shown (GtkListView *view)
{
  focus_of (view)->to_shown = TRUE;
  samsyn_when_drawn (page_of (view), when_drawn);
}

/* The focus goes to the first field of a new record. */
static void
on_create_record (GtkListView *view)
{
  focus_of (view)->to_row = FALSE;
}

/* ---- The view -------------------------------------------------------------------------------------------------------------- */

void
samsyn_list_focus_attach (GtkListView      *view,
                          SamsynSession    *session,
                          SamsynRecordList *list)
{
  ListFocus *focus = g_new0 (ListFocus, 1);

  focus->session = session;
  focus->list = list;
  g_object_set_data_full (G_OBJECT (view), KEY, focus, g_free);
  g_object_set_data (G_OBJECT (page_of (view)), KEY, view);
  g_signal_connect_object (session, "show-record", G_CALLBACK (on_record_shown), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "create-record", G_CALLBACK (on_create_record), view, G_CONNECT_SWAPPED);
}
