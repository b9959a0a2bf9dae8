/* excerpt.c: the words around a hit
 *
 * FTS5's own snippet() runs the query once more for every hit; for a page of hits this costs many times the search itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "excerpt.h"

#include <string.h>

#define WORDS_BEFORE 5
#define WORDS_AFTER 11
#define OPEN "\u2068"
#define CLOSE "\u2069"

/* Of a word, or of what stands between two, no more is shown. */
#define MAX_BYTES 200

/* Line breaks would tear a line of results apart. */
static void
append_flat (GString    *out,
             const char *from,
             const char *to)
{
  gboolean cut = to - from > MAX_BYTES;

  if (cut)
    to = g_utf8_find_prev_char (from, from + MAX_BYTES);
  for (; from < to; from++)
    g_string_append_c (out, *from == '\n' || *from == '\t' ? ' ' : *from);
  if (cut)
    g_string_append (out, "…");
}

/* From a word some words before the first hit, with every hit marked. */
static char *
mark (const char              *text,
      const char              *from,
      const SamsynSearchWords *words)
{
  GString *out = g_string_new (from > text ? "…" : NULL);
  const char *end = from, *last = from;
  guint n = 0;

  for (const char *start; n < WORDS_BEFORE + WORDS_AFTER && (start = samsyn_search_words_next (end, &end)) != NULL; n++)
    {
      const char *hit = samsyn_search_words_hit (words, start);

      if (hit != NULL)
        end = hit;
      append_flat (out, last, start);
      g_string_append (out, hit != NULL ? OPEN : "");
      append_flat (out, start, end);
      g_string_append (out, hit != NULL ? CLOSE : "");
      last = end;
    }
  if (samsyn_search_words_next (end, &end) != NULL)
    g_string_append (out, "…");
  else
    append_flat (out, last, last + strlen (last));
  return g_string_free (out, FALSE);
}

char *
samsyn_excerpt_make (const char              *indexed,
                     const SamsynSearchWords *words)
{
  /* the index can hold anything, and a letter cut off leads past its end */
  g_autofree char *valid = g_utf8_make_valid (indexed, -1);
  const char *text = valid;
  const char *recent[WORDS_BEFORE]; /* where the last words began, in a ring */
  const char *end = text;
  guint n = 0;

  for (const char *start; (start = samsyn_search_words_next (end, &end)) != NULL; n++)
    {
      if (samsyn_search_words_hit (words, start) != NULL)
        return mark (text, n <= WORDS_BEFORE ? text : recent[n % WORDS_BEFORE], words);
      recent[n % WORDS_BEFORE] = start;
    }
  return NULL;
}
