/* map-page.c: the responsibility map, with its date, scenario and filters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-page.h"

#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/style.h"
#include "desktop/parts/template.h"
#include "map-editor.h"
#include "map-filter.h"
#include "map-legend.h"
#include "map-time.h"
#include "map-view.h"
#include "model/preferences.h"
#include "model/words.h"

struct _SamsynMapPage
{
  SamsynPage      parent_instance;
  SamsynSession  *session; /* the page's */
  SamsynStore    *store; /* its; NULL when closed */
  SamsynMapState *state; /* the session's */
  SamsynFindings *findings;
  gboolean        looking;  /* for findings, on another thread */
  gboolean        look_anew; /* the map has changed meanwhile */
  gboolean        huki; /* the letters as the user prefers them */
  GtkWidget      *legend;

  SamsynMapTime      *time;
  GtkSearchEntry     *filter;
  GtkMenuButton      *filter_button;
  SamsynMapFilterBox *filter_box;
  GtkToggleButton    *from_date;
  GtkRevealer        *look_revealer;
  GtkBox             *look;
  GtkLabel           *look_text;
  GtkScrolledWindow  *scrolled;
  SamsynMapView      *view;
  GtkBox             *foot;
  GtkMenuButton      *legend_button;
  GtkLabel           *footer;
};

G_DEFINE_FINAL_TYPE (SamsynMapPage, samsyn_map_page, SAMSYN_TYPE_PAGE)

/* ---- What is shown --------------------------------------------------------------------------------------------------------- */

/* "46 of 51 tasks, 20 organisations · 12 errors, 31 warnings, 20 notes" */
static void
update_footer (SamsynMapPage       *self,
               const SamsynMapGrid *grid)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint counts[SAMSYN_N_SEVERITIES] = { 0 };

  if (grid->filtered)
    g_string_append_printf (text, C_ ("map", "%u of %u tasks"), grid->n_tasks, grid->map->n_tasks);
  else
    g_string_append_printf (text, samsyn_words_n (NULL, "%u task", "%u tasks", grid->n_tasks), grid->n_tasks);
  g_string_append (text, ", ");
  g_string_append_printf (text, samsyn_words_n (NULL, "%u organisation", "%u organisations", grid->columns->len),
                          grid->columns->len);
  if (self->findings != NULL)
    {
      samsyn_findings_tally (self->findings, counts);
      g_string_append_printf (text, " · %s %u, %s %u, %s %u", samsyn_severity_label (SAMSYN_SEVERITY_ERROR, NULL),
                              counts[SAMSYN_SEVERITY_ERROR], samsyn_severity_label (SAMSYN_SEVERITY_WARNING, NULL),
                              counts[SAMSYN_SEVERITY_WARNING], samsyn_severity_label (SAMSYN_SEVERITY_NOTE, NULL),
                              counts[SAMSYN_SEVERITY_NOTE]);
    }
  samsyn_announce (self->footer, text->str);
}

