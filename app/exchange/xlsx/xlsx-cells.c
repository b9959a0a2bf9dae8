/* xlsx-cells.c: the cells of a sheet, one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "xlsx-private.h"

#include <math.h>
#include <string.h>

#include "exchange/date-serial.h"
#include "exchange/error.h"
#include "model/words.h"

#define MOST_ROWS 1048576
#define MOST_COLUMNS 16384
#define LAST_DAY 2958466 /* the day after 9999-12-31 */

typedef struct
{
  SamsynXlsx        *xlsx;
  SamsynXlsxCellFunc each;
  gpointer           data;
  gboolean           ended;   /* by the caller */
  guint              row;     /* of the next row, where a row does not say */
  SamsynXlsxCell     cell;
  guint              column;  /* of the next cell, where a cell does not say */
  char               type[12];
  gboolean           in_cell;
  GString           *value;   /* of <v> */
  GString           *inside;  /* of <is> */
  GString           *formula;
  GString           *shown;   /* a date as text */
  GString           *target;  /* where text goes now, or NULL */
  gboolean           has_value, has_inside, has_formula;
  guint              in_reading;
} Cells;

gboolean
samsyn_xlsx_parse_cell (const char *reference,
                        guint      *row,
                        guint      *column)
{
  guint64 number = 0, letters = 0;

  while (*reference == '$')
    reference++;
  for (; g_ascii_isalpha (*reference); reference++)
    {
      letters = letters * 26 + (g_ascii_toupper (*reference) - 'A' + 1);
      if (letters > MOST_COLUMNS)
        return FALSE;
    }
  while (*reference == '$')
    reference++;
  for (; g_ascii_isdigit (*reference); reference++)
    {
      number = number * 10 + (*reference - '0');
      if (number > MOST_ROWS)
        return FALSE;
    }
  if (letters == 0 || number == 0 || *reference)
    return FALSE;
  *row = number - 1;
  *column = letters - 1;
  return TRUE;
}

gboolean
samsyn_xlsx_parse_range (const char *reference,
                         guint      *first_row,
                         guint      *first_column,
                         guint      *last_row,
                         guint      *last_column)
{
  g_auto (GStrv) ends = g_strsplit (reference, ":", 2);

  if (ends[0] == NULL || !samsyn_xlsx_parse_cell (ends[0], first_row, first_column))
    return FALSE;
  return samsyn_xlsx_parse_cell (ends[1] ? ends[1] : ends[0], last_row, last_column) && *first_row <= *last_row &&
         *first_column <= *last_column;
}

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_INVALID,
                       _ ("A sheet of the workbook is damaged: a cell stands where none can be. Nothing was read; open it in a "
                         "spreadsheet program and save it anew."));
  return FALSE;
}

/* ---- Values ---------------------------------------------------------------------------------------------------------------- */

/* A number of days as text.  Spreadsheets think that 1900 was a leap year; its 29 February, day 60, never was. */
static gboolean
show_date (Cells  *cells,
           double  serial)
{
  gint64 seconds = llround (serial * 86400);
  gint64 day = seconds / 86400, time = seconds % 86400;
  GDate date;

  if (serial < 0 || serial >= LAST_DAY)
    return FALSE;
  g_string_truncate (cells->shown, 0);
  if (day > 0)
    {
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, day < 61 ? 31 : 30, G_DATE_DECEMBER, 1899);
      g_date_add_days (&date, day);
      g_string_append_printf (cells->shown, "%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date));
    }
  if (day == 0 || time > 0)
    g_string_append_printf (cells->shown, "%s%02d:%02d:%02d", day > 0 ? " " : "", (int) (time / 3600), (int) (time / 60 % 60),
                            (int) (time % 60));
  return TRUE;
}

