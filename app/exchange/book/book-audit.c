/* book-audit.c: a finished workbook against the rules for steering groups' workbooks
 *
 * They are read on paper, on a projector and by screen readers, and end in archives.  What is examined is the file, not what the
 * program believes it wrote.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-audit.h"

#include <math.h>
#include <string.h>

#include "book-private.h"
#include "exchange/date-serial.h"
#include "model/words.h"

#define A4 9

void
samsyn_audit_fault (SamsynAudit *audit,
                    const char  *sentence)
{
  g_autofree char *key = g_strdup_printf ("%d %s", audit->sheet, sentence);

  if (g_hash_table_add (audit->told, g_steal_pointer (&key)))
    g_ptr_array_add (audit->faults, audit->sheet < 0 ? g_strdup (sentence) : g_strdup_printf (sentence, audit->name));
}

/* ---- Cells ----------------------------------------------------------------------------------------------------------------- */

/* The table that holds a row, or NULL. */
static const SamsynXlsxTable *
table_at (SamsynAudit *audit,
          guint        row)
{
  for (guint i = 0; i < audit->tables->len; i++)
    {
      const SamsynXlsxTable *table = g_ptr_array_index (audit->tables, i);
      if (row >= table->first_row && row <= table->last_row)
        return table;
    }
  return NULL;
}

static gboolean
is_header (const SamsynXlsxTable *table,
           guint                  row)
{
  return table->has_header && row == table->first_row;
}

static gboolean
is_total (const SamsynXlsxTable *table,
          guint                  row)
{
  return table->has_total && row == table->last_row;
}

static gboolean
is_light (SamsynAudit          *audit,
          const SamsynXlsxCell *cell)
{
  for (guint i = 0; i < audit->page.lights->len; i++)
    {
      const SamsynXlsxRange *range = &g_array_index (audit->page.lights, SamsynXlsxRange, i);
      if (cell->row >= range->first_row && cell->row <= range->last_row && cell->column >= range->first_column &&
          cell->column <= range->last_column)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_symbol_and_word (const char *text)
{
  static const char *const symbols[] = { "● ", "▲ ", "■ ", "○ ", "↑ ", "→ ", "↓ " };

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (g_str_has_prefix (text, symbols[i]))
      return g_unichar_isalpha (g_utf8_get_char (text + strlen (symbols[i])));
  return FALSE;
}

static void
audit_content (SamsynAudit           *audit,
               const SamsynXlsxTable *table,
               const SamsynXlsxCell  *cell)
{
  double serial;

  if (cell->formula && !(is_total (table, cell->row) && g_str_has_prefix (cell->formula, "SUBTOTAL(")))
    samsyn_audit_fault (audit, _ ("The sheet “%s” holds a formula outside a total row."));
  if (cell->type == SAMSYN_XLSX_ERROR)
    samsyn_audit_fault (audit, _ ("The sheet “%s” holds an error instead of a value."));
  if (cell->type != SAMSYN_XLSX_TEXT || is_header (table, cell->row) || is_total (table, cell->row))
    return;
  /* Elsewhere a text that looks like a date is a number of a case or a name. */
  if (samsyn_xlsx_is_date_style (audit->xlsx, cell->style) && samsyn_date_serial (cell->text, &serial))
    samsyn_audit_fault (audit, _ ("The sheet “%s” has a date that is written as text."));
  if (is_light (audit, cell) && !has_symbol_and_word (cell->text))
    samsyn_audit_fault (audit, _ ("The sheet “%s” has a light, severity or trend that is not both symbol and word."));
}

static void
audit_header_cell (SamsynAudit           *audit,
                   const SamsynXlsxTable *table,
                   const SamsynXlsxCell  *cell)
{
  guint column = cell->column - table->first_column;

  if (!is_header (table, cell->row) || cell->column < table->first_column || column >= table->titles->len)
    return;
  if (cell->type != SAMSYN_XLSX_TEXT || strcmp (cell->text, g_ptr_array_index (table->titles, column)) != 0)
    samsyn_audit_fault (audit, _ ("The sheet “%s” has a table whose header reads otherwise than its cells."));
}

static void
audit_place (SamsynAudit          *audit,
             const SamsynXlsxCell *cell)
{
  const SamsynXlsxTable *next;

  if (cell->row == 0 && cell->column == 0)
    audit->has_title = cell->type == SAMSYN_XLSX_TEXT && *cell->text;
  else if (cell->row == 1 && cell->column == 0)
    audit->has_purpose = cell->type == SAMSYN_XLSX_TEXT && g_regex_match_simple ("\\d{4}-\\d\\d-\\d\\d\\.$", cell->text, 0, 0);
  else
    {
      next = table_at (audit, cell->row + 1);
      if (next == NULL || cell->row + 1 != next->first_row || cell->column != next->first_column)
        samsyn_audit_fault (audit, _ ("The sheet “%s” has a text outside its tables."));
      if (cell->type != SAMSYN_XLSX_TEXT)
        samsyn_audit_fault (audit, _ ("The sheet “%s” has a number outside its tables."));
    }
}

static gboolean
on_cell (const SamsynXlsxCell *cell,
         gpointer              data,
         GError              **error)
{
  SamsynAudit *audit = data;
  const SamsynXlsxTable *table;

  if (cell->type == SAMSYN_XLSX_TEXT && *cell->text == '\0' && cell->formula == NULL)
    return TRUE;
  if (audit->rows->len <= cell->row)
    {
      guint before = audit->rows->len;
      g_byte_array_set_size (audit->rows, cell->row + 1);
      memset (audit->rows->data + before, 0, audit->rows->len - before);
    }
  audit->rows->data[cell->row] = 1;
  samsyn_audit_style (audit, cell->style);
  table = table_at (audit, cell->row);
  if (table == NULL)
    {
      audit_place (audit, cell);
      return TRUE;
    }
  if (cell->column < table->first_column || cell->column > table->last_column)
    samsyn_audit_fault (audit, _ ("The sheet “%s” has a text outside its tables."));
  audit_header_cell (audit, table, cell);
  audit_content (audit, table, cell);
  return TRUE;
}

/* ---- Tables ---------------------------------------------------------------------------------------------------------------- */

static gboolean
row_is_filled (SamsynAudit *audit,
               guint        row)
{
  return row < audit->rows->len && audit->rows->data[row];
}

static void
audit_table (SamsynAudit           *audit,
             const SamsynXlsxTable *table)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!table->has_header || table->titles->len == 0)
    samsyn_audit_fault (audit, _ ("The sheet “%s” has a table without a header row."));
  for (guint i = 0; i < table->titles->len; i++)
    {
      const char *title = g_ptr_array_index (table->titles, i);
      if (*title == '\0')
        samsyn_audit_fault (audit, _ ("The sheet “%s” has a column without a title."));
      if (!g_hash_table_add (seen, g_utf8_casefold (title, -1)))
        samsyn_audit_fault (audit, _ ("The sheet “%s” has two columns of the same title in a table."));
    }
  for (guint row = table->first_row; row <= table->last_row; row++)
    if (!row_is_filled (audit, row))
      {
        samsyn_audit_fault (audit, _ ("The sheet “%s” has an empty row inside a table."));
        break;
      }
}

