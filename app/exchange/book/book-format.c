/* book-format.c: how cells look
 *
 * Calm on paper and on a projector: one typeface, hairlines, one dark header, and fills only where they mean something.
 * Every pair of ink and fill has a contrast of at least 4.5 to 1.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-sheet.h"

#define TYPEFACE "Arial"
#define INK 0x1F2933
#define INK_QUIET 0x52606D
#define INK_LINK 0x1F4E8C
#define FILL_HEADER 0x1F3A5F
#define FILL_TOTAL 0xEEF2F6
#define LINE 0xCBD2D9

/* The first character tells what a text means, so the format follows when somebody edits the cell. */
static const SamsynMark light_marks[] = {
  { "LEFT(@,1)=\"●\"", 0xD3EBD7, 0x14532D },
  { "LEFT(@,1)=\"▲\"", 0xFFE9B0, 0x5C4200 },
  { "LEFT(@,1)=\"■\"", 0xF9CDCD, 0x7F1010, TRUE },
  { "LEFT(@,1)=\"○\"", 0xECEFF2, 0x3E4C59 },
  { NULL }
}, trend_marks[] = {
  { "LEFT(@,1)=\"↓\"", 0xFFFFFF, 0x8A1010, TRUE },
  { "LEFT(@,1)=\"↑\"", 0xFFFFFF, 0x14532D },
  { NULL }
}, letter_marks[] = {
  { "OR(EXACT(LEFT(@,1),\"A\"),EXACT(LEFT(@,1),\"H\"))", 0x1F3A5F, 0xFFFFFF, TRUE },
  { "OR(EXACT(LEFT(@,1),\"R\"),EXACT(LEFT(@,1),\"U\"))", 0xB9D0EA, 0x12263F, TRUE },
  { "EXACT(LEFT(@,1),\"S\")", 0xDDE9F5, 0x12263F },
  { "OR(EXACT(LEFT(@,1),\"C\"),EXACT(LEFT(@,1),\"K\"))", 0xEEF2F6, 0x12263F },
  { NULL }
}, score_marks[] = {
  { "AND(ISNUMBER(@),@>=15)", 0xF3B1AC, 0x5E0B0B, TRUE },
  { "AND(ISNUMBER(@),@>=10)", 0xF7C6A3, 0x4A2400 },
  { "AND(ISNUMBER(@),@>=5)", 0xFFF1C2, 0x4A3800 },
  { "AND(ISNUMBER(@),@>=1)", 0xDCEFDF, 0x14532D },
  { NULL }
}, due_marks[] = {
  { "AND(ISNUMBER(@),@<%d)", 0xF9CDCD, 0x7F1010, TRUE, "\"! \"yyyy\\-mm\\-dd" },
  { NULL }
};

const SamsynMark *
samsyn_format_marks (SamsynColumnType type)
{
  switch (type)
    {
    case SAMSYN_COLUMN_LIGHT:
    case SAMSYN_COLUMN_SEVERITY:
      return light_marks;
    case SAMSYN_COLUMN_TREND:
      return trend_marks;
    case SAMSYN_COLUMN_LETTER:
      return letter_marks;
    case SAMSYN_COLUMN_SCORE:
      return score_marks;
    case SAMSYN_COLUMN_DUE:
      return due_marks;
    default:
      return NULL;
    }
}

static const struct
{
  const char *number_format;
  guint8      align;
  gboolean    wrap;
} columns[SAMSYN_N_COLUMN_TYPES] = {
  [SAMSYN_COLUMN_TEXT] = { NULL, LXW_ALIGN_LEFT, TRUE },
  [SAMSYN_COLUMN_DATE] = { "yyyy\\-mm\\-dd", LXW_ALIGN_LEFT },
  [SAMSYN_COLUMN_DUE] = { "yyyy\\-mm\\-dd", LXW_ALIGN_LEFT },
  [SAMSYN_COLUMN_INTEGER] = { "0", LXW_ALIGN_RIGHT },
  [SAMSYN_COLUMN_NUMBER] = { "#,##0", LXW_ALIGN_RIGHT },
  [SAMSYN_COLUMN_MONEY] = { "#,##0.00", LXW_ALIGN_RIGHT },
  [SAMSYN_COLUMN_THOUSANDS] = { "#,##0", LXW_ALIGN_RIGHT },
  [SAMSYN_COLUMN_PERCENT] = { "0 %", LXW_ALIGN_RIGHT },
  [SAMSYN_COLUMN_LIGHT] = { NULL, LXW_ALIGN_LEFT, TRUE },
  [SAMSYN_COLUMN_TREND] = { NULL, LXW_ALIGN_LEFT },
  [SAMSYN_COLUMN_LETTER] = { NULL, LXW_ALIGN_CENTER },
  [SAMSYN_COLUMN_SEVERITY] = { NULL, LXW_ALIGN_LEFT },
  [SAMSYN_COLUMN_STATE] = { NULL, LXW_ALIGN_LEFT },
  [SAMSYN_COLUMN_SCORE] = { "0", LXW_ALIGN_CENTER },
  [SAMSYN_COLUMN_HEAT] = { "0", LXW_ALIGN_CENTER },
};