static void
set_number (Cells *cells)
{
  SamsynXlsxCell *cell = &cells->cell;
  char *end;

  cell->number = g_ascii_strtod (cells->value->str, &end);
  cell->type = SAMSYN_XLSX_NUMBER;
  while (g_ascii_isspace (*end))
    end++;
  if (*end || end == cells->value->str || !isfinite (cell->number))
    {
      cell->type = SAMSYN_XLSX_ERROR;
      cell->text = cells->value->str;
      return;
    }
  if (!samsyn_xlsx_is_date_style (cells->xlsx, cell->style))
    return;
  /* Both ways of counting know times of day without a day. */
  if (cells->xlsx->is_1904 && cell->number >= 1)
    cell->number += 1462;
  if (show_date (cells, cell->number))
    {
      cell->type = SAMSYN_XLSX_DATE;
      cell->text = cells->shown->str;
    }
}

static gboolean
set_shared (Cells   *cells,
            GError **error)
{
  char *end;
  guint64 number = g_ascii_strtoull (cells->value->str, &end, 10);

  if (*end || end == cells->value->str || number >= cells->xlsx->strings->len)
    return fail_damaged (error);
  cells->cell.text = g_ptr_array_index (cells->xlsx->strings, number);
  return TRUE;
}

/* An ISO date as some programs write it ("2016-05-20T00:00:00"). */
static void
set_iso (Cells *cells)
{
  char *t = strchr (cells->value->str, 'T');

  cells->cell.type = SAMSYN_XLSX_DATE;
  cells->cell.text = cells->value->str;
  if (t)
    *t = g_str_has_prefix (t, "T00:00:00") ? '\0' : ' ';
  if (!samsyn_date_serial (cells->cell.text, &cells->cell.number))
    cells->cell.number = 0;
}

static gboolean
set_value (Cells   *cells,
           GError **error)
{
  cells->cell.type = SAMSYN_XLSX_TEXT;
  cells->cell.text = cells->value->str;
  if (strcmp (cells->type, "s") == 0)
    return set_shared (cells, error);
  if (strcmp (cells->type, "inlineStr") == 0)
    {
      samsyn_xlsx_unescape (cells->inside);
      cells->cell.text = cells->inside->str;
    }
  else if (strcmp (cells->type, "str") == 0)
    samsyn_xlsx_unescape (cells->value);
  else if (strcmp (cells->type, "b") == 0)
    {
      cells->cell.type = SAMSYN_XLSX_BOOLEAN;
      cells->cell.number = strcmp (cells->value->str, "1") == 0 || strcmp (cells->value->str, "true") == 0;
    }
  else if (strcmp (cells->type, "e") == 0)
    cells->cell.type = SAMSYN_XLSX_ERROR;
  else if (strcmp (cells->type, "d") == 0)
    set_iso (cells);
  else
    set_number (cells);
  return TRUE;
}

static gboolean
finish_cell (Cells   *cells,
             GError **error)
{
  GError *local = NULL;

  /* Some programs leave the value of a formula empty. */
  cells->has_value = cells->has_value && (cells->value->len > 0 || strcmp (cells->type, "str") == 0);
  if (!cells->has_value && !cells->has_inside && !cells->has_formula)
    return TRUE;
  if (cells->has_inside && !cells->has_value)
    strcpy (cells->type, "inlineStr");
  cells->cell.formula = cells->has_formula ? cells->formula->str : NULL;
  if (!cells->has_value && !cells->has_inside)
    {
      cells->cell.type = SAMSYN_XLSX_TEXT;
      cells->cell.text = "";
    }
  else if (!set_value (cells, error))
    return FALSE;
  if (cells->each (&cells->cell, cells->data, &local))
    return TRUE;
  cells->ended = local == NULL;
  if (local)
    g_propagate_error (error, local);
  return FALSE;
}

/* ---- Elements -------------------------------------------------------------------------------------------------------------- */

