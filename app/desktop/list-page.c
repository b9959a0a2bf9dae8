/* list-page.c: the records of a kind, as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-page.h"

#include "accessible.h"
#include "cells.h"
#include "count.h"
#include "model/words.h"
#include "record-list.h"
#include "template.h"

#define KIND_ORDER (-1) /* "sort" is the number of a column, or this: as the kind says */

struct _SamsynListPage
{
  AdwBin              parent_instance;
  SamsynSession      *session;
  SamsynStore        *store; /* the session's; NULL when closed */
  const SamsynKind   *kind;
  GPtrArray          *columns;
  SamsynRecordList   *list;
  const SamsynColumn *sort; /* NULL: as the kind says */
  gboolean            descending;
  gboolean            narrow;
  GSimpleActionGroup *actions;
  guint               frames; /* to be drawn before the page does as `to_top` and `to_list` say */
  gboolean            to_top;
  gboolean            to_list;

  GtkColumnView  *view;
  AdwStatusPage  *empty;
  GtkSearchEntry *filter;
  GtkLabel       *footer;
  AdwStatusPage  *problem;
  GtkMenuButton  *sort_button;
  GtkStack       *stack;
  AdwWindowTitle *title;
};

static void page_interface_init (SamsynPageInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SamsynListPage, samsyn_list_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SAMSYN_TYPE_PAGE, page_interface_init))

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ---- Focus ---------------------------------------------------------------------------------------------------------------- */

/* Moving to a row scrolls to it, and GTK complains where rows have no places yet: they have when the next frame is drawn. */
static gboolean
when_drawn (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       data)
{
  SamsynListPage *self = SAMSYN_LIST_PAGE (widget);

  if (--self->frames > 0)
    return G_SOURCE_CONTINUE;
  if (self->to_top)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
  if (self->to_list && !gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->filter));
  self->to_top = self->to_list = FALSE;
  return G_SOURCE_REMOVE;
}

static void
wait_until_drawn (SamsynListPage *self)
{
  if (self->frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), when_drawn, NULL, NULL);
  self->frames = 2;
}

static void
focus_when_drawn (SamsynListPage *self)
{
  self->to_list = TRUE;
  wait_until_drawn (self);
}

/* Where all rows are replaced, GTK would hand the focus on to rows that have no places yet. */
static void
take_focus_off_rows (SamsynListPage *self)
{
  if (!(gtk_widget_get_state_flags (GTK_WIDGET (self->view)) & GTK_STATE_FLAG_FOCUS_WITHIN))
    return;
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  focus_when_drawn (self);
}

/* ---- What is shown -------------------------------------------------------------------------------------------------------- */

static const char *
get_filter (SamsynListPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->filter));
}

static void
show_outcome (SamsynListPage *self,
              const GError   *error)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *counted = NULL;

  if (error != NULL)
    adw_status_page_set_description (self->problem, error->message);
  gtk_stack_set_visible_child_name (self->stack, error != NULL       ? "problem"
                                                 : n_rows > 0        ? "list"
                                                 : *get_filter (self) ? "unmatched"
                                                                     : "empty");
  counted = error == NULL ? samsyn_count_describe (self->store, self->kind, get_filter (self)) : NULL;
  gtk_label_set_text (self->footer, counted != NULL ? counted : "");
}

static void
ask (SamsynListPage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;
  take_focus_off_rows (self);
  samsyn_record_list_set_query (self->list,
                                samsyn_columns_query (self->columns, self->kind, get_filter (self), self->sort, self->descending),
                                &error);
  show_outcome (self, error);
  /* Another question is read from its beginning. */
  self->to_top = TRUE;
  wait_until_drawn (self);
}

static void
refresh (SamsynListPage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;
  samsyn_record_list_refresh (self->list, &error);
  show_outcome (self, error);
}

static void
on_filter_changed (SamsynListPage *self)
{
  ask (self);
}

static void
on_filter_stopped (SamsynListPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  ask (self);
  samsyn_page_focus (SAMSYN_PAGE (self));
}

