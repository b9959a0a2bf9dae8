/* xlsx-parts.c: how a workbook's sheets are laid out, its tables, drawings and properties
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "xlsx-private.h"

#include <string.h>

static guint
number_of (const char **attributes,
           const char  *name,
           guint        otherwise)
{
  const char *value = samsyn_xml_attribute (attributes, name);
  return value ? g_ascii_strtoull (value, NULL, 10) : otherwise;
}

static const char *
part_of (SamsynXlsx *xlsx,
         guint       sheet)
{
  return ((SamsynXlsxSheet *) g_ptr_array_index (xlsx->sheets, sheet))->part;
}

/* ---- Pages ----------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SamsynXlsxPage *page;
  GString        *text;
  gboolean        in_text;
  char           *ranges; /* of the conditional format being read */
} PageReading;

/* Symbols that stand before a word: lights, severities, trends. */
static const char *const symbols[] = { "\"●\"", "\"▲\"", "\"■\"", "\"○\"", "\"↓\"", "\"↑\"" };

static void
add_lights (PageReading *reading)
{
  g_auto (GStrv) ranges = NULL;
  gboolean has_symbol = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    has_symbol |= strstr (reading->text->str, symbols[i]) != NULL;
  if (!has_symbol || reading->ranges == NULL)
    return;
  ranges = g_strsplit (reading->ranges, " ", -1);
  for (guint i = 0; ranges[i]; i++)
    {
      SamsynXlsxRange range;
      if (samsyn_xlsx_parse_range (ranges[i], &range.first_row, &range.first_column, &range.last_row, &range.last_column))
        g_array_append_val (reading->page->lights, range);
    }
}

static gboolean
page_start (const char  *name,
            const char **attributes,
            gpointer     data,
            GError     **error)
{
  PageReading *reading = data;
  SamsynXlsxPage *page = reading->page;

  if (strcmp (name, "pane") == 0 && g_str_has_prefix (samsyn_xml_attribute (attributes, "state")
                                                        ? samsyn_xml_attribute (attributes, "state") : "", "frozen"))
    {
      page->frozen_rows = number_of (attributes, "ySplit", 0);
      page->frozen_columns = number_of (attributes, "xSplit", 0);
    }
  else if (strcmp (name, "col") == 0)
    page->n_hidden += samsyn_xml_flag (attributes, "hidden", FALSE);
  else if (strcmp (name, "mergeCell") == 0)
    page->n_merged++;
  else if (strcmp (name, "pageSetUpPr") == 0)
    page->fits = samsyn_xml_flag (attributes, "fitToPage", FALSE);
  else if (strcmp (name, "pageSetup") == 0)
    {
      page->paper = number_of (attributes, "paperSize", 0);
      page->landscape = g_strcmp0 (samsyn_xml_attribute (attributes, "orientation"), "landscape") == 0;
      page->pages_wide = number_of (attributes, "fitToWidth", 1);
      page->pages_high = number_of (attributes, "fitToHeight", 1);
    }
  else if (strcmp (name, "conditionalFormatting") == 0)
    {
      g_free (reading->ranges);
      reading->ranges = g_strdup (samsyn_xml_attribute (attributes, "sqref"));
    }
  else if (strcmp (name, "oddFooter") == 0 || strcmp (name, "oddHeader") == 0 || strcmp (name, "formula") == 0)
    {
      reading->in_text = TRUE;
      g_string_truncate (reading->text, 0);
    }
  return TRUE;
}

static gboolean
page_end (const char *name,
          gpointer    data,
          GError    **error)
{
  PageReading *reading = data;
  char **text = strcmp (name, "oddFooter") == 0   ? &reading->page->footer
                : strcmp (name, "oddHeader") == 0 ? &reading->page->header
                                                  : NULL;

  if (strcmp (name, "formula") == 0)
    add_lights (reading);
  reading->in_text = FALSE;
  if (text == NULL)
    return TRUE;
  g_free (*text);
  *text = g_strdup (reading->text->str);
  return TRUE;
}

static void
page_text (const char *text,
           gsize       length,
           gpointer    data)
{
  PageReading *reading = data;

  if (reading->in_text)
    g_string_append_len (reading->text, text, length);
}

gboolean
samsyn_xlsx_read_page (SamsynXlsx     *xlsx,
                       guint           sheet,
                       SamsynXlsxPage *page,
                       GError        **error)
{
  static const SamsynXmlHandlers handlers = { page_start, page_end, page_text };
  g_autoptr (GString) text = g_string_new (NULL);
  PageReading reading = { page, text, FALSE, NULL };
  gboolean good;

  *page = (SamsynXlsxPage) { .lights = g_array_new (FALSE, FALSE, sizeof (SamsynXlsxRange)) };
  good = samsyn_xml_read (xlsx->zip, part_of (xlsx, sheet), &handlers, &reading, NULL, error);
  g_free (reading.ranges);
  return good;
}

void
samsyn_xlsx_page_clear (SamsynXlsxPage *page)
{
  g_clear_pointer (&page->lights, g_array_unref);
  g_free (page->header);
  g_free (page->footer);
  *page = (SamsynXlsxPage) { 0 };
}

/* ---- Tables ---------------------------------------------------------------------------------------------------------------- */

void
samsyn_xlsx_table_free (SamsynXlsxTable *table)
{
  g_ptr_array_unref (table->titles);
  g_free (table->name);
  g_free (table);
}

