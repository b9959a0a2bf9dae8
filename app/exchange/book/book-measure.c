/* book-measure.c: how much room a text takes
 *
 * The library measures nothing.  Widths of letters are those of Arial, which Liberation Sans shares; what is estimated is a
 * little more than what is needed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-sheet.h"

#include <math.h>

/* Thousandths of an em, from U+0020 to U+007E. */
static const guint16 advances[] = {
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
  556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
};

static double
advance (gunichar c)
{
  if (c >= 0x20 && c < 0x20 + G_N_ELEMENTS (advances))
    return advances[c - 0x20];
  if (c < 0x250)
    return g_unichar_isupper (c) ? 778 : 580;
  if (g_unichar_ismark (c) || g_unichar_iszerowidth (c))
    return 0;
  return c == 0x2013 || c == 0x2019 ? 556 : 1000;
}

double
samsyn_measure_text (const char *text,
                     gsize       length,
                     double      scale)
{
  double width = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    width += advance (g_utf8_get_char (p));
  return width * scale;
}

/* The end of a word: up to and with a hyphen, or before a space. */
static const char *
word_end (const char *text)
{
  while (*text && *text != ' ' && *text != '\n' && *text != '-' && *text != '/')
    text++;
  return *text == '-' || *text == '/' ? text + 1 : text;
}

double
samsyn_measure_word (const char *text,
                     double      scale)
{
  double longest = 0;

  while (*text)
    {
      const char *end = word_end (text);
      longest = MAX (longest, samsyn_measure_text (text, end - text, scale));
      text = *end == ' ' || *end == '\n' ? end + 1 : end;
    }
  return longest;
}

guint
samsyn_measure_lines (const char *text,
                      double      room,
                      double      scale)
{
  guint lines = 1;
  double used = 0;

  while (*text)
    {
      const char *end = word_end (text);
      double width = samsyn_measure_text (text, end - text, scale);

      if (used > 0 && used + width > room)
        {
          lines++;
          used = 0;
        }
      if (width > room)
        lines += width / room;
      used += width > room ? fmod (width, room) : width;
      if (*end == '\n')
        {
          lines++;
          used = 0;
        }
      else if (*end == ' ')
        used += advance (' ') * scale;
      text = *end == ' ' || *end == '\n' ? end + 1 : end;
    }
  return lines;
}
