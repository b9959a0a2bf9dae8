/* book-table.c: writing a table: its caption, header, rows and total
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-sheet.h"

#include <string.h>

#include "exchange/error.h"
#include "model/words.h"

#define CAPTION_POINTS 21
#define COMMENT_PIXELS 300
#define COMMENT_FILL 0xF5F7FA
#define MOST_LINKS 65000 /* a sheet holds 65,530 */

static lxw_format *
body_format (SamsynWriter         *writer,
             const SamsynColumn   *column,
             SamsynColumnType      type,
             const SamsynResolved *resolved)
{
  SamsynPart part = column->flags & SAMSYN_COLUMN_HEADER ? SAMSYN_PART_BOLD : SAMSYN_PART_BODY;

  if (resolved->as == SAMSYN_WRITTEN_NUMBER)
    return samsyn_format_number (writer->formats, type, part, samsyn_cell_decimals (type, resolved->number), NULL);
  if (resolved->as == SAMSYN_WRITTEN_DATE && type != SAMSYN_COLUMN_DUE)
    return writer->formats->column[SAMSYN_COLUMN_DATE][part];
  return writer->formats->column[type][part];
}

/* A sum that lacks some of its lines says so behind the number. */
static lxw_format *
partial_format (SamsynWriter         *writer,
                SamsynColumnType      type,
                SamsynPart            part,
                double                number,
                guint                 n_given,
                guint                 n_lines)
{
  g_autofree char *share = samsyn_text_share (writer->book->language, n_given, n_lines);

  return samsyn_format_number (writer->formats, type, part, samsyn_cell_decimals (type, number), share);
}

/* The place of a cell in a risk grid: columns rise to the right; rows are named by their number, or fall from the top. */
static lxw_format *
heat_format (SamsynWriter *writer,
             SamsynTable  *table,
             guint         row,
             guint         column)
{
  const SamsynValue *name = &samsyn_table_cell (table, row, 0)->value;
  const char *text = samsyn_value_get_text (name);
  guint impact = 1;
  gint64 probability = samsyn_value_get_integer (name, 0);

  for (guint i = 0; i < column; i++)
    impact += samsyn_table_column (table, i)->type == SAMSYN_COLUMN_HEAT;
  if (text && g_ascii_isdigit (*text))
    probability = *text - '0';
  if (probability < 1 || probability > 5)
    probability = MAX ((gint64) table->n_rows - row, 1);
  if (impact * probability >= 15)
    return writer->formats->heat[0];
  if (impact * probability >= 10)
    return writer->formats->heat[1];
  return writer->formats->heat[impact * probability >= 5 ? 2 : 3];
}

static gboolean
write_resolved (SamsynWriter         *writer,
                guint                 row,
                guint                 column,
                const SamsynResolved *resolved,
                lxw_format           *format)
{
  switch (resolved->as)
    {
    case SAMSYN_WRITTEN_TEXT:
      return samsyn_writer_text (writer, row, column, resolved->text, format);
    case SAMSYN_WRITTEN_NUMBER:
    case SAMSYN_WRITTEN_DATE:
      return samsyn_writer_check (writer, worksheet_write_number (writer->worksheet, row, column, resolved->number, format));
    default:
      return samsyn_writer_check (writer, worksheet_write_blank (writer->worksheet, row, column, format));
    }
}

/* The address is made of our own sheet's safe name only; the user's text is what is shown. */
static gboolean
write_link (SamsynWriter *writer,
            guint         row,
            guint         column,
            const char   *text,
            SamsynSheet  *to)
{
  lxw_format *format = writer->formats->link;

  if (writer->n_links++ < MOST_LINKS)
    {
      g_auto (GStrv) around = g_strsplit (to->name, "'", -1);
      g_autofree char *quoted = g_strjoinv ("''", around);
      g_autofree char *address = g_strdup_printf ("internal:'%s'!A1", quoted);

      if (!samsyn_writer_check (writer, worksheet_write_url (writer->worksheet, row, column, address, format)))
        return FALSE;
    }
  return samsyn_writer_text (writer, row, column, text, format);
}

