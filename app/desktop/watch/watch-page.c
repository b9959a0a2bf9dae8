/* watch-page.c: every date that is late or near
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-page.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/template.h"
#include "kinds/kinds.h"
#include "model/date.h"
#include "model/late.h"
#include "model/words.h"
#include "watch-dates.h"
#include "watch-row.h"

#define DAYS_AHEAD 90
#define MOST_ROWS 2000 /* of what is late, and of what is ahead: nobody reads on, and the footer says how many there are */
#define SETTLE_MILLISECONDS 200

typedef struct
{
  char            *today;
  SamsynDeadlines *late;
  SamsynDeadlines *ahead;
} Found;

static void
found_free (Found *found)
{
  samsyn_deadlines_free (found->late);
  samsyn_deadlines_free (found->ahead);
  g_free (found->today);
  g_free (found);
}

struct _SamsynWatchPage
{
  SamsynPage       parent_instance;
  SamsynSession   *session; /* the page's */
  char            *today; /* as the rows show it */
  Found           *found; /* what was read last, or NULL */
  GListStore      *rows;
  GPtrArray       *kinds; /* by their place in the drop-down; NULL: all */

  GtkSearchEntry *filter;
  GtkLabel       *footer;
  GtkDropDown    *kind;
  GtkListView    *view;
};

G_DEFINE_FINAL_TYPE (SamsynWatchPage, samsyn_watch_page, SAMSYN_TYPE_PAGE)

/* ---- Which row is marked --------------------------------------------------------------------------------------------------- */

static void
show_record (SamsynWatchPage *self,
             guint            position)
{
  g_autoptr (SamsynWatchRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  const SamsynDeadline *deadline = row != NULL ? samsyn_watch_row_get_deadline (row) : NULL;

  if (deadline != NULL)
    samsyn_session_show_record (self->session, deadline->record);
}

/* With a record beside the list, the arrow keys go on through the records. */
static void
on_selected (SamsynWatchPage    *self,
             GParamSpec         *spec,
             GtkSingleSelection *selection)
{
  guint position = gtk_single_selection_get_selected (selection);

  if (position != GTK_INVALID_LIST_POSITION && samsyn_session_get_record (self->session) != 0)
    show_record (self, position);
}

/* Marks a row without showing its record. */
static void
mark (SamsynWatchPage *self,
      guint            position)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->view));

  g_signal_handlers_block_by_func (selection, on_selected, self);
  gtk_single_selection_set_selected (selection, position);
  g_signal_handlers_unblock_by_func (selection, on_selected, self);
}

static gboolean
is_of_same (SamsynWatchRow *row,
            SamsynWatchRow *other)
{
  const SamsynDeadline *one = samsyn_watch_row_get_deadline (row), *two = samsyn_watch_row_get_deadline (other);

  return one != NULL && two != NULL && one->record == two->record && one->field == two->field;
}

/* New rows in the place of all: the date that was marked stays so, where it is still there. */
static void
replace_rows (SamsynWatchPage *self,
              GPtrArray       *rows)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->view));
  g_autoptr (SamsynWatchRow) marked = NULL;
  guint at = GTK_INVALID_LIST_POSITION;

  g_set_object (&marked, gtk_single_selection_get_selected_item (selection));
  for (guint i = 0; marked != NULL && i < rows->len; i++)
    if (is_of_same (marked, g_ptr_array_index (rows, i)))
      at = i;
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  mark (self, at);
}

/* ---- What is shown --------------------------------------------------------------------------------------------------------- */

static void
show_count (SamsynWatchPage *self,
            guint            n_dates)
{
  guint n_all = (guint) (self->found->late->n_all + self->found->ahead->n_all);
  g_autofree char *late = g_strdup_printf (samsyn_words_n (NULL, "%u late", "%u late", (gulong) self->found->late->n_all),
                                           (guint) self->found->late->n_all);
  g_autofree char *dates = NULL, *text = NULL;

  /* TRANSLATORS: dates that are watched: some of all, where a filter is set or there are very many; and all */
  dates = n_dates < n_all ? g_strdup_printf (_ ("%u of %u dates"), n_dates, n_all)
                          : g_strdup_printf (samsyn_words_n (NULL, "%u date", "%u dates", n_all), n_all);
  text = self->found->late->n_all > 0 ? g_strdup_printf ("%s, %s", dates, late) : g_strdup (dates);
  samsyn_announce (self->footer, text);
}

static void
fill (SamsynWatchPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->kind), n_dates;
  g_autoptr (GPtrArray) rows = NULL;
  const SamsynKind *kind;

  if (self->found == NULL)
    return;
  kind = chosen < self->kinds->len ? g_ptr_array_index (self->kinds, chosen) : NULL;
  rows = samsyn_watch_dates (self->found->late, self->found->ahead, self->today, kind,
                             gtk_editable_get_text (GTK_EDITABLE (self->filter)), &n_dates);
  replace_rows (self, rows);
  show_count (self, n_dates);
  samsyn_page_show (SAMSYN_PAGE (self), n_dates > 0                                                ? SAMSYN_PAGE_CONTENT
                                        : self->found->late->n_all + self->found->ahead->n_all > 0 ? SAMSYN_PAGE_UNMATCHED
                                                                                                   : SAMSYN_PAGE_EMPTY);
}

/* ---- Reading --------------------------------------------------------------------------------------------------------------- */

