/* book-layout.c: how wide columns and how high rows must be
 *
 * The library measures nothing, and a spreadsheet does so only where it likes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-sheet.h"

#include <math.h>
#include <string.h>

#define TEXT_PIXELS (10.0 * 96 / 72 / 1000) /* of a thousandth of an em at 10 points */
#define LINE_POINTS 12.8
#define BOLD 1.07
#define LARGEST_POINTS 409.0
#define CELL_PADDING 7.0    /* pixels left and right of a text together */
#define INDENT_PIXELS 9.0   /* between a text and its column's edge */
#define FILTER_PIXELS 18.0  /* the button in a header */
#define TALLEST_COMMENT 600.0 /* pixels */
#define LONGEST_WORD 26.0   /* characters: columns grow for longer words no further */
#define PAGE_CHARACTERS 145.0
#define WIDER 1.1              /* each attempt to bring a sheet onto one page */
#define WIDEST_PAGE 260.0      /* characters: beyond these nobody reads the print */

double
samsyn_layout_pixels (double characters)
{
  return floor (characters * 7 + 5);
}

static double
characters_of (double pixels)
{
  return (pixels - 5) / 7;
}

/* ---- Widths ---------------------------------------------------------------------------------------------------------------- */

static double
number_width (SamsynColumnType type,
              double           number)
{
  char digits[64], form[8];
  int decimals = samsyn_cell_decimals (type, number);
  gsize length;

  g_snprintf (form, sizeof form, decimals < 0 ? "%%.3e" : "%%.%df", decimals);
  g_ascii_formatd (digits, sizeof digits, form, type == SAMSYN_COLUMN_PERCENT ? number * 100 : number);
  length = strlen (digits);
  return (length + length / 3 + (type == SAMSYN_COLUMN_PERCENT ? 2 : 0)) * 556;
}

static double
cell_width (SamsynColumnType      type,
            const SamsynResolved *resolved,
            double                scale)
{
  switch (resolved->as)
    {
    case SAMSYN_WRITTEN_TEXT:
      if (samsyn_format_is_wrapped (type))
        return MIN (samsyn_measure_word (resolved->text, scale), samsyn_layout_pixels (LONGEST_WORD));
      return MIN (samsyn_measure_text (resolved->text, strlen (resolved->text), scale), samsyn_layout_pixels (40));
    case SAMSYN_WRITTEN_NUMBER:
      return number_width (type, resolved->number) * scale;
    case SAMSYN_WRITTEN_DATE:
      return 12 * 556 * scale;
    default:
      return 0;
    }
}

static double
bold_scale (const SamsynColumn *column)
{
  return TEXT_PIXELS * (column->flags & SAMSYN_COLUMN_HEADER ? BOLD : 1);
}

/* What a column's texts leave free beside them, in pixels. */
static double
padding (const SamsynColumn *column)
{
  return CELL_PADDING + (samsyn_format_is_centered (column->type) ? 0 : INDENT_PIXELS);
}

/* The button of a filter beside a header's text, in pixels. */
static double
header_extra (SamsynTable *table)
{
  return samsyn_table_has_filter (table) ? FILTER_PIXELS : 0;
}

static double
header_word (SamsynTable *table,
             guint        column)
{
  return samsyn_measure_word (samsyn_table_column (table, column)->title, TEXT_PIXELS * BOLD) + header_extra (table);
}

/* What a sum takes that says of how many lines it is. */
static double
share_width (const char *language,
             guint       n_given,
             guint       n_lines,
             double      scale)
{
  g_autofree char *share = samsyn_text_share (language, n_given, n_lines);

  return samsyn_measure_text (share, strlen (share), scale) + 3 * 333 * scale;
}

static double
total_width (SamsynTable    *table,
             guint           number,
             SamsynResolver *resolver)
{
  SamsynSum sum = samsyn_table_sum (table, resolver, number);
  SamsynResolved resolved = { .as = SAMSYN_WRITTEN_NUMBER, .number = sum.total };
  double width = cell_width (samsyn_table_column (table, number)->type, &resolved, TEXT_PIXELS * BOLD);

  switch (samsyn_table_total (table, number, &sum))
    {
    case SAMSYN_TOTAL_SUM:
      return width;
    case SAMSYN_TOTAL_PARTIAL:
      return width + share_width (resolver->language, sum.n_given, sum.n_lines, TEXT_PIXELS * BOLD);
    case SAMSYN_TOTAL_WORDS:
      return share_width (resolver->language, sum.n_given, sum.n_lines, TEXT_PIXELS * BOLD);
    default:
      return 0;
    }
}