gboolean
samsyn_format_is_right (SamsynColumnType type)
{
  return columns[type].align == LXW_ALIGN_RIGHT;
}

gboolean
samsyn_format_is_centered (SamsynColumnType type)
{
  return columns[type].align == LXW_ALIGN_CENTER;
}

gboolean
samsyn_format_is_wrapped (SamsynColumnType type)
{
  return columns[type].wrap;
}

static lxw_format *
new_format (lxw_workbook *workbook,
            double        size,
            guint32       ink,
            gboolean      bold)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_name (format, TYPEFACE);
  format_set_font_size (format, size);
  format_set_font_color (format, ink);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (bold)
    format_set_bold (format);
  return format;
}

static void
set_fill (lxw_format *format,
          guint32     fill)
{
  format_set_pattern (format, LXW_PATTERN_SOLID);
  format_set_bg_color (format, fill);
}

/* Keeps what looks like a formula a text also when its cell is edited. */
static void
set_quote_prefix (lxw_format *format)
{
#if LXW_VERSION_ID >= 116
  format_set_quote_prefix (format);
#endif
}

static lxw_format *
new_cell (lxw_workbook *workbook,
          SamsynPart    part)
{
  lxw_format *format = new_format (workbook, 10, INK, part != SAMSYN_PART_BODY);

  format_set_bottom (format, part == SAMSYN_PART_TOTAL ? LXW_BORDER_THIN : LXW_BORDER_HAIR);
  format_set_bottom_color (format, part == SAMSYN_PART_TOTAL ? INK_QUIET : LINE);
  if (part == SAMSYN_PART_TOTAL)
    {
      format_set_top (format, LXW_BORDER_THIN);
      format_set_top_color (format, INK_QUIET);
      set_fill (format, FILL_TOTAL);
    }
  return format;
}

static lxw_format *
new_column (lxw_workbook    *workbook,
            SamsynColumnType type,
            SamsynPart       part)
{
  lxw_format *format = new_cell (workbook, part);

  format_set_align (format, columns[type].align);
  if (columns[type].align != LXW_ALIGN_CENTER)
    format_set_indent (format, 1);
  if (type == SAMSYN_COLUMN_LETTER)
    {
      /* The eye follows a column of a wide map down to its letter. */
      format_set_left (format, LXW_BORDER_HAIR);
      format_set_left_color (format, LINE);
    }
  if (columns[type].number_format)
    format_set_num_format (format, columns[type].number_format);
  else
    set_quote_prefix (format);
  if (columns[type].wrap && part != SAMSYN_PART_TOTAL)
    format_set_text_wrap (format);
  if (columns[type].align == LXW_ALIGN_LEFT && part == SAMSYN_PART_TOTAL)
    format_set_text_wrap (format);
  return format;
}

static lxw_format *
new_header (lxw_workbook *workbook,
            guint8        align)
{
  lxw_format *format = new_format (workbook, 10, 0xFFFFFF, TRUE);

  set_fill (format, FILL_HEADER);
  format_set_align (format, align);
  if (align != LXW_ALIGN_CENTER)
    format_set_indent (format, 1);
  format_set_align (format, LXW_ALIGN_VERTICAL_BOTTOM);
  format_set_text_wrap (format);
  return format;
}

static void
add_headers (SamsynFormats *formats,
             lxw_workbook  *workbook)
{
  formats->title = new_format (workbook, 18, FILL_HEADER, TRUE);
  format_set_align (formats->title, LXW_ALIGN_VERTICAL_CENTER);
  formats->purpose = new_format (workbook, 10, INK_QUIET, FALSE);
  formats->caption = new_format (workbook, 12, FILL_HEADER, TRUE);
  format_set_align (formats->caption, LXW_ALIGN_VERTICAL_CENTER);
  formats->header = new_header (workbook, LXW_ALIGN_LEFT);
  formats->header_right = new_header (workbook, LXW_ALIGN_RIGHT);
  formats->header_center = new_header (workbook, LXW_ALIGN_CENTER);
  formats->header_turned = new_header (workbook, LXW_ALIGN_CENTER);
  format_set_rotation (formats->header_turned, 90);
}

