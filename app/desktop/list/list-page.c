/* list-page.c: the records of a kind, as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "list-page.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/focus-within.h"
#include "desktop/parts/template.h"
#include "desktop/question/count.h"
#include "desktop/question/view-popover.h"
#include "desktop/session/record-list.h"
#include "desktop/session/selection.h"
#include "desktop/session/view-state.h"
#include "filter-bar.h"
#include "kinds/kinds.h"
#include "list-actions.h"
#include "list-browse.h"
#include "list-columns.h"
#include "list-focus.h"
#include "list-table.h"
#include "model/words.h"
#include "selection-bar.h"

struct _SamsynListPage
{
  SamsynPage          parent_instance;
  SamsynSession      *session; /* the page's */
  SamsynStore        *store; /* its; NULL when closed */
  SamsynQuestion      question;
  SamsynViewKeeper   *keeper; /* of how it looks */
  SamsynRecordList   *list;
  GtkSelectionModel  *selection;
  SamsynCount         count;
  guint               counting; /* source, 0: none */

  SamsynListTable    *table;
  GtkListView        *rows; /* the table's */
  AdwStatusPage      *empty;
  SamsynFilterBar    *filters;
  AdwBin             *all; /* of the foot: how many there are */
  GtkStack           *foot;
  GtkLabel           *footer;
  SamsynSelectionBar *selection_bar;
  GtkButton          *paste_button;
  GtkMenuButton      *view_button;
};

G_DEFINE_FINAL_TYPE (SamsynListPage, samsyn_list_page, SAMSYN_TYPE_PAGE)

/* ---- What is shown -------------------------------------------------------------------------------------------------------- */

static gboolean
count (gpointer data)
{
  SamsynListPage *self = data;
  g_autofree char *text = NULL;

  if (samsyn_count_go_on (&self->count))
    return G_SOURCE_CONTINUE;
  text = samsyn_count_describe (&self->count);
  self->counting = 0;
  samsyn_announce (self->footer, text);
  return G_SOURCE_REMOVE;
}

/* Of a million records the rows are there long before their number. */
static void
show_outcome (SamsynListPage *self,
              const GError   *error)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  g_clear_handle_id (&self->counting, g_source_remove);
  if (error != NULL)
    {
      samsyn_page_show_problem (SAMSYN_PAGE (self), error);
      samsyn_announce (self->footer, NULL);
      return;
    }
  samsyn_page_show (SAMSYN_PAGE (self), n_rows > 0                                        ? SAMSYN_PAGE_CONTENT
                                        : samsyn_question_is_narrowed (&self->question) ? SAMSYN_PAGE_UNMATCHED
                                                                                        : SAMSYN_PAGE_EMPTY);
  samsyn_count_begin (&self->count, self->store, &self->question);
  self->counting = g_idle_add_full (G_PRIORITY_LOW, count, self, NULL);
}

static void
ask (SamsynListPage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;
  samsyn_list_focus_take_off (self->rows);
  samsyn_record_list_set_grouped_query (self->list, samsyn_question_rows (&self->question, samsyn_store_clock (self->store)),
                                        samsyn_question_groups (&self->question, samsyn_store_clock (self->store)), &error);
  show_outcome (self, error);
  /* Another question is read from its beginning. */
  samsyn_list_focus_go_to_top (self->rows);
}

/* ---- Another question ------------------------------------------------------------------------------------------------------ */

static void
on_question_changed (SamsynListPage *self)
{
  ask (self);
  samsyn_view_keeper_save_soon (self->keeper);
}

static void
on_view_changed (SamsynListPage *self)
{
  /* First what a row holds, then the columns that show it. */
  on_question_changed (self);
  samsyn_list_columns_update (self->table, &self->question);
}

static void
on_sorter_changed (SamsynListPage *self)
{
  const SamsynColumn *sort;
  gboolean descending;

  /* A view that is taken apart changes its sorter too. */
  if (self->store == NULL)
    return;
  sort = samsyn_list_columns_sorted_by (self->table, &descending);
  if (sort == self->question.sort && (sort == NULL || descending == self->question.descending))
    return;
  self->question.sort = sort;
  self->question.descending = sort != NULL && descending;
  on_question_changed (self);
}

static void
on_filters_left (SamsynListPage *self)
{
  samsyn_page_focus (SAMSYN_PAGE (self));
}

