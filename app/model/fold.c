/* fold.c: how text is sorted and matched
 *
 * A key is made of few characters, whose bytes are in the order of a Swedish word list:
 *
 *   space   between words; for marks and symbols too, however many
 *   0–9 :   numbers: how many digits, then the digits ("10" is "210", "2" is "12"); ":" stands for nine digits and more to come
 *   a–z     letters, without case and accents
 *   { | }   å ä ö, which follow z in Swedish as these do in ASCII
 *   others  letters of other scripts, in lower case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fold.h"

#include <string.h>

typedef struct
{
  GString *key;
  GString *digits; /* of the number being read, without leading zeros */
  gboolean in_number;
  gboolean space; /* a space is due before what comes next */
} Folder;

/* Letters that Swedish sorts otherwise than by their shape, and letters that have no decomposition. */
static const struct
{
  gunichar    letter; /* lower case */
  const char *key;
} letters[] = {
  { 0xe5, "{" },   /* å */
  { 0xe4, "|" },   /* ä */
  { 0xe6, "|" },   /* æ */
  { 0xf6, "}" },   /* ö */
  { 0xf8, "}" },   /* ø */
  { 0x151, "}" },  /* ő */
  { 0x153, "}" },  /* œ */
  { 0xfc, "y" },   /* ü */
  { 0x171, "y" },  /* ű */
  { 0xdf, "ss" },  /* ß */
  { 0xf0, "d" },   /* ð */
  { 0x111, "d" },  /* đ */
  { 0xfe, "th" },  /* þ */
  { 0x127, "h" },  /* ħ */
  { 0x131, "i" },  /* ı */
  { 0x142, "l" },  /* ł */
  { 0x167, "t" },  /* ŧ */
  { 0x14b, "ng" }, /* ŋ */
};

static void
end_number (Folder *folder)
{
  gsize count = folder->digits->len;

  if (!folder->in_number)
    return;
  for (; count > 9; count -= 9)
    g_string_append_c (folder->key, ':');
  g_string_append_c (folder->key, (char) ('0' + count));
  g_string_append_len (folder->key, folder->digits->str, (gssize) folder->digits->len);
  g_string_truncate (folder->digits, 0);
  folder->in_number = FALSE;
}

static void
begin (Folder *folder)
{
  if (folder->space && folder->key->len > 0)
    g_string_append_c (folder->key, ' ');
  folder->space = FALSE;
}

static void
add_letter (Folder     *folder,
            const char *key)
{
  end_number (folder);
  begin (folder);
  g_string_append (folder->key, key);
}

static void
add_digit (Folder *folder,
           int     value)
{
  if (!folder->in_number)
    begin (folder);
  folder->in_number = TRUE;
  if (value > 0 || folder->digits->len > 0)
    g_string_append_c (folder->digits, (char) ('0' + value));
}

static void
add_space (Folder *folder)
{
  end_number (folder);
  folder->space = TRUE;
}

static void
add_plain (Folder  *folder,
           gunichar c)
{
  char text[7] = { 0 };

  g_unichar_to_utf8 (c, text);
  if (g_unichar_isdigit (c))
    add_digit (folder, g_unichar_digit_value (c));
  else if (g_unichar_isalpha (c))
    add_letter (folder, text);
  else
    add_space (folder);
}

static void
add_character (Folder  *folder,
               gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH], base, mark;
  gsize n_parts;

  c = g_unichar_tolower (c);
  for (guint i = 0; c >= 0x80 && i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == c)
      {
        add_letter (folder, letters[i].key);
        return;
      }
  if (g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK || g_unichar_type (c) == G_UNICODE_ENCLOSING_MARK ||
      g_unichar_type (c) == G_UNICODE_FORMAT)
    return;
  /* One accent at a time, so that å, ä and ö are met also under a further accent. */
  if (g_unichar_decompose (c, &base, &mark))
    {
      add_character (folder, base);
      if (mark != 0)
        add_character (folder, mark);
      return;
    }
  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  if (n_parts == 1 && parts[0] == c)
    add_plain (folder, c);
  else
    for (gsize i = 0; i < MIN (n_parts, G_N_ELEMENTS (parts)); i++)
      add_character (folder, parts[i]);
}