/* As large as its lines, in a typeface that is everywhere; by a fixed author, so that the same data makes the same bytes. */
static gboolean
write_comment (SamsynWriter *writer,
               guint         row,
               guint         column,
               const char   *text)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  const char *clean = samsyn_text_clean (text, writer->book->language, buffer);
  lxw_comment_options options = { .author = (char *) "Samsyn", .font_name = (char *) "Arial", .font_size = 9, .font_family = 2,
                                  .color = COMMENT_FILL, .width = COMMENT_PIXELS,
                                  .height = samsyn_layout_comment_pixels (clean, COMMENT_PIXELS) };

  return samsyn_writer_check (writer, worksheet_write_comment_opt (writer->worksheet, row, column,
                                                                   samsyn_text_escape (clean, writer->escaped), &options));
}

static gboolean
write_cell (SamsynWriter *writer,
            SamsynTable  *table,
            guint         row,
            guint         number)
{
  const SamsynColumn *column = samsyn_table_column (table, number);
  const SamsynCell *cell = samsyn_table_cell (table, row, number);
  SamsynColumnType type = samsyn_table_type (table, row, number);
  guint at = table->header_row + 1 + row;
  SamsynResolved resolved;
  lxw_format *format;

  samsyn_resolve (writer->resolver, type, &cell->value, &resolved);
  if (cell->comment && !write_comment (writer, at, table->first_column + number, cell->comment))
    return FALSE;
  if (cell->to && resolved.as == SAMSYN_WRITTEN_TEXT)
    return write_link (writer, at, table->first_column + number, resolved.text, cell->to);
  if (type == SAMSYN_COLUMN_HEAT && resolved.as != SAMSYN_WRITTEN_TEXT)
    format = heat_format (writer, table, row, number);
  else if (cell->n_lines > 0 && resolved.as == SAMSYN_WRITTEN_NUMBER)
    format = partial_format (writer, type, SAMSYN_PART_BODY, resolved.number, cell->n_given, cell->n_lines);
  else
    format = body_format (writer, column, type, &resolved);
  return write_resolved (writer, at, table->first_column + number, &resolved, format);
}

/* A row that begins a group goes to the next page if this one has no room for all of it. */
static void
keep_group (SamsynWriter *writer,
            SamsynTable  *table,
            guint         number)
{
  GArray *groups = table->groups;
  guint row = g_array_index (groups, guint, number);
  guint end = number + 1 < groups->len ? g_array_index (groups, guint, number + 1) : table->n_rows;
  double points = 0;

  for (guint i = row; i < end; i++)
    points += MAX (samsyn_layout_row_height (&writer->layout, table, writer->resolver, i), SAMSYN_ROW_POINTS);
  if (row > 0)
    samsyn_paging_keep (&writer->paging, table->header_row + 1 + row, points);
}

static void
write_rows (SamsynWriter *writer,
            SamsynTable  *table)
{
  guint n_groups = 0;

  for (guint row = 0; row < table->n_rows; row++)
    {
      double height = samsyn_layout_row_height (&writer->layout, table, writer->resolver, row);

      if (n_groups < table->groups->len && g_array_index (table->groups, guint, n_groups) == row)
        keep_group (writer, table, n_groups++);
      samsyn_paging_add (&writer->paging, height > 0 ? height : SAMSYN_ROW_POINTS);
      if (height > 0)
        samsyn_writer_check (writer, worksheet_set_row (writer->worksheet, table->header_row + 1 + row, height, NULL));
      for (guint column = 0; column < table->columns->len; column++)
        if (!write_cell (writer, table, row, column))
          return;
      if (!samsyn_writer_step (writer))
        return;
    }
}

/* ---- Rows from a source ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  SamsynWriter *writer;
  SamsynTable  *table;
  lxw_format  **formats; /* one a column */
  guint         row;
} Stream;

static gboolean
stream_row (const SamsynValue *values,
            gpointer           data)
{
  Stream *stream = data;
  SamsynWriter *writer = stream->writer;
  SamsynTable *table = stream->table;

  if (stream->row < table->n_rows)
    for (guint i = 0; i < table->columns->len; i++)
      {
        const SamsynColumn *column = samsyn_table_column (table, i);
        SamsynResolved resolved;
        lxw_format *format;

        if (values[i].stored == SAMSYN_STORED_NULL)
          continue;
        samsyn_resolve (writer->resolver, column->type, &values[i], &resolved);
        samsyn_print_add (&table->prints[i], stream->row, &resolved);
        if (resolved.as == SAMSYN_WRITTEN_NOTHING)
          continue;
        format = resolved.as == SAMSYN_WRITTEN_TEXT || samsyn_format_is_wrapped (column->type)
                   ? stream->formats[i]
                   : body_format (writer, column, column->type, &resolved);
        if (!write_resolved (writer, table->header_row + 1 + stream->row, table->first_column + i, &resolved, format))
          return FALSE;
      }
  stream->row++;
  return samsyn_writer_step (writer);
}