static char *
describe_look (SamsynMapPage *self)
{
  int day = samsyn_map_state_day (self->state), today = samsyn_map_state_today (self->state);
  g_autofree char *date = samsyn_day_date (day);
  g_autofree char *scenario = self->state->scenario != 0 ? samsyn_store_title (self->store, self->state->scenario, NULL) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (scenario != NULL)
    g_string_append_printf (text, C_ ("map", "Proposal: “%s”. Outlined cells differ from what is in force."), scenario);
  if (day != today && text->len > 0)
    g_string_append_c (text, ' ');
  if (day < today)
    g_string_append_printf (text, C_ ("map", "The past: the map as it was on %s."), date);
  else if (day > today)
    g_string_append_printf (text, C_ ("map", "The future: the map as it will be on %s."), date);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is not today and in force looks different at a glance. */
static void
update_look (SamsynMapPage *self)
{
  g_autofree char *text = describe_look (self);
  gboolean proposal = self->state->scenario != 0, past = self->state->day != 0;
  GtkWidget *const marked[] = { GTK_WIDGET (self->look), GTK_WIDGET (self->scrolled) };

  for (guint i = 0; i < G_N_ELEMENTS (marked); i++)
    {
      samsyn_style_mark (marked[i], "samsyn-proposal", proposal);
      samsyn_style_mark (marked[i], "samsyn-other-day", past && !proposal);
    }
  gtk_revealer_set_reveal_child (self->look_revealer, *text != '\0');
  samsyn_announce (self->look_text, text);
}

static void
update_filter_button (SamsynMapPage *self)
{
  guint n = samsyn_map_filter_count (self->state);
  g_autofree char *label = n > 0 ? g_strdup_printf (C_ ("map", "Filter (%u)"), n) : g_strdup (C_ ("map", "Filter"));

  gtk_menu_button_set_label (self->filter_button, label);
  samsyn_accessible_name (GTK_WIDGET (self->filter_button), label);
}

static void
show_map (SamsynMapPage *self,
          SamsynFacts   *facts)
{
  g_autoptr (SamsynMap) in_force = NULL;
  SamsynMapGrid *grid;

  if (self->state->scenario != 0)
    in_force = samsyn_map_new (facts, samsyn_map_state_day (self->state), 0);
  grid = samsyn_map_grid_new (samsyn_map_state_map (self->state, facts), in_force, self->findings, &self->state->filter);
  samsyn_map_view_set_grid (self->view, grid);
  samsyn_page_show (SAMSYN_PAGE (self), grid->filtered && grid->n_tasks == 0 ? SAMSYN_PAGE_UNMATCHED : SAMSYN_PAGE_CONTENT);
  update_footer (self, grid);
}

static void
show_findings (SamsynMapPage  *self,
               SamsynFindings *findings)
{
  SamsynMapGrid *grid = samsyn_map_view_get_grid (self->view);

  g_clear_pointer (&self->findings, samsyn_findings_free);
  self->findings = findings;
  if (self->state->filter.findings)
    {
      show_map (self, findings->facts);
      return;
    }
  samsyn_map_grid_mark (grid, findings);
  samsyn_map_view_marked (self->view);
  update_footer (self, grid);
}

static void look_for_findings (SamsynMapPage *self);

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  SamsynMapPage *self = SAMSYN_MAP_PAGE (source);
  SamsynFindings *findings = g_task_propagate_pointer (G_TASK (result), NULL);

  self->looking = FALSE;
  if (self->store == NULL)
    samsyn_findings_free (findings);
  else if (self->look_anew)
    {
      samsyn_findings_free (findings);
      look_for_findings (self);
    }
  else
    show_findings (self, findings);
}

static void
find (GTask        *task,
      gpointer      source,
      gpointer      map,
      GCancellable *cancellable)
{
  g_task_return_pointer (task, samsyn_findings_new (map), (GDestroyNotify) samsyn_findings_free);
}

/* The facts that a map rests on never change, so another thread can read them while letters are typed. */
static void
look_for_findings (SamsynMapPage *self)
{
  g_autoptr (GTask) task = NULL;

  self->look_anew = self->looking;
  if (self->looking || self->state->facts == NULL)
    return;
  self->looking = TRUE;
  task = g_task_new (self, NULL, on_found, NULL);
  g_task_set_task_data (task, samsyn_map_state_map (self->state, self->state->facts), (GDestroyNotify) samsyn_map_free);
  g_task_run_in_thread (task, find);
}

/* The letters are right at once, the findings a moment later. */
static void
refresh (SamsynPage *page)
{
  SamsynMapPage *self = SAMSYN_MAP_PAGE (page);
  g_autoptr (GError) error = NULL;
  SamsynFacts *facts = samsyn_map_state_facts (self->state, self->store, &error);

  if (facts == NULL)
    {
      samsyn_page_show_problem (page, error);
      return;
    }
  samsyn_map_time_update (self->time, self->state, self->store, facts);
  show_map (self, facts);
  update_look (self);
  update_filter_button (self);
  look_for_findings (self);
}

/* ---- Date, scenario, filter ------------------------------------------------------------------------------------------------ */

static void
on_time_changed (SamsynMapPage *self)
{
  samsyn_page_refresh (SAMSYN_PAGE (self));
}

static void
on_back (SamsynMapPage *self)
{
  samsyn_map_time_reset (self->time);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_filter_typed (SamsynMapPage *self)
{
  samsyn_map_state_set_text (self->state, gtk_editable_get_text (GTK_EDITABLE (self->filter)));
  samsyn_page_refresh (SAMSYN_PAGE (self));
}

static void
on_filter_chosen (SamsynMapPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->filter)) != '\0' && *self->state->filter.text == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  samsyn_page_refresh (SAMSYN_PAGE (self));
}

static void
clear_filter (SamsynPage *page)
{
  SamsynMapPage *self = SAMSYN_MAP_PAGE (page);

  samsyn_map_state_clear_filter (self->state);
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  samsyn_page_refresh (page);
}

