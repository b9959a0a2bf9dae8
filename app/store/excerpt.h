/* excerpt.h: the words around a hit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "search-words.h"

G_BEGIN_DECLS

/* The words around the first one in `text` that is searched for, hits between U+2068 and U+2069; NULL where there is none.  To be
 * freed by the caller. */
char *samsyn_excerpt_make (const char              *text,
                           const SamsynSearchWords *words);

G_END_DECLS
