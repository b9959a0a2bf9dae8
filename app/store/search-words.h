/* search-words.h: what was typed to be searched for; for the files of this folder only
 *
 * Words are found by their beginnings.  Writers differ in where they part them: “1c §” and “1 c §”, “12345” and “12 345” are the
 * same, whichever is typed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SamsynSearchWords SamsynSearchWords;

/* NULL where there is no word in it. */
SamsynSearchWords *samsyn_search_words_new  (const char *typed);
void               samsyn_search_words_free (SamsynSearchWords *words);

/* As an expression for the search index, to be freed by the caller; nothing that was typed is syntax. */
char *samsyn_search_words_expression (const SamsynSearchWords *words);

/* Whether every word occurs in a text as samsyn_fold_plain() gives it. */
gboolean samsyn_search_words_are_in (const SamsynSearchWords *words,
                                     const char              *text);

/* Where what begins at `start`, the beginning of a word in such a text, is one of the words: where the word that it ends in ends;
 * else NULL. */
const char *samsyn_search_words_hit (const SamsynSearchWords *words,
                                     const char              *start);

/* The next word at or after `at`, as the index takes it: its start, its end in `end`; NULL at the end of the text. */
const char *samsyn_search_words_next (const char  *at,
                                      const char **end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynSearchWords, samsyn_search_words_free)

G_END_DECLS
