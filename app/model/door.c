/* door.c: the one door by which what a file holds becomes values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "door.h"

#include <math.h>
#include <string.h>

#include "date.h"

/* In bytes.  Longer than anybody ever wrote; what may be written anew is shorter. */
#define LONGEST_LINE (256 * 1024)
#define LONGEST_TEXT (4 * 1024 * 1024)
#define LONGEST_BODY (128 * 1024 * 1024)

/* ---- Texts ----------------------------------------------------------------------------------------------------------------- */

/* Most texts are plain ASCII for most of their length. */
static const guchar *
skip_plain (const guchar *at,
            const guchar *end)
{
  while (at < end && *at >= 0x20 && *at < 0x7f)
    at++;
  return at;
}

/* The number of bytes of the letter, 0 if they are none.  The forms of UTF-8: no longer than need be, no surrogates, to
 * U+10FFFF. */
static gsize
letter_length (const guchar *at,
               gsize         left)
{
  gsize length = *at < 0x80 ? 1 : *at < 0xc2 ? 0 : *at < 0xe0 ? 2 : *at < 0xf0 ? 3 : *at < 0xf5 ? 4 : 0;

  if (length == 0 || length > left || *at == 0)
    return 0;
  for (gsize i = 1; i < length; i++)
    if ((at[i] & 0xc0) != 0x80)
      return 0;
  if ((*at == 0xe0 && at[1] < 0xa0) || (*at == 0xed && at[1] > 0x9f) || (*at == 0xf0 && at[1] < 0x90)
      || (*at == 0xf4 && at[1] > 0x8f))
    return 0;
  return length;
}

/* What no text of the program has had in it: controls, separators of lines in one line, what is no character at all. */
static gboolean
is_control (gunichar c,
            gboolean lines)
{
  if (c < 0x20)
    return !(lines && (c == '\n' || c == '\t'));
  return c == 0x7f || (c >= 0x80 && c < 0xa0) || (c & 0xfffe) == 0xfffe || (!lines && (c == 0x2028 || c == 0x2029));
}

static gboolean
scan (const char       *bytes,
      gsize             length,
      gboolean          lines,
      SamsynBentReason *reason)
{
  const guchar *at = (const guchar *) bytes, *end = at + length;
  gboolean controls = FALSE;

  while ((at = skip_plain (at, end)) < end)
    {
      gsize n = letter_length (at, (gsize) (end - at));

      if (n == 0)
        {
          *reason = SAMSYN_BENT_ENCODING;
          return FALSE;
        }
      controls = controls || is_control (g_utf8_get_char ((const char *) at), lines);
      at += n;
    }
  *reason = SAMSYN_BENT_CONTROL;
  return !controls;
}

static gsize
longest (const SamsynField *field)
{
  if (field == NULL || field->type == SAMSYN_TYPE_BODY)
    return LONGEST_BODY;
  return field->type == SAMSYN_TYPE_LONG_TEXT ? LONGEST_TEXT : LONGEST_LINE;
}

