/* light.h: lights as symbols
 *
 * A light is never told by its colour alone: word, symbol and colour go together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/field.h"
#include "model/value.h"
#include "shade.h"

G_BEGIN_DECLS

/* The light that a value of the field is, static text; NULL where the field holds no lights, or the value none. */
const char *samsyn_light_of (const SamsynField *field,
                             const SamsynValue *value);

/* The colour of a light ("green", "amber", "red"; anything else is grey), as CSS writes it; static text. */
const char *samsyn_light_colour (const char *light,
                                 SamsynShade shade);

/* The coloured symbol of a light and the word, as Pango markup.  To be freed by the caller. */
char *samsyn_light_markup (const char *light,
                           const char *word);

G_END_DECLS