static void
audit_blocks (SamsynAudit *audit)
{
  guint end = 0;

  for (guint i = 0; i < audit->tables->len; i++)
    {
      const SamsynXlsxTable *table = g_ptr_array_index (audit->tables, i);
      /* A caption stands directly above. */
      guint begin = i > 0 && row_is_filled (audit, table->first_row - 1) ? table->first_row - 1 : table->first_row;

      audit_table (audit, table);
      if (i == 0 && (table->first_row != SAMSYN_FIRST_TABLE_ROW || table->first_column != 0))
        samsyn_audit_fault (audit, _ ("The main table of the sheet “%s” does not begin in A4."));
      /* Beside a chart more rows are empty. */
      if (i > 0 && (begin < end + 2 || (begin > end + 2 && audit->n_drawings == 0) || row_is_filled (audit, end + 1)))
        samsyn_audit_fault (audit, _ ("Between two tables of the sheet “%s” there is not exactly one empty row."));
      end = table->last_row;
    }
  if (audit->tables->len == 0)
    samsyn_audit_fault (audit, _ ("The sheet “%s” has no table."));
}

/* ---- Pages ----------------------------------------------------------------------------------------------------------------- */

/* Whether the print area holds all that was written. */
static gboolean
prints_all (SamsynAudit *audit)
{
  const char *refers_to = samsyn_xlsx_get_name (audit->xlsx, audit->sheet, "_xlnm.Print_Area");
  const char *range = refers_to ? strrchr (refers_to, '!') : NULL;
  SamsynXlsxRange area;

  if (range == NULL ||
      !samsyn_xlsx_parse_range (range + 1, &area.first_row, &area.first_column, &area.last_row, &area.last_column))
    return FALSE;
  for (guint i = 0; i < audit->tables->len; i++)
    {
      const SamsynXlsxTable *table = g_ptr_array_index (audit->tables, i);
      if (table->last_row > area.last_row || table->last_column > area.last_column)
        return FALSE;
    }
  return area.first_row == 0 && area.first_column == 0;
}

static gboolean
repeats_header (SamsynAudit *audit)
{
  const char *refers_to = samsyn_xlsx_get_name (audit->xlsx, audit->sheet, "_xlnm.Print_Titles");
  return refers_to && g_str_has_suffix (refers_to, "!$4:$4");
}

