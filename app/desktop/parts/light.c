/* light.c: lights as symbols
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "light.h"

/* The symbols are those of the workbooks. */
static const struct
{
  const char *id;
  const char *symbol;
  const char *colours[SAMSYN_N_SHADES];
} lights[] = {
  { "green", "●", { "#26a269", "#26a269", "#0b5a33", "#8ff0a4" } },
  { "amber", "▲", { "#c17d00", "#c17d00", "#6b4400", "#ffd36b" } },
  { "red", "■", { "#e5383b", "#f66151", "#9a0c18", "#ffb8ad" } },
  { NULL, "○", { "#888888", "#888888", "#4d4d4d", "#d0d0d0" } },
};

static guint
find (const char *light)
{
  guint i = 0;

  while (lights[i].id != NULL && g_strcmp0 (lights[i].id, light) != 0)
    i++;
  return i;
}

const char *
samsyn_light_of (const SamsynField *field,
                 const SamsynValue *value)
{
  const char *id = (field->flags & SAMSYN_FIELD_LIGHT) != 0 ? samsyn_value_get_text (value) : NULL;
  const SamsynChoice *choice = id != NULL ? samsyn_field_find_choice (field, id) : NULL;

  return choice != NULL ? choice->id : NULL;
}

const char *
samsyn_light_colour (const char *light,
                     SamsynShade shade)
{
  return lights[find (light)].colours[shade];
}

char *
samsyn_light_markup (const char *light,
                     const char *word)
{
  return g_markup_printf_escaped ("<span foreground=\"%s\" fgalpha=\"100%%\">%s</span>\302\240%s",
                                  samsyn_light_colour (light, samsyn_shade_now ()), lights[find (light)].symbol, word);
}
