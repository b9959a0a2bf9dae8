/* workspace.c: an open workspace: sidebar, page and record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "workspace.h"

#include "desktop/page/pages.h"
#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/focus-within.h"
#include "desktop/parts/folding.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/notice-bar.h"
#include "desktop/parts/shade.h"
#include "desktop/parts/template.h"
#include "desktop/record/record-pane.h"
#include "desktop/search/search-palette.h"
#include "desktop/session/safekeeping.h"
#include "focus-round.h"
#include "messages.h"
#include "model/words.h"
#include "recent-menu.h"
#include "sidebar.h"

#define RECORD_WIDTH 420 /* beside a page, whatever is in it */
#define ANY_WIDTH 16384

struct _SamsynWorkspace
{
  AdwBin          parent_instance;
  SamsynSession  *session;
  SamsynRecordPane *record; /* what `record_side` shows */
  SamsynPage     *shown;   /* what `page` shows, or NULL */
  guint           reading; /* the source that looks what others write, or 0 */
  gint64          left;    /* the record that goes when the page that was asked for has come, or 0 */
  SamsynSearchPalette *palette; /* NULL until it is asked for */

  GtkBox         *content_side;
  AdwLeaflet     *leaflet;
  GtkMenuButton  *menu_button;
  SamsynNoticeBar *notice;
  AdwBin         *page;
  AdwLeaflet     *page_leaflet;
  GtkBox         *page_side;
  AdwClampLayout *record_room;
  AdwBin         *record_side;
  GMenu          *recent_menu;
  GtkLabel       *said;
  SamsynSidebar  *sidebar;
  GtkBox         *sidebar_side;
  GtkLabel       *title;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (SamsynWorkspace, samsyn_workspace, ADW_TYPE_BIN)

char *
samsyn_workspace_name (SamsynStore *store)
{
  g_autofree char *name = g_filename_display_basename (samsyn_store_get_path (store));

  if (g_str_has_suffix (name, ".samsyn"))
    name[strlen (name) - strlen (".samsyn")] = '\0';
  return g_steal_pointer (&name);
}

SamsynSession *
samsyn_workspace_get_session (SamsynWorkspace *self)
{
  return self->session;
}

const char *
samsyn_workspace_get_page (SamsynWorkspace *self)
{
  const SamsynPageInfo *info = samsyn_sidebar_get_page (self->sidebar);

  return info != NULL ? info->id : NULL;
}

/* ---- The page ------------------------------------------------------------------------------------------------------------- */

static void
leave_page (SamsynWorkspace *self)
{
  self->shown = NULL;
  adw_bin_set_child (self->page, NULL);
}

/* Only what stands at the window's right edge has its buttons. */
static void
set_end_buttons (GtkWidget *widget,
                 gboolean   show)
{
  if (ADW_IS_HEADER_BAR (widget))
    adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (widget), show);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      set_end_buttons (child, show);
}

static void
update_narrow (SamsynWorkspace *self)
{
  gboolean open = self->record != NULL && samsyn_record_pane_is_open (self->record);
  gboolean alone = adw_leaflet_get_folded (self->page_leaflet);

  if (self->shown != NULL)
    {
      g_object_set (self->shown, "narrow", adw_leaflet_get_folded (self->leaflet), NULL);
      set_end_buttons (GTK_WIDGET (self->shown), !open || alone);
    }
  adw_clamp_layout_set_maximum_size (self->record_room, alone ? ANY_WIDTH : RECORD_WIDTH);
  adw_clamp_layout_set_tightening_threshold (self->record_room, alone ? ANY_WIDTH : RECORD_WIDTH);
  if (self->record != NULL)
    g_object_set (self->record, "alone", alone, NULL);
  samsyn_narrow_headers (GTK_WIDGET (self->leaflet), adw_leaflet_get_folded (self->leaflet));
  if (alone && self->session != NULL)
    adw_leaflet_set_visible_child (self->page_leaflet, open ? GTK_WIDGET (self->record_side) : GTK_WIDGET (self->page_side));
}

static void
on_page_chosen (SamsynWorkspace *self)
{
  const SamsynPageInfo *info = samsyn_sidebar_get_page (self->sidebar);

  if (self->session == NULL || info == NULL)
    return;
  samsyn_session_save_all (self->session);
  leave_page (self);
  self->shown = samsyn_page_new (info->type (), self->session, info->kind);
  adw_bin_set_child (self->page, GTK_WIDGET (self->shown));
  update_narrow (self);
}

/* A leaflet that is on its way into view can't turn its own page without trouble. */
static void
close_left (SamsynWorkspace *self)
{
  gint64 left = self->left;

  if (left == 0 || self->session == NULL || adw_leaflet_get_child_transition_running (self->leaflet))
    return;
  self->left = 0;
  if (left == samsyn_session_get_record (self->session))
    samsyn_session_show_record (self->session, 0);
}

