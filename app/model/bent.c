/* bent.c: what a file holds that is no value of its field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bent.h"

#include <string.h>

#include "words.h"

#define MOST_SHOWN 40 /* bytes of the content, in a cell */

static const struct
{
  const char *id;
  const char *why;
} reasons[SAMSYN_N_BENT] = {
  [SAMSYN_BENT_TYPE] = { "type", N_ ("is a value of another type") },
  [SAMSYN_BENT_ENCODING] = { "encoding", N_ ("is not UTF-8 text") },
  [SAMSYN_BENT_CONTROL] = { "control", N_ ("contains control characters") },
  [SAMSYN_BENT_LENGTH] = { "length", N_ ("is too long a text") },
  [SAMSYN_BENT_EMPTY] = { "empty", N_ ("is an empty text") },
  [SAMSYN_BENT_RANGE] = { "range", N_ ("is a number outside the limits") },
  [SAMSYN_BENT_CHOICE] = { "choice", N_ ("is none of the choices") },
  [SAMSYN_BENT_DATE] = { "date", N_ ("is not a date (YYYY-MM-DD)") },
  [SAMSYN_BENT_TIME] = { "time", N_ ("is not a time (HH:MM)") },
  [SAMSYN_BENT_BOOLEAN] = { "boolean", N_ ("is neither true nor false") },
  [SAMSYN_BENT_REFERENCE] = { "reference", N_ ("is not the id of a record") },
  [SAMSYN_BENT_DANGLING] = { "dangling", N_ ("leads to a record that is not there") },
  [SAMSYN_BENT_KIND] = { "kind", N_ ("leads to a record of the wrong kind") },
  [SAMSYN_BENT_MISSING] = { "missing", N_ ("must be given") },
};

static const char *const raws[SAMSYN_N_RAWS] = {
  [SAMSYN_RAW_NULL] = "null", [SAMSYN_RAW_INTEGER] = "integer", [SAMSYN_RAW_REAL] = "real",
  [SAMSYN_RAW_TEXT] = "text", [SAMSYN_RAW_BLOB] = "blob",
};

/* ---- Making and freeing ---------------------------------------------------------------------------------------------------- */

SamsynBent *
samsyn_bent_ref (SamsynBent *bent)
{
  return g_atomic_rc_box_acquire (bent);
}

void
samsyn_bent_unref (SamsynBent *bent)
{
  g_atomic_rc_box_release (bent);
}

SamsynValue
samsyn_value_bent (SamsynRaw        raw,
                   SamsynBentReason reason,
                   gint64           integer,
                   double           real,
                   const void      *bytes,
                   gsize            length)
{
  SamsynBent *bent = g_atomic_rc_box_alloc0 (sizeof *bent + length + 1);

  bent->raw = raw;
  bent->reason = reason;
  bent->integer = integer;
  bent->real = real;
  bent->length = length;
  if (length > 0)
    memcpy (bent->bytes, bytes, length);
  return (SamsynValue) { .stored = SAMSYN_STORED_BENT, .bent = bent };
}

/* The class of a sound value. */
static SamsynRaw
raw_of (const SamsynValue *value)
{
  static const SamsynRaw classes[] = {
    [SAMSYN_STORED_NULL] = SAMSYN_RAW_NULL,
    [SAMSYN_STORED_INTEGER] = SAMSYN_RAW_INTEGER,
    [SAMSYN_STORED_REAL] = SAMSYN_RAW_REAL,
    [SAMSYN_STORED_TEXT] = SAMSYN_RAW_TEXT,
  };

  return classes[value->stored];
}

void
samsyn_value_bend (SamsynValue     *value,
                   SamsynBentReason reason)
{
  const char *text = samsyn_value_get_text (value);
  double real = value->stored == SAMSYN_STORED_REAL ? value->real : 0;
  SamsynValue bent;

  if (samsyn_value_is_bent (value))
    return;
  bent = samsyn_value_bent (raw_of (value), reason, samsyn_value_get_integer (value, 0), real, text,
                            text != NULL ? strlen (text) : 0);
  samsyn_value_take (value, &bent);
}

const SamsynBent *
samsyn_value_get_bent (const SamsynValue *value)
{
  return value->stored == SAMSYN_STORED_BENT ? value->bent : NULL;
}

/* ---- Comparing ------------------------------------------------------------------------------------------------------------- */

