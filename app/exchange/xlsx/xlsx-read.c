/* xlsx-read.c: opening a workbook: its sheets, names and shared texts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "xlsx-private.h"

#include <string.h>

#include "exchange/error.h"
#include "model/words.h"

#define MOST_SHEETS 1000

static void
free_sheet (gpointer data)
{
  SamsynXlsxSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

static void
free_name (gpointer data)
{
  SamsynXlsxName *name = data;

  g_free (name->name);
  g_free (name->refers_to);
  g_free (name);
}

void
samsyn_xlsx_free (SamsynXlsx *xlsx)
{
  if (xlsx == NULL)
    return;
  samsyn_zip_free (xlsx->zip);
  g_clear_pointer (&xlsx->relations, g_hash_table_unref);
  g_ptr_array_unref (xlsx->sheets);
  g_ptr_array_unref (xlsx->names);
  g_ptr_array_unref (xlsx->strings);
  g_string_chunk_free (xlsx->chunk);
  g_array_unref (xlsx->styles);
  g_array_unref (xlsx->marks);
  g_free (xlsx->workbook);
  g_free (xlsx);
}

guint
samsyn_xlsx_get_n_sheets (SamsynXlsx *xlsx)
{
  return xlsx->sheets->len;
}

const char *
samsyn_xlsx_get_sheet_name (SamsynXlsx *xlsx,
                            guint       sheet)
{
  return ((SamsynXlsxSheet *) g_ptr_array_index (xlsx->sheets, sheet))->name;
}

gboolean
samsyn_xlsx_sheet_is_shown (SamsynXlsx *xlsx,
                            guint       sheet)
{
  return ((SamsynXlsxSheet *) g_ptr_array_index (xlsx->sheets, sheet))->shown;
}

const char *
samsyn_xlsx_get_name (SamsynXlsx *xlsx,
                      guint       sheet,
                      const char *name)
{
  for (guint i = 0; i < xlsx->names->len; i++)
    {
      SamsynXlsxName *here = g_ptr_array_index (xlsx->names, i);
      if (here->sheet == (int) sheet && strcmp (here->name, name) == 0)
        return here->refers_to;
    }
  return NULL;
}

void
samsyn_xlsx_unescape (GString *text)
{
  char *from = strstr (text->str, "_x");
  char *to = from;

  if (from == NULL)
    return;
  while (*from)
    {
      guint code = 0;
      gboolean escape = from[0] == '_' && from[1] == 'x' && strnlen (from, 7) == 7 && from[6] == '_';

      for (guint i = 2; escape && i < 6; i++)
        {
          escape = g_ascii_isxdigit (from[i]);
          code = code * 16 + (escape ? g_ascii_xdigit_value (from[i]) : 0);
        }
      /* Half of a surrogate pair stands for nothing alone. */
      if (escape && code != 0 && (code < 0xD800 || code > 0xDFFF))
        {
          to += g_unichar_to_utf8 (code, to);
          from += 7;
        }
      else
        *to++ = *from++;
    }
  g_string_truncate (text, to - text->str);
}

/* ---- The workbook's own part ----------------------------------------------------------------------------------------------- */

typedef struct
{
  SamsynXlsx     *xlsx;
  SamsynXlsxName *name; /* being read */
  GString        *text;
} Workbook;

static gboolean
add_sheet (SamsynXlsx  *xlsx,
           const char **attributes,
           GError     **error)
{
  const char *name = samsyn_xml_attribute (attributes, "name");
  const char *state = samsyn_xml_attribute (attributes, "state");
  const char *id = NULL;
  const SamsynXlsxRelation *relation;
  SamsynXlsxSheet *sheet;

  for (guint i = 0; attributes[i]; i += 2)
    if (g_str_has_suffix (attributes[i], "/relationships|id"))
      id = attributes[i + 1];
  relation = id ? g_hash_table_lookup (xlsx->relations, id) : NULL;
  if (name == NULL || relation == NULL || relation->part == NULL || xlsx->sheets->len >= MOST_SHEETS)
    {
      g_set_error_literal (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_INVALID,
                           _ ("The workbook’s list of sheets is damaged. Nothing was read; open it in a spreadsheet program and "
                             "save it anew."));
      return FALSE;
    }
  /* Sheets that are a chart or a dialog hold no cells. */
  if (strcmp (relation->type, "worksheet") != 0)
    return TRUE;
  sheet = g_new0 (SamsynXlsxSheet, 1);
  sheet->name = g_strdup (name);
  sheet->part = g_strdup (relation->part);
  sheet->shown = state == NULL || strcmp (state, "visible") == 0;
  g_ptr_array_add (xlsx->sheets, sheet);
  return TRUE;
}

static gboolean
workbook_start (const char  *name,
                const char **attributes,
                gpointer     data,
                GError     **error)
{
  Workbook *workbook = data;

  if (strcmp (name, "sheet") == 0)
    return add_sheet (workbook->xlsx, attributes, error);
  if (strcmp (name, "workbookPr") == 0)
    workbook->xlsx->is_1904 = samsyn_xml_flag (attributes, "date1904", FALSE);
  else if (strcmp (name, "definedName") == 0)
    {
      const char *sheet = samsyn_xml_attribute (attributes, "localSheetId");
      const char *title = samsyn_xml_attribute (attributes, "name");

      workbook->name = g_new0 (SamsynXlsxName, 1);
      workbook->name->name = g_strdup (title ? title : "");
      workbook->name->sheet = sheet ? (int) g_ascii_strtoll (sheet, NULL, 10) : -1;
      g_ptr_array_add (workbook->xlsx->names, workbook->name);
      g_string_truncate (workbook->text, 0);
    }
  return TRUE;
}

