/* search-words.c: what was typed to be searched for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "search-words.h"

#include <string.h>

#include "model/fold.h"

/* Of more, and of longer ones, nobody types. */
#define MAX_WORDS 32
#define MAX_LETTERS 100

/* So many words in a row are tried joined to each other, and in so many places. */
#define MAX_CHAIN 3
#define MAX_CHAINS 4

#define GROUP 3       /* digits between the thousands */
#define MAX_DIGITS 15 /* of a number that is written with them */

struct _SamsynSearchWords
{
  GPtrArray *units; /* each must occur: GPtrArray of alternatives, each of them a GStrv of words that must all occur */
};

/* ---- Words of a text ------------------------------------------------------------------------------------------------------- */

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

static const char *
end_of_word (const char *at)
{
  while (*at != '\0' && is_word_character (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

const char *
samsyn_search_words_next (const char  *at,
                          const char **end)
{
  while (*at != '\0' && !is_word_character (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  *end = end_of_word (at);
  return *end > at ? at : NULL;
}

/* ---- What was typed -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  char    *text;
  gboolean beside; /* one character parts it from the word before */
} Typed;

static void
typed_clear (gpointer data)
{
  g_free (((Typed *) data)->text);
}

static GArray *
split (const char *text)
{
  g_autofree char *folded = samsyn_fold_match (text);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Typed));
  const char *end = folded, *before = NULL;

  g_array_set_clear_func (all, typed_clear);
  for (const char *start; all->len < MAX_WORDS && (start = samsyn_search_words_next (end, &end)) != NULL; before = end)
    {
      g_autofree char *word = g_strndup (start, (gsize) (end - start));
      Typed typed = { .text = g_utf8_substring (word, 0, MIN (g_utf8_strlen (word, -1), MAX_LETTERS)) };

      typed.beside = before != NULL && g_utf8_next_char (before) == start;
      g_array_append_val (all, typed);
    }
  return all;
}

static gboolean
is_digit_at (const char *at)
{
  return g_unichar_isdigit (g_utf8_get_char (at));
}

static gboolean
is_digits (const char *text)
{
  return strspn (text, "0123456789") == strlen (text);
}

/* Whether somebody else may have written the two as one. */
static gboolean
may_be_joined (const char  *a,
               const Typed *b)
{
  if (!b->beside)
    return FALSE;
  if (is_digits (a) && is_digits (b->text))
    return strlen (b->text) == GROUP && strlen (a) <= GROUP;
  return is_digit_at (g_utf8_find_prev_char (a, a + strlen (a))) != is_digit_at (b->text);
}

/* How many words, from `first` on, may be one. */
static guint
chain_length (const GArray *typed,
              guint         first)
{
  guint n = 1;

  while (n < MAX_CHAIN && first + n < typed->len
         && may_be_joined (g_array_index (typed, Typed, first + n - 1).text, &g_array_index (typed, Typed, first + n)))
    n++;
  return n;
}

/* The words of a chain, those joined to the one before whose bit is set. */
static char **
join (const GArray *typed,
      guint         first,
      guint         n,
      guint         joined)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && !(joined & 1u << (i - 1)))
        {
          g_strv_builder_add (words, word->str);
          g_string_truncate (word, 0);
        }
      g_string_append (word, g_array_index (typed, Typed, first + i).text);
    }
  g_strv_builder_add (words, word->str);
  return g_strv_builder_end (words);
}

SamsynSearchWords *
samsyn_search_words_new (const char *text)
{
  g_autoptr (GArray) typed = split (text);
  SamsynSearchWords *words;
  guint n_chains = 0;

  if (typed->len == 0)
    return NULL;
  words = g_new0 (SamsynSearchWords, 1);
  words->units = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0, n; i < typed->len; i += n)
    {
      GPtrArray *alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

      n = n_chains < MAX_CHAINS ? chain_length (typed, i) : 1;
      n_chains += n > 1;
      for (guint joined = 0; joined < 1u << (n - 1); joined++)
        g_ptr_array_add (alternatives, join (typed, i, n, joined));
      g_ptr_array_add (words->units, alternatives);
    }
  return words;
}

void
samsyn_search_words_free (SamsynSearchWords *words)
{
  if (words == NULL)
    return;
  g_ptr_array_unref (words->units);
  g_free (words);
}

/* ---- For the index --------------------------------------------------------------------------------------------------------- */

/* The word as the index has it where a space parts digits from letters; as it is where it has only one sort. */
static char *
parted (const char *word)
{
  GString *out = g_string_new (NULL);

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (at > word && is_digit_at (at) != is_digit_at (g_utf8_prev_char (at)))
        g_string_append_c (out, ' ');
      g_string_append_unichar (out, g_utf8_get_char (at));
    }
  return g_string_free (out, FALSE);
}

