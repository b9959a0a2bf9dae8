/* book-chart.c: charts of a table's columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-sheet.h"

#include <math.h>
#include <string.h>

#define DEFAULT_WIDTH 480.0
#define DEFAULT_HEIGHT 288.0
#define ROW_PIXELS (SAMSYN_ROW_POINTS * 96 / 72)
#define CHART_PIXELS 320.0
#define BAR_PIXELS 19.0
#define LARGEST_PIXELS 560.0
#define GAP_PIXELS 16
#define LEAST_BESIDE_PIXELS 400.0
#define FRAME_PIXELS 2 /* so that the frame of a chart that begins a page is not drawn on the page before */
#define MOST_PIXELS (1.5 * SAMSYN_PAGE_PIXELS)

/* Apart in lightness as well as in hue; lines have markers of their own. */
static const struct
{
  guint32 color;
  guint8  marker;
  guint8  dash;
} styles[] = {
  { 0x1F4E8C, LXW_CHART_MARKER_CIRCLE, LXW_CHART_LINE_DASH_SOLID },
  { 0xD9822B, LXW_CHART_MARKER_SQUARE, LXW_CHART_LINE_DASH_DASH },
  { 0x3C8D5A, LXW_CHART_MARKER_TRIANGLE, LXW_CHART_LINE_DASH_SQUARE_DOT },
  { 0x7B8794, LXW_CHART_MARKER_DIAMOND, LXW_CHART_LINE_DASH_LONG_DASH },
  { 0x8A1010, LXW_CHART_MARKER_CIRCLE, LXW_CHART_LINE_DASH_ROUND_DOT },
};

static lxw_chart_font quiet_font = { .name = (char *) "Arial", .size = 9, .color = 0x3E4C59 };
static lxw_chart_line quiet_line = { .color = 0xE4E7EB, .width = 0.75 };

static void
style_axis (lxw_chart_axis *axis,
            gboolean        grid)
{
  chart_axis_set_num_font (axis, &quiet_font);
  chart_axis_set_line (axis, &(lxw_chart_line) { .color = 0x9AA5B1, .width = 0.75 });
  chart_axis_major_gridlines_set_visible (axis, grid);
  if (grid)
    chart_axis_major_gridlines_set_line (axis, &quiet_line);
}

static void
style_series (lxw_chart_series *series,
              SamsynChartType   type,
              guint             number)
{
  guint look = (type == SAMSYN_CHART_TIMELINE ? number - 1 : number) % G_N_ELEMENTS (styles);
  lxw_chart_fill fill = { .color = styles[look].color };
  lxw_chart_line line = { .color = styles[look].color, .width = 2.25, .dash_type = styles[look].dash };

  if (type == SAMSYN_CHART_TIMELINE && number == 0)
    {
      chart_series_set_fill (series, &(lxw_chart_fill) { .none = TRUE });
      chart_series_set_line (series, &(lxw_chart_line) { .none = TRUE });
    }
  else if (type != SAMSYN_CHART_LINE)
    chart_series_set_fill (series, &fill);
  else
    {
      chart_series_set_line (series, &line);
      chart_series_set_marker_type (series, styles[look].marker);
      chart_series_set_marker_size (series, 6);
      chart_series_set_marker_fill (series, &fill);
      chart_series_set_marker_line (series, &(lxw_chart_line) { .color = styles[look].color });
    }
}

static void
add_series (SamsynWriter *writer,
            SamsynChart  *chart,
            lxw_chart    *drawn)
{
  const char *sheet = writer->sheet->name;
  guint header = chart->table->header_row, first = header + 1, last = header + chart->table->n_rows;

  for (guint i = 0; i < chart->n_series; i++)
    {
      lxw_chart_series *series = chart_add_series (drawn, NULL, NULL);
      guint category = chart->table->first_column + chart->category;
      guint column = chart->table->first_column + chart->series[i];

      chart_series_set_categories (series, sheet, first, category, last, category);
      chart_series_set_values (series, sheet, first, column, last, column);
      chart_series_set_name_range (series, sheet, header, column);
      style_series (series, chart->type, i);
    }
}