static void
write_source (SamsynWriter *writer,
              SamsynTable  *table)
{
  g_autofree lxw_format **formats = g_new (lxw_format *, table->columns->len);
  Stream stream = { writer, table, formats, 0 };
  g_autoptr (GError) error = NULL;

  g_free (table->prints);
  table->prints = g_new0 (SamsynPrint, table->columns->len);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const SamsynColumn *column = samsyn_table_column (table, i);
      SamsynPart part = column->flags & SAMSYN_COLUMN_HEADER ? SAMSYN_PART_BOLD : SAMSYN_PART_BODY;

      /* Long tables are for filtering, not for reading: one line a row. */
      formats[i] = samsyn_format_is_wrapped (column->type) ? writer->formats->unwrapped[part]
                                                           : writer->formats->column[column->type][part];
    }
  if (!table->each (stream_row, &stream, table->data, &error) && writer->error == NULL)
    writer->error = error ? g_steal_pointer (&error)
                          : g_error_new_literal (SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_WRITE,
                                                 _ ("The workbook’s rows could not be read. No file was written; try again."));
  if (writer->error == NULL && stream.row != table->n_rows)
    writer->error = g_error_new (SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_WRITE,
                                 _ ("The sheet “%s” should have %u rows, but %u came. No file was written; try again."),
                                 writer->sheet->name, table->n_rows, stream.row);
}

/* ---- The table as a whole -------------------------------------------------------------------------------------------------- */

static lxw_format *
header_format (SamsynWriter *writer,
               SamsynTable  *table,
               guint         column)
{
  SamsynColumnType type = samsyn_table_column (table, column)->type;

  if (samsyn_layout_header_turned (&writer->layout, table, column))
    return writer->formats->header_turned;
  if (samsyn_format_is_centered (type))
    return writer->formats->header_center;
  return samsyn_format_is_right (type) ? writer->formats->header_right : writer->formats->header;
}

static void
describe_total (SamsynWriter     *writer,
                SamsynTable      *table,
                guint             number,
                lxw_table_column *column)
{
  SamsynSum sum = samsyn_table_sum (table, writer->resolver, number);
  SamsynTotal total = samsyn_table_total (table, number, &sum);

  if (total == SAMSYN_TOTAL_SUM || total == SAMSYN_TOTAL_PARTIAL)
    column->total_function = LXW_TABLE_FUNCTION_SUM;
  else if (number == 0)
    column->total_string = (char *) samsyn_words (writer->book->language, "workbook", "Total");
}

/* A column as formulas name it, with the table's name, as spreadsheets write it themselves.  NULL for titles with marks that
 * some readers take for something else. */
static char *
column_reference (SamsynTable *table,
                  const char  *title)
{
  for (const char *p = title; *p; p++)
    if ((guchar) *p < 0x80 && !g_ascii_isalnum (*p) && strchr (" ()%", *p) == NULL)
      return NULL;
  return g_strdup_printf ("%s[%s]", table->name, title);
}

static void
write_sum (SamsynWriter *writer,
           SamsynTable  *table,
           guint         row,
           guint         number,
           double        total,
           lxw_format   *format)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  g_autofree char *named = column_reference (table, samsyn_table_column (table, number)->title);
  g_autofree char *formula = NULL;

  lxw_rowcol_to_range (range, table->header_row + 1, table->first_column + number, row - 1, table->first_column + number);
  formula = g_strdup_printf ("=SUBTOTAL(109,%s)", named ? named : range);
  samsyn_writer_check (writer, worksheet_write_formula_num (writer->worksheet, row, table->first_column + number, formula, format,
                                                            total));
}

