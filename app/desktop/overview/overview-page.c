/* overview-page.c: where the work stands, at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "overview-page.h"

#include "card-grid.h"
#include "desktop/parts/narrow.h"
#include "desktop/parts/template.h"
#include "findings/map/map.h"
#include "kinds/kinds.h"
#include "model/words.h"
#include "overview-cards.h"

#define LINES_A_CARD 7
#define FINDINGS_SHOWN 4

/* After a change, a moment for those that follow it. */
#define SETTLE_MILLISECONDS 200

struct _SamsynOverviewPage
{
  SamsynPage     parent_instance;
  SamsynSession *session; /* the page's */
  SamsynCard    *card[SAMSYN_N_CARDS];
  GtkBox        *beginnings;
  AdwBin        *cards;
};

G_DEFINE_FINAL_TYPE (SamsynOverviewPage, samsyn_overview_page, SAMSYN_TYPE_PAGE)

/* ---- Reading --------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  char           *today;
  SamsynOverview *overview;
  SamsynMap      *map;
  SamsynFindings *findings; /* in the map */
} Found;

static void
found_free (Found *found)
{
  samsyn_findings_free (found->findings);
  samsyn_map_free (found->map);
  samsyn_overview_free (found->overview);
  g_free (found->today);
  g_free (found);
}

static gpointer
read_found (SamsynStore *store,
            GError     **error)
{
  Found *found = g_new0 (Found, 1);

  found->today = samsyn_clock_today (samsyn_store_clock (store));
  found->overview = samsyn_overview_new (store, found->today, LINES_A_CARD, NULL, error);
  if (found->overview == NULL)
    {
      found_free (found);
      return NULL;
    }
  found->map = samsyn_map_load (store, NULL, 0, NULL);
  found->findings = found->map != NULL ? samsyn_findings_new (found->map) : NULL;
  return found;
}

static void
show_found (gpointer      page,
            gpointer      data,
            const GError *error)
{
  SamsynOverviewPage *self = page;
  Found *found = data;

  if (found == NULL)
    {
      samsyn_page_show_problem (page, error);
      return;
    }
  for (SamsynCardId id = 0; id < SAMSYN_N_CARDS; id++)
    if (id == SAMSYN_CARD_FINDINGS)
      samsyn_overview_card_findings (self->card[id], found->findings, FINDINGS_SHOWN);
    else
      samsyn_overview_card_fill (self->card[id], id, found->overview, found->today,
                                 samsyn_store_clock (samsyn_session_get_store (self->session)));
  samsyn_page_show (page, found->overview->is_empty ? SAMSYN_PAGE_EMPTY : SAMSYN_PAGE_CONTENT);
  found_free (found);
}

/* ---- An empty workspace ---------------------------------------------------------------------------------------------------- */

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

/* ---- The page -------------------------------------------------------------------------------------------------------------- */

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

/* ---- The widget ------------------------------------------------------------------------------------------------------------ */

static void
samsyn_overview_page_class_init (SamsynOverviewPageClass *class)
{
  static const SamsynReading reading = { read_found, (GDestroyNotify) found_free, show_found };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  SamsynPageClass *page_class = SAMSYN_PAGE_CLASS (class);

  page_class->reading = &reading;
  page_class->settle = SETTLE_MILLISECONDS;
  page_class->open = open_session;
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