static void
update_filter_box (SamsynMapPage *self)
{
  if (self->store != NULL)
    samsyn_map_filter_box_update (self->filter_box, self->state, self->store, self->huki);
}

/* ---- What the view asks for ------------------------------------------------------------------------------------------------ */

static void
on_folded (SamsynMapPage *self,
           gint64         record)
{
  samsyn_map_state_fold (self->state, record);
  samsyn_page_refresh (SAMSYN_PAGE (self));
}

static void
on_from_date (SamsynMapPage *self)
{
  self->state->from_date = gtk_toggle_button_get_active (self->from_date);
}

/* ---- The page -------------------------------------------------------------------------------------------------------------- */

static void
close_store (SamsynPage *page)
{
  SAMSYN_MAP_PAGE (page)->store = NULL;
}

static void
use_letters (SamsynMapPage *self)
{
  g_autofree char *letters = samsyn_preference_get (SAMSYN_PREFERENCE_LETTERS);

  self->huki = g_str_equal (letters, "huki");
  samsyn_map_view_set_huki (self->view, self->huki);
  samsyn_map_legend_set_huki (self->legend, self->huki);
}

static void
open_session (SamsynPage       *page,
              const SamsynKind *kind)
{
  SamsynMapPage *self = SAMSYN_MAP_PAGE (page);

  self->session = samsyn_page_get_session (page);
  self->store = samsyn_page_get_store (page);
  self->state = samsyn_map_state (self->session);
  if (self->state->text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->filter), self->state->text);
  gtk_toggle_button_set_active (self->from_date, self->state->from_date);
  samsyn_map_view_set_read_only (self->view, samsyn_session_is_read_only (self->session));
  samsyn_map_editor_attach (self->view, self->session, self->state);
  use_letters (self);
  g_signal_connect_object (self->session, "prefer", G_CALLBACK (use_letters), self, G_CONNECT_SWAPPED);
}

/* ---- As a page of the window ----------------------------------------------------------------------------------------------- */

static void
focus_map (SamsynPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (SAMSYN_MAP_PAGE (page)->view));
}

static void
create (SamsynPage *page)
{
  samsyn_map_view_begin_task (SAMSYN_MAP_PAGE (page)->view);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_map_page_finalize (GObject *object)
{
  g_clear_pointer (&SAMSYN_MAP_PAGE (object)->findings, samsyn_findings_free);
  G_OBJECT_CLASS (samsyn_map_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  samsyn_template_set (widget_class, "map-page");
  gtk_widget_class_bind_template_child (widget_class, SamsynMapPage, time);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapPage, filter);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapPage, filter_box);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapPage, from_date);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapPage, look_revealer);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapPage, look);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapPage, look_text);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapPage, view);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapPage, foot);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapPage, footer);
  gtk_widget_class_bind_template_child (widget_class, SamsynMapPage, legend_button);
  gtk_widget_class_bind_template_callback (widget_class, update_filter_box);
  gtk_widget_class_bind_template_callback (widget_class, on_time_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_from_date);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_chosen);
}

static void
samsyn_map_page_class_init (SamsynMapPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  SamsynPageClass *page_class = SAMSYN_PAGE_CLASS (class);

  g_type_ensure (SAMSYN_TYPE_MAP_FILTER_BOX);
  g_type_ensure (SAMSYN_TYPE_MAP_TIME);
  g_type_ensure (SAMSYN_TYPE_MAP_VIEW);
  object_class->finalize = samsyn_map_page_finalize;
  page_class->open = open_session;
  page_class->refresh = refresh;
  page_class->close = close_store;
  page_class->focus = focus_map;
  page_class->create = create;
  page_class->clear_filter = clear_filter;
  bind_template (GTK_WIDGET_CLASS (class));
}

static void
samsyn_map_page_init (SamsynMapPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_narrow_wrap (GTK_WIDGET (self->look));
  samsyn_narrow_wrap (GTK_WIDGET (self->from_date));
  self->legend = samsyn_map_legend_attach (SAMSYN_PAGE (self), self->foot, self->legend_button);
  samsyn_page_set_filter (SAMSYN_PAGE (self), GTK_WIDGET (self->filter));
  samsyn_accessible_tidy (gtk_widget_get_parent (GTK_WIDGET (self->from_date)), NULL);
  g_signal_connect_swapped (self->view, "folded", G_CALLBACK (on_folded), self);
}
