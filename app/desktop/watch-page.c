/* watch-page.c: every date that is late or near
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-page.h"

#include "accessible.h"
#include "announce.h"
#include "day-text.h"
#include "kinds/kinds.h"
#include "model/date.h"
#include "model/fold.h"
#include "model/late.h"
#include "model/words.h"
#include "template.h"
#include "watch-row.h"

#define DAYS_AHEAD 90
#define MOST_ROWS 2000 /* of what is late, and of what is ahead: nobody reads on, and the footer says how many there are */
#define SETTLE_MILLISECONDS 200

typedef struct
{
  SamsynDeadlines *late;
  SamsynDeadlines *ahead;
} Found;

static void
found_free (Found *found)
{
  samsyn_deadlines_free (found->late);
  samsyn_deadlines_free (found->ahead);
  g_free (found);
}

struct _SamsynWatchPage
{
  SamsynPage       parent_instance;
  SamsynSession   *session; /* the page's */
  char            *today;
  Found           *found; /* what was read last, or NULL */
  GListStore      *rows;
  GPtrArray       *kinds; /* by their place in the drop-down; NULL: all */

  GtkSearchEntry *filter;
  GtkLabel       *footer;
  GtkDropDown    *kind;
  GtkListView    *view;
};

G_DEFINE_FINAL_TYPE (SamsynWatchPage, samsyn_watch_page, SAMSYN_TYPE_PAGE)

/* ---- What is shown ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SamsynWatchPage  *page;
  const SamsynKind *kind; /* NULL: all */
  char             *text; /* folded */
  GPtrArray        *rows; /* SamsynWatchRow */
  char             *heading;
  guint             n_dates;
} Filling;

static gboolean
contains (const char *text,
          const char *folded)
{
  g_autofree char *key = samsyn_fold_match (text);

  return strstr (key, folded) != NULL;
}

static gboolean
is_wanted (const Filling        *filling,
           const SamsynDeadline *deadline)
{
  if (filling->kind != NULL && deadline->kind != filling->kind)
    return FALSE;
  return *filling->text == '\0' || contains (deadline->title, filling->text) || contains (deadline->who, filling->text);
}

static void
add_date (Filling         *filling,
          SamsynDeadlines *deadlines,
          guint            i,
          const char      *heading)
{
  const SamsynDeadline *deadline = g_ptr_array_index (deadlines->all, i);

  if (g_strcmp0 (filling->heading, heading) != 0)
    {
      g_ptr_array_add (filling->rows, samsyn_watch_row_new_heading (heading));
      g_free (filling->heading);
      filling->heading = g_strdup (heading);
    }
  g_ptr_array_add (filling->rows, samsyn_watch_row_new_deadline (deadline, deadlines->all));
  filling->n_dates++;
}

static void
fill_late (Filling *filling)
{
  SamsynDeadlines *late = filling->page->found->late;

  /* From the oldest on, so that the dates go on into the weeks ahead. */
  for (guint i = late->all->len; i > 0; i--)
    if (is_wanted (filling, g_ptr_array_index (late->all, i - 1)))
      add_date (filling, late, i - 1, C_ ("watch", "Late"));
}

static void
fill_ahead (Filling *filling)
{
  SamsynDeadlines *ahead = filling->page->found->ahead;

  for (guint i = 0; i < ahead->all->len; i++)
    {
      const SamsynDeadline *deadline = g_ptr_array_index (ahead->all, i);

      if (is_wanted (filling, deadline))
        {
          g_autofree char *week = samsyn_day_week (deadline->date, filling->page->today);

          add_date (filling, ahead, i, week);
        }
    }
}

static void
show_count (SamsynWatchPage *self,
            guint            n_dates)
{
  guint n_all = (guint) (self->found->late->n_all + self->found->ahead->n_all);
  g_autofree char *late = g_strdup_printf (samsyn_words_n (NULL, "%u late", "%u late", (gulong) self->found->late->n_all),
                                           (guint) self->found->late->n_all);
  g_autofree char *dates = NULL, *text = NULL;

  /* TRANSLATORS: dates that are watched: some of all, where a filter is set or there are very many; and all */
  dates = n_dates < n_all ? g_strdup_printf (_("%u of %u dates"), n_dates, n_all)
                          : g_strdup_printf (samsyn_words_n (NULL, "%u date", "%u dates", n_all), n_all);
  text = self->found->late->n_all > 0 ? g_strdup_printf ("%s, %s", dates, late) : g_strdup (dates);
  samsyn_announce (self->footer, text);
}

static void
fill (SamsynWatchPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->kind);
  Filling filling = { .page = self, .rows = g_ptr_array_new_with_free_func (g_object_unref) };

  if (self->found == NULL)
    return;
  filling.text = samsyn_fold_match (gtk_editable_get_text (GTK_EDITABLE (self->filter)));
  filling.kind = chosen < self->kinds->len ? g_ptr_array_index (self->kinds, chosen) : NULL;
  fill_late (&filling);
  fill_ahead (&filling);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), filling.rows->pdata, filling.rows->len);
  show_count (self, filling.n_dates);
  samsyn_page_show (SAMSYN_PAGE (self), filling.n_dates > 0                               ? SAMSYN_PAGE_CONTENT
                                        : self->found->late->n_all + self->found->ahead->n_all > 0 ? SAMSYN_PAGE_UNMATCHED
                                                                                     : SAMSYN_PAGE_EMPTY);
  g_ptr_array_unref (filling.rows);
  g_free (filling.heading);
  g_free (filling.text);
}

/* ---- Reading ---------------------------------------------------------------------------------------------------------------- */

static gpointer
read_found (SamsynStore *store,
            GError     **error)
{
  g_autofree char *today = samsyn_today (), *until = samsyn_date_add_days (today, DAYS_AHEAD);
  Found *found = g_new0 (Found, 1);

  found->late = samsyn_deadlines_late (store, today, MOST_ROWS, NULL, error);
  if (found->late != NULL)
    found->ahead = samsyn_deadlines_ahead (store, today, until, MOST_ROWS, NULL, error);
  if (found->ahead != NULL)
    return found;
  found_free (found);
  return NULL;
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
  fill (self);
}

/* ---- What the user does ----------------------------------------------------------------------------------------------------- */

static void
clear_filter (SamsynPage *page)
{
  SamsynWatchPage *self = SAMSYN_WATCH_PAGE (page);

  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  gtk_drop_down_set_selected (self->kind, 0);
}

static void
on_activated (SamsynWatchPage *self,
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
    on_activated (self, position);
}

/* ---- The page --------------------------------------------------------------------------------------------------------------- */

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

/* The button of the drop-down, and what shows the chosen kind within it, take the focus by turns. */
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
  samsyn_accessible_name (GTK_WIDGET (self->kind), C_ ("watch", "Kind"));
  name_inside (gtk_widget_get_first_child (GTK_WIDGET (self->kind)), C_ ("watch", "Kind"));
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

/* ---- The widget ------------------------------------------------------------------------------------------------------------- */

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
  self->today = samsyn_today ();
  self->rows = g_list_store_new (SAMSYN_TYPE_WATCH_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  name_parts (self);
  samsyn_page_set_filter (SAMSYN_PAGE (self), GTK_WIDGET (self->filter));
  g_signal_connect (self, "notify::narrow", G_CALLBACK (set_factory), NULL);
  gtk_search_entry_set_key_capture_widget (self->filter, GTK_WIDGET (self->view));
}