/* The number with a space between its thousands; as it is where it has none. */
static char *
grouped (const char *word)
{
  gsize n = strlen (word);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % GROUP == 0)
        g_string_append_c (out, ' ');
      g_string_append_c (out, word[i]);
    }
  return g_string_free (out, FALSE);
}

/* A phrase is found where its words follow one another, the last by its beginning. */
static void
append_word (GString    *out,
             const char *word)
{
  g_autofree char *other = is_digits (word) && strlen (word) <= MAX_DIGITS ? grouped (word) : parted (word);

  if (g_str_equal (other, word))
    g_string_append_printf (out, "\"%s\"*", word);
  else
    g_string_append_printf (out, "(\"%s\"* OR \"%s\"*)", word, other);
}

static void
append_unit (GString         *out,
             const GPtrArray *alternatives)
{
  for (guint i = 0; i < alternatives->len; i++)
    {
      char **words = g_ptr_array_index (alternatives, i);

      g_string_append (out, alternatives->len == 1 ? "" : i > 0 ? " OR (" : "((");
      for (guint j = 0; words[j] != NULL; j++)
        {
          g_string_append (out, j > 0 ? " AND " : "");
          append_word (out, words[j]);
        }
      g_string_append (out, alternatives->len > 1 ? ")" : "");
    }
  g_string_append (out, alternatives->len > 1 ? ")" : "");
}

char *
samsyn_search_words_expression (const SamsynSearchWords *words)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < words->units->len; i++)
    {
      g_string_append (out, i > 0 ? " AND " : "");
      append_unit (out, g_ptr_array_index (words->units, i));
    }
  return g_string_free (out, FALSE);
}

/* ---- In a text ------------------------------------------------------------------------------------------------------------- */

/* Past what may part digits from letters, and thousands from each other, if it stands at `at`. */
static const char *
skip_gap (const char *at,
          gunichar    last,
          gunichar    next)
{
  const char *after;

  if (*at == '\0' || is_word_character (g_utf8_get_char (at)))
    return at;
  after = g_utf8_next_char (at);
  if (!g_unichar_isdigit (last) || !g_unichar_isdigit (next))
    return g_unichar_isdigit (last) != g_unichar_isdigit (next) ? after : at;
  for (guint i = 0; i < GROUP; i++)
    if (!g_ascii_isdigit (after[i]))
      return at;
  return g_ascii_isdigit (after[GROUP]) ? at : after;
}

/* Where the word ends that is at `at` in a text; NULL where it is not. */
static const char *
match (const char *at,
       const char *word)
{
  for (gunichar last = 0, wanted; *word != '\0'; word = g_utf8_next_char (word), last = wanted)
    {
      wanted = g_utf8_get_char (word);
      if (last != 0)
        at = skip_gap (at, last, wanted);
      if (*at == '\0' || g_unichar_tolower (g_utf8_get_char (at)) != wanted)
        return NULL;
      at = g_utf8_next_char (at);
    }
  return at;
}

static gboolean
occurs (const char *text,
        const char *word)
{
  const char *end = text;

  for (const char *start; (start = samsyn_search_words_next (end, &end)) != NULL;)
    if (match (start, word) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
all_occur (const char *text,
           char      **words)
{
  for (; *words != NULL; words++)
    if (!occurs (text, *words))
      return FALSE;
  return TRUE;
}

gboolean
samsyn_search_words_are_in (const SamsynSearchWords *words,
                            const char              *text)
{
  for (guint i = 0; i < words->units->len; i++)
    {
      const GPtrArray *alternatives = g_ptr_array_index (words->units, i);
      gboolean found = FALSE;

      for (guint j = 0; j < alternatives->len && !found; j++)
        found = all_occur (text, g_ptr_array_index (alternatives, j));
      if (!found)
        return FALSE;
    }
  return TRUE;
}

const char *
samsyn_search_words_hit (const SamsynSearchWords *words,
                         const char              *start)
{
  const char *furthest = NULL;

  for (guint i = 0; i < words->units->len; i++)
    {
      const GPtrArray *alternatives = g_ptr_array_index (words->units, i);

      for (guint j = 0; j < alternatives->len; j++)
        for (char **word = g_ptr_array_index (alternatives, j); *word != NULL; word++)
          {
            const char *end = match (start, *word);

            if (end != NULL && (furthest == NULL || end > furthest))
              furthest = end;
          }
    }
  return furthest != NULL ? end_of_word (furthest) : NULL;
}
