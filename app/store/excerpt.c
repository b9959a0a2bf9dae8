/* excerpt.c: words of a text as the search index sees them
 *
 * FTS5's own snippet() runs the query once more for every hit; for a page of hits this costs many times the search itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "excerpt.h"

#include <string.h>

#include "model/fold.h"

#define WORDS_BEFORE 5
#define WORDS_AFTER 11
#define OPEN "\u2068"
#define CLOSE "\u2069"

/* Whether the index's tokenizer takes the character for one of a word: https://www.sqlite.org/fts5.html#unicode61_tokenizer */
static gboolean
is_word_character (gunichar character)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
    case G_UNICODE_PRIVATE_USE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The next word at or after `at`: its start, its end in `end`; NULL at the end of the text. */
static const char *
next_word (const char  *at,
           const char **end)
{
  const char *start;

  while (*at != '\0' && !is_word_character (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  start = at;
  while (*at != '\0' && is_word_character (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  *end = at;
  return at > start ? start : NULL;
}

char **
samsyn_excerpt_words (const char *text)
{
  g_autofree char *folded = samsyn_fold_match (text);
  GPtrArray *words = g_ptr_array_new ();
  const char *end = folded;

  for (const char *start; (start = next_word (end, &end)) != NULL;)
    g_ptr_array_add (words, g_strndup (start, (gsize) (end - start)));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

static gboolean
begins_with (const char *start,
             const char *end,
             const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word), start = g_utf8_next_char (start))
    if (start >= end || g_unichar_tolower (g_utf8_get_char (start)) != g_utf8_get_char (word))
      return FALSE;
  return TRUE;
}

static gboolean
is_hit (const char        *start,
        const char        *end,
        const char *const *words)
{
  for (; *words != NULL; words++)
    if (begins_with (start, end, *words))
      return TRUE;
  return FALSE;
}

/* Line breaks would tear a line of results apart. */
static void
append_flat (GString    *out,
             const char *from,
             const char *to)
{
  for (; from < to; from++)
    g_string_append_c (out, *from == '\n' || *from == '\t' ? ' ' : *from);
}

/* From a word some words before the first hit, with every hit marked. */
static char *
mark (const char        *text,
      const char        *from,
      const char *const *words)
{
  GString *out = g_string_new (from > text ? "…" : NULL);
  const char *end = from, *last = from;
  guint n = 0;

  for (const char *start; n < WORDS_BEFORE + WORDS_AFTER && (start = next_word (end, &end)) != NULL; n++)
    {
      gboolean hit = is_hit (start, end, words);

      append_flat (out, last, start);
      g_string_append (out, hit ? OPEN : "");
      append_flat (out, start, end);
      g_string_append (out, hit ? CLOSE : "");
      last = end;
    }
  if (next_word (end, &end) != NULL)
    g_string_append (out, "…");
  else
    append_flat (out, last, last + strlen (last));
  return g_string_free (out, FALSE);
}

char *
samsyn_excerpt_make (const char        *text,
                     const char *const *words)
{
  const char *recent[WORDS_BEFORE]; /* where the last words began, in a ring */
  const char *end = text;
  guint n = 0;

  for (const char *start; (start = next_word (end, &end)) != NULL; n++)
    {
      if (is_hit (start, end, words))
        return mark (text, n == 0 ? text : n <= WORDS_BEFORE ? text : recent[n % WORDS_BEFORE], words);
      recent[n % WORDS_BEFORE] = start;
    }
  return NULL;
}
