/* light.h: lights and severities as symbols
 *
 * A light is never told by its colour alone: word, symbol and colour go together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The coloured symbol of a light or severity ("green", "amber", "red", "error", "warning"; anything else: a grey ring) and the word, as
 * Pango markup; the colours can be told from a light background and from a dark one.  To be freed by the caller. */
char *samsyn_light_markup (const char *light,
                           const char *word);

G_END_DECLS
