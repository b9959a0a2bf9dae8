/* light.c: lights and severities as symbols
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "light.h"

/* The symbols are those of the workbooks.  Each colour has a contrast of 3 to 1 or more with white and with the dark style's grey. */
static const struct
{
  const char *id;
  const char *symbol;
  const char *color;
} symbols[] = {
  { "green", "●", "#26a269" }, { "amber", "▲", "#c17d00" },   { "red", "■", "#e5383b" },
  { "error", "■", "#e5383b" }, { "warning", "▲", "#c17d00" }, { NULL, "○", "#888888" },
};

char *
samsyn_light_markup (const char *light,
                     const char *word)
{
  guint i = 0;

  while (symbols[i].id != NULL && g_strcmp0 (symbols[i].id, light) != 0)
    i++;
  return g_markup_printf_escaped ("<span foreground=\"%s\" fgalpha=\"100%%\">%s</span>\302\240%s", symbols[i].color, symbols[i].symbol, word);
}
