/* findings-page.c: what the rules find in the responsibility map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "findings-page.h"

#include "accessible.h"
#include "finding-row.h"
#include "id-choice.h"
#include "map-state.h"
#include "map-time.h"
#include "model/fold.h"
#include "model/words.h"
#include "template.h"

struct _SamsynFindingsPage
{
  AdwBin          parent_instance;
  SamsynSession  *session;
  SamsynStore    *store; /* the session's; NULL when closed */
  SamsynMapState *state; /* the session's */
  SamsynFindings *findings;
  GListStore     *items;
  guint           idle;
  gboolean        narrow;

  SamsynMapTime  *time;
  GtkSearchEntry *filter;
  GtkDropDown    *group;
  GtkDropDown    *severity;
  GtkCheckButton *accepted;
  GtkStack       *stack;
  GtkListView    *view;
  AdwStatusPage  *problem;
  GtkLabel       *footer;
};

static void page_interface_init (SamsynPageInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SamsynFindingsPage, samsyn_findings_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SAMSYN_TYPE_PAGE, page_interface_init))

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ---- What is shown ----------------------------------------------------------------------------------------------------------- */

static void
update_footer (SamsynFindingsPage *self)
{
  guint counts[SAMSYN_N_SEVERITIES];
  g_autofree char *text = NULL;

  samsyn_findings_tally (self->findings, counts);
  text = g_strdup_printf ("%s %u · %s %u · %s %u", samsyn_severity_label (SAMSYN_SEVERITY_ERROR, NULL), counts[SAMSYN_SEVERITY_ERROR],
                          samsyn_severity_label (SAMSYN_SEVERITY_WARNING, NULL), counts[SAMSYN_SEVERITY_WARNING],
                          samsyn_severity_label (SAMSYN_SEVERITY_NOTE, NULL), counts[SAMSYN_SEVERITY_NOTE]);
  gtk_label_set_text (self->footer, text);
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
  gtk_stack_set_visible_child_name (self->stack, items->len > 0                                     ? "list"
                                                 : samsyn_findings_count (self->findings) > 0 ? "unmatched"
                                                                                              : "empty");
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
refresh (SamsynFindingsPage *self)
{
  g_autoptr (GError) error = NULL;
  SamsynFacts *facts;

  if (self->store == NULL)
    return;
  facts = samsyn_map_state_facts (self->state, self->store, &error);
  if (facts == NULL)
    {
      adw_status_page_set_description (self->problem, error->message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      return;
    }
  samsyn_map_time_update (self->time, self->state, self->store, facts);
  find (self, facts);
}

static gboolean
when_idle (gpointer self)
{
  SAMSYN_FINDINGS_PAGE (self)->idle = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* After a change by a row of the list itself, which must not be replaced while it is at work. */
static void
refresh_soon (SamsynFindingsPage *self)
{
  if (self->idle == 0 && self->store != NULL)
    self->idle = g_idle_add (when_idle, self);
}

static void
on_time_changed (SamsynFindingsPage *self)
{
  refresh (self);
}

static void
on_filter_changed (SamsynFindingsPage *self)
{
  show_list (self);
}

static void
on_filter_stopped (SamsynFindingsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  samsyn_id_choice_set (self->severity, 0);
  show_list (self);
  samsyn_page_focus (SAMSYN_PAGE (self));
}

/* ---- The list ---------------------------------------------------------------------------------------------------------------- */

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

/* ---- The page ---------------------------------------------------------------------------------------------------------------- */

static void
close_store (SamsynFindingsPage *self)
{
  self->store = NULL;
  g_clear_handle_id (&self->idle, g_source_remove);
}

SamsynPage *
samsyn_findings_page_new (SamsynSession    *session,
                          const SamsynKind *kind)
{
  SamsynFindingsPage *self = g_object_new (SAMSYN_TYPE_FINDINGS_PAGE, NULL);

  self->session = g_object_ref (session);
  self->store = samsyn_session_get_store (session);
  self->state = samsyn_map_state (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "close", G_CALLBACK (close_store), self, G_CONNECT_SWAPPED);
  add_list (self);
  refresh (self);
  return SAMSYN_PAGE (self);
}

/* ---- As a page of the window ------------------------------------------------------------------------------------------------- */

static void
focus_list (SamsynPage *page)
{
  SamsynFindingsPage *self = SAMSYN_FINDINGS_PAGE (page);

  if (!gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}

static void
focus_filter (SamsynPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (SAMSYN_FINDINGS_PAGE (page)->filter));
}

static gboolean
in_filter (SamsynPage *page)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (SAMSYN_FINDINGS_PAGE (page)->filter)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
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

/* ---- The widget -------------------------------------------------------------------------------------------------------------- */

static void
samsyn_findings_page_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *spec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, SAMSYN_FINDINGS_PAGE (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
samsyn_findings_page_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *spec)
{
  if (id == PROP_NARROW)
    SAMSYN_FINDINGS_PAGE (object)->narrow = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
samsyn_findings_page_dispose (GObject *object)
{
  SamsynFindingsPage *self = SAMSYN_FINDINGS_PAGE (object);

  close_store (self);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
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
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingsPage, view);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, SamsynFindingsPage, footer);
  gtk_widget_class_bind_template_callback (widget_class, on_time_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
samsyn_findings_page_class_init (SamsynFindingsPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  g_type_ensure (SAMSYN_TYPE_MAP_TIME);
  object_class->get_property = samsyn_findings_page_get_property;
  object_class->set_property = samsyn_findings_page_set_property;
  object_class->dispose = samsyn_findings_page_dispose;
  object_class->finalize = samsyn_findings_page_finalize;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (class));
}

static void
samsyn_findings_page_init (SamsynFindingsPage *self)
{
  const char *filter = C_ ("list", "Filter by typing");

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (SAMSYN_TYPE_FINDING_ITEM);
  fill_choices (self);
  g_object_set (self->filter, "placeholder-text", filter, NULL);
  samsyn_accessible_name (GTK_WIDGET (self->filter), filter);
  samsyn_accessible_name (GTK_WIDGET (self->view), C_ ("page", "Findings"));
  samsyn_accessible_tidy (GTK_WIDGET (self->stack), C_ ("page", "Findings"));
}
