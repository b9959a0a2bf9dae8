/* overview-page.c: where the work stands, at a glance
 *
 * The page stands with its headings at once; what it says is read when the main loop has nothing else to do, so that the window never
 * waits for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "overview-page.h"

#include "accessible.h"
#include "card-grid.h"
#include "findings/map.h"
#include "model/date.h"
#include "model/words.h"
#include "overview-cards.h"
#include "template.h"

#define LINES_A_CARD 7
#define FINDINGS_SHOWN 4

/* After a change, a moment for those that follow it. */
#define SETTLE_MILLISECONDS 200

struct _SamsynOverviewPage
{
  AdwBin         parent_instance;
  SamsynSession *session;
  gboolean       narrow;
  guint          reading; /* the source that will read, or 0 */
  SamsynCard    *card[SAMSYN_N_CARDS];

  GtkButton         *begin_with_organisation;
  GtkButton         *begin_with_project;
  AdwBin            *cards;
  AdwStatusPage     *problem;
  GtkScrolledWindow *scrolled;
  GtkStack          *stack;
};

static void page_interface_init (SamsynPageInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SamsynOverviewPage, samsyn_overview_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SAMSYN_TYPE_PAGE, page_interface_init))

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* ---- Reading ---------------------------------------------------------------------------------------------------------------- */

/* The map may be large: it comes after all else is on the screen. */
static gboolean
read_findings (gpointer data)
{
  SamsynOverviewPage *self = data;
  SamsynStore *store = samsyn_session_get_store (self->session);
  g_autoptr (SamsynMap) map = store != NULL ? samsyn_map_load (store, NULL, 0, NULL) : NULL;
  g_autoptr (SamsynFindings) findings = map != NULL ? samsyn_findings_new (map) : NULL;

  self->reading = 0;
  samsyn_overview_card_findings (self->card[SAMSYN_CARD_FINDINGS], findings, FINDINGS_SHOWN);
  return G_SOURCE_REMOVE;
}

static void
show_overview (SamsynOverviewPage   *self,
               const SamsynOverview *overview,
               const char           *today)
{
  for (SamsynCardId id = 0; id < SAMSYN_N_CARDS; id++)
    if (id != SAMSYN_CARD_FINDINGS)
      samsyn_overview_card_fill (self->card[id], id, overview, today);
  gtk_stack_set_visible_child_name (self->stack, overview->is_empty ? "empty" : "cards");
}

static gboolean
read_overview (gpointer data)
{
  SamsynOverviewPage *self = data;
  SamsynStore *store = samsyn_session_get_store (self->session);
  g_autofree char *today = samsyn_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynOverview) overview = NULL;

  self->reading = 0;
  if (store == NULL)
    return G_SOURCE_REMOVE;
  overview = samsyn_overview_new (store, today, LINES_A_CARD, NULL, &error);
  if (overview != NULL)
    {
      show_overview (self, overview, today);
      self->reading = g_idle_add_full (G_PRIORITY_LOW, read_findings, self, NULL);
    }
  else
    {
      adw_status_page_set_description (self->problem, error->message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
    }
  return G_SOURCE_REMOVE;
}

static void
stop_reading (SamsynOverviewPage *self)
{
  g_clear_handle_id (&self->reading, g_source_remove);
}

static void
refresh (SamsynOverviewPage *self)
{
  stop_reading (self);
  self->reading = g_idle_add_full (G_PRIORITY_LOW, read_overview, self, NULL);
}

/* Steps that follow each other are answered once. */
static void
on_changed (SamsynOverviewPage *self)
{
  stop_reading (self);
  self->reading = g_timeout_add (SETTLE_MILLISECONDS, read_overview, self);
}

/* ---- An empty workspace ----------------------------------------------------------------------------------------------------- */

static void
begin_with (SamsynOverviewPage *self,
            const char         *page)
{
  g_autoptr (SamsynSession) session = g_object_ref (self->session);

  samsyn_session_show_page (session, page);
  samsyn_session_create_record (session, samsyn_kind_find (page), NULL, 0);
}

static void
on_begin_with_project (SamsynOverviewPage *self)
{
  begin_with (self, "project");
}

static void
on_begin_with_organisation (SamsynOverviewPage *self)
{
  begin_with (self, "organisation");
}

/* ---- The page --------------------------------------------------------------------------------------------------------------- */

static void
add_cards (SamsynOverviewPage *self)
{
  GtkWidget *grid = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (grid, samsyn_card_grid_new ());
  for (SamsynCardId id = 0; id < SAMSYN_N_CARDS; id++)
    {
      self->card[id] = samsyn_card_new (self->session, samsyn_overview_card_title (id));
      gtk_box_append (GTK_BOX (grid), GTK_WIDGET (self->card[id]));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->card[SAMSYN_CARD_FINDINGS]), FALSE);
  adw_bin_set_child (self->cards, grid);
}

SamsynPage *
samsyn_overview_page_new (SamsynSession    *session,
                          const SamsynKind *kind)
{
  SamsynOverviewPage *self = g_object_new (SAMSYN_TYPE_OVERVIEW_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "close", G_CALLBACK (stop_reading), self, G_CONNECT_SWAPPED);
  add_cards (self);
  refresh (self);
  return SAMSYN_PAGE (self);
}

static void
focus_cards (SamsynPage *page)
{
  gtk_widget_child_focus (GTK_WIDGET (SAMSYN_OVERVIEW_PAGE (page)->stack), GTK_DIR_TAB_FORWARD);
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
  interface->focus = focus_cards;
  interface->set_narrow = set_narrow;
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------- */

static void
samsyn_overview_page_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *spec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, SAMSYN_OVERVIEW_PAGE (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
samsyn_overview_page_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *spec)
{
  if (id == PROP_NARROW)
    SAMSYN_OVERVIEW_PAGE (object)->narrow = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
samsyn_overview_page_dispose (GObject *object)
{
  SamsynOverviewPage *self = SAMSYN_OVERVIEW_PAGE (object);

  stop_reading (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SAMSYN_TYPE_OVERVIEW_PAGE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (samsyn_overview_page_parent_class)->dispose (object);
}

static void
samsyn_overview_page_class_init (SamsynOverviewPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = samsyn_overview_page_get_property;
  object_class->set_property = samsyn_overview_page_set_property;
  object_class->dispose = samsyn_overview_page_dispose;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  samsyn_template_set (widget_class, "overview-page");
  gtk_widget_class_bind_template_child (widget_class, SamsynOverviewPage, begin_with_organisation);
  gtk_widget_class_bind_template_child (widget_class, SamsynOverviewPage, begin_with_project);
  gtk_widget_class_bind_template_child (widget_class, SamsynOverviewPage, cards);
  gtk_widget_class_bind_template_child (widget_class, SamsynOverviewPage, problem);
  gtk_widget_class_bind_template_child (widget_class, SamsynOverviewPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SamsynOverviewPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_begin_with_project);
  gtk_widget_class_bind_template_callback (widget_class, on_begin_with_organisation);
  gtk_widget_class_bind_template_callback (widget_class, refresh);
}

static void
samsyn_overview_page_init (SamsynOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_accessible_name (GTK_WIDGET (self->scrolled), C_ ("page", "Overview"));
  samsyn_accessible_name (GTK_WIDGET (self->begin_with_project), _("Begin with a project"));
  samsyn_accessible_name (GTK_WIDGET (self->begin_with_organisation), _("Begin with an organisation"));
}