static void
clear_filter (SamsynPage *page)
{
  samsyn_filter_bar_clear (SAMSYN_LIST_PAGE (page)->filters);
}

/* ---- The selection --------------------------------------------------------------------------------------------------------- */

static GArray *
selected_ids (gpointer data)
{
  SamsynListPage *self = data;

  return samsyn_selection_ids (self->selection, self->list);
}

/* Of several, how many and what can be done with them stands where the count of all stood: the rows stay where they are. */
static void
show_foot (SamsynListPage *self,
           guint           n_selected)
{
  GtkWidget *bar = GTK_WIDGET (self->selection_bar);
  gboolean leaves = n_selected <= 1 && samsyn_has_focus_within (bar);

  gtk_stack_set_visible_child (self->foot, n_selected > 1 ? bar : GTK_WIDGET (self->all));
  samsyn_selection_bar_set_count (self->selection_bar, n_selected);
  /* The focus must not go with what it was in. */
  if (leaves)
    samsyn_page_focus (SAMSYN_PAGE (self));
}

static void
on_selection_changed (SamsynListPage *self)
{
  guint n_selected = samsyn_selection_count (self->selection, self->list);

  show_foot (self, n_selected);
  samsyn_list_focus_look_again (self->rows);
  if (n_selected == 1)
    samsyn_list_browse_follow (self->rows);
}

/* ---- The page ------------------------------------------------------------------------------------------------------------- */

static void
add_model (SamsynListPage *self)
{
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->list))));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->rows, self->selection);
  samsyn_list_actions_add (GTK_WIDGET (self), &(SamsynListParts) { .session = self->session, .question = &self->question,
                                                                   .list = self->list, .selection = self->selection,
                                                                   .bar = self->selection_bar });
}

