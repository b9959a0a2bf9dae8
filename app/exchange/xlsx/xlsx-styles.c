/* xlsx-styles.c: which styles of a workbook show dates, and their colours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "xlsx-private.h"

#include <string.h>

typedef struct
{
  SamsynXlsx     *xlsx;
  GHashTable     *date_formats; /* numbers of formats of the file's own that show dates */
  GArray         *inks;
  GArray         *fills;
  SamsynXlsxStyle mark;         /* being read */
  gint64          ink;
  gint64          fill;
  gboolean        solid;
  const char     *list;         /* of which the reader is in */
  gboolean        in_font;
  gboolean        in_fill;
} Styles;

/* Whether a format's code shows a date or a time: a letter of one, outside of quotes, brackets and escapes. */
static gboolean
shows_date (const char *code)
{
  for (const char *p = code; *p; p++)
    {
      if (*p == '"' || (*p == '[' && strchr ("hHmMsS", p[1]) == NULL))
        {
          p = strchr (p + 1, *p == '"' ? '"' : ']');
          if (p == NULL)
            return FALSE;
        }
      else if ((*p == '\\' || *p == '_' || *p == '*') && p[1])
        p++;
      else if (strchr ("yYmMdDhHsS", *p))
        return g_ascii_strcasecmp (code, "Standard") != 0;
      else if (g_ascii_strncasecmp (p, "General", 7) == 0)
        p += 6;
    }
  return FALSE;
}

static gboolean
is_date_format (Styles *styles,
                guint   format)
{
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47) ||
         (format >= 50 && format <= 58) || g_hash_table_contains (styles->date_formats, GUINT_TO_POINTER (format));
}

gboolean
samsyn_xlsx_is_date_style (SamsynXlsx *xlsx,
                           guint       style)
{
  return style < xlsx->styles->len && g_array_index (xlsx->styles, SamsynXlsxStyle, style).is_date;
}

static gint64
color_of (const char **attributes)
{
  const char *rgb = samsyn_xml_attribute (attributes, "rgb");

  if (rgb == NULL || strlen (rgb) < 6)
    return -1;
  return g_ascii_strtoll (rgb + strlen (rgb) - 6, NULL, 16);
}

static guint
number_of (const char **attributes,
           const char  *name)
{
  const char *value = samsyn_xml_attribute (attributes, name);
  return value ? g_ascii_strtoull (value, NULL, 10) : 0;
}

static void
add_style (Styles      *styles,
           const char **attributes)
{
  guint font = number_of (attributes, "fontId"), fill = number_of (attributes, "fillId");
  SamsynXlsxStyle style = { -1, -1, is_date_format (styles, number_of (attributes, "numFmtId")) };

  if (font < styles->inks->len)
    style.ink = g_array_index (styles->inks, gint64, font);
  if (fill < styles->fills->len)
    style.fill = g_array_index (styles->fills, gint64, fill);
  g_array_append_val (styles->xlsx->styles, style);
}

static gboolean
on_start (const char  *name,
          const char **attributes,
          gpointer     data,
          GError     **error)
{
  static const char *const lists[] = { "fonts", "fills", "cellStyleXfs", "cellXfs", "dxfs" };
  Styles *styles = data;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (name, lists[i]) == 0)
      styles->list = lists[i];
  if (strcmp (name, "numFmt") == 0)
    {
      const char *code = samsyn_xml_attribute (attributes, "formatCode");
      if (code && shows_date (code))
        g_hash_table_add (styles->date_formats, GUINT_TO_POINTER (number_of (attributes, "numFmtId")));
    }
  else if (strcmp (name, "xf") == 0 && g_strcmp0 (styles->list, "cellXfs") == 0)
    add_style (styles, attributes);
  else if (strcmp (name, "dxf") == 0)
    styles->ink = styles->fill = -1;
  else if (strcmp (name, "font") == 0)
    {
      styles->in_font = TRUE;
      styles->ink = -1;
    }
  else if (strcmp (name, "fill") == 0)
    {
      styles->in_fill = TRUE;
      styles->fill = -1;
      styles->solid = FALSE;
    }
  else if (strcmp (name, "patternFill") == 0)
    {
      const char *pattern = samsyn_xml_attribute (attributes, "patternType");
      /* Conditional formats leave out that they are solid, and name their colour as the background. */
      styles->solid = pattern == NULL || strcmp (pattern, "solid") == 0;
    }
  else if (strcmp (name, "color") == 0 && styles->in_font)
    styles->ink = color_of (attributes);
  else if (styles->in_fill && styles->solid &&
           strcmp (name, g_strcmp0 (styles->list, "dxfs") == 0 ? "bgColor" : "fgColor") == 0)
    styles->fill = color_of (attributes);
  return TRUE;
}

static gboolean
on_end (const char *name,
        gpointer    data,
        GError    **error)
{
  Styles *styles = data;

  if (strcmp (name, "font") == 0)
    {
      styles->in_font = FALSE;
      if (g_strcmp0 (styles->list, "fonts") == 0)
        g_array_append_val (styles->inks, styles->ink);
    }
  else if (strcmp (name, "fill") == 0)
    {
      styles->in_fill = FALSE;
      if (g_strcmp0 (styles->list, "fills") == 0)
        g_array_append_val (styles->fills, styles->fill);
    }
  else if (strcmp (name, "dxf") == 0)
    {
      styles->mark = (SamsynXlsxStyle) { styles->ink, styles->fill, FALSE };
      g_array_append_val (styles->xlsx->marks, styles->mark);
    }
  return TRUE;
}

gboolean
samsyn_xlsx_read_styles (SamsynXlsx *xlsx,
                         const char *part,
                         GError    **error)
{
  static const SamsynXmlHandlers handlers = { .start = on_start, .end = on_end };
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) inks = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) fills = g_array_new (FALSE, FALSE, sizeof (gint64));
  Styles styles = { .xlsx = xlsx, .date_formats = formats, .inks = inks, .fills = fills };

  return samsyn_xml_read (xlsx->zip, part, &handlers, &styles, NULL, error);
}