/* One cell of the total row below a column that is summed. */
static void
write_total (SamsynWriter *writer,
             SamsynTable  *table,
             guint         row,
             guint         number)
{
  SamsynSum sum = samsyn_table_sum (table, writer->resolver, number);
  SamsynColumnType type = samsyn_table_column (table, number)->type;
  lxw_format *format = writer->formats->column[type][SAMSYN_PART_TOTAL];
  g_autofree char *share = samsyn_text_share (writer->book->language, sum.n_given, sum.n_lines);

  switch (samsyn_table_total (table, number, &sum))
    {
    case SAMSYN_TOTAL_SUM:
      format = samsyn_format_number (writer->formats, type, SAMSYN_PART_TOTAL, samsyn_cell_decimals (type, sum.total), NULL);
      write_sum (writer, table, row, number, sum.total, format);
      break;
    case SAMSYN_TOTAL_PARTIAL:
      format = partial_format (writer, type, SAMSYN_PART_TOTAL, sum.total, sum.n_given, sum.n_lines);
      write_sum (writer, table, row, number, sum.total, format);
      break;
    case SAMSYN_TOTAL_WORDS:
      samsyn_writer_text (writer, row, table->first_column + number, share, format);
      break;
    case SAMSYN_TOTAL_NOTHING:
      samsyn_writer_check (writer, worksheet_write_blank (writer->worksheet, row, table->first_column + number, format));
      break;
    }
}

/* The library formats the total row only in part, and writes sums that not every spreadsheet reads. */
static void
format_total (SamsynWriter *writer,
              SamsynTable  *table,
              guint         row)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const SamsynColumn *column = samsyn_table_column (table, i);
      lxw_format *format = writer->formats->column[i == 0 ? SAMSYN_COLUMN_STATE : column->type][SAMSYN_PART_TOTAL];

      if (column->flags & SAMSYN_COLUMN_TOTAL)
        write_total (writer, table, row, i);
      else if (i == 0)
        samsyn_writer_text (writer, row, table->first_column, samsyn_words (writer->book->language, "workbook", "Total"), format);
      else
        samsyn_writer_check (writer, worksheet_write_blank (writer->worksheet, row, table->first_column + i, format));
    }
}

/* Describes the table to the library, which writes its header and total rows. */
static void
add_table (SamsynWriter *writer,
           SamsynTable  *table,
           guint         last_row,
           gboolean      has_total)
{
  guint n = table->columns->len;
  g_autofree lxw_table_column *columns = g_new0 (lxw_table_column, n);
  g_autofree lxw_table_column **pointers = g_new0 (lxw_table_column *, n + 1);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  lxw_table_options options = { .name = table->name, .columns = pointers, .total_row = has_total, .no_banded_rows = TRUE,
                                .style_type = LXW_TABLE_STYLE_TYPE_LIGHT, .style_type_number = 1,
                                .no_autofilter = !samsyn_table_has_filter (table) };

  for (guint i = 0; i < n; i++)
    {
      char *title = g_strdup (samsyn_text_escape (samsyn_table_column (table, i)->title, writer->escaped));

      g_ptr_array_add (titles, title);
      columns[i].header = title;
      columns[i].header_format = header_format (writer, table, i);
      if (has_total)
        describe_total (writer, table, i, &columns[i]);
      pointers[i] = &columns[i];
    }
  samsyn_writer_check (writer, worksheet_add_table (writer->worksheet, table->header_row, table->first_column, last_row,
                                                    table->first_column + n - 1, &options));
  if (!has_total)
    return;
  format_total (writer, table, last_row);
  samsyn_paging_add (&writer->paging, SAMSYN_ROW_POINTS);
}

guint
samsyn_writer_table (SamsynWriter *writer,
                     SamsynTable  *table,
                     guint         row)
{
  gboolean has_total = samsyn_table_has_total (table);
  guint last_row;
  double height;

  if (table->caption)
    {
      worksheet_set_row (writer->worksheet, row, CAPTION_POINTS, NULL);
      samsyn_paging_add (&writer->paging, CAPTION_POINTS);
      samsyn_writer_text (writer, row, table->first_column, table->caption, writer->formats->caption);
      row++;
    }
  table->header_row = row;
  last_row = row + table->n_rows + has_total;
  height = samsyn_layout_header_height (&writer->layout, table);
  worksheet_set_row (writer->worksheet, row, height, NULL);
  samsyn_paging_add (&writer->paging, height);
  if (table->each)
    write_source (writer, table);
  else
    write_rows (writer, table);
  if (writer->error == NULL)
    add_table (writer, table, last_row, has_total);
  if (writer->error == NULL)
    samsyn_writer_marks (writer, table);
  return last_row + 1;
}
