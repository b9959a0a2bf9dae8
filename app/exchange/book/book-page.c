/* book-page.c: where the pages of a printed sheet end
 *
 * What belongs together, a chart or a small table with its caption and the chart beside it, is not cut: where the page has no
 * room left it begins the next one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-sheet.h"

#define PAGE_POINTS 496.0 /* A4 across, less margins and a little caution */
#define CAPTION_POINTS 21
#define TITLE_POINTS (30 + SAMSYN_ROW_POINTS + 9)
/* Of what seems left of a page: spreadsheets differ in how high rows become, the more so where they chose the page's end. */
#define SURE 0.97
#define UNSURE 0.85
#define NEAR 0.12 /* of a page: so near its beginning it may still be the page before */

static double
capacity_of (const SamsynLayout *layout)
{
  double width = (layout->n_printed - layout->n_columns) * 64.0;

  for (guint i = 0; i < layout->n_columns; i++)
    width += samsyn_layout_pixels (layout->widths[i]);
  return PAGE_POINTS / MIN (1, SAMSYN_PAGE_PIXELS / width);
}

double
samsyn_page_table_points (const SamsynLayout *layout,
                          SamsynTable        *table,
                          SamsynResolver     *resolver)
{
  double points = (table->caption ? CAPTION_POINTS : 0) + samsyn_layout_header_height (layout, table);

  if (table->each)
    return G_MAXDOUBLE;
  for (guint row = 0; row < table->n_rows; row++)
    points += MAX (samsyn_layout_row_height (layout, table, resolver, row), SAMSYN_ROW_POINTS);
  return points + (samsyn_table_has_total (table) ? SAMSYN_ROW_POINTS : 0);
}

gboolean
samsyn_page_holds (const SamsynLayout *layout,
                   SamsynSheet        *sheet,
                   SamsynResolver     *resolver)
{
  double points = TITLE_POINTS;

  for (guint i = 0; i < sheet->tables->len; i++)
    points += samsyn_page_table_points (layout, g_ptr_array_index (sheet->tables, i), resolver) + SAMSYN_ROW_POINTS;
  return points <= capacity_of (layout);
}

void
samsyn_paging_begin (SamsynPaging       *paging,
                     const SamsynLayout *layout,
                     SamsynSheet        *sheet)
{
  *paging = (SamsynPaging) { .used = TITLE_POINTS, .breaks = g_array_new (TRUE, TRUE, sizeof (lxw_row_t)) };
  if (sheet->one_page)
    return;
  paging->capacity = capacity_of (layout);
  paging->repeated = samsyn_layout_header_height (layout, g_ptr_array_index (sheet->tables, 0));
}

void
samsyn_paging_end (SamsynPaging  *paging,
                   lxw_worksheet *worksheet)
{
  if (paging->breaks->len > 0)
    worksheet_set_h_pagebreaks (worksheet, &g_array_index (paging->breaks, lxw_row_t, 0));
  g_clear_pointer (&paging->breaks, g_array_unref);
}

void
samsyn_paging_add (SamsynPaging *paging,
                   double        points)
{
  if (paging->used + points > paging->capacity)
    {
      paging->used = paging->repeated;
      paging->unsure = TRUE;
    }
  paging->used += points;
}

void
samsyn_paging_keep (SamsynPaging *paging,
                    guint         row,
                    double        points)
{
  lxw_row_t before = row;
  double left = (paging->capacity - paging->used) * (paging->unsure ? UNSURE : SURE);
  gboolean may_be_before = paging->unsure && paging->used < paging->repeated + NEAR * paging->capacity;

  if (paging->capacity == 0 || (points <= left && !may_be_before) || points > (paging->capacity - paging->repeated) * SURE)
    return;
  g_array_append_val (paging->breaks, before);
  paging->unsure = FALSE;
  paging->used = paging->repeated;
}
