/* tame.c: texts that do a terminal no harm
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tame.h"

/* Marks, embeddings, overrides and isolates of direction: https://www.unicode.org/reports/tr9/ */
static gboolean
turns_direction (gunichar c)
{
  return c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_wild (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || turns_direction (c);
}

char *
samsyn_tame (const char *text,
             gboolean    one_line)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *tame = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean parts = c == '\n' || c == '\t';

      if (parts && one_line)
        g_string_append_c (tame, ' ');
      else if (is_wild (c) && !parts)
        g_string_append_printf (tame, "\\u%04x", c);
      else
        g_string_append_unichar (tame, c);
    }
  return g_string_free (tame, FALSE);
}
