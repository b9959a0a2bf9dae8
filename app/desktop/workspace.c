/* workspace.c: an open workspace: sidebar and page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "workspace.h"

#include "accessible.h"
#include "list-page.h"
#include "model/words.h"
#include "sidebar.h"
#include "template.h"

struct _SamsynWorkspace
{
  AdwBin          parent_instance;
  SamsynStore    *store;
  SamsynListPage *list_page; /* what `page` shows, or NULL */

  GtkBox         *content_side;
  AdwLeaflet     *leaflet;
  GtkMenuButton  *menu_button;
  GtkLabel       *notice;
  GtkRevealer    *notice_revealer;
  AdwBin         *page;
  SamsynSidebar  *sidebar;
  GtkBox         *sidebar_side;
  AdwWindowTitle *title;
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

SamsynStore *
samsyn_workspace_get_store (SamsynWorkspace *self)
{
  return self->store;
}

/* ---- The page ------------------------------------------------------------------------------------------------------------- */

static void
leave_page (SamsynWorkspace *self)
{
  if (self->list_page == NULL)
    return;
  samsyn_list_page_close (self->list_page);
  self->list_page = NULL;
  adw_bin_set_child (self->page, NULL);
}

static void
on_kind_chosen (SamsynWorkspace *self)
{
  const SamsynKind *kind = samsyn_sidebar_get_kind (self->sidebar);

  if (self->store == NULL || kind == NULL)
    return;
  leave_page (self);
  self->list_page = samsyn_list_page_new (self->store, kind);
  g_object_bind_property (self->leaflet, "folded", self->list_page, "narrow", G_BINDING_SYNC_CREATE);
  adw_bin_set_child (self->page, GTK_WIDGET (self->list_page));
}

static void
on_kind_activated (SamsynWorkspace *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content_side));
  if (self->list_page != NULL && adw_leaflet_get_folded (self->leaflet))
    samsyn_list_page_focus_list (self->list_page);
}

/* The one way that anything here gets to know of a change. */
static void
on_store_changed (SamsynStore *store,
                  gint64       step,
                  GPtrArray   *changes,
                  gpointer     data)
{
  SamsynWorkspace *self = data;

  if (self->list_page != NULL)
    samsyn_list_page_refresh (self->list_page);
}

SamsynWorkspace *
samsyn_workspace_new (SamsynStore *store,
                      const char  *notice)
{
  SamsynWorkspace *self = g_object_new (SAMSYN_TYPE_WORKSPACE, NULL);
  g_autofree char *name = samsyn_workspace_name (store);

  self->store = store;
  samsyn_store_on_changed (store, on_store_changed, self);
  adw_window_title_set_title (self->title, name);
  if (notice != NULL)
    {
      gtk_label_set_text (self->notice, notice);
      gtk_revealer_set_reveal_child (self->notice_revealer, TRUE);
    }
  samsyn_sidebar_choose_first (self->sidebar);
  return self;
}

void
samsyn_workspace_close (SamsynWorkspace *self)
{
  leave_page (self);
  if (self->store != NULL)
    samsyn_store_on_changed (self->store, NULL, NULL);
  g_clear_pointer (&self->store, samsyn_store_close);
}

/* ---- Moving about --------------------------------------------------------------------------------------------------------- */

void
samsyn_workspace_show_sidebar (SamsynWorkspace *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar_side));
  samsyn_sidebar_focus (self->sidebar);
}

void
samsyn_workspace_filter (SamsynWorkspace *self)
{
  if (self->list_page == NULL)
    return;
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content_side));
  samsyn_list_page_focus_filter (self->list_page);
}

void
samsyn_workspace_menu (SamsynWorkspace *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar_side));
  gtk_menu_button_popup (self->menu_button);
}

/* The parts of the window, in a round. */
enum
{
  PART_SIDEBAR,
  PART_FILTER,
  PART_LIST,
  N_PARTS
};

static guint
current_part (SamsynWorkspace *self)
{
  if (gtk_widget_get_state_flags (GTK_WIDGET (self->sidebar_side)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    return PART_SIDEBAR;
  if (self->list_page != NULL && samsyn_list_page_in_filter (self->list_page))
    return PART_FILTER;
  return PART_LIST;
}

void
samsyn_workspace_move_focus (SamsynWorkspace *self,
                             gboolean         back)
{
  switch ((current_part (self) + (back ? N_PARTS - 1 : 1)) % N_PARTS)
    {
    case PART_SIDEBAR:
      samsyn_workspace_show_sidebar (self);
      break;
    case PART_FILTER:
      samsyn_workspace_filter (self);
      break;
    default:
      if (self->list_page != NULL)
        {
          adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content_side));
          samsyn_list_page_focus_list (self->list_page);
        }
    }
}

/* ---- The widget ----------------------------------------------------------------------------------------------------------- */

static void
samsyn_workspace_dispose (GObject *object)
{
  SamsynWorkspace *self = SAMSYN_WORKSPACE (object);

  samsyn_workspace_close (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMSYN_TYPE_WORKSPACE);
  G_OBJECT_CLASS (samsyn_workspace_parent_class)->dispose (object);
}

static void
samsyn_workspace_class_init (SamsynWorkspaceClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (SAMSYN_TYPE_SIDEBAR);
  G_OBJECT_CLASS (class)->dispose = samsyn_workspace_dispose;
  samsyn_template_set (widget_class, "workspace");
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, content_side);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, notice);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, notice_revealer);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, page);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, sidebar_side);
  gtk_widget_class_bind_template_child (widget_class, SamsynWorkspace, title);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_activated);
}

static void
samsyn_workspace_init (SamsynWorkspace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_name (GTK_WIDGET (self->menu_button), _("Menu"));
}