static void
add_cells (SamsynFormats *formats,
           lxw_workbook  *workbook)
{
  for (guint type = 0; type < SAMSYN_N_COLUMN_TYPES; type++)
    for (guint part = 0; part < SAMSYN_N_PARTS; part++)
      formats->column[type][part] = new_column (workbook, type, part);
  for (guint part = 0; part < G_N_ELEMENTS (formats->unwrapped); part++)
    {
      formats->unwrapped[part] = new_cell (workbook, part);
      format_set_align (formats->unwrapped[part], LXW_ALIGN_LEFT);
      format_set_indent (formats->unwrapped[part], 1);
      set_quote_prefix (formats->unwrapped[part]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (formats->heat); i++)
    {
      formats->heat[i] = new_column (workbook, SAMSYN_COLUMN_HEAT, SAMSYN_PART_BOLD);
      set_fill (formats->heat[i], score_marks[i].fill);
      format_set_font_color (formats->heat[i], score_marks[i].ink);
    }
  formats->link = new_column (workbook, SAMSYN_COLUMN_TEXT, SAMSYN_PART_BODY);
  format_set_font_color (formats->link, INK_LINK);
  format_set_underline (formats->link, LXW_UNDERLINE_SINGLE);
}

static void
add_marks (SamsynFormats *formats,
           lxw_workbook  *workbook)
{
  formats->marks = g_hash_table_new (NULL, NULL);
  for (guint type = 0; type < SAMSYN_N_COLUMN_TYPES; type++)
    for (const SamsynMark *mark = samsyn_format_marks (type); mark && mark->condition; mark++)
      {
        lxw_format *format;

        if (g_hash_table_contains (formats->marks, mark))
          continue;
        format = workbook_add_format (workbook);
        format_set_font_color (format, mark->ink);
        if (mark->fill != 0xFFFFFF)
          format_set_bg_color (format, mark->fill);
        if (mark->bold)
          format_set_bold (format);
        if (mark->number_format)
          format_set_num_format (format, mark->number_format);
        g_hash_table_insert (formats->marks, (gpointer) mark, format);
      }
}

/* Widths of columns are counted in digits of the workbook's own typeface, which the library makes Calibri: where that is missing
 * every column comes out wider.  Arial has a twin of the same measures on every system. */
static void
set_own_typeface (lxw_workbook *workbook)
{
  lxw_format *own = STAILQ_FIRST (workbook->formats);

  format_set_font_name (own, TYPEFACE);
  format_set_font_size (own, 10);
}

SamsynFormats *
samsyn_formats_new (lxw_workbook *workbook)
{
  SamsynFormats *formats = g_new0 (SamsynFormats, 1);

  formats->workbook = workbook;
  formats->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  set_own_typeface (workbook);
  add_headers (formats, workbook);
  add_cells (formats, workbook);
  add_marks (formats, workbook);
  return formats;
}

void
samsyn_formats_free (SamsynFormats *formats)
{
  g_hash_table_unref (formats->marks);
  g_hash_table_unref (formats->numbers);
  g_free (formats);
}

/* “#,##0.00 %" (1 of 2)"” */
static char *
number_code (SamsynColumnType type,
             int              decimals,
             const char      *share)
{
  g_autoptr (GString) code = g_string_new (decimals < 0 ? "0.0##E+0" : columns[type].number_format);
  gboolean percent = type == SAMSYN_COLUMN_PERCENT;

  if (decimals > 0 && type != SAMSYN_COLUMN_MONEY)
    {
      g_string_assign (code, percent ? "0." : "#,##0.");
      for (int i = 0; i < decimals; i++)
        g_string_append_c (code, '0');
      g_string_append (code, percent ? " %" : "");
    }
  if (share != NULL)
    g_string_append_printf (code, "\" (%s)\"", share);
  return g_string_free (g_steal_pointer (&code), FALSE);
}

lxw_format *
samsyn_format_number (SamsynFormats   *formats,
                      SamsynColumnType type,
                      SamsynPart       part,
                      int              decimals,
                      const char      *share)
{
  g_autofree char *key = NULL, *code = NULL;
  lxw_format *format;

  if (columns[type].number_format == NULL || (share == NULL && (decimals == 0 || type == SAMSYN_COLUMN_MONEY)))
    return formats->column[type][part];
  key = g_strdup_printf ("%d %d %d %s", type, part, decimals, share != NULL ? share : "");
  format = g_hash_table_lookup (formats->numbers, key);
  if (format != NULL)
    return format;
  code = number_code (type, decimals, share);
  format = new_column (formats->workbook, type, part);
  format_set_num_format (format, code);
  g_hash_table_insert (formats->numbers, g_steal_pointer (&key), format);
  return format;
}

lxw_format *
samsyn_format_mark (SamsynFormats    *formats,
                    const SamsynMark *mark)
{
  return g_hash_table_lookup (formats->marks, mark);
}
