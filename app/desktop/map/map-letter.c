/* map-letter.c: the letters of the map as they are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-letter.h"

#include "kinds/kinds.h"

#define RGB(r, g, b) { (r) / 255.0f, (g) / 255.0f, (b) / 255.0f, 1 }
#define WHITE RGB (255, 255, 255)
#define BLACK RGB (30, 30, 30)

/* From the strongest down. */
static const SamsynRole strength[SAMSYN_N_ROLES] = { SAMSYN_ROLE_A, SAMSYN_ROLE_R, SAMSYN_ROLE_S, SAMSYN_ROLE_C, SAMSYN_ROLE_I };

static const char letters[][2][2] = {
  [SAMSYN_ROLE_R] = { "R", "U" }, [SAMSYN_ROLE_A] = { "A", "H" }, [SAMSYN_ROLE_S] = { "S", "S" },
  [SAMSYN_ROLE_C] = { "C", "K" }, [SAMSYN_ROLE_I] = { "I", "I" }, [SAMSYN_ROLE_NONE] = { "", "" },
};

/* Light, dark, and both in high contrast. */
#define COLOURS(light, dark, light_contrast, dark_contrast) { light, dark, light_contrast, dark_contrast }
#define ON(fill, text) { fill, text }

static const SamsynLetterColours colours[SAMSYN_N_ROLES][SAMSYN_N_SHADES] = {
  [SAMSYN_ROLE_R] = COLOURS (ON (RGB (25, 118, 80), WHITE), ON (RGB (111, 207, 151), BLACK), ON (RGB (12, 84, 56), WHITE),
                             ON (RGB (137, 226, 172), BLACK)),
  [SAMSYN_ROLE_A] = COLOURS (ON (RGB (26, 82, 150), WHITE), ON (RGB (120, 174, 237), BLACK), ON (RGB (16, 60, 112), WHITE),
                             ON (RGB (153, 197, 245), BLACK)),
  [SAMSYN_ROLE_S] = COLOURS (ON (RGB (111, 66, 145), WHITE), ON (RGB (200, 162, 226), BLACK), ON (RGB (80, 42, 108), WHITE),
                             ON (RGB (214, 184, 236), BLACK)),
  [SAMSYN_ROLE_C] = COLOURS (ON (RGB (250, 216, 120), BLACK), ON (RGB (229, 193, 88), BLACK), ON (RGB (250, 216, 120), BLACK),
                             ON (RGB (229, 193, 88), BLACK)),
  [SAMSYN_ROLE_I] = COLOURS (ON (RGB (222, 221, 218), BLACK), ON (RGB (94, 92, 100), WHITE), ON (RGB (222, 221, 218), BLACK),
                             ON (RGB (66, 64, 70), WHITE)),
};

const SamsynLetterColours *
samsyn_letter_colours (SamsynRole  role,
                       SamsynShade shade)
{
  return &colours[role][shade];
}

const char *
samsyn_letter (SamsynRole role,
               gboolean   huki)
{
  return letters[role][huki ? 1 : 0];
}

const char *
samsyn_letter_meaning (SamsynRole role)
{
  const SamsynKind *kind = samsyn_kind_find ("assignment");

  return samsyn_choice_label (kind, samsyn_kind_field (kind, "role"), samsyn_role_id (role), NULL);
}

char *
samsyn_letters_text (guint    set,
                     gboolean huki)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < SAMSYN_N_ROLES; i++)
    if (set & (1u << strength[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "/" : "", samsyn_letter (strength[i], huki));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

SamsynRole
samsyn_letters_strongest (guint set)
{
  for (guint i = 0; i < SAMSYN_N_ROLES; i++)
    if (set & (1u << strength[i]))
      return strength[i];
  return SAMSYN_ROLE_NONE;
}

int
samsyn_letter_typed (gunichar character,
                     gboolean huki)
{
  for (SamsynRole role = 0; role < SAMSYN_N_ROLES; role++)
    for (guint names = 0; names <= (huki ? 1 : 0); names++)
      if (g_unichar_toupper (character) == (gunichar) letters[role][names][0])
        return (int) role;
  return -1;
}

int
samsyn_letters_read (const char *text,
                     gboolean    huki)
{
  int set = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);
      int role = samsyn_letter_typed (character, huki);

      if (role >= 0)
        set |= 1 << role;
      else if (character != '/' && !g_unichar_isspace (character))
        return -1;
    }
  return set;
}

/* ---- Severities ------------------------------------------------------------------------------------------------------------ */

static const char *const symbols[SAMSYN_N_SEVERITIES] = {
  [SAMSYN_SEVERITY_NOTE] = "●", [SAMSYN_SEVERITY_WARNING] = "▲", [SAMSYN_SEVERITY_ERROR] = "◆",
};

static const GdkRGBA severity_colours[SAMSYN_N_SEVERITIES][SAMSYN_N_SHADES] = {
  [SAMSYN_SEVERITY_NOTE] = COLOURS (RGB (94, 92, 100), RGB (192, 191, 188), RGB (70, 68, 75), RGB (222, 221, 218)),
  [SAMSYN_SEVERITY_WARNING] = COLOURS (RGB (156, 88, 0), RGB (248, 190, 80), RGB (107, 68, 0), RGB (255, 211, 107)),
  [SAMSYN_SEVERITY_ERROR] = COLOURS (RGB (192, 28, 40), RGB (255, 123, 99), RGB (154, 12, 24), RGB (255, 184, 173)),
};

const char *
samsyn_severity_symbol (SamsynSeverity severity)
{
  return symbols[severity];
}

const GdkRGBA *
samsyn_severity_colour (SamsynSeverity severity,
                        SamsynShade    shade)
{
  return &severity_colours[severity][shade];
}

/* Where nothing is said colours are as faint as the text around them. */
char *
samsyn_severity_markup (SamsynSeverity severity,
                        const char    *word,
                        gboolean       bold)
{
  const GdkRGBA *colour = samsyn_severity_colour (severity, samsyn_shade_now ());
  g_autofree char *hex = g_strdup_printf ("#%02x%02x%02x", (guint) (colour->red * 255), (guint) (colour->green * 255),
                                          (guint) (colour->blue * 255));

  return bold ? g_markup_printf_escaped ("<span color=\"%s\" alpha=\"100%%\"><b>%s\302\240%s</b></span>", hex, symbols[severity],
                                         word)
              : g_markup_printf_escaped ("<span color=\"%s\" alpha=\"100%%\">%s</span>\302\240%s", hex, symbols[severity], word);
}
