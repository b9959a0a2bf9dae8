/* watch-page.c: every date that is late or near
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "watch-page.h"

#include "accessible.h"
#include "day-text.h"
#include "model/date.h"
#include "model/fold.h"
#include "model/late.h"
#include "model/words.h"
#include "template.h"
#include "watch-row.h"

#define DAYS_AHEAD 90
#define MOST_ROWS 2000 /* of what is late, and of what is ahead: nobody reads on, and the footer says how many there are */
#define SETTLE_MILLISECONDS 200

struct _SamsynWatchPage
{
  AdwBin           parent_instance;
  SamsynSession   *session;
  gboolean         narrow;
  guint            reading; /* the source that will read, or 0 */
  char            *today;
  SamsynDeadlines *late;
  SamsynDeadlines *ahead;
  GListStore      *rows;
  GPtrArray       *kinds; /* by their place in the drop-down; NULL: all */

  GtkSearchEntry *filter;
  GtkLabel       *footer;
  GtkDropDown    *kind;
  AdwStatusPage  *problem;
  GtkStack       *stack;
  GtkListView    *view;
};

static void page_interface_init (SamsynPageInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SamsynWatchPage, samsyn_watch_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SAMSYN_TYPE_PAGE, page_interface_init))

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

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
  SamsynDeadlines *late = filling->page->late;

  /* From the oldest on, so that the dates go on into the weeks ahead. */
  for (guint i = late->all->len; i > 0; i--)
    if (is_wanted (filling, g_ptr_array_index (late->all, i - 1)))
      add_date (filling, late, i - 1, C_ ("watch", "Late"));
}

static void
fill_ahead (Filling *filling)
{
  SamsynDeadlines *ahead = filling->page->ahead;

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
  guint n_all = (guint) (self->late->n_all + self->ahead->n_all);
  g_autofree char *late = g_strdup_printf (samsyn_words_n (NULL, "%u late", "%u late", (gulong) self->late->n_all),
                                           (guint) self->late->n_all);
  g_autofree char *dates = NULL, *text = NULL;

  /* TRANSLATORS: dates that are watched: some of all, where a filter is set or there are very many; and all */
  dates = n_dates < n_all ? g_strdup_printf (_("%u of %u dates"), n_dates, n_all)
                          : g_strdup_printf (samsyn_words_n (NULL, "%u date", "%u dates", n_all), n_all);
  text = self->late->n_all > 0 ? g_strdup_printf ("%s, %s", dates, late) : g_strdup (dates);
  gtk_label_set_text (self->footer, text);
}

static void
fill (SamsynWatchPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->kind);
  Filling filling = { .page = self, .rows = g_ptr_array_new_with_free_func (g_object_unref) };

  if (self->late == NULL || self->ahead == NULL)
    return;
  filling.text = samsyn_fold_match (gtk_editable_get_text (GTK_EDITABLE (self->filter)));
  filling.kind = chosen < self->kinds->len ? g_ptr_array_index (self->kinds, chosen) : NULL;
  fill_late (&filling);
  fill_ahead (&filling);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), filling.rows->pdata, filling.rows->len);
  show_count (self, filling.n_dates);
  gtk_stack_set_visible_child_name (self->stack, filling.n_dates > 0                               ? "list"
                                                 : self->late->n_all + self->ahead->n_all > 0 ? "unmatched"
                                                                                              : "empty");
  g_ptr_array_unref (filling.rows);
  g_free (filling.heading);
  g_free (filling.text);
}

/* ---- Reading ---------------------------------------------------------------------------------------------------------------- */