/* Unless it is asked for again meanwhile. */
static void
on_show_record (SamsynWorkspace *self)
{
  self->left = 0;
}

static void
on_page_activated (SamsynWorkspace *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content_side));
  /* Where there is no room for both, the record would stay before the page that was asked for. */
  if (adw_leaflet_get_folded (self->page_leaflet) && samsyn_record_pane_is_open (self->record))
    self->left = samsyn_session_get_record (self->session);
  close_left (self);
  /* The leaflet moves the focus to whatever comes first in the page: a button of its header bar. */
  if (self->shown != NULL)
    samsyn_page_focus (self->shown);
}

/* ---- The record beside it -------------------------------------------------------------------------------------------------- */

static void
on_record_shown (SamsynWorkspace *self)
{
  gboolean open = samsyn_record_pane_is_open (self->record), was_open = gtk_widget_get_visible (GTK_WIDGET (self->record_side));
  gboolean had_focus = samsyn_has_focus_within (GTK_WIDGET (self->record_side));

  /* The focus must not go with what it was in. */
  if (!open && self->shown != NULL && (had_focus || adw_leaflet_get_folded (self->page_leaflet)))
    {
      adw_leaflet_set_visible_child (self->page_leaflet, GTK_WIDGET (self->page_side));
      samsyn_page_focus (self->shown);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->record_side), open);
  update_narrow (self);
  if (!open)
    return;
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content_side));
  if (samsyn_record_pane_is_new (self->record))
    samsyn_record_pane_focus (self->record);
  else if (!was_open && !adw_leaflet_get_folded (self->page_leaflet))
    /* TRANSLATORS: for screen readers: a record was opened beside the list, in which the focus stays */
    samsyn_announce (self->said, _ ("The record is open beside (F6 goes there)"));
}

/* ---- What the session asks for -------------------------------------------------------------------------------------------- */

static void
on_show_page (SamsynWorkspace *self,
              const char      *page)
{
  /* The page that is there already has perhaps been told to show something else. */
  if (self->shown != NULL && g_strcmp0 (page, samsyn_workspace_get_page (self)) == 0)
    samsyn_page_refresh (self->shown);
  else
    samsyn_sidebar_choose (self->sidebar, page);
  on_page_activated (self);
}

/* ---- A workspace that others write ----------------------------------------------------------------------------------------- */

#define LOOK_SECONDS 2

static gboolean
look (gpointer data)
{
  SamsynWorkspace *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    samsyn_session_look (self->session);
  return G_SOURCE_CONTINUE;
}

/* A page's texts have the colours that were right when they were written. */
static void
colour_anew (gpointer data)
{
  SamsynWorkspace *self = data;

  if (self->shown != NULL && self->session != NULL && samsyn_session_get_store (self->session) != NULL)
    samsyn_page_refresh (self->shown);
}

SamsynWorkspace *
samsyn_workspace_new (SamsynStore *store,
                      const char  *notice,
                      const char  *page)
{
  SamsynWorkspace *self = g_object_new (SAMSYN_TYPE_WORKSPACE, NULL);
  g_autofree char *name = samsyn_workspace_name (store);

  self->session = samsyn_session_new (store);
  samsyn_messages_show (self->session, self->toasts, self->said);
  g_signal_connect_object (self->session, "show-page", G_CALLBACK (on_show_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "show-record", G_CALLBACK (on_show_record), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "unwritable", G_CALLBACK (samsyn_notice_bar_show), self->notice, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "damaged", G_CALLBACK (samsyn_notice_bar_show_damage), self->notice, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "bent", G_CALLBACK (samsyn_notice_bar_show_bent), self->notice, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notice, "show-bent", G_CALLBACK (samsyn_session_show_bent), self->session, G_CONNECT_SWAPPED);
  self->record = samsyn_record_pane_new (self->session);
  g_signal_connect_object (self->record, "shown", G_CALLBACK (on_record_shown), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->record_side, GTK_WIDGET (self->record));
  gtk_label_set_text (self->title, name);
  samsyn_notice_bar_show (self->notice, notice);
  samsyn_sidebar_choose (self->sidebar, page);
  samsyn_safekeeping_watch (self->session);
  samsyn_shade_watch (self, colour_anew);
  if (samsyn_session_is_read_only (self->session))
    self->reading = g_timeout_add_seconds (LOOK_SECONDS, look, self);
  return self;
}

void
samsyn_workspace_close (SamsynWorkspace *self)
{
  g_clear_handle_id (&self->reading, g_source_remove);
  if (self->session != NULL)
    samsyn_session_close (self->session);
  leave_page (self);
}

/* ---- Moving about --------------------------------------------------------------------------------------------------------- */

static SamsynFocusRound
focus_round (SamsynWorkspace *self)
{
  return (SamsynFocusRound) { .leaflet = self->leaflet, .sidebar_side = GTK_WIDGET (self->sidebar_side),
                              .content_side = GTK_WIDGET (self->content_side), .sidebar = self->sidebar, .page = self->shown,
                              .record = self->record, .record_side = GTK_WIDGET (self->record_side),
                              .notice = GTK_WIDGET (self->notice) };
}

void
samsyn_workspace_show_sidebar (SamsynWorkspace *self)
{
  SamsynFocusRound round = focus_round (self);

  samsyn_focus_round_go (&round, SAMSYN_FOCUS_SIDEBAR);
}

void
samsyn_workspace_filter (SamsynWorkspace *self)
{
  SamsynFocusRound round = focus_round (self);

  samsyn_focus_round_go (&round, SAMSYN_FOCUS_FILTER);
}

void
samsyn_workspace_move_focus (SamsynWorkspace *self,
                             gboolean         back)
{
  SamsynFocusRound round = focus_round (self);

  samsyn_focus_round_move (&round, back);
}

void
samsyn_workspace_new_record (SamsynWorkspace *self)
{
  if (self->shown != NULL && !samsyn_session_is_read_only (self->session))
    samsyn_page_create (self->shown);
}

static void
on_jumped (SamsynWorkspace *self)
{
  if (self->shown != NULL)
    samsyn_page_focus (self->shown);
}

void
samsyn_workspace_search (SamsynWorkspace *self)
{
  if (self->palette == NULL)
    {
      self->palette = samsyn_search_palette_new (self->session, GTK_WIDGET (self));
      g_signal_connect_object (self->palette, "jumped", G_CALLBACK (on_jumped), self, G_CONNECT_SWAPPED);
    }
  samsyn_search_palette_open (self->palette);
}

void
samsyn_workspace_menu (SamsynWorkspace *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar_side));
  gtk_menu_button_popup (self->menu_button);
}

