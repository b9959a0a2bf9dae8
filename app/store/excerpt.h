/* excerpt.h: words of a text as the search index sees them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a text, in lower case, as the index's tokenizer takes them; NULL-terminated, to be freed by the caller. */
char **samsyn_excerpt_words (const char *text);

/* The words around the first one in `text` that begins with one of `words`, hits between U+2068 and U+2069; NULL where there is none.
 * To be freed by the caller. */
char *samsyn_excerpt_make (const char        *text,
                           const char *const *words);

G_END_DECLS