int
samsyn_bent_compare (const SamsynBent *a,
                     const SamsynBent *b)
{
  int order = 0;

  if (a->raw != b->raw)
    return a->raw < b->raw ? -1 : 1;
  if (a->raw == SAMSYN_RAW_INTEGER)
    return (a->integer > b->integer) - (a->integer < b->integer);
  if (a->raw == SAMSYN_RAW_REAL)
    return memcmp (&a->real, &b->real, sizeof a->real); /* what is not a number is also itself */
  if (MIN (a->length, b->length) > 0)
    order = memcmp (a->bytes, b->bytes, MIN (a->length, b->length));
  return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

gboolean
samsyn_value_same_raw (const SamsynValue *a,
                       const SamsynValue *b)
{
  g_auto (SamsynValue) bent_a = samsyn_value_copy (a), bent_b = samsyn_value_copy (b);

  if (!samsyn_value_is_bent (a) && !samsyn_value_is_bent (b))
    return samsyn_value_equal (a, b);
  samsyn_value_bend (&bent_a, SAMSYN_BENT_TYPE);
  samsyn_value_bend (&bent_b, SAMSYN_BENT_TYPE);
  return samsyn_bent_compare (bent_a.bent, bent_b.bent) == 0;
}

/* ---- For people ------------------------------------------------------------------------------------------------------------ */

/* Letters as they are, the rest as escapes: nothing that a terminal obeys, turns around or leaves out. */
static void
append_safe (GString    *shown,
             const char *bytes,
             gsize       length)
{
  const char *at = bytes, *end = bytes + length;

  while (at < end)
    {
      gunichar c = g_utf8_get_char_validated (at, end - at);
      gboolean valid = c != (gunichar) -1 && c != (gunichar) -2 && c != 0;

      if (valid && g_unichar_isprint (c) && g_unichar_type (c) != G_UNICODE_FORMAT && c != 0x2028 && c != 0x2029)
        g_string_append_unichar (shown, c);
      else if (valid)
        g_string_append_printf (shown, "\\u%04x", c);
      else
        g_string_append_printf (shown, "\\x%02x", (guchar) *at);
      at = valid ? g_utf8_next_char (at) : at + 1;
    }
}

/* So much of a text as ends between two letters. */
static gsize
shown_length (const SamsynBent *bent)
{
  gsize length = MIN (bent->length, MOST_SHOWN);

  while (length < bent->length && length > MOST_SHOWN - 4 && ((guchar) bent->bytes[length] & 0xc0) == 0x80)
    length--;
  return length;
}

char *
samsyn_bent_show (const SamsynBent *bent)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  GString *shown = g_string_new (NULL);

  switch (bent->raw)
    {
    case SAMSYN_RAW_INTEGER:
      g_string_append_printf (shown, "%" G_GINT64_FORMAT, bent->integer);
      break;
    case SAMSYN_RAW_REAL:
      g_string_append (shown, g_ascii_formatd (number, sizeof number, "%.15g", bent->real));
      break;
    case SAMSYN_RAW_TEXT:
    case SAMSYN_RAW_BLOB:
      append_safe (shown, bent->bytes, shown_length (bent));
      if (bent->length > MOST_SHOWN)
        g_string_append (shown, "…");
      break;
    case SAMSYN_RAW_NULL:
    case SAMSYN_N_RAWS:
    default:
      break;
    }
  return g_string_free (shown, FALSE);
}

const char *
samsyn_bent_why (const SamsynBent *bent,
                 const char       *language)
{
  return samsyn_words (language, NULL, reasons[bent->reason].why);
}

char *
samsyn_bent_describe (const SamsynBent *bent,
                      const char       *language)
{
  g_autofree char *shown = samsyn_bent_show (bent);

  /* TRANSLATORS: a value that is wrong in the file, and why: “2016-13-45” is not a date */
  g_autofree char *words = g_strdup_printf (samsyn_words (language, "bent", "“%s” %s"), shown, samsyn_bent_why (bent, language));

  return g_strconcat (SAMSYN_BENT_MARK " ", words, NULL);
}

/* ---- Words of the log ------------------------------------------------------------------------------------------------------ */

const char *
samsyn_bent_reason_id (SamsynBentReason reason)
{
  return reasons[reason].id;
}

const char *
samsyn_raw_id (SamsynRaw raw)
{
  return raws[raw];
}

gboolean
samsyn_bent_reason_find (const char       *id,
                         SamsynBentReason *reason)
{
  for (guint i = 0; i < SAMSYN_N_BENT; i++)
    if (g_strcmp0 (reasons[i].id, id) == 0)
      {
        *reason = (SamsynBentReason) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
samsyn_raw_find (const char *id,
                 SamsynRaw  *raw)
{
  for (guint i = 0; i < SAMSYN_N_RAWS; i++)
    if (g_strcmp0 (raws[i], id) == 0)
      {
        *raw = (SamsynRaw) i;
        return TRUE;
      }
  return FALSE;
}
