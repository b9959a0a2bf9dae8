/* format.c: whether values fit their fields, and their order
 *
 * Reading and writing of values is in format-strict.c (files), format-typed.c (what a person types) and format-display.c (what a
 * person reads).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "format.h"

#include <math.h>
#include <string.h>

#include "bent.h"
#include "date.h"
#include "fold.h"
#include "format-parts.h"
#include "words.h"

G_DEFINE_QUARK (samsyn-value-error-quark, samsyn_value_error)

gboolean
samsyn_format_fail (GError         **error,
                    SamsynValueError code,
                    const char      *language,
                    const char      *message)
{
  g_set_error_literal (error, SAMSYN_VALUE_ERROR, (int) code, samsyn_words (language, NULL, message));
  return FALSE;
}

/* ---- Checking -------------------------------------------------------------------------------------------------------------- */

gboolean
samsyn_format_check_text (const char *text,
                          gboolean    long_text,
                          GError    **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_ENCODING, NULL, N_ ("is not UTF-8 text"));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!long_text && (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029))
        return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_ENCODING, NULL, N_ ("is more than one line"));
      /* U+FFFE and U+FFFF are no characters: no workbook can hold them. */
      if ((g_unichar_iscntrl (c) && !(long_text && (c == '\n' || c == '\t'))) || (c & 0xfffe) == 0xfffe)
        return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_ENCODING, NULL, N_ ("contains control characters"));
    }
  return TRUE;
}

static gboolean
check_text (const SamsynField *field,
            const char        *text,
            GError           **error)
{
  gboolean long_text = field->type == SAMSYN_TYPE_LONG_TEXT || field->type == SAMSYN_TYPE_BODY;

  /* Nothing is null and not "", so that there is one way to be empty. */
  if (*text == '\0')
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_SYNTAX, NULL, N_ ("is an empty text"));
  if (!samsyn_format_check_text (text, long_text, error))
    return FALSE;
  if (field->type == SAMSYN_TYPE_DATE && !samsyn_date_is_valid (text))
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_SYNTAX, NULL, N_ ("is not a date (YYYY-MM-DD)"));
  if (field->type == SAMSYN_TYPE_TIME && !samsyn_time_is_valid (text))
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_SYNTAX, NULL, N_ ("is not a time (HH:MM)"));
  if (field->type == SAMSYN_TYPE_CHOICE && samsyn_field_find_choice (field, text) == NULL)
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_CHOICE, NULL, N_ ("is none of the choices"));
  return TRUE;
}

static gboolean
check_range (const SamsynField *field,
             double             number,
             GError           **error)
{
  gboolean limited = field->type == SAMSYN_TYPE_INTEGER || field->type == SAMSYN_TYPE_NUMBER;

  if (!limited || (field->minimum == 0 && field->maximum == 0))
    return TRUE;
  if (number < field->minimum || number > field->maximum)
    {
      g_set_error (error, SAMSYN_VALUE_ERROR, SAMSYN_VALUE_ERROR_RANGE, _ ("is not between %g and %g"), field->minimum,
                   field->maximum);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_integer (const SamsynField *field,
               gint64             integer,
               GError           **error)
{
  if (field->type == SAMSYN_TYPE_BOOLEAN && integer != 0 && integer != 1)
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_SYNTAX, NULL, N_ ("is neither true nor false"));
  if ((field->type == SAMSYN_TYPE_REFERENCE || field->type == SAMSYN_TYPE_BODY) && integer <= 0)
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_REFERENCE, NULL, N_ ("is not the id of a record"));
  return check_range (field, (double) integer, error);
}

gboolean
samsyn_value_check (const SamsynField *field,
                    const SamsynValue *value,
                    GError           **error)
{
  SamsynStored wanted = samsyn_type_stored (field->type);

  if (value->stored == SAMSYN_STORED_NULL)
    {
      if (field->flags & SAMSYN_FIELD_REQUIRED)
        return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_REQUIRED, NULL, N_ ("must be given"));
      return TRUE;
    }
  if (samsyn_value_is_bent (value))
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_SYNTAX, NULL, samsyn_bent_why (value->bent, "en"));
  /* A new body is given as its text; only the store makes an id of it. */
  if (value->stored != wanted && !(field->type == SAMSYN_TYPE_BODY && value->stored == SAMSYN_STORED_TEXT))
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_SYNTAX, NULL, N_ ("is a value of another type"));
  if (value->stored == SAMSYN_STORED_TEXT)
    return check_text (field, value->text, error);
  if (value->stored == SAMSYN_STORED_INTEGER)
    return check_integer (field, value->integer, error);
  if (!isfinite (value->real))
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_RANGE, NULL, N_ ("is too large a number"));
  return check_range (field, value->real, error);
}

/* ---- Writing anew ---------------------------------------------------------------------------------------------------------- */