static gboolean
table_start (const char  *name,
             const char **attributes,
             gpointer     data,
             GError     **error)
{
  SamsynXlsxTable *table = data;

  if (strcmp (name, "table") == 0)
    {
      const char *range = samsyn_xml_attribute (attributes, "ref");

      table->name = g_strdup (samsyn_xml_attribute (attributes, "displayName"));
      table->has_header = number_of (attributes, "headerRowCount", 1) > 0;
      table->has_total = number_of (attributes, "totalsRowCount", 0) > 0;
      if (range == NULL || !samsyn_xlsx_parse_range (range, &table->first_row, &table->first_column, &table->last_row,
                                                     &table->last_column))
        table->has_header = FALSE;
    }
  else if (strcmp (name, "tableColumn") == 0)
    {
      g_autoptr (GString) title = g_string_new (samsyn_xml_attribute (attributes, "name"));
      samsyn_xlsx_unescape (title);
      g_ptr_array_add (table->titles, g_strdup (title->str));
    }
  return TRUE;
}

static int
compare_tables (gconstpointer a,
                gconstpointer b)
{
  const SamsynXlsxTable *one = *(SamsynXlsxTable *const *) a, *other = *(SamsynXlsxTable *const *) b;
  return (one->first_row > other->first_row) - (one->first_row < other->first_row);
}

GPtrArray *
samsyn_xlsx_read_tables (SamsynXlsx *xlsx,
                         guint       sheet,
                         GError    **error)
{
  static const SamsynXmlHandlers handlers = { .start = table_start };
  g_autoptr (GHashTable) relations = samsyn_xlsx_relations (xlsx->zip, part_of (xlsx, sheet), error);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_xlsx_table_free);
  GHashTableIter iter;
  gpointer value;

  if (relations == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, relations);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const SamsynXlsxRelation *relation = value;
      SamsynXlsxTable *table;

      if (strcmp (relation->type, "table") != 0 || relation->part == NULL)
        continue;
      table = g_new0 (SamsynXlsxTable, 1);
      table->titles = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (tables, table);
      if (!samsyn_xml_read (xlsx->zip, relation->part, &handlers, table, NULL, error))
        return NULL;
    }
  g_ptr_array_sort (tables, compare_tables);
  return g_steal_pointer (&tables);
}

/* ---- Drawings -------------------------------------------------------------------------------------------------------------- */

static gboolean
drawing_start (const char  *name,
               const char **attributes,
               gpointer     data,
               GError     **error)
{
  if (strcmp (name, "cNvPr") == 0)
    {
      const char *description = samsyn_xml_attribute (attributes, "descr");
      g_ptr_array_add (data, g_strdup (description ? description : ""));
    }
  return TRUE;
}

GPtrArray *
samsyn_xlsx_read_drawings (SamsynXlsx *xlsx,
                           guint       sheet,
                           GError    **error)
{
  static const SamsynXmlHandlers handlers = { .start = drawing_start };
  g_autoptr (GHashTable) relations = samsyn_xlsx_relations (xlsx->zip, part_of (xlsx, sheet), error);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const SamsynXlsxRelation *relation;

  if (relations == NULL)
    return NULL;
  relation = samsyn_xlsx_relation_of (relations, "drawing");
  if (relation && !samsyn_xml_read (xlsx->zip, relation->part, &handlers, texts, NULL, error))
    return NULL;
  return g_steal_pointer (&texts);
}

/* ---- Properties ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  GHashTable *properties;
  GString    *text;
  char       *name; /* of a custom property */
} Properties;

static gboolean
properties_start (const char  *name,
                  const char **attributes,
                  gpointer     data,
                  GError     **error)
{
  Properties *reading = data;

  if (strcmp (name, "property") == 0)
    {
      g_free (reading->name);
      reading->name = g_strdup (samsyn_xml_attribute (attributes, "name"));
    }
  g_string_truncate (reading->text, 0);
  return TRUE;
}

static gboolean
properties_end (const char *name,
                gpointer    data,
                GError    **error)
{
  Properties *reading = data;
  const char *key = reading->name ? reading->name : name;

  if (reading->text->len > 0)
    g_hash_table_replace (reading->properties, g_strdup (key), g_strdup (reading->text->str));
  g_string_truncate (reading->text, 0);
  return TRUE;
}

static void
properties_text (const char *text,
                 gsize       length,
                 gpointer    data)
{
  g_string_append_len (((Properties *) data)->text, text, length);
}

GHashTable *
samsyn_xlsx_read_properties (SamsynXlsx *xlsx,
                             GError    **error)
{
  static const SamsynXmlHandlers handlers = { properties_start, properties_end, properties_text };
  static const char *const types[] = { "core-properties", "custom-properties" };
  g_autoptr (GHashTable) package = samsyn_xlsx_relations (xlsx->zip, "", error);
  g_autoptr (GHashTable) properties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; package && i < G_N_ELEMENTS (types); i++)
    {
      const SamsynXlsxRelation *relation = samsyn_xlsx_relation_of (package, types[i]);
      Properties reading = { properties, text, NULL };
      gboolean good = relation == NULL || !samsyn_zip_has (xlsx->zip, relation->part) ||
                      samsyn_xml_read (xlsx->zip, relation->part, &handlers, &reading, NULL, error);

      g_free (reading.name);
      if (!good)
        return NULL;
    }
  return package ? g_steal_pointer (&properties) : NULL;
}