static gboolean
is_choice (const SamsynField *field,
           const char        *bytes,
           gsize              length)
{
  for (const SamsynChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    if (strncmp (choice->id, bytes, length) == 0 && choice->id[length] == '\0')
      return TRUE;
  return FALSE;
}

/* Of dates and times, which are few bytes. */
static gboolean
is_written_so (gboolean (*valid) (const char *text),
               const char *bytes,
               gsize       length)
{
  char text[16];

  if (length >= sizeof text)
    return FALSE;
  memcpy (text, bytes, length);
  text[length] = '\0';
  return strlen (text) == length && valid (text);
}

static gboolean
fail (SamsynBentReason *reason,
      SamsynBentReason  with)
{
  *reason = with;
  return FALSE;
}

gboolean
samsyn_door_text (const SamsynField *field,
                  const char        *bytes,
                  gsize              length,
                  SamsynBentReason  *reason)
{
  SamsynType type = field != NULL ? field->type : SAMSYN_TYPE_BODY;

  if (samsyn_type_stored (type) != SAMSYN_STORED_TEXT && type != SAMSYN_TYPE_BODY)
    return fail (reason, SAMSYN_BENT_TYPE);
  if (length == 0)
    return fail (reason, SAMSYN_BENT_EMPTY);
  if (length > longest (field))
    return fail (reason, SAMSYN_BENT_LENGTH);
  if (type == SAMSYN_TYPE_CHOICE && is_choice (field, bytes, length))
    return TRUE;
  if (!scan (bytes, length, type == SAMSYN_TYPE_LONG_TEXT || type == SAMSYN_TYPE_BODY, reason))
    return FALSE;
  if (type == SAMSYN_TYPE_CHOICE)
    return fail (reason, SAMSYN_BENT_CHOICE);
  if (type == SAMSYN_TYPE_DATE && !is_written_so (samsyn_date_is_valid, bytes, length))
    return fail (reason, SAMSYN_BENT_DATE);
  if (type == SAMSYN_TYPE_TIME && !is_written_so (samsyn_time_is_valid, bytes, length))
    return fail (reason, SAMSYN_BENT_TIME);
  return TRUE;
}

/* ---- Numbers --------------------------------------------------------------------------------------------------------------- */

/* Amounts have no limit here: older versions took any. */
static gboolean
is_limited (const SamsynField *field)
{
  return (field->type == SAMSYN_TYPE_INTEGER || field->type == SAMSYN_TYPE_NUMBER)
         && (field->minimum != 0 || field->maximum != 0);
}

gboolean
samsyn_door_integer (const SamsynField *field,
                     gint64             integer,
                     SamsynBentReason  *reason)
{
  if (field == NULL)
    return TRUE;
  if (samsyn_type_stored (field->type) != SAMSYN_STORED_INTEGER)
    return fail (reason, SAMSYN_BENT_TYPE);
  if (field->type == SAMSYN_TYPE_BOOLEAN)
    return integer == 0 || integer == 1 || fail (reason, SAMSYN_BENT_BOOLEAN);
  if (field->type == SAMSYN_TYPE_REFERENCE || field->type == SAMSYN_TYPE_BODY)
    return samsyn_id_is_valid (integer) || fail (reason, SAMSYN_BENT_REFERENCE);
  if (is_limited (field) && ((double) integer < field->minimum || (double) integer > field->maximum))
    return fail (reason, SAMSYN_BENT_RANGE);
  return TRUE;
}

gboolean
samsyn_door_real (const SamsynField *field,
                  double             real,
                  SamsynBentReason  *reason)
{
  if (field != NULL && samsyn_type_stored (field->type) != SAMSYN_STORED_REAL)
    return fail (reason, SAMSYN_BENT_TYPE);
  if (!isfinite (real) || (field != NULL && is_limited (field) && (real < field->minimum || real > field->maximum)))
    return fail (reason, SAMSYN_BENT_RANGE);
  return TRUE;
}

/* ---- Values ---------------------------------------------------------------------------------------------------------------- */

void
samsyn_door_pass (const SamsynField *field,
                  gboolean           required,
                  SamsynValue       *value)
{
  SamsynBentReason reason = SAMSYN_BENT_MISSING;
  gboolean sound = TRUE;

  switch (value->stored)
    {
    case SAMSYN_STORED_NULL:
      sound = !required;
      break;
    case SAMSYN_STORED_INTEGER:
      sound = samsyn_door_integer (field, value->integer, &reason);
      break;
    case SAMSYN_STORED_REAL:
      sound = samsyn_door_real (field, value->real, &reason);
      break;
    case SAMSYN_STORED_TEXT:
      sound = samsyn_door_text (field, value->text, strlen (value->text), &reason);
      break;
    case SAMSYN_STORED_BENT:
    default:
      break;
    }
  if (!sound)
    samsyn_value_bend (value, reason);
}