static void
audit_page (SamsynAudit *audit)
{
  const SamsynXlsxPage *page = &audit->page;

  if (page->n_merged > 0)
    samsyn_audit_fault (audit, _ ("The sheet “%s” has merged cells."));
  if (page->n_hidden > 0)
    samsyn_audit_fault (audit, _ ("The sheet “%s” has columns that are folded away, which paper would not show."));
  if (page->paper != A4 || !page->landscape)
    samsyn_audit_fault (audit, _ ("The sheet “%s” is not set up for A4 landscape."));
  if (!page->fits || page->pages_wide != 1)
    samsyn_audit_fault (audit, _ ("The sheet “%s” is not one page wide."));
  if (page->frozen_rows != SAMSYN_FIRST_TABLE_ROW + 1)
    samsyn_audit_fault (audit, _ ("The header of the sheet “%s” is not frozen."));
  if (!repeats_header (audit))
    samsyn_audit_fault (audit, _ ("The sheet “%s” does not repeat its header on every page."));
  if (!prints_all (audit))
    samsyn_audit_fault (audit, _ ("The print area of the sheet “%s” leaves something out."));
  if (page->footer == NULL || strstr (page->footer, "&P") == NULL || strstr (page->footer, "&N") == NULL)
    samsyn_audit_fault (audit, _ ("The foot of the sheet “%s” does not say which page of how many it is."));
}

/* ---- Sheets and the book --------------------------------------------------------------------------------------------------- */

static void
audit_drawings (SamsynAudit *audit,
                GPtrArray   *texts)
{
  for (guint i = 0; i < texts->len; i++)
    if (*(const char *) g_ptr_array_index (texts, i) == '\0')
      samsyn_audit_fault (audit, _ ("The sheet “%s” has a chart without a text that says what it shows."));
}

static gboolean
audit_sheet (SamsynAudit *audit,
             GError     **error)
{
  g_autoptr (GPtrArray) tables = samsyn_xlsx_read_tables (audit->xlsx, audit->sheet, error);
  g_autoptr (GPtrArray) drawings = tables ? samsyn_xlsx_read_drawings (audit->xlsx, audit->sheet, error) : NULL;
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  gboolean good = drawings != NULL;

  audit->name = samsyn_xlsx_get_sheet_name (audit->xlsx, audit->sheet);
  audit->tables = tables;
  audit->rows = rows;
  audit->n_drawings = drawings ? drawings->len : 0;
  audit->has_title = audit->has_purpose = FALSE;
  good = good && samsyn_xlsx_read_page (audit->xlsx, audit->sheet, &audit->page, error) &&
         samsyn_xlsx_read_sheet (audit->xlsx, audit->sheet, on_cell, audit, NULL, error);
  if (good)
    {
      if (rows->len == 0)
        samsyn_audit_fault (audit, _ ("The sheet “%s” is empty."));
      if (!audit->has_title)
        samsyn_audit_fault (audit, _ ("The sheet “%s” has no title in A1."));
      if (!audit->has_purpose)
        samsyn_audit_fault (audit, _ ("The sheet “%s” does not say its purpose and status date in A2."));
      audit_blocks (audit);
      audit_page (audit);
      audit_drawings (audit, drawings);
    }
  samsyn_xlsx_page_clear (&audit->page);
  return good;
}

static gboolean
is_first_sheet (const char *name)
{
  const char *const *languages = samsyn_languages ();

  for (guint i = 0; languages[i]; i++)
    if (strcmp (name, samsyn_words (languages[i], "workbook", "Read me")) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
audit_properties (SamsynAudit *audit,
                  GError     **error)
{
  g_autoptr (GHashTable) properties = samsyn_xlsx_read_properties (audit->xlsx, error);

  if (properties == NULL)
    return FALSE;
  if (!g_hash_table_contains (properties, "title"))
    samsyn_audit_fault (audit, _ ("The workbook’s properties have no title."));
  if (!g_hash_table_contains (properties, "subject"))
    samsyn_audit_fault (audit, _ ("The workbook’s properties have no subject."));
  if (!g_hash_table_contains (properties, "creator"))
    samsyn_audit_fault (audit, _ ("The workbook’s properties have no author."));
  if (!g_hash_table_contains (properties, "language") && !g_hash_table_contains (properties, "Language"))
    samsyn_audit_fault (audit, _ ("The workbook’s properties do not say its language."));
  return TRUE;
}

gboolean
samsyn_book_audit (const char *path,
                   GPtrArray  *faults,
                   GError    **error)
{
  /* A large export is as good a workbook as a small one. */
  const SamsynZipLimits limits = { G_MAXUINT32, G_MAXUINT32 * G_GUINT64_CONSTANT (4), 2000 };
  g_autoptr (SamsynXlsx) xlsx = samsyn_xlsx_open (path, &limits, NULL, error);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SamsynAudit audit = { .xlsx = xlsx, .faults = faults, .told = told, .sheet = -1 };

  if (xlsx == NULL || !audit_properties (&audit, error))
    return FALSE;
  if (samsyn_xlsx_get_n_sheets (xlsx) == 0 || !is_first_sheet (samsyn_xlsx_get_sheet_name (xlsx, 0)))
    samsyn_audit_fault (&audit, _ ("The first sheet of the workbook is not called “Read me”."));
  samsyn_audit_marks (&audit);
  for (guint i = 0; i < samsyn_xlsx_get_n_sheets (xlsx); i++)
    {
      audit.sheet = i;
      if (!audit_sheet (&audit, error))
        return FALSE;
    }
  return TRUE;
}
