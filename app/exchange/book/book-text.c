/* book-text.c: texts as a workbook can hold them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-private.h"

#include <string.h>

#include "model/words.h"

gsize
samsyn_text_units (const char *text)
{
  gsize units = 0;

  for (; *text; text++)
    {
      guchar byte = *text;
      if ((byte & 0xC0) != 0x80)
        units += byte >= 0xF0 ? 2 : 1;
    }
  return units;
}

/* The length in bytes of the longest beginning of at most `units` UTF-16 units. */
static gsize
bytes_of_units (const char *text,
                gsize       units)
{
  const char *end = text;

  while (*end)
    {
      gsize wide = (guchar) *end >= 0xF0 ? 2 : 1;
      if (wide > units)
        break;
      units -= wide;
      end = g_utf8_next_char (end);
    }
  return end - text;
}

/* Whether any byte needs a closer look: control characters, and the last two code points of the BMP, which XML forbids. */
static gboolean
is_plain (const char *text,
          gsize      *length)
{
  const guchar *byte = (const guchar *) text;
  gboolean wide = FALSE;

  for (; *byte; byte++)
    {
      if (*byte < 0x20 && *byte != '\n')
        return FALSE;
      if (*byte == 0x7F || (*byte == 0xEF && byte[1] == 0xBF && byte[2] >= 0xBE))
        return FALSE;
      wide |= *byte >= 0x80;
    }
  *length = byte - (const guchar *) text;
  return !wide || g_utf8_validate (text, *length, NULL);
}

static gboolean
is_bad (gunichar c)
{
  return c < 0x20 || c == 0x7F || c == 0xFFFE || c == 0xFFFF;
}

static void
append_clean (GString    *to,
              const char *text,
              char        line_break)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
        g_string_append_c (to, line_break);
      else if (c == '\t')
        g_string_append_c (to, ' ');
      else if (is_bad (c))
        g_string_append (to, "\xEF\xBF\xBD");
      else
        g_string_append_unichar (to, c);
    }
}

const char *
samsyn_text_clean (const char *text,
                   const char *language,
                   GString    *buffer)
{
  gsize length;

  if (is_plain (text, &length))
    {
      if (length <= SAMSYN_CELL_UNITS || samsyn_text_units (text) <= SAMSYN_CELL_UNITS)
        return text;
      g_string_assign (buffer, text);
    }
  else
    {
      g_string_truncate (buffer, 0);
      append_clean (buffer, text, '\n');
    }
  if (samsyn_text_units (buffer->str) > SAMSYN_CELL_UNITS)
    {
      /* TRANSLATORS: stands at the end of a text too long for a cell */
      const char *mark = samsyn_words (language, "workbook", "… [cut]");
      g_string_truncate (buffer, bytes_of_units (buffer->str, SAMSYN_CELL_UNITS - samsyn_text_units (mark)));
      g_string_append (buffer, mark);
    }
  return buffer->str;
}

static void
cut (GString *text,
     gsize    max_units)
{
  if (samsyn_text_units (text->str) <= max_units)
    return;
  g_string_truncate (text, bytes_of_units (text->str, max_units - 1));
  g_string_append (text, "…");
}

char *
samsyn_text_line (const char *text,
                  gsize       max_units)
{
  GString *line = g_string_new (NULL);

  append_clean (line, text, ' ');
  g_strstrip (line->str);
  line->len = strlen (line->str);
  cut (line, max_units);
  return g_string_free (line, FALSE);
}

static gboolean
is_escape (const char *text)
{
  return text[0] == '_' && text[1] == 'x' && g_ascii_isxdigit (text[2]) && g_ascii_isxdigit (text[3]) &&
         g_ascii_isxdigit (text[4]) && g_ascii_isxdigit (text[5]) && text[6] == '_';
}

const char *
samsyn_text_escape (const char *text,
                    GString    *buffer)
{
  const char *from = strstr (text, "_x");

  if (from == NULL)
    return text;
  g_string_truncate (buffer, 0);
  for (const char *p = text; *p; p++)
    {
      if (is_escape (p))
        g_string_append (buffer, "_x005F");
      g_string_append_c (buffer, *p);
    }
  return buffer->str;
}

/* Names that differ only in case, also of Å, are the same to spreadsheets. */
static char *
fold (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  return g_utf8_casefold (composed, -1);
}

char *
samsyn_text_unique (GHashTable *used,
                    const char *name,
                    const char *number_format,
                    gsize       max_units)
{
  g_autoptr (GString) unique = g_string_new (name);
  g_autofree char *key = NULL;

  cut (unique, max_units);
  key = fold (unique->str);
  for (guint number = 2; g_hash_table_contains (used, key); number++)
    {
      g_autofree char *digits = g_strdup_printf ("%u", number);
      g_auto (GStrv) around = g_strsplit (number_format, "#", 2);
      g_autofree char *suffix = g_strconcat (around[0], digits, around[1], NULL);

      g_string_assign (unique, name);
      cut (unique, max_units - strlen (suffix));
      g_string_append (unique, suffix);
      g_free (key);
      key = fold (unique->str);
    }
  g_hash_table_add (used, g_steal_pointer (&key));
  return g_strdup (unique->str);
}

/* A name of only letters, digits and points is written without quotes in references, where "2016" and "R1C1" would be
 * read as something else. */
static gboolean
is_mistakable (const char *name)
{
  const char *p = name;

  if (*p == '\0' || g_ascii_isdigit (*p) || *p == '.')
    {
      for (; *p; p++)
        if (!g_ascii_isalnum (*p) && *p != '_' && *p != '.')
          return FALSE;
      return TRUE;
    }
  if (g_ascii_strcasecmp (name, "TRUE") == 0 || g_ascii_strcasecmp (name, "FALSE") == 0)
    return TRUE;
  return strspn (name, "RCrc0123456789") == strlen (name) ||
         (strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") <= 3 &&
          strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789") == strlen (name) &&
          g_ascii_isdigit (name[strlen (name) - 1]));
}

char *
samsyn_text_sheet_name (const char *name,
                        const char *language)
{
  g_autofree char *line = samsyn_text_line (name ? name : "", 200);
  g_autoptr (GString) safe = g_string_new (NULL);
  g_autofree char *trimmed = NULL;

  g_strdelimit (line, "[]:*?/\\", '-');
  while (*line == '\'' || *line == ' ')
    memmove (line, line + 1, strlen (line));
  g_string_assign (safe, line);
  cut (safe, 31);
  while (safe->len > 0 && (safe->str[safe->len - 1] == '\'' || safe->str[safe->len - 1] == ' '))
    g_string_truncate (safe, safe->len - 1);
  if (safe->len == 0)
    g_string_assign (safe, samsyn_words (language, "workbook", "Sheet"));
  if (g_ascii_strcasecmp (safe->str, "History") == 0)
    g_string_append_c (safe, '.');
  if (!is_mistakable (safe->str))
    return g_strdup (safe->str);
  cut (safe, 29);
  return g_strdup_printf ("(%s)", safe->str);
}

char *
samsyn_text_table_name (const char *sheet_name)
{
  g_autofree char *apart = g_utf8_normalize (sheet_name, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) name = g_string_new ("T_");

  for (const char *p = apart; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c < 0x80 && g_ascii_isalnum (c))
        g_string_append_c (name, c);
      else if (!g_unichar_ismark (c) && name->str[name->len - 1] != '_')
        g_string_append_c (name, '_');
    }
  while (name->len > 2 && name->str[name->len - 1] == '_')
    g_string_truncate (name, name->len - 1);
  return g_strdup (name->str);
}