static gboolean
start_cell (Cells       *cells,
            const char **attributes,
            GError     **error)
{
  const char *reference = samsyn_xml_attribute (attributes, "r");
  const char *style = samsyn_xml_attribute (attributes, "s");
  const char *type = samsyn_xml_attribute (attributes, "t");

  cells->cell = (SamsynXlsxCell) { .row = cells->row, .column = cells->column };
  if (reference && !samsyn_xlsx_parse_cell (reference, &cells->cell.row, &cells->cell.column))
    return fail_damaged (error);
  if (cells->cell.row >= MOST_ROWS || cells->cell.column >= MOST_COLUMNS)
    return fail_damaged (error);
  cells->column = cells->cell.column + 1;
  cells->cell.style = style ? g_ascii_strtoull (style, NULL, 10) : 0;
  g_strlcpy (cells->type, type ? type : "n", sizeof cells->type);
  g_string_truncate (cells->value, 0);
  g_string_truncate (cells->inside, 0);
  g_string_truncate (cells->formula, 0);
  cells->has_value = cells->has_inside = cells->has_formula = FALSE;
  cells->in_cell = TRUE;
  return TRUE;
}

static gboolean
on_start (const char  *name,
          const char **attributes,
          gpointer     data,
          GError     **error)
{
  Cells *cells = data;

  if (strcmp (name, "c") == 0)
    return start_cell (cells, attributes, error);
  if (strcmp (name, "row") == 0)
    {
      const char *number = samsyn_xml_attribute (attributes, "r");
      if (number)
        cells->row = g_ascii_strtoull (number, NULL, 10) - 1;
      cells->column = 0;
      return cells->row < MOST_ROWS || fail_damaged (error);
    }
  if (!cells->in_cell)
    return TRUE;
  cells->target = NULL;
  if (strcmp (name, "v") == 0)
    {
      cells->has_value = TRUE;
      cells->target = cells->value;
    }
  else if (strcmp (name, "f") == 0)
    {
      cells->has_formula = TRUE;
      cells->target = cells->formula;
    }
  else if (strcmp (name, "is") == 0)
    cells->has_inside = TRUE;
  else if (strcmp (name, "rPh") == 0)
    cells->in_reading++;
  else if (strcmp (name, "t") == 0 && cells->in_reading == 0)
    cells->target = cells->inside;
  return TRUE;
}

static gboolean
on_end (const char *name,
        gpointer    data,
        GError    **error)
{
  Cells *cells = data;

  cells->target = NULL;
  if (strcmp (name, "row") == 0)
    cells->row++;
  else if (strcmp (name, "rPh") == 0 && cells->in_reading > 0)
    cells->in_reading--;
  else if (strcmp (name, "c") == 0)
    {
      cells->in_cell = FALSE;
      return finish_cell (cells, error);
    }
  return TRUE;
}

static void
on_text (const char *text,
         gsize       length,
         gpointer    data)
{
  Cells *cells = data;

  if (cells->target)
    g_string_append_len (cells->target, text, length);
}

gboolean
samsyn_xlsx_read_sheet (SamsynXlsx        *xlsx,
                        guint              sheet,
                        SamsynXlsxCellFunc each,
                        gpointer           data,
                        GCancellable      *cancellable,
                        GError           **error)
{
  static const SamsynXmlHandlers handlers = { on_start, on_end, on_text };
  g_autoptr (GString) value = g_string_new (NULL), inside = g_string_new (NULL);
  g_autoptr (GString) formula = g_string_new (NULL), shown = g_string_new (NULL);
  g_autoptr (GError) local = NULL;
  Cells cells = { .xlsx = xlsx, .each = each, .data = data, .value = value, .inside = inside, .formula = formula,
                  .shown = shown };
  SamsynXlsxSheet *here = g_ptr_array_index (xlsx->sheets, sheet);

  if (samsyn_xml_read (xlsx->zip, here->part, &handlers, &cells, cancellable, &local))
    return TRUE;
  if (cells.ended)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