/* ---- Timelines ------------------------------------------------------------------------------------------------------------- */

/* The earliest start and the latest end among the bars. */
static gboolean
find_span (SamsynWriter *writer,
           SamsynChart  *chart,
           double       *from,
           double       *to)
{
  gboolean found = FALSE;

  for (guint row = 0; chart->table->each == NULL && row < chart->table->n_rows; row++)
    {
      double start = 0, days = 0;

      for (guint i = 0; i < chart->n_series; i++)
        {
          SamsynResolved resolved;
          samsyn_resolve (writer->resolver, samsyn_table_column (chart->table, chart->series[i])->type,
                          &samsyn_table_cell (chart->table, row, chart->series[i])->value, &resolved);
          if (resolved.as == SAMSYN_WRITTEN_DATE || (resolved.as == SAMSYN_WRITTEN_NUMBER && i == 0))
            start = resolved.number;
          else if (resolved.as == SAMSYN_WRITTEN_NUMBER)
            days += resolved.number;
        }
      if (start < 61)
        continue;
      *from = found ? MIN (*from, start) : start;
      *to = found ? MAX (*to, start + days) : start + days;
      found = TRUE;
    }
  return found;
}

static void
style_timeline (SamsynWriter *writer,
                SamsynChart  *chart,
                lxw_chart    *drawn)
{
  static const guint steps[] = { 7, 14, 30, 61, 91, 182, 365, 730, 1461 };
  static const gint16 hidden[] = { 0, -1 };
  double from, to, margin;
  guint step = 0;

  chart_set_series_overlap (drawn, 100);
  chart_axis_set_reverse (drawn->y_axis);
  chart_axis_set_num_format (drawn->x_axis, "yyyy\\-mm\\-dd");
  /* With the first on top the dates would stand above: put them below. */
  chart_axis_set_label_position (drawn->x_axis, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
  chart_legend_delete_series (drawn, (gint16 *) hidden);
  if (chart->n_series == 2)
    chart_legend_set_position (drawn, LXW_CHART_LEGEND_NONE);
  if (!find_span (writer, chart, &from, &to))
    return;
  margin = MAX (2, (to - from) * 0.02);
  while (step + 1 < G_N_ELEMENTS (steps) && (to - from) / steps[step] > 10)
    step++;
  chart_axis_set_min (drawn->x_axis, floor (from - margin));
  chart_axis_set_max (drawn->x_axis, ceil (to + margin));
  chart_axis_set_major_unit (drawn->x_axis, steps[step]);
}

/* ---- The chart ------------------------------------------------------------------------------------------------------------- */

static guint8
kind_of (SamsynChartType type)
{
  switch (type)
    {
    case SAMSYN_CHART_LINE:
      return LXW_CHART_LINE;
    case SAMSYN_CHART_TIMELINE:
      return LXW_CHART_BAR_STACKED;
    default:
      return LXW_CHART_COLUMN;
    }
}

static void
style_chart (SamsynWriter *writer,
             SamsynChart  *chart,
             lxw_chart    *drawn)
{
  gboolean timeline = chart->type == SAMSYN_CHART_TIMELINE;
  /* A title that begins with a sign of equality would be taken for a reference. */
  g_autofree char *title = g_strconcat (*chart->title == '=' ? " " : "", chart->title, NULL);

  if (*title)
    {
      chart_title_set_name (drawn, title);
      chart_title_set_name_font (drawn, &(lxw_chart_font) { .name = (char *) "Arial", .size = 12, .bold = TRUE,
                                                            .color = 0x1F3A5F });
    }
  else
    chart_title_off (drawn);
  /* Of bars, the library calls the axis of values x. */
  style_axis (drawn->x_axis, timeline);
  style_axis (drawn->y_axis, !timeline);
  chart_show_blanks_as (drawn, LXW_CHART_BLANKS_AS_GAP);
  chart_legend_set_font (drawn, &quiet_font);
  chart_legend_set_position (drawn, chart->n_series > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  chart_chartarea_set_line (drawn, &quiet_line);
  if (chart->type == SAMSYN_CHART_COLUMN)
    chart_set_series_gap (drawn, 80);
  if (samsyn_table_column (chart->table, chart->category)->type == SAMSYN_COLUMN_DATE)
    chart_axis_set_num_format (drawn->x_axis, "yyyy\\-mm\\-dd");
  if (timeline)
    {
      chart_set_series_gap (drawn, 60);
      style_timeline (writer, chart, drawn);
    }
}

static double
printed_pixels (SamsynWriter *writer)
{
  double width = 0;

  for (guint i = 0; i < writer->layout.n_printed; i++)
    width += i < writer->layout.n_columns ? samsyn_layout_pixels (writer->layout.widths[i]) : 64;
  return width;
}

static void
insert (SamsynWriter *writer,
        SamsynChart  *chart,
        guint         row,
        guint         column,
        double        width,
        double        height)
{
  lxw_chart *drawn = workbook_add_chart (writer->workbook, kind_of (chart->type));
  lxw_chart_options options = { .object_position = LXW_OBJECT_MOVE_DONT_SIZE, .description = chart->message,
                                .x_offset = column > 0 ? GAP_PIXELS : 0, .y_offset = column > 0 ? 0 : FRAME_PIXELS,
                                .x_scale = width / DEFAULT_WIDTH, .y_scale = height / DEFAULT_HEIGHT };

  add_series (writer, chart, drawn);
  style_chart (writer, chart, drawn);
  if (column > 0 && chart->n_series > 1)
    chart_legend_set_position (drawn, LXW_CHART_LEGEND_RIGHT);
  samsyn_writer_check (writer, worksheet_insert_chart_opt (writer->worksheet, row, column, drawn, &options));
}

guint
samsyn_writer_chart (SamsynWriter *writer,
                     SamsynChart  *chart,
                     guint         row)
{
  double height = chart->type == SAMSYN_CHART_TIMELINE
                    ? CLAMP (76 + BAR_PIXELS * chart->table->n_rows, 150, LARGEST_PIXELS)
                    : CHART_PIXELS;
  guint rows = ceil (height / ROW_PIXELS);

  samsyn_paging_keep (&writer->paging, row, (rows + 1) * SAMSYN_ROW_POINTS);
  for (guint i = 0; i <= rows; i++)
    samsyn_paging_add (&writer->paging, SAMSYN_ROW_POINTS);
  insert (writer, chart, row, 0, MIN (printed_pixels (writer), MOST_PIXELS) - 4, height - 2 * FRAME_PIXELS);
  return row + rows;
}

/* ---- Beside a table -------------------------------------------------------------------------------------------------------- */

static double
room_beside (SamsynWriter *writer,
             SamsynTable  *table)
{
  double room = printed_pixels (writer) - GAP_PIXELS - 4;

  for (guint i = 0; i < table->first_column + table->columns->len; i++)
    room -= samsyn_layout_pixels (writer->layout.widths[i]);
  return room;
}

SamsynChart *
samsyn_writer_find_beside (SamsynWriter *writer,
                           SamsynTable  *table)
{
  if (table == g_ptr_array_index (writer->sheet->tables, 0) || room_beside (writer, table) < LEAST_BESIDE_PIXELS)
    return NULL;
  for (guint i = 0; i < writer->sheet->charts->len; i++)
    {
      SamsynChart *chart = g_ptr_array_index (writer->sheet->charts, i);

      if (chart->table == table && chart->type != SAMSYN_CHART_TIMELINE)
        return chart;
    }
  return NULL;
}

/* Below the caption, which may run on over the whole width. */
void
samsyn_writer_chart_beside (SamsynWriter *writer,
                            SamsynChart  *chart,
                            guint         row)
{
  guint below = row + (chart->table->caption != NULL);
  guint beside = chart->table->first_column + chart->table->columns->len;

  insert (writer, chart, below, beside, MIN (room_beside (writer, chart->table), MOST_PIXELS),
          (SAMSYN_BESIDE_POINTS - SAMSYN_ROW_POINTS) * 96 / 72 - 8);
}
