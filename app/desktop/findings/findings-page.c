/* findings-page.c: what the rules find in the responsibility map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "findings-page.h"

#include "desktop/map/map-state.h"
#include "desktop/map/map-time.h"
#include "desktop/parts/accessible.h"
#include "desktop/parts/announce.h"
#include "desktop/parts/id-choice.h"
#include "desktop/parts/template.h"
#include "finding-row.h"
#include "model/fold.h"
#include "model/words.h"

struct _SamsynFindingsPage
{
  SamsynPage      parent_instance;
  SamsynSession  *session; /* the page's */
  SamsynMapState *state; /* the session's */
  SamsynFindings *findings;
  GListStore     *items;

  SamsynMapTime  *time;
  GtkSearchEntry *filter;
  GtkDropDown    *group;
  GtkDropDown    *severity;
  GtkCheckButton *accepted;
  GtkListView    *view;
  GtkLabel       *footer;
};

G_DEFINE_FINAL_TYPE (SamsynFindingsPage, samsyn_findings_page, SAMSYN_TYPE_PAGE)

/* ---- What is shown --------------------------------------------------------------------------------------------------------- */

static void
update_footer (SamsynFindingsPage *self)
{
  guint counts[SAMSYN_N_SEVERITIES];
  g_autofree char *text = NULL;

  samsyn_findings_tally (self->findings, counts);
  text = g_strdup_printf ("%s %u · %s %u · %s %u", samsyn_severity_label (SAMSYN_SEVERITY_ERROR, NULL),
                          counts[SAMSYN_SEVERITY_ERROR], samsyn_severity_label (SAMSYN_SEVERITY_WARNING, NULL),
                          counts[SAMSYN_SEVERITY_WARNING], samsyn_severity_label (SAMSYN_SEVERITY_NOTE, NULL),
                          counts[SAMSYN_SEVERITY_NOTE]);
  samsyn_announce (self->footer, text);
}

static void
show_list (SamsynFindingsPage *self)
{
  g_autofree char *text = samsyn_fold_match (gtk_editable_get_text (GTK_EDITABLE (self->filter)));
  SamsynFindingFilter filter = { .by_organisation = samsyn_id_choice_get (self->group) != 0,
                                 .severity = (int) samsyn_id_choice_get (self->severity) - 1,
                                 .accepted = gtk_check_button_get_active (self->accepted),
                                 .text = text };
  g_autoptr (GPtrArray) items = NULL;

  if (self->findings == NULL)
    return;
  items = samsyn_finding_list_make (self->findings, &filter);
  samsyn_finding_list_update (self->items, items);
  samsyn_page_show (SAMSYN_PAGE (self), items->len > 0                                     ? SAMSYN_PAGE_CONTENT
                                        : samsyn_findings_count (self->findings) > 0 ? SAMSYN_PAGE_UNMATCHED
                                                                                     : SAMSYN_PAGE_EMPTY);
  update_footer (self);
}

/* The list lets go of the old findings before they are freed. */
static void
find (SamsynFindingsPage *self,
      SamsynFacts        *facts)
{
  g_autoptr (SamsynMap) map = samsyn_map_state_map (self->state, facts);
  g_autoptr (SamsynFindings) old = self->findings;

  self->findings = samsyn_findings_new (map);
  show_list (self);
}

static void
refresh (SamsynPage *page)
{
  SamsynFindingsPage *self = SAMSYN_FINDINGS_PAGE (page);
  SamsynStore *store = samsyn_page_get_store (page);
  g_autoptr (GError) error = NULL;
  SamsynFacts *facts = samsyn_map_state_facts (self->state, store, &error);

  if (facts == NULL)
    {
      samsyn_page_show_problem (page, error);
      return;
    }
  samsyn_map_time_update (self->time, self->state, store, facts);
  find (self, facts);
}

static void
on_time_changed (SamsynFindingsPage *self)
{
  samsyn_page_refresh (SAMSYN_PAGE (self));
}

static void
on_filter_changed (SamsynFindingsPage *self)
{
  show_list (self);
}