char *
samsyn_fold_key (const char *text)
{
  g_autofree char *composed = samsyn_fold_compose (text);
  Folder folder = { .key = g_string_sized_new (strlen (text) + 8), .digits = g_string_new (NULL) };

  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at))
    add_character (&folder, g_utf8_get_char (at));
  end_number (&folder);
  g_string_free (folder.digits, TRUE);
  return g_string_free (folder.key, FALSE);
}

/* ---- Plain text ------------------------------------------------------------------------------------------------------------ */

/* Nobody writes so many accents on one letter; GLib's time to order them grows with the square of their number. */
#define MOST_MARKS 32

/* Where the next piece of the text ends that can be composed by itself: at the end, or within far too many marks. */
static const char *
end_of_piece (const char *at)
{
  guint n_marks = 0;

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      n_marks = (guchar) *at >= 0xcc && g_unichar_combining_class (g_utf8_get_char (at)) != 0 ? n_marks + 1 : 0;
      if (n_marks > MOST_MARKS)
        return at;
    }
  return at;
}

/* Below U+0300 nothing combines, and nothing is composed otherwise than it stands there. */
static gboolean
is_latin (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0xcc)
      return FALSE;
  return TRUE;
}

/* Of valid UTF-8. */
static char *
compose (const char *valid)
{
  GString *out;

  if (is_latin (valid))
    return g_strdup (valid);
  out = g_string_sized_new (strlen (valid));
  for (const char *at = valid, *end; *at != '\0'; at = end)
    {
      g_autofree char *piece = NULL;

      end = end_of_piece (at);
      piece = g_utf8_normalize (at, end - at, G_NORMALIZE_DEFAULT_COMPOSE);
      g_string_append (out, piece);
    }
  return g_string_free (out, FALSE);
}

char *
samsyn_fold_compose (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return compose (valid);
}

gboolean
samsyn_fold_is_invisible (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* Letters that are printed as one and written as several: ﬁ, ĳ, and the wide ones of East Asian typesetting. */
static gboolean
is_ligature (gunichar c)
{
  return (c >= 0xfb00 && c <= 0xfb17) || c == 0x132 || c == 0x133 || (c >= 0xff01 && c <= 0xff5e);
}

typedef enum
{
  KEEP_CASE,
  TO_MATCH, /* lower case, and every space one and the same */
} Folding;

static void
append_plain (GString *out,
              gunichar c,
              Folding  folding)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH] = { c };
  gsize n_parts = is_ligature (c) ? g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts)) : 1;

  if (samsyn_fold_is_invisible (c))
    return;
  /* Not g_utf8_strdown(), which follows the process's locale. */
  for (gsize i = 0; i < n_parts; i++)
    if (folding == KEEP_CASE)
      g_string_append_unichar (out, parts[i]);
    else
      g_string_append_unichar (out, g_unichar_type (parts[i]) == G_UNICODE_SPACE_SEPARATOR ? ' ' : g_unichar_tolower (parts[i]));
}

static char *
fold (const char *text,
      Folding     folding)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) out = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    append_plain (out, g_utf8_get_char (at), folding);
  return compose (out->str);
}

/* Whether a text, as most are, is ASCII or has of the rest only letters that stand for themselves. */
static gboolean
is_plain (const char *text)
{
  for (const guchar *at = (const guchar *) text; *at != '\0'; at++)
    if (*at >= 0x80)
      {
        gboolean latin = *at == 0xc3 || (*at == 0xc2 && at[1] != 0xad);

        if (!latin || (*++at & 0xc0) != 0x80)
          return FALSE;
      }
  return TRUE;
}

char *
samsyn_fold_plain (const char *text)
{
  return is_plain (text) ? g_strdup (text) : fold (text, KEEP_CASE);
}

char *
samsyn_fold_match (const char *text)
{
  return fold (text, TO_MATCH);
}