/* ---- Sorting: by a click on a heading, or from the menu ------------------------------------------------------------------- */

static void
on_sorter_changed (SamsynListPage *self)
{
  guint number;
  int state = KIND_ORDER;

  /* A view that is taken apart changes its sorter too. */
  if (self->store == NULL)
    return;
  self->sort = samsyn_cells_sorted_by (self->view, &self->descending);
  if (self->sort != NULL && g_ptr_array_find (self->columns, self->sort, &number))
    state = (int) number;
  g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "sort"), g_variant_new_int32 (state));
  g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "descending"),
                         g_variant_new_boolean (self->descending));
  ask (self);
}

static void
sort_view (SamsynListPage *self,
           int             number,
           gboolean        descending)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;

  if (number >= 0)
    column = g_list_model_get_item (gtk_column_view_get_columns (self->view), (guint) number);
  gtk_column_view_sort_by_column (self->view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
sort_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       self)
{
  sort_view (self, g_variant_get_int32 (parameter), SAMSYN_LIST_PAGE (self)->descending);
}

static void
descending_activated (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  SamsynListPage *self = data;
  guint number;

  if (self->sort != NULL && g_ptr_array_find (self->columns, self->sort, &number))
    sort_view (self, (int) number, !self->descending);
}

static void
add_actions (SamsynListPage *self)
{
  static const GActionEntry entries[] = {
    { "sort", sort_activated, "i", "-1", NULL },
    { "descending", descending_activated, NULL, "false", NULL },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (self->actions));
}

static void
add_sort_item (GMenu      *menu,
               const char *label,
               int         number)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "list.sort", "i", number);
  g_menu_append_item (menu, item);
}

static void
add_sort_menu (SamsynListPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new (), by = g_menu_new (), direction = g_menu_new ();

  add_sort_item (by, C_ ("sort", "Usual Order"), KIND_ORDER);
  for (guint i = 0; i < self->columns->len; i++)
    add_sort_item (by, ((SamsynColumn *) g_ptr_array_index (self->columns, i))->label, (int) i);
  g_menu_append (direction, C_ ("sort", "Descending"), "list.descending");
  g_menu_append_section (menu, C_ ("sort", "Sort by"), G_MENU_MODEL (by));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (direction));
  gtk_menu_button_set_menu_model (self->sort_button, G_MENU_MODEL (menu));
}

/* ---- The page ------------------------------------------------------------------------------------------------------------- */

static void
add_columns (SamsynListPage *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column =
        samsyn_cells_new_column (g_ptr_array_index (self->columns, i), i, self->columns->len);

      gtk_column_view_append_column (self->view, column);
    }
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (on_sorter_changed), self,
                           G_CONNECT_SWAPPED);
}

/* ---- The record beside it ------------------------------------------------------------------------------------------------- */

static void
on_activated (SamsynListPage *self,
              guint           position)
{
  samsyn_session_show_record (self->session, samsyn_record_list_get_id (self->list, position));
}

/* Where a record is shown, it follows the list's selection. */
static void
on_selected (SamsynListPage     *self,
             GParamSpec         *spec,
             GtkSingleSelection *selection)
{
  guint position = gtk_single_selection_get_selected (selection);

  if (samsyn_session_get_record (self->session) != 0 && position != GTK_INVALID_LIST_POSITION)
    on_activated (self, position);
}

static void
create (SamsynPage *page)
{
  samsyn_session_create_record (SAMSYN_LIST_PAGE (page)->session, SAMSYN_LIST_PAGE (page)->kind, NULL, 0);
}

static void
add_model (SamsynListPage *self)
{
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (NULL);

  /* Before there is a model, or its first row is selected. */
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, G_LIST_MODEL (self->list));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (selection, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
}

/* The parts that the view makes itself. */
static void
name_view (GtkColumnView *view,
           const char    *plural)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, plural, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    samsyn_accessible_name (child, GTK_IS_LIST_VIEW (child) ? plural : C_ ("list", "Headings"));
}

