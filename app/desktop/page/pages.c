/* pages.c: all pages of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pages.h"

#include "model/words.h"

static const SamsynPageInfo *own;
static GType (*list_type) (void);

void
samsyn_pages_register (const SamsynPageInfo *pages,
                       GType (*list) (void))
{
  own = pages;
  list_type = list;
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
        SamsynPageInfo info = { .id = (*kind)->id, .kind = *kind, .area = area, .type = list_type };

        g_array_append_val (pages, info);
      }
}

GArray *
samsyn_pages (void)
{
  static GArray *pages;

  g_return_val_if_fail (own != NULL, NULL);
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
