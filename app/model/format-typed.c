/* format-typed.c: values as a person types them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "fold.h"
#include "format-parts.h"
#include "words.h"

/* In one pass: taking single characters out of a long text moves its rest each time. */
char *
samsyn_format_end_lines (const char *text)
{
  GString *lines = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text++)
    if (*text != '\r')
      g_string_append_c (lines, *text);
    else if (text[1] != '\n')
      g_string_append_c (lines, '\n');
  return g_string_free (lines, FALSE);
}

/* One line of what was typed or pasted: line breaks and tabs become spaces, space around it is no part of it. */
static char *
tidy_line (const char *text)
{
  char *line = samsyn_format_end_lines (text);

  return g_strstrip (g_strdelimit (line, "\n\t", ' '));
}

/* Several lines: line ends as files have them, no space after the last word. */
static char *
tidy_lines (const char *text)
{
  return g_strchomp (samsyn_format_end_lines (text));
}

char *
samsyn_typed_tidy (const char *text)
{
  g_autofree char *lower = samsyn_fold_match (text);
  g_autoptr (GString) tidy = g_string_new (NULL);

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x2212 || c == 0x2013)
        g_string_append_c (tidy, '-');
      else if (!g_unichar_isspace (c))
        g_string_append_unichar (tidy, c);
      else if (tidy->len > 0 && tidy->str[tidy->len - 1] != ' ')
        g_string_append_c (tidy, ' ');
    }
  return g_strdup (g_strchomp (tidy->str));
}

/* ---- Yes and no ------------------------------------------------------------------------------------------------------------ */

/* Both languages' words are read in either. */
static const char *
typed_boolean (const char *language,
               const char *text,
               GError    **error)
{
  static const char *const yes[] = { "ja", "j", "yes", "y", "x", "true", "sant", "1", NULL };
  static const char *const no[] = { "nej", "n", "no", "false", "falskt", "0", NULL };
  g_autofree char *word = samsyn_typed_tidy (text);

  if (g_strv_contains (yes, word))
    return "true";
  if (g_strv_contains (no, word))
    return "false";
  samsyn_format_fail (error, SAMSYN_VALUE_ERROR_SYNTAX, language, N_ ("is neither yes nor no"));
  return NULL;
}

/* ---- Choices --------------------------------------------------------------------------------------------------------------- */

typedef gboolean (*Matches) (const char *name,
                             const char *word);

static gboolean
matches_whole (const char *name,
               const char *word)
{
  return g_str_equal (name, word);
}

static gboolean
matches_start (const char *name,
               const char *word)
{
  return g_str_has_prefix (name, word);
}

/* Whether a choice's id (`language` "") or its label in a language matches. */
static gboolean
choice_matches (const SamsynKind   *kind,
                const SamsynField  *field,
                const SamsynChoice *choice,
                const char         *language,
                const char         *word,
                Matches             matches)
{
  g_autofree char *name =
    samsyn_typed_tidy (*language == '\0' ? choice->id : samsyn_choice_label (kind, field, choice->id, language));

  return matches (name, word);
}

/* How many choices match by a name in one of the languages; `found` gets the first. */
static guint
find_choices (const SamsynKind    *kind,
              const SamsynField   *field,
              const char *const   *names,
              const char          *word,
              Matches              matches,
              const SamsynChoice **found)
{
  guint n_found = 0;

  for (const SamsynChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    for (guint i = 0; names[i] != NULL; i++)
      if (choice_matches (kind, field, choice, names[i], word, matches))
        {
          if (n_found++ == 0)
            *found = choice;
          break;
        }
  return n_found;
}

/* The labels of all choices that start with `word`, for a message. */
static char *
list_choices (const SamsynKind  *kind,
              const SamsynField *field,
              const char        *language,
              const char        *word)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (const SamsynChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    if (choice_matches (kind, field, choice, language, word, matches_start))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", samsyn_choice_label (kind, field, choice->id, language));
  return g_strdup (list->str);
}

/* A label as it is read goes before an id, an id before a label in another language, and any of them before a beginning that
 * only one choice has. */
static const char *
typed_choice (const SamsynKind  *kind,
              const SamsynField *field,
              const char        *language,
              const char        *text,
              GError           **error)
{
  const char *const names[][4] = { { language, NULL }, { "", NULL }, { "en", "sv", NULL }, { "", "en", "sv", NULL } };
  g_autofree char *word = samsyn_typed_tidy (text), *list = NULL;
  const SamsynChoice *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < 3 && n_found == 0; i++)
    n_found = find_choices (kind, field, names[i], word, matches_whole, &found);
  if (n_found == 0)
    n_found = find_choices (kind, field, names[0], word, matches_start, &found);
  if (n_found == 0)
    n_found = find_choices (kind, field, names[3], word, matches_start, &found);
  if (n_found == 1)
    return found->id;

  list = list_choices (kind, field, language, n_found > 1 ? word : "");
  g_set_error (error, SAMSYN_VALUE_ERROR, SAMSYN_VALUE_ERROR_CHOICE,
               n_found > 1 ? samsyn_words (language, NULL, "can mean more than one of the choices: %s")
                           : samsyn_words (language, NULL, "is none of the choices: %s"),
               list);
  return NULL;
}

/* ---- All types ------------------------------------------------------------------------------------------------------------- */

/* The strict form of what was typed (a text with something in it), or NULL with the error set. */
static char *
strict_form (const SamsynKind  *kind,
             const SamsynField *field,
             const char        *language,
             const char        *today,
             const char        *text,
             GError           **error)
{
  switch (field->type)
    {
    case SAMSYN_TYPE_DATE:
      return samsyn_typed_date (language, today, text, error);
    case SAMSYN_TYPE_TIME:
      return samsyn_typed_time (language, text, error);
    case SAMSYN_TYPE_INTEGER:
    case SAMSYN_TYPE_NUMBER:
      return samsyn_typed_number (language, FALSE, text, error);
    case SAMSYN_TYPE_MONEY:
      return samsyn_typed_number (language, TRUE, text, error);
    case SAMSYN_TYPE_BOOLEAN:
      return g_strdup (typed_boolean (language, text, error));
    case SAMSYN_TYPE_CHOICE:
      return g_strdup (typed_choice (kind, field, language, text, error));
    case SAMSYN_TYPE_TEXT:
    case SAMSYN_TYPE_LONG_TEXT:
    case SAMSYN_TYPE_BODY:
    case SAMSYN_TYPE_REFERENCE:
      return g_strdup (text);
    case SAMSYN_N_TYPES:
    default:
      g_return_val_if_reached (NULL);
    }
}

gboolean
samsyn_value_parse_typed (const SamsynKind  *kind,
                          const SamsynField *field,
                          const char        *language,
                          const char        *today,
                          const char        *text,
                          SamsynValue       *value,
                          GError           **error)
{
  gboolean long_text = field->type == SAMSYN_TYPE_LONG_TEXT || field->type == SAMSYN_TYPE_BODY;
  g_autofree char *tidy = NULL, *strict = NULL;

  if (language == NULL)
    language = samsyn_language ();
  if (!g_utf8_validate (text, -1, NULL))
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_ENCODING, language, N_ ("is not UTF-8 text"));
  tidy = long_text ? tidy_lines (text) : tidy_line (text);
  strict = *tidy != '\0' ? strict_form (kind, field, language, today, tidy, error) : g_strdup ("");
  return strict != NULL && samsyn_value_parse (field, strict, value, error);
}