/* One step back from where the focus is, until the sidebar. */
void
samsyn_workspace_go_back (SamsynWorkspace *self)
{
  SamsynFocusRound round = focus_round (self);
  gboolean in_record = samsyn_focus_round_where (&round) == SAMSYN_FOCUS_RECORD;

  if (in_record && samsyn_session_get_previous (self->session) != 0)
    samsyn_session_go_back (self->session);
  else if (in_record && adw_leaflet_get_folded (self->page_leaflet))
    samsyn_session_show_record (self->session, 0);
  else
    samsyn_focus_round_go (&round, SAMSYN_FOCUS_SIDEBAR);
}

char *
samsyn_workspace_describe_lost (SamsynWorkspace *self)
{
  return samsyn_record_pane_describe_lost (self->record);
}

/* What can't be saved is the last that was done, and no step yet. */
void
samsyn_workspace_undo (SamsynWorkspace *self)
{
  if (!samsyn_record_pane_take_back (self->record))
    samsyn_session_undo (self->session);
}

/* Escape, where nothing else has a use for it. */
static gboolean
close_record (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   data)
{
  SamsynWorkspace *self = SAMSYN_WORKSPACE (widget);

  return samsyn_record_pane_is_open (self->record)
         && gtk_widget_activate_action (GTK_WIDGET (self->record), "record.close", NULL);
}

/* ---- The widget ----------------------------------------------------------------------------------------------------------- */

static void
samsyn_workspace_dispose (GObject *object)
{
  SamsynWorkspace *self = SAMSYN_WORKSPACE (object);

  samsyn_workspace_close (self);
  if (self->palette != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->palette));
  self->palette = NULL;
  self->record = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (samsyn_workspace_parent_class)->dispose (object);
}

static void
samsyn_workspace_class_init (SamsynWorkspaceClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (SAMSYN_TYPE_NOTICE_BAR);
  g_type_ensure (SAMSYN_TYPE_SIDEBAR);
  G_OBJECT_CLASS (class)->dispose = samsyn_workspace_dispose;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, close_record, NULL);
  samsyn_template_set (widget_class, "workspace");
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, content_side);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, notice);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, page);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, page_leaflet);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, page_side);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, record_room);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, record_side);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, said);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, sidebar_side);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, title);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, toasts);
  gtk_widget_class_bind_template_callback (widget_class, close_left);
  gtk_widget_class_bind_template_callback (widget_class, update_narrow);
  gtk_widget_class_bind_template_callback (widget_class, on_page_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_page_activated);
}

static void
samsyn_workspace_init (SamsynWorkspace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* First what measures the page, then what makes it narrow. */
  samsyn_folding_watch (self->leaflet, GTK_WIDGET (self->sidebar_side), GTK_WIDGET (self->content_side));
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (update_narrow), self, G_CONNECT_SWAPPED);
  samsyn_accessible_name (GTK_WIDGET (self->menu_button), _ ("Menu"));
  samsyn_accessible_lists (GTK_WIDGET (gtk_menu_button_get_popover (self->menu_button)), _ ("Menu"));
  samsyn_recent_menu_attach (self->menu_button, self->recent_menu);
}