static void
clear_filter (SamsynPage *page)
{
  SamsynFindingsPage *self = SAMSYN_FINDINGS_PAGE (page);

  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  samsyn_id_choice_set (self->severity, 0);
  show_list (self);
}

/* ---- The list -------------------------------------------------------------------------------------------------------------- */

static void
setup_row (SamsynFindingsPage *self,
           GtkListItem        *item)
{
  gtk_list_item_set_child (item, samsyn_finding_row_new (self->session));
}

static void
bind_row (SamsynFindingsPage *self,
          GtkListItem        *item)
{
  samsyn_finding_row_set_item (SAMSYN_FINDING_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_row (SamsynFindingsPage *self,
            GtkListItem        *item)
{
  samsyn_finding_row_set_item (SAMSYN_FINDING_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
on_activated (SamsynFindingsPage *self,
              guint               position)
{
  g_autoptr (SamsynFindingItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  samsyn_finding_item_set_open (item, !samsyn_finding_item_is_open (item));
}

static void
add_list (SamsynFindingsPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));

  gtk_single_selection_set_autoselect (selection, FALSE);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_row), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_row), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_row), self);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static void
fill_choices (SamsynFindingsPage *self)
{
  SamsynIdChoices *groups = samsyn_id_choices_new (C_ ("finding", "By rule"));
  SamsynIdChoices *severities = samsyn_id_choices_new (C_ ("finding", "All severities"));

  samsyn_id_choices_add (groups, 1, C_ ("finding", "By organisation"));
  for (int severity = SAMSYN_N_SEVERITIES - 1; severity >= 0; severity--)
    samsyn_id_choices_add (severities, severity + 1, samsyn_severity_label ((SamsynSeverity) severity, NULL));
  samsyn_id_choice_fill (self->group, groups, 0, C_ ("finding", "Group"));
  samsyn_id_choice_fill (self->severity, severities, 0, C_ ("finding", "Severity"));
}

/* ---- The page -------------------------------------------------------------------------------------------------------------- */

static void
open_session (SamsynPage       *page,
              const SamsynKind *kind)
{
  SamsynFindingsPage *self = SAMSYN_FINDINGS_PAGE (page);

  self->session = samsyn_page_get_session (page);
  self->state = samsyn_map_state (self->session);
  add_list (self);
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_findings_page_dispose (GObject *object)
{
  SamsynFindingsPage *self = SAMSYN_FINDINGS_PAGE (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (samsyn_findings_page_parent_class)->dispose (object);
}

static void
samsyn_findings_page_finalize (GObject *object)
{
  g_clear_pointer (&SAMSYN_FINDINGS_PAGE (object)->findings, samsyn_findings_free);
  G_OBJECT_CLASS (samsyn_findings_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  samsyn_template_set (widget_class, "findings-page");
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingsPage, time);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingsPage, group);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingsPage, severity);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingsPage, accepted);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingsPage, view);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingsPage, footer);
  gtk_widget_class_bind_template_callback (widget_class, on_time_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
samsyn_findings_page_class_init (SamsynFindingsPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  SamsynPageClass *page_class = SAMSYN_PAGE_CLASS (class);

  g_type_ensure (SAMSYN_TYPE_MAP_TIME);
  object_class->dispose = samsyn_findings_page_dispose;
  object_class->finalize = samsyn_findings_page_finalize;
  /* A change may come from a row of the list itself, which must not be replaced while it is at work. */
  page_class->when_idle = TRUE;
  page_class->open = open_session;
  page_class->refresh = refresh;
  page_class->clear_filter = clear_filter;
  bind_template (GTK_WIDGET_CLASS (class));
}

static void
samsyn_findings_page_init (SamsynFindingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (SAMSYN_TYPE_FINDING_ITEM);
  fill_choices (self);
  samsyn_accessible_tidy (gtk_widget_get_parent (GTK_WIDGET (self->accepted)), NULL);
  samsyn_page_set_filter (SAMSYN_PAGE (self), GTK_WIDGET (self->filter));
  samsyn_accessible_name (GTK_WIDGET (self->view), C_ ("page", "Findings"));
}
