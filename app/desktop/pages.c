/* pages.c: all pages of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pages.h"

#include "comparison-page.h"
#include "findings-page.h"
#include "list-page.h"
#include "map-page.h"
#include "model/words.h"
#include "overview-page.h"
#include "watch-page.h"

/* Pages of their own, each before the kinds of its area; a page for each kind follows from the descriptions. */
static const SamsynPageInfo own[] = {
  { .id = "overview", .label = NC_ ("page", "Overview"), .area = SAMSYN_N_AREAS, .type = samsyn_overview_page_get_type },
  { .id = "watch", .label = NC_ ("page", "Watch"), .area = SAMSYN_N_AREAS, .type = samsyn_watch_page_get_type },
  { .id = "map", .label = NC_ ("page", "Map"), .area = SAMSYN_AREA_RESPONSIBILITY, .type = samsyn_map_page_get_type },
  { .id = "findings", .label = NC_ ("page", "Findings"), .area = SAMSYN_AREA_RESPONSIBILITY, .type = samsyn_findings_page_get_type },
  { .id = "comparison", .label = NC_ ("page", "Comparison"), .area = SAMSYN_AREA_RESPONSIBILITY,
    .type = samsyn_comparison_page_get_type },
  { NULL },
};

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
        SamsynPageInfo info = { .id = (*kind)->id, .kind = *kind, .area = area, .type = samsyn_list_page_get_type };

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