/* The least width, in pixels, at which nothing of a column is broken or hidden. */
static double
needed_width (SamsynTable    *table,
              guint           number,
              SamsynResolver *resolver)
{
  const SamsynColumn *column = samsyn_table_column (table, number);
  double needed = column->type == SAMSYN_COLUMN_LETTER || column->type == SAMSYN_COLUMN_HEAT ? 0 : header_word (table, number);
  SamsynResolved resolved = { .as = SAMSYN_WRITTEN_NUMBER };

  needed = MIN (needed, samsyn_layout_pixels (LONGEST_WORD));
  for (guint row = 0; table->each == NULL && row < table->n_rows; row++)
    {
      SamsynColumnType type = samsyn_table_type (table, row, number);
      const SamsynCell *cell = samsyn_table_cell (table, row, number);

      samsyn_resolve (resolver, type, &cell->value, &resolved);
      needed = MAX (needed,
                    cell_width (type, &resolved, bold_scale (column))
                        + (cell->n_lines > 0 ? share_width (resolver->language, cell->n_given, cell->n_lines, TEXT_PIXELS) : 0));
    }
  if (column->flags & SAMSYN_COLUMN_TOTAL)
    needed = MAX (needed, total_width (table, number, resolver));
  return needed + padding (column);
}

/* Brings the sum of the columns that wrap to what the page leaves them. */
static void
fill_page (SamsynLayout      *layout,
           const SamsynClaim *claims,
           gboolean           may_grow,
           double             page)
{
  double fixed = 0, free = 0, factor;

  for (guint i = 0; i < layout->n_columns; i++)
    *(claims[i].wraps ? &free : &fixed) += layout->widths[i];
  if (free == 0 || (fixed + free < page && !may_grow))
    return;
  factor = CLAMP ((page - fixed) / free, 0.6, 1.7);
  for (guint i = 0; i < layout->n_columns; i++)
    if (claims[i].wraps)
      layout->widths[i] = MAX (layout->widths[i] * factor, claims[i].needed);
}

/* As many columns as the title and the purpose run over, at most a page and a quarter. */
static void
count_printed (SamsynLayout *layout,
               SamsynSheet  *sheet)
{
  g_autofree char *purpose = samsyn_sheet_describe (sheet);
  double need = MAX (samsyn_measure_text (purpose, strlen (purpose), TEXT_PIXELS),
                     samsyn_measure_text (sheet->title, strlen (sheet->title), TEXT_PIXELS * 1.8 * BOLD));
  double have = 0;

  for (guint i = 0; i < sheet->tables->len; i++)
    {
      SamsynTable *table = g_ptr_array_index (sheet->tables, i);
      if (table->caption)
        need = MAX (need, samsyn_measure_text (table->caption, strlen (table->caption), TEXT_PIXELS * 1.2 * BOLD));
    }
  need = MIN (need + 2 * CELL_PADDING, SAMSYN_PAGE_PIXELS * 1.25);
  if (sheet->charts->len > 0)
    need = MAX (need, SAMSYN_PAGE_PIXELS * 0.7);
  for (guint i = 0; i < layout->n_columns; i++)
    have += samsyn_layout_pixels (layout->widths[i]);
  layout->n_printed = layout->n_columns;
  if (have < need)
    layout->n_printed += ceil ((need - have) / 64);
}

/* Puts a risk grid under the columns of the main table that are most alike, rather than under one narrow and one wide. */
static void
place_grid (SamsynLayout *layout,
            SamsynTable  *main,
            SamsynTable  *grid)
{
  double best = G_MAXDOUBLE;
  guint n_cells = 0;

  grid->first_column = 0;
  for (guint i = 0; i < grid->columns->len; i++)
    n_cells += samsyn_table_column (grid, i)->type == SAMSYN_COLUMN_HEAT;
  if (n_cells < 2)
    return;
  for (guint first = 0; first + grid->columns->len <= main->columns->len; first++)
    {
      double widest = 0;
      for (guint i = 0; i < grid->columns->len; i++)
        if (samsyn_table_column (grid, i)->type == SAMSYN_COLUMN_HEAT)
          widest = MAX (widest, layout->widths[first + i]);
      if (widest < best)
        grid->first_column = first;
      best = MIN (best, widest);
    }
}

static void
measure_table (SamsynLayout   *layout,
               SamsynTable    *table,
               gboolean        is_main,
               SamsynResolver *resolver,
               SamsynClaim    *claims)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const SamsynColumn *column = samsyn_table_column (table, i);
      double least = characters_of (needed_width (table, i, resolver));
      double wish = column->width;
      guint at = table->first_column + i;

      /* A text below the main table takes the width it finds, as far as that is bearable. */
      if (!is_main && column->type == SAMSYN_COLUMN_TEXT)
        wish = MIN (wish, MAX (layout->widths[at] * 1.3, 18));
      claims[at].needed = MAX (claims[at].needed, least);
      layout->widths[at] = MAX (layout->widths[at], MAX (wish, least));
      if (is_main)
        claims[at].wraps = column->type == SAMSYN_COLUMN_TEXT;
    }
}

