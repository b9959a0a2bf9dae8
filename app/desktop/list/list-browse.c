/* list-browse.c: the record beside a list, chosen by its row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-browse.h"

#include "desktop/session/selection.h"

#define KEY "samsyn-list-browse"

typedef struct
{
  SamsynSession    *session; /* both borrowed: the page's */
  SamsynRecordList *list;
} ListBrowse;

static ListBrowse *
browse_of (GtkListView *view)
{
  return g_object_get_data (G_OBJECT (view), KEY);
}

/* The one record that is selected, 0 for none or several. */
static gint64
selected (GtkListView *view)
{
  g_autoptr (GArray) ids = samsyn_selection_ids (gtk_list_view_get_model (view), browse_of (view)->list);

  return ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}

static void
on_activated (GtkListView *view,
              guint        position)
{
  gint64 id = samsyn_record_list_get_id (browse_of (view)->list, position);

  if (id != 0)
    samsyn_session_browse (browse_of (view)->session, id);
}

/* The row has selected itself by now; with Ctrl or Shift several are selected, and none is opened. */
static void
on_clicked (GtkListView *view,
            int          n_times,
            double       x,
            double       y)
{
  GtkWidget *clicked = gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT);
  gint64 id = clicked != NULL && clicked != GTK_WIDGET (view) ? selected (view) : 0;

  if (id != 0)
    samsyn_session_browse (browse_of (view)->session, id);
}

void
samsyn_list_browse_follow (GtkListView *view)
{
  gint64 shown = samsyn_session_get_record (browse_of (view)->session), id = shown != 0 ? selected (view) : 0;

  if (id != 0 && id != shown)
    samsyn_session_browse (browse_of (view)->session, id);
}

void
samsyn_list_browse_attach (GtkListView      *view,
                           SamsynSession    *session,
                           SamsynRecordList *list)
{
  ListBrowse *browse = g_new0 (ListBrowse, 1);
  GtkGesture *click = gtk_gesture_click_new ();

  browse->session = session;
  browse->list = list;
  g_object_set_data_full (G_OBJECT (view), KEY, browse, g_free);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_clicked), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (view, "activate", G_CALLBACK (on_activated), NULL);
}