static gpointer
read_found (SamsynStore *store,
            GError     **error)
{
  g_autofree char *today = samsyn_clock_today (samsyn_store_clock (store)), *until = samsyn_date_add_days (today, DAYS_AHEAD);
  Found *found = g_new0 (Found, 1);

  found->today = g_strdup (today);
  found->late = samsyn_deadlines_late (store, today, MOST_ROWS, NULL, error);
  if (found->late != NULL)
    found->ahead = samsyn_deadlines_ahead (store, today, until, MOST_ROWS, NULL, error);
  if (found->ahead != NULL)
    return found;
  found_free (found);
  return NULL;
}

static gboolean
is_narrow (SamsynWatchPage *self)
{
  gboolean narrow;

  g_object_get (self, "narrow", &narrow, NULL);
  return narrow;
}

static void
set_factory (SamsynWatchPage *self)
{
  g_autoptr (GtkListItemFactory) factory = samsyn_watch_row_factory (self->today, is_narrow (self));

  gtk_list_view_set_factory (self->view, factory);
}

static void
show_found (gpointer      page,
            gpointer      found,
            const GError *error)
{
  SamsynWatchPage *self = page;

  if (found == NULL)
    {
      samsyn_page_show_problem (page, error);
      return;
    }
  g_clear_pointer (&self->found, found_free);
  self->found = found;
  if (!g_str_equal (self->today, self->found->today))
    {
      g_free (self->today);
      self->today = g_strdup (self->found->today);
      set_factory (self);
    }
  fill (self);
}

/* ---- What the user does ---------------------------------------------------------------------------------------------------- */

static void
clear_filter (SamsynPage *page)
{
  SamsynWatchPage *self = SAMSYN_WATCH_PAGE (page);

  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  gtk_drop_down_set_selected (self->kind, 0);
}

/* Whichever way: a click alone marks nothing. */
static void
on_activated (SamsynWatchPage *self,
              guint            position)
{
  mark (self, position);
  show_record (self, position);
}

/* ---- The page -------------------------------------------------------------------------------------------------------------- */

static void
add_kinds (SamsynWatchPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->kinds = g_ptr_array_new ();
  g_ptr_array_add (self->kinds, NULL);
  gtk_string_list_append (names, C_ ("watch", "All kinds"));
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    if (samsyn_kind_has_deadlines (*kind))
      {
        g_ptr_array_add (self->kinds, (gpointer) *kind);
        gtk_string_list_append (names, samsyn_kind_plural (*kind, NULL));
      }
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
}

static void
add_model (SamsynWatchPage *self)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  g_signal_connect_object (selection, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  set_factory (self);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/* What shows the chosen kind in the button of the drop-down takes the focus by turns with it. */
static void
name_inside (GtkWidget  *widget,
             const char *name)
{
  if (gtk_widget_get_focusable (widget))
    samsyn_accessible_name (widget, name);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_inside (child, name);
}

static void
name_parts (SamsynWatchPage *self)
{
  name_inside (gtk_widget_get_first_child (GTK_WIDGET (self->kind)), C_ ("watch", "Kind"));
  samsyn_accessible_drop_down (self->kind, C_ ("watch", "Kind"));
  samsyn_accessible_name (GTK_WIDGET (self->view), C_ ("page", "Watch"));
  samsyn_accessible_name (gtk_widget_get_parent (GTK_WIDGET (self->view)), C_ ("page", "Watch"));
}

static void
open_session (SamsynPage       *page,
              const SamsynKind *kind)
{
  SamsynWatchPage *self = SAMSYN_WATCH_PAGE (page);

  self->session = samsyn_page_get_session (page);
  add_kinds (self);
  add_model (self);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_watch_page_dispose (GObject *object)
{
  SamsynWatchPage *self = SAMSYN_WATCH_PAGE (object);

  gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (samsyn_watch_page_parent_class)->dispose (object);
}

static void
samsyn_watch_page_finalize (GObject *object)
{
  SamsynWatchPage *self = SAMSYN_WATCH_PAGE (object);

  g_clear_pointer (&self->found, found_free);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_free (self->today);
  G_OBJECT_CLASS (samsyn_watch_page_parent_class)->finalize (object);
}

static void
samsyn_watch_page_class_init (SamsynWatchPageClass *class)
{
  static const SamsynReading reading = { read_found, (GDestroyNotify) found_free, show_found };
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  SamsynPageClass *page_class = SAMSYN_PAGE_CLASS (class);

  object_class->dispose = samsyn_watch_page_dispose;
  object_class->finalize = samsyn_watch_page_finalize;
  page_class->reading = &reading;
  page_class->settle = SETTLE_MILLISECONDS;
  page_class->open = open_session;
  page_class->clear_filter = clear_filter;

  samsyn_template_set (widget_class, "watch-page");
  gtk_widget_class_bind_template_child (widget_class, SamsynWatchPage, filter);
  gtk_widget_class_bind_template_child (widget_class, SamsynWatchPage, footer);
  gtk_widget_class_bind_template_child (widget_class, SamsynWatchPage, kind);
  gtk_widget_class_bind_template_child (widget_class, SamsynWatchPage, view);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
samsyn_watch_page_init (SamsynWatchPage *self)
{
  self->today = samsyn_clock_today (NULL);
  self->rows = g_list_store_new (SAMSYN_TYPE_WATCH_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  name_parts (self);
  samsyn_page_set_filter (SAMSYN_PAGE (self), GTK_WIDGET (self->filter));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (set_factory), NULL);
  gtk_search_entry_set_key_capture_widget (self->filter, GTK_WIDGET (self->view));
}