static void
measure_for (SamsynLayout   *layout,
             SamsynSheet    *sheet,
             SamsynResolver *resolver,
             double          page)
{
  g_autofree SamsynClaim *claims = NULL;
  gboolean may_grow = TRUE;

  samsyn_layout_clear (layout);
  for (guint i = 0; i < sheet->tables->len; i++)
    layout->n_columns = MAX (layout->n_columns, ((SamsynTable *) g_ptr_array_index (sheet->tables, i))->columns->len);
  layout->widths = g_new0 (double, layout->n_columns);
  claims = g_new0 (SamsynClaim, layout->n_columns);
  for (guint i = 0; i < layout->n_columns; i++)
    claims[i].wraps = TRUE;

  for (guint i = 0; i < sheet->tables->len; i++)
    {
      SamsynTable *table = g_ptr_array_index (sheet->tables, i);
      may_grow = may_grow && table->each == NULL;
      if (i > 0)
        place_grid (layout, g_ptr_array_index (sheet->tables, 0), table);
      measure_table (layout, table, i == 0, resolver, claims);
    }
  fill_page (layout, claims, may_grow, page);
  samsyn_layout_share (layout, g_ptr_array_index (sheet->tables, 0), claims, resolver);
  count_printed (layout, sheet);
}

/* A sheet for one page is made wider as long as it is too high: both shrink alike, and the page is filled. */
void
samsyn_layout_measure (SamsynLayout   *layout,
                       SamsynSheet    *sheet,
                       SamsynResolver *resolver)
{
  double page = PAGE_CHARACTERS;

  measure_for (layout, sheet, resolver, page);
  while (sheet->one_page && !samsyn_page_holds (layout, sheet, resolver) && (page *= WIDER) < WIDEST_PAGE)
    measure_for (layout, sheet, resolver, page);
}

void
samsyn_layout_clear (SamsynLayout *layout)
{
  g_clear_pointer (&layout->widths, g_free);
  *layout = (SamsynLayout) { 0 };
}

/* ---- Heights --------------------------------------------------------------------------------------------------------------- */

static double
points_of (guint lines)
{
  return lines < 2 ? 0 : MIN (lines * LINE_POINTS + 3, LARGEST_POINTS);
}

guint
samsyn_layout_lines (SamsynTable    *table,
                     SamsynResolver *resolver,
                     guint           row,
                     guint           number,
                     double          width)
{
  const SamsynColumn *column = samsyn_table_column (table, number);
  SamsynColumnType type = samsyn_table_type (table, row, number);
  SamsynResolved resolved;

  if (!samsyn_format_is_wrapped (type))
    return 1;
  samsyn_resolve (resolver, type, &samsyn_table_cell (table, row, number)->value, &resolved);
  if (resolved.as != SAMSYN_WRITTEN_TEXT)
    return 1;
  return samsyn_measure_lines (resolved.text, samsyn_layout_pixels (width) - padding (column), bold_scale (column));
}

double
samsyn_layout_row_height (const SamsynLayout *layout,
                          SamsynTable        *table,
                          SamsynResolver     *resolver,
                          guint               row)
{
  guint most = 1;

  for (guint i = 0; i < table->columns->len; i++)
    most = MAX (most, samsyn_layout_lines (table, resolver, row, i, layout->widths[table->first_column + i]));
  return points_of (most);
}

double
samsyn_layout_comment_pixels (const char *text,
                              double      width)
{
  guint lines = samsyn_measure_lines (text, width - 3 * CELL_PADDING, TEXT_PIXELS * 0.95);

  return MIN (lines * LINE_POINTS * 96 / 72 + 2 * CELL_PADDING, TALLEST_COMMENT);
}

gboolean
samsyn_layout_header_turned (const SamsynLayout *layout,
                             SamsynTable        *table,
                             guint               column)
{
  gboolean turned = FALSE;

  if (samsyn_table_column (table, column)->type != SAMSYN_COLUMN_LETTER)
    return FALSE;
  for (guint i = 0; i < table->columns->len; i++)
    if (samsyn_table_column (table, i)->type == SAMSYN_COLUMN_LETTER)
      turned |= header_word (table, i) + CELL_PADDING >
                samsyn_layout_pixels (layout->widths[table->first_column + i]);
  return turned;
}

double
samsyn_layout_header_height (const SamsynLayout *layout,
                             SamsynTable        *table)
{
  double points = 18;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const SamsynColumn *column = samsyn_table_column (table, i);
      double room = samsyn_layout_pixels (layout->widths[table->first_column + i]) - padding (column) - header_extra (table) + 1;
      double scale = TEXT_PIXELS * BOLD;

      if (samsyn_layout_header_turned (layout, table, i))
        points = MAX (points, MIN (samsyn_measure_text (column->title, strlen (column->title), scale) * 0.75 + 10, 160));
      else
        points = MAX (points, points_of (samsyn_measure_lines (column->title, MAX (room, 20), scale)) + 3);
    }
  return MIN (points, LARGEST_POINTS);
}