static gboolean
workbook_end (const char *name,
              gpointer    data,
              GError    **error)
{
  Workbook *workbook = data;

  if (strcmp (name, "definedName") == 0 && workbook->name)
    {
      workbook->name->refers_to = g_strdup (workbook->text->str);
      workbook->name = NULL;
    }
  return TRUE;
}

static void
workbook_text (const char *text,
               gsize       length,
               gpointer    data)
{
  Workbook *workbook = data;

  if (workbook->name)
    g_string_append_len (workbook->text, text, length);
}

static gboolean
read_workbook (SamsynXlsx   *xlsx,
               GCancellable *cancellable,
               GError      **error)
{
  static const SamsynXmlHandlers handlers = { workbook_start, workbook_end, workbook_text };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) package = samsyn_xlsx_relations (xlsx->zip, "", error);
  const SamsynXlsxRelation *relation;
  Workbook workbook = { xlsx, NULL, text };

  if (package == NULL)
    return FALSE;
  relation = samsyn_xlsx_relation_of (package, "officeDocument");
  xlsx->workbook = g_strdup (relation ? relation->part : "xl/workbook.xml");
  xlsx->relations = samsyn_xlsx_relations (xlsx->zip, xlsx->workbook, error);
  return xlsx->relations && samsyn_xml_read (xlsx->zip, xlsx->workbook, &handlers, &workbook, cancellable, error);
}

/* ---- Shared texts ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SamsynXlsx *xlsx;
  GString    *text;
  gboolean    in_text;
  guint       in_reading; /* how a text is pronounced is not part of it */
} Strings;

static gboolean
strings_start (const char  *name,
               const char **attributes,
               gpointer     data,
               GError     **error)
{
  Strings *strings = data;

  if (strcmp (name, "si") == 0)
    g_string_truncate (strings->text, 0);
  else if (strcmp (name, "rPh") == 0)
    strings->in_reading++;
  else if (strcmp (name, "t") == 0)
    strings->in_text = strings->in_reading == 0;
  return TRUE;
}

static gboolean
strings_end (const char *name,
             gpointer    data,
             GError    **error)
{
  Strings *strings = data;

  if (strcmp (name, "t") == 0)
    strings->in_text = FALSE;
  else if (strcmp (name, "rPh") == 0)
    strings->in_reading--;
  else if (strcmp (name, "si") == 0)
    {
      samsyn_xlsx_unescape (strings->text);
      g_ptr_array_add (strings->xlsx->strings, g_string_chunk_insert_len (strings->xlsx->chunk, strings->text->str,
                                                                          strings->text->len));
    }
  return TRUE;
}

static void
strings_text (const char *text,
              gsize       length,
              gpointer    data)
{
  Strings *strings = data;

  if (strings->in_text)
    g_string_append_len (strings->text, text, length);
}

static gboolean
read_strings (SamsynXlsx   *xlsx,
              GCancellable *cancellable,
              GError      **error)
{
  static const SamsynXmlHandlers handlers = { strings_start, strings_end, strings_text };
  const SamsynXlsxRelation *relation = samsyn_xlsx_relation_of (xlsx->relations, "sharedStrings");
  g_autoptr (GString) text = g_string_new (NULL);
  Strings strings = { xlsx, text, FALSE, 0 };

  return relation == NULL || !samsyn_zip_has (xlsx->zip, relation->part) ||
         samsyn_xml_read (xlsx->zip, relation->part, &handlers, &strings, cancellable, error);
}

SamsynXlsx *
samsyn_xlsx_open (const char            *path,
                  const SamsynZipLimits *limits,
                  GCancellable          *cancellable,
                  GError               **error)
{
  g_autoptr (SamsynXlsx) xlsx = g_new0 (SamsynXlsx, 1);
  const SamsynXlsxRelation *styles;

  xlsx->sheets = g_ptr_array_new_with_free_func (free_sheet);
  xlsx->names = g_ptr_array_new_with_free_func (free_name);
  xlsx->strings = g_ptr_array_new ();
  xlsx->chunk = g_string_chunk_new (1 << 16);
  xlsx->styles = g_array_new (FALSE, TRUE, sizeof (SamsynXlsxStyle));
  xlsx->marks = g_array_new (FALSE, TRUE, sizeof (SamsynXlsxStyle));
  xlsx->zip = samsyn_zip_open (path, limits, error);
  if (xlsx->zip == NULL || !read_workbook (xlsx, cancellable, error) || !read_strings (xlsx, cancellable, error))
    return NULL;
  styles = samsyn_xlsx_relation_of (xlsx->relations, "styles");
  if (styles && samsyn_zip_has (xlsx->zip, styles->part) && !samsyn_xlsx_read_styles (xlsx, styles->part, error))
    return NULL;
  return g_steal_pointer (&xlsx);
}
