/* overview-page.c: where the work stands, at a glance
 *
 * The page stands with its headings at once; what it says is read when the main loop has nothing else to do, so that the window never
 * waits for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "overview-page.h"

#include "card-grid.h"
#include "findings/map.h"
#include "kinds/kinds.h"
#include "model/date.h"
#include "model/words.h"
#include "narrow.h"
#include "overview-cards.h"
#include "template.h"

#define LINES_A_CARD 7
#define FINDINGS_SHOWN 4

/* After a change, a moment for those that follow it. */
#define SETTLE_MILLISECONDS 200

struct _SamsynOverviewPage
{
  SamsynPage     parent_instance;
  SamsynSession *session; /* the page's */
  guint          looking; /* the source that will look for findings, or 0 */
  SamsynCard    *card[SAMSYN_N_CARDS];
  GtkBox        *beginnings;
  AdwBin        *cards;
};

G_DEFINE_FINAL_TYPE (SamsynOverviewPage, samsyn_overview_page, SAMSYN_TYPE_PAGE)

/* ---- Reading ---------------------------------------------------------------------------------------------------------------- */

/* The map may be large: it comes after all else is on the screen. */
static gboolean
read_findings (gpointer data)
{
  SamsynOverviewPage *self = data;
  SamsynStore *store = samsyn_page_get_store (SAMSYN_PAGE (self));
  g_autoptr (SamsynMap) map = store != NULL ? samsyn_map_load (store, NULL, 0, NULL) : NULL;
  g_autoptr (SamsynFindings) findings = map != NULL ? samsyn_findings_new (map) : NULL;

  self->looking = 0;
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
  samsyn_page_show (SAMSYN_PAGE (self), overview->is_empty ? SAMSYN_PAGE_EMPTY : SAMSYN_PAGE_CONTENT);
}

static void
stop_looking (SamsynPage *page)
{
  g_clear_handle_id (&SAMSYN_OVERVIEW_PAGE (page)->looking, g_source_remove);
}

static void
refresh (SamsynPage *page)
{
  SamsynOverviewPage *self = SAMSYN_OVERVIEW_PAGE (page);
  g_autofree char *today = samsyn_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynOverview) overview = samsyn_overview_new (samsyn_page_get_store (page), today, LINES_A_CARD, NULL, &error);

  stop_looking (page);
  if (overview == NULL)
    {
      samsyn_page_show_problem (page, error);
      return;
    }
  show_overview (self, overview, today);
  self->looking = g_idle_add_full (G_PRIORITY_LOW, read_findings, self, NULL);
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

static void
open_session (SamsynPage       *page,
              const SamsynKind *kind)
{
  SAMSYN_OVERVIEW_PAGE (page)->session = samsyn_page_get_session (page);
  add_cards (SAMSYN_OVERVIEW_PAGE (page));
}

/* ---- The widget ------------------------------------------------------------------------------------------------------------- */

static void
samsyn_overview_page_class_init (SamsynOverviewPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  SamsynPageClass *page_class = SAMSYN_PAGE_CLASS (class);

  page_class->when_idle = TRUE;
  page_class->settle = SETTLE_MILLISECONDS;
  page_class->open = open_session;
  page_class->refresh = refresh;
  page_class->close = stop_looking;
  samsyn_template_set (widget_class, "overview-page");
  gtk_widget_class_bind_template_child (widget_class, SamsynOverviewPage, beginnings);
  gtk_widget_class_bind_template_child (widget_class, SamsynOverviewPage, cards);
  gtk_widget_class_bind_template_callback (widget_class, on_begin_with_project);
  gtk_widget_class_bind_template_callback (widget_class, on_begin_with_organisation);
}

static void
samsyn_overview_page_init (SamsynOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  samsyn_narrow_wrap (GTK_WIDGET (self->beginnings));
}