gint64
samsyn_type_longest (SamsynType type)
{
  switch ((int) type)
    {
    case SAMSYN_TYPE_TEXT:
      return 1000;
    case SAMSYN_TYPE_LONG_TEXT:
      return 200000;
    case SAMSYN_TYPE_BODY:
      return 20000000;
    default:
      return 0;
    }
}

/* Characters of other types than spaces that are as empty as these. */
static gboolean
is_blank (gunichar c)
{
  static const gunichar others[] = { 0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0 };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (c == others[i])
      return TRUE;
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || samsyn_fold_is_invisible (c) || (c >= 0x180b && c <= 0x180f)
         || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

/* To break a word into lines takes a time that grows with the square of its letters: 2 minutes for 200,000.  Who imports it has
 * it on the same lists, cards and sheets as who types it, so the limit is of both; what is there already stays, and is a remark
 * of check. */
#define LONGEST_WORD 5000

/* Whether a line can't be broken at the character. */
static gboolean
goes_on (gunichar c)
{
  return !g_unichar_isspace (c) && !g_unichar_iswide (c) && !g_unichar_ispunct (c);
}

static gboolean
check_words (const char *text,
             GError    **error)
{
  guint length = 0;

  for (; *text != '\0' && length <= LONGEST_WORD; text = g_utf8_next_char (text))
    length = goes_on (g_utf8_get_char (text)) ? length + 1 : 0;
  if (length <= LONGEST_WORD)
    return TRUE;
  g_set_error (error, SAMSYN_VALUE_ERROR, SAMSYN_VALUE_ERROR_RANGE,
               samsyn_words (NULL, NULL, N_ ("has a word of more than %d letters: put spaces into it, or leave it out")),
               LONGEST_WORD);
  return FALSE;
}

static gboolean
check_new_text (const SamsynField *field,
                const char        *text,
                GError           **error)
{
  gint64 longest = samsyn_type_longest (field->type), length = 0;
  gboolean blank = TRUE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), length++)
    blank = blank && is_blank (g_utf8_get_char (at));
  if (blank)
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_SYNTAX, NULL, N_ ("has nothing in it that can be seen"));
  if (length <= longest)
    return check_words (text, error);
  g_set_error (
      error, SAMSYN_VALUE_ERROR, SAMSYN_VALUE_ERROR_RANGE,
      samsyn_words (NULL, NULL, N_ ("has %lld letters; at most %lld are possible: shorten it, or put it into a longer field")),
      (long long) length, (long long) longest);
  return FALSE;
}

gboolean
samsyn_value_check_new (const SamsynField *field,
                        const SamsynValue *value,
                        GError           **error)
{
  if (value->stored == SAMSYN_STORED_TEXT && samsyn_type_longest (field->type) > 0)
    return check_new_text (field, value->text, error);
  if (field->type == SAMSYN_TYPE_MONEY && value->stored == SAMSYN_STORED_INTEGER
      && (value->integer > SAMSYN_MONEY_MOST || value->integer < -SAMSYN_MONEY_MOST))
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_RANGE, NULL,
                               N_ ("is too large an amount: at most ten trillion kronor (10,000,000,000,000) are possible"));
  return TRUE;
}

/* ---- Ordering -------------------------------------------------------------------------------------------------------------- */

/* The place of a choice among the field's; after all of them if it is none. */
static guint
choice_place (const SamsynField *field,
              const char        *id)
{
  guint place = 0;

  while (field->choices != NULL && field->choices[place].id != NULL && !g_str_equal (field->choices[place].id, id))
    place++;
  return place;
}

static int
compare_texts (const SamsynField *field,
               const char        *a,
               const char        *b)
{
  g_autofree char *key_a = NULL, *key_b = NULL;
  int order;

  if (field->type == SAMSYN_TYPE_DATE || field->type == SAMSYN_TYPE_TIME)
    return strcmp (a, b);
  if (field->type == SAMSYN_TYPE_CHOICE)
    {
      guint place_a = choice_place (field, a), place_b = choice_place (field, b);

      return place_a != place_b ? (place_a > place_b) - (place_a < place_b) : strcmp (a, b);
    }
  key_a = samsyn_fold_key (a);
  key_b = samsyn_fold_key (b);
  order = strcmp (key_a, key_b);
  return order != 0 ? order : strcmp (a, b);
}

int
samsyn_value_compare (const SamsynField *field,
                      const SamsynValue *a,
                      const SamsynValue *b)
{
  if (a->stored != b->stored)
    return (a->stored > b->stored) - (a->stored < b->stored);
  switch (a->stored)
    {
    case SAMSYN_STORED_NULL:
      return 0;
    case SAMSYN_STORED_INTEGER:
      return (a->integer > b->integer) - (a->integer < b->integer);
    case SAMSYN_STORED_REAL:
      return (a->real > b->real) - (a->real < b->real);
    case SAMSYN_STORED_TEXT:
      return compare_texts (field, a->text, b->text);
    case SAMSYN_STORED_BENT:
      return samsyn_bent_compare (a->bent, b->bent);
    }
  g_return_val_if_reached (0);
}
