/* page.c: a page of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page.h"

#include "findings-page.h"
#include "list-page.h"
#include "map-page.h"
#include "model/words.h"
#include "overview-page.h"
#include "watch-page.h"

G_DEFINE_INTERFACE (SamsynPage, samsyn_page, GTK_TYPE_WIDGET)

static void
samsyn_page_default_init (SamsynPageInterface *interface)
{
}

void
samsyn_page_focus (SamsynPage *self)
{
  if (SAMSYN_PAGE_GET_IFACE (self)->focus != NULL)
    SAMSYN_PAGE_GET_IFACE (self)->focus (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
samsyn_page_focus_filter (SamsynPage *self)
{
  if (SAMSYN_PAGE_GET_IFACE (self)->focus_filter != NULL)
    SAMSYN_PAGE_GET_IFACE (self)->focus_filter (self);
}

gboolean
samsyn_page_in_filter (SamsynPage *self)
{
  return SAMSYN_PAGE_GET_IFACE (self)->in_filter != NULL && SAMSYN_PAGE_GET_IFACE (self)->in_filter (self);
}

void
samsyn_page_create (SamsynPage *self)
{
  if (SAMSYN_PAGE_GET_IFACE (self)->create != NULL)
    SAMSYN_PAGE_GET_IFACE (self)->create (self);
}

void
samsyn_page_set_narrow (SamsynPage *self,
                        gboolean    narrow)
{
  if (SAMSYN_PAGE_GET_IFACE (self)->set_narrow != NULL)
    SAMSYN_PAGE_GET_IFACE (self)->set_narrow (self, narrow);
}

/* ---- All pages ------------------------------------------------------------------------------------------------------------------ */

/* Pages of their own, each before the kinds of its area; a page for each kind follows from the descriptions. */
static const SamsynPageInfo own[] = {
  { .id = "overview", .label = NC_ ("page", "Overview"), .area = SAMSYN_N_AREAS, .make = samsyn_overview_page_new },
  { .id = "watch", .label = NC_ ("page", "Watch"), .area = SAMSYN_N_AREAS, .make = samsyn_watch_page_new },
  { .id = "map", .label = NC_ ("page", "Map"), .area = SAMSYN_AREA_RESPONSIBILITY, .make = samsyn_map_page_new },
  { .id = "findings", .label = NC_ ("page", "Findings"), .area = SAMSYN_AREA_RESPONSIBILITY, .make = samsyn_findings_page_new },
  { NULL },
};

static SamsynPage *
make_list (SamsynSession    *session,
           const SamsynKind *kind)
{
  return SAMSYN_PAGE (samsyn_list_page_new (session, kind));
}

static void
add_area (GArray    *pages,
          SamsynArea area)
{
  for (guint i = 0; own[i].id != NULL; i++)
    if (own[i].area == area)
      g_array_append_val (pages, own[i]);
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    if ((*kind)->area == area)
      {
        SamsynPageInfo info = { .id = (*kind)->id, .kind = *kind, .area = area, .make = make_list };

        g_array_append_val (pages, info);
      }
}

GArray *
samsyn_pages (void)
{
  static GArray *pages;

  if (pages == NULL)
    {
      pages = g_array_new (FALSE, FALSE, sizeof (SamsynPageInfo));
      add_area (pages, SAMSYN_N_AREAS);
      for (SamsynArea area = 0; area < SAMSYN_N_AREAS; area++)
        add_area (pages, area);
    }
  return pages;
}

const SamsynPageInfo *
samsyn_page_find (const char *id)
{
  GArray *pages = samsyn_pages ();

  for (guint i = 0; i < pages->len; i++)
    if (g_strcmp0 (g_array_index (pages, SamsynPageInfo, i).id, id) == 0)
      return &g_array_index (pages, SamsynPageInfo, i);
  return NULL;
}

const char *
samsyn_page_label (const SamsynPageInfo *info)
{
  return info->label != NULL ? samsyn_words (NULL, "page", info->label) : samsyn_kind_plural (info->kind, NULL);
}
