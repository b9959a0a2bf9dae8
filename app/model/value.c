/* value.c: one value of one field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "value.h"

#include "bent.h"

SamsynValue
samsyn_value_integer (gint64 integer)
{
  return (SamsynValue) { .stored = SAMSYN_STORED_INTEGER, .integer = integer };
}

SamsynValue
samsyn_value_real (double real)
{
  return (SamsynValue) { .stored = SAMSYN_STORED_REAL, .real = real };
}

SamsynValue
samsyn_value_text (const char *text)
{
  if (text == NULL)
    return SAMSYN_VALUE_NULL;
  return (SamsynValue) { .stored = SAMSYN_STORED_TEXT, .text = g_strdup (text) };
}

SamsynValue
samsyn_value_copy (const SamsynValue *value)
{
  if (value->stored == SAMSYN_STORED_TEXT)
    return samsyn_value_text (value->text);
  if (value->stored == SAMSYN_STORED_BENT)
    samsyn_bent_ref (value->bent);
  return *value;
}

void
samsyn_value_clear (SamsynValue *value)
{
  if (value->stored == SAMSYN_STORED_TEXT)
    g_free (value->text);
  if (value->stored == SAMSYN_STORED_BENT)
    samsyn_bent_unref (value->bent);
  *value = SAMSYN_VALUE_NULL;
}

void
samsyn_value_take (SamsynValue *target,
                   SamsynValue *source)
{
  samsyn_value_clear (target);
  *target = *source;
  *source = SAMSYN_VALUE_NULL;
}

gboolean
samsyn_value_equal (const SamsynValue *a,
                    const SamsynValue *b)
{
  if (a->stored != b->stored)
    return FALSE;
  switch (a->stored)
    {
    case SAMSYN_STORED_NULL:
      return TRUE;
    case SAMSYN_STORED_INTEGER:
      return a->integer == b->integer;
    case SAMSYN_STORED_REAL:
      return a->real == b->real;
    case SAMSYN_STORED_TEXT:
      return g_str_equal (a->text, b->text);
    case SAMSYN_STORED_BENT:
      return samsyn_bent_compare (a->bent, b->bent) == 0;
    }
  g_return_val_if_reached (FALSE);
}

const char *
samsyn_value_get_text (const SamsynValue *value)
{
  return value->stored == SAMSYN_STORED_TEXT ? value->text : NULL;
}

gint64
samsyn_value_get_integer (const SamsynValue *value,
                          gint64             otherwise)
{
  return value->stored == SAMSYN_STORED_INTEGER ? value->integer : otherwise;
}

double
samsyn_value_get_number (const SamsynValue *value,
                         double             otherwise)
{
  if (value->stored == SAMSYN_STORED_INTEGER)
    return (double) value->integer;
  return value->stored == SAMSYN_STORED_REAL ? value->real : otherwise;
}