static void
name_parts (SamsynListPage *self)
{
  const char *plural = samsyn_kind_plural (self->kind, NULL);
  /* TRANSLATORS: the placeholder of an entry above a list; typing shows only the rows with that text */
  const char *filter = C_ ("list", "Filter by typing");

  adw_window_title_set_title (self->title, plural);
  adw_status_page_set_title (self->empty, plural);
  adw_status_page_set_description (self->empty, samsyn_words (NULL, "empty", self->kind->empty));
  g_object_set (self->filter, "placeholder-text", filter, NULL);
  samsyn_accessible_name (GTK_WIDGET (self->filter), filter);
  samsyn_accessible_name (GTK_WIDGET (self->sort_button), C_ ("sort", "Sort by"));
  samsyn_accessible_tidy (GTK_WIDGET (self->stack), plural);
  name_view (self->view, plural);
}

static void
close_store (SamsynListPage *self)
{
  self->store = NULL;
  if (self->list != NULL)
    samsyn_record_list_close (self->list);
}

SamsynListPage *
samsyn_list_page_new (SamsynSession    *session,
                      const SamsynKind *kind)
{
  SamsynListPage *self = g_object_new (SAMSYN_TYPE_LIST_PAGE, NULL);

  self->session = g_object_ref (session);
  self->store = samsyn_session_get_store (session);
  self->kind = kind;
  self->columns = samsyn_columns_new (kind);
  self->list = samsyn_record_list_new (self->store);
  g_signal_connect_object (session, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "close", G_CALLBACK (close_store), self, G_CONNECT_SWAPPED);
  name_parts (self);
  add_sort_menu (self);
  add_columns (self);
  ask (self);
  add_model (self);
  return self;
}

/* ---- As a page of the window ---------------------------------------------------------------------------------------------- */

static void
focus_filter (SamsynPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (SAMSYN_LIST_PAGE (page)->filter));
}

static void
focus_list (SamsynPage *page)
{
  focus_when_drawn (SAMSYN_LIST_PAGE (page));
}

static gboolean
in_filter (SamsynPage *page)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (SAMSYN_LIST_PAGE (page)->filter)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
set_narrow (SamsynPage *page,
            gboolean    narrow)
{
  g_object_set (page, "narrow", narrow, NULL);
}

static void
page_interface_init (SamsynPageInterface *interface)
{
  interface->focus = focus_list;
  interface->focus_filter = focus_filter;
  interface->in_filter = in_filter;
  interface->create = create;
  interface->set_narrow = set_narrow;
}

/* ---- The widget ----------------------------------------------------------------------------------------------------------- */

static void
samsyn_list_page_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *spec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, SAMSYN_LIST_PAGE (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
samsyn_list_page_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *spec)
{
  if (id == PROP_NARROW)
    SAMSYN_LIST_PAGE (object)->narrow = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
samsyn_list_page_dispose (GObject *object)
{
  SamsynListPage *self = SAMSYN_LIST_PAGE (object);

  close_store (self);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (samsyn_list_page_parent_class)->dispose (object);
}

static void
samsyn_list_page_finalize (GObject *object)
{
  g_clear_pointer (&SAMSYN_LIST_PAGE (object)->columns, g_ptr_array_unref);
  G_OBJECT_CLASS (samsyn_list_page_parent_class)->finalize (object);
}

static void
samsyn_list_page_class_init (SamsynListPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = samsyn_list_page_get_property;
  object_class->set_property = samsyn_list_page_set_property;
  object_class->dispose = samsyn_list_page_dispose;
  object_class->finalize = samsyn_list_page_finalize;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  samsyn_template_set (widget_class, "list-page");
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, view);
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, filter);
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, footer);
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, problem);
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, title);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_stopped);
  gtk_widget_class_bind_template_callback_full (widget_class, "refresh", G_CALLBACK (refresh));
}

static void
samsyn_list_page_init (SamsynListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_actions (self);
  gtk_search_entry_set_key_capture_widget (self->filter, GTK_WIDGET (self->view));
}
