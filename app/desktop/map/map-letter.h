/* map-letter.h: the letters of the map as they are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gdk/gdk.h>

#include "desktop/parts/shade.h"
#include "findings/map/finding.h"

G_BEGIN_DECLS

/* A letter's fill and the text on it: a letter is always both. */
typedef struct
{
  GdkRGBA fill;
  GdkRGBA text;
} SamsynLetterColours;

const SamsynLetterColours *samsyn_letter_colours (SamsynRole  role,
                                                  SamsynShade shade);

/* The letter; with `huki` as many Swedes know them (H accountable, U performs, K consulted, I informed).  Static text. */
const char *samsyn_letter (SamsynRole role,
                           gboolean   huki);

/* What the letter means, in the program's language; static text. */
const char *samsyn_letter_meaning (SamsynRole role);

/* The letters of a cell (bits 1 << role), strongest first: "A/R".  To be freed by the caller. */
char *samsyn_letters_text (guint    letters,
                           gboolean huki);

/* The strongest of the letters: A, R, S, C, I; SAMSYN_ROLE_NONE of none. */
SamsynRole samsyn_letters_strongest (guint letters);

/* The role that a typed character means: R, A, S, C, I of any case, and with `huki` H, U, K; -1 for any other. */
int samsyn_letter_typed (gunichar character,
                         gboolean huki);

/* The letters that a text such as "A/R" or "c" means; -1 where it means none; 0 for no text at all. */
int samsyn_letters_read (const char *text,
                         gboolean    huki);

/* Severities: a symbol, beside the word, and its colour. */
const char    *samsyn_severity_symbol (SamsynSeverity severity);
const GdkRGBA *samsyn_severity_colour (SamsynSeverity severity,
                                       SamsynShade    shade);

/* The coloured symbol and a word, as Pango markup; the word in the colour too where it is `bold`.  To be freed by the caller. */
char *samsyn_severity_markup (SamsynSeverity severity,
                              const char    *word,
                              gboolean       bold);

G_END_DECLS