static void
refresh (SamsynPage *page)
{
  SamsynListPage *self = SAMSYN_LIST_PAGE (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) selected = NULL;
  gboolean had_focus = samsyn_has_focus_within (GTK_WIDGET (self->rows));

  /* The view takes the rows when they are there: a list that fills while it is shown is drawn twice. */
  if (self->selection == NULL)
    {
      ask (self);
      add_model (self);
      return;
    }
  selected = samsyn_selection_ids (self->selection, self->list);
  samsyn_record_list_refresh (self->list, &error);
  if (selected->len > 0)
    samsyn_selection_set (self->selection, self->list, selected);
  show_outcome (self, error);
  /* It went with the last row. */
  if (had_focus && g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    samsyn_page_focus (page);
}

static void
name_parts (SamsynListPage *self)
{
  const char *plural = samsyn_kind_plural (self->question.kind, NULL);

  g_object_set (self, "title", plural, NULL);
  adw_status_page_set_title (self->empty, plural);
  adw_status_page_set_description (self->empty, samsyn_words (NULL, "empty", self->question.kind->empty));
  samsyn_accessible_name (GTK_WIDGET (self->view_button), C_ ("list", "Order, groups and columns"));
  samsyn_list_table_name (self->table, plural);
}

static void
close_store (SamsynPage *page)
{
  SamsynListPage *self = SAMSYN_LIST_PAGE (page);

  if (self->keeper != NULL)
    samsyn_view_keeper_save_now (self->keeper);
  self->store = NULL;
  g_clear_handle_id (&self->counting, g_source_remove);
  if (self->filters != NULL)
    samsyn_filter_bar_close (self->filters);
  if (self->list != NULL)
    samsyn_record_list_close (self->list);
}

/* There are more widgets in it than in the rest of the page, and few lists are ever looked at in another way. */
static void
make_view_popover (GtkMenuButton *button,
                   gpointer       data)
{
  SamsynListPage *self = data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = g_object_new (SAMSYN_TYPE_VIEW_POPOVER, NULL);
  samsyn_view_popover_set_question (SAMSYN_VIEW_POPOVER (popover), &self->question);
  g_signal_connect_object (popover, "changed", G_CALLBACK (on_view_changed), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

static void
set_question (SamsynListPage   *self,
              const SamsynKind *kind)
{
  self->question = (SamsynQuestion) { .kind = kind, .columns = samsyn_columns_new (kind), .text = "",
                                      .filters = samsyn_filters_new (kind) };
  self->keeper = samsyn_view_keeper_new (&self->question, samsyn_store_get_file_id (self->store));
  samsyn_filter_bar_set_question (self->filters, &self->question, self->store);
  gtk_menu_button_set_create_popup_func (self->view_button, make_view_popover, self, NULL);
}

/* Another part of the window wants the list to show what names a record. */
static void
on_narrow (SamsynListPage   *self,
           const SamsynKind *kind,
           const char       *field,
           gint64            record)
{
  if (kind == self->question.kind)
    samsyn_filter_bar_only (self->filters, field, record);
}

static void
open_session (SamsynPage       *page,
              const SamsynKind *kind)
{
  SamsynListPage *self = SAMSYN_LIST_PAGE (page);

  self->session = samsyn_page_get_session (page);
  self->store = samsyn_page_get_store (page);
  self->list = samsyn_record_list_new (self->store);
  samsyn_list_focus_attach (self->rows, self->session, self->list);
  samsyn_list_browse_attach (self->rows, self->session, self->list);
  set_question (self, kind);
  samsyn_list_table_set_question (self->table, &self->question);
  samsyn_selection_bar_set_session (self->selection_bar, self->session, kind, selected_ids, self);
  name_parts (self);
  samsyn_list_columns_add (self->table, &self->question, (SamsynWidthFunc) samsyn_view_keeper_save_soon, self->keeper);
  g_signal_connect_object (self->session, "narrow", G_CALLBACK (on_narrow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (samsyn_list_table_get_headings (self->table)), "changed",
                           G_CALLBACK (on_sorter_changed), self, G_CONNECT_SWAPPED);
}

/* ---- As a page of the window ---------------------------------------------------------------------------------------------- */

static void
focus_list (SamsynPage *page)
{
  samsyn_list_focus_go_to_row (SAMSYN_LIST_PAGE (page)->rows);
}

/* What the list shows is what is made here. */
static void
create (SamsynPage *page)
{
  SamsynListPage *self = SAMSYN_LIST_PAGE (page);
  g_autoptr (SamsynRecord) given = samsyn_record_new (self->question.kind, 0);

  samsyn_filters_fill (self->question.filters, given);
  samsyn_session_create (self->session, given);
}

/* ---- The widget ----------------------------------------------------------------------------------------------------------- */

static void
samsyn_list_page_dispose (GObject *object)
{
  SamsynListPage *self = SAMSYN_LIST_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (samsyn_list_page_parent_class)->dispose (object);
}

static void
samsyn_list_page_finalize (GObject *object)
{
  SamsynListPage *self = SAMSYN_LIST_PAGE (object);

  g_clear_pointer (&self->keeper, samsyn_view_keeper_free);
  g_clear_pointer (&self->question.columns, g_ptr_array_unref);
  g_clear_pointer (&self->question.filters, samsyn_filters_free);
  G_OBJECT_CLASS (samsyn_list_page_parent_class)->finalize (object);
}

static void
samsyn_list_page_class_init (SamsynListPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  SamsynPageClass *page_class = SAMSYN_PAGE_CLASS (class);

  object_class->dispose = samsyn_list_page_dispose;
  object_class->finalize = samsyn_list_page_finalize;
  page_class->open = open_session;
  page_class->refresh = refresh;
  page_class->close = close_store;
  page_class->focus = focus_list;
  page_class->create = create;
  page_class->clear_filter = clear_filter;

  g_type_ensure (SAMSYN_TYPE_FILTER_BAR);
  g_type_ensure (SAMSYN_TYPE_LIST_TABLE);
  g_type_ensure (SAMSYN_TYPE_SELECTION_BAR);
  samsyn_template_set (widget_class, "list-page");
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, table);
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, filters);
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, all);
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, foot);
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, footer);
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, paste_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynListPage, view_button);
  gtk_widget_class_bind_template_callback (widget_class, on_filters_left);
  gtk_widget_class_bind_template_callback (widget_class, on_question_changed);
  samsyn_list_actions_bind (widget_class);
}

static void
samsyn_list_page_init (SamsynListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = samsyn_list_table_get_rows (self->table);
  samsyn_filter_bar_add (self->filters, GTK_WIDGET (self->view_button));
  samsyn_filter_bar_add (self->filters, GTK_WIDGET (self->paste_button));
  samsyn_page_set_filter (SAMSYN_PAGE (self), GTK_WIDGET (self->filters));
  samsyn_filter_bar_capture (self->filters, GTK_WIDGET (self->table));
}