static gboolean
read_deadlines (gpointer data)
{
  SamsynWatchPage *self = data;
  SamsynStore *store = samsyn_session_get_store (self->session);
  g_autofree char *until = samsyn_date_add_days (self->today, DAYS_AHEAD);
  g_autoptr (GError) error = NULL;

  self->reading = 0;
  if (store == NULL)
    return G_SOURCE_REMOVE;
  g_clear_pointer (&self->late, samsyn_deadlines_free);
  g_clear_pointer (&self->ahead, samsyn_deadlines_free);
  self->late = samsyn_deadlines_late (store, self->today, MOST_ROWS, NULL, &error);
  if (self->late != NULL)
    self->ahead = samsyn_deadlines_ahead (store, self->today, until, MOST_ROWS, NULL, &error);
  if (error == NULL)
    fill (self);
  else
    {
      adw_status_page_set_description (self->problem, error->message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
    }
  return G_SOURCE_REMOVE;
}

static void
stop_reading (SamsynWatchPage *self)
{
  g_clear_handle_id (&self->reading, g_source_remove);
}

static void
refresh (SamsynWatchPage *self)
{
  stop_reading (self);
  self->reading = g_idle_add_full (G_PRIORITY_LOW, read_deadlines, self, NULL);
}

static void
on_changed (SamsynWatchPage *self)
{
  stop_reading (self);
  self->reading = g_timeout_add (SETTLE_MILLISECONDS, read_deadlines, self);
}

/* ---- What the user does ----------------------------------------------------------------------------------------------------- */

static void
on_filter_stopped (SamsynWatchPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  gtk_drop_down_set_selected (self->kind, 0);
  samsyn_page_focus (SAMSYN_PAGE (self));
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

static void
set_factory (SamsynWatchPage *self)
{
  g_autoptr (GtkListItemFactory) factory = samsyn_watch_row_factory (self->today, self->narrow);

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
  const char *filter = C_ ("list", "Filter by typing");

  g_object_set (self->filter, "placeholder-text", filter, NULL);
  samsyn_accessible_name (GTK_WIDGET (self->filter), filter);
  samsyn_accessible_name (GTK_WIDGET (self->kind), C_ ("watch", "Kind"));
  name_inside (gtk_widget_get_first_child (GTK_WIDGET (self->kind)), C_ ("watch", "Kind"));
  samsyn_accessible_name (GTK_WIDGET (self->view), C_ ("page", "Watch"));
  samsyn_accessible_name (gtk_widget_get_parent (GTK_WIDGET (self->view)), C_ ("page", "Watch"));
}

SamsynPage *
samsyn_watch_page_new (SamsynSession    *session,
                       const SamsynKind *kind)
{
  SamsynWatchPage *self = g_object_new (SAMSYN_TYPE_WATCH_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "close", G_CALLBACK (stop_reading), self, G_CONNECT_SWAPPED);
  add_kinds (self);
  add_model (self);
  refresh (self);
  return SAMSYN_PAGE (self);
}

static void
focus_filter (SamsynPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (SAMSYN_WATCH_PAGE (page)->filter));
}

static void
focus_list (SamsynPage *page)
{
  if (!gtk_widget_child_focus (GTK_WIDGET (SAMSYN_WATCH_PAGE (page)->stack), GTK_DIR_TAB_FORWARD))
    focus_filter (page);
}

static gboolean
in_filter (SamsynPage *page)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (SAMSYN_WATCH_PAGE (page)->filter)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
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
  interface->set_narrow = set_narrow;
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------- */

static void
samsyn_watch_page_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *spec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, SAMSYN_WATCH_PAGE (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
samsyn_watch_page_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *spec)
{
  SamsynWatchPage *self = SAMSYN_WATCH_PAGE (object);

  if (id == PROP_NARROW && self->narrow != g_value_get_boolean (value))
    {
      self->narrow = g_value_get_boolean (value);
      set_factory (self);
    }
  else if (id != PROP_NARROW)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
samsyn_watch_page_dispose (GObject *object)
{
  SamsynWatchPage *self = SAMSYN_WATCH_PAGE (object);

  stop_reading (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMSYN_TYPE_WATCH_PAGE);
  g_clear_object (&self->session);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (samsyn_watch_page_parent_class)->dispose (object);
}

static void
samsyn_watch_page_finalize (GObject *object)
{
  SamsynWatchPage *self = SAMSYN_WATCH_PAGE (object);

  samsyn_deadlines_free (self->late);
  samsyn_deadlines_free (self->ahead);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_free (self->today);
  G_OBJECT_CLASS (samsyn_watch_page_parent_class)->finalize (object);
}

static void
samsyn_watch_page_class_init (SamsynWatchPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = samsyn_watch_page_get_property;
  object_class->set_property = samsyn_watch_page_set_property;
  object_class->dispose = samsyn_watch_page_dispose;
  object_class->finalize = samsyn_watch_page_finalize;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  samsyn_template_set (widget_class, "watch-page");
  gtk_widget_class_bind_template_child (widget_class, SamsynWatchPage, filter);
  gtk_widget_class_bind_template_child (widget_class, SamsynWatchPage, footer);
  gtk_widget_class_bind_template_child (widget_class, SamsynWatchPage, kind);
  gtk_widget_class_bind_template_child (widget_class, SamsynWatchPage, problem);
  gtk_widget_class_bind_template_child (widget_class, SamsynWatchPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SamsynWatchPage, view);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_stopped);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
}

static void
samsyn_watch_page_init (SamsynWatchPage *self)
{
  self->today = samsyn_today ();
  self->rows = g_list_store_new (SAMSYN_TYPE_WATCH_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  name_parts (self);
  gtk_search_entry_set_key_capture_widget (self->filter, GTK_WIDGET (self->view));
}
