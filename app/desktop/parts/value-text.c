/* value-text.c: values in words, where they are read and not edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "value-text.h"

#include "model/format.h"
#include "model/words.h"

#define MAX_CHARACTERS 120

/* The beginning of a text, on one line. */
static char *
beginning (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\r\t", ' ');

  if (g_utf8_strlen (line, -1) <= MAX_CHARACTERS)
    return g_steal_pointer (&line);
  *g_utf8_offset_to_pointer (line, MAX_CHARACTERS) = '\0';
  return g_strconcat (line, "…", NULL);
}

char *
samsyn_value_text_short (SamsynStore       *store,
                         const SamsynKind  *kind,
                         const SamsynField *field,
                         const SamsynValue *value)
{
  g_autofree char *text = NULL;

  if (samsyn_value_is_null (value))
    return g_strdup ("–");
  if (samsyn_value_is_bent (value))
    return samsyn_value_display (kind, field, NULL, value);
  if (field->type == SAMSYN_TYPE_REFERENCE)
    {
      text = samsyn_store_title (store, value->integer, NULL);
      return g_strdup (*text != '\0' ? text : _ ("a record that is no longer there"));
    }
  if (field->type == SAMSYN_TYPE_BODY && value->stored == SAMSYN_STORED_INTEGER)
    text = samsyn_store_body (store, value->integer);
  else if (value->stored == SAMSYN_STORED_TEXT && (field->type == SAMSYN_TYPE_BODY || field->type == SAMSYN_TYPE_LONG_TEXT))
    text = g_strdup (value->text);
  else
    text = samsyn_value_display (kind, field, NULL, value);
  return beginning (text != NULL ? text : "");
}

char *
samsyn_label_lower (const char *label)
{
  const char *rest = g_utf8_next_char (label);
  g_autofree char *first = NULL;

  if (*rest != '\0' && g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (label);
  first = g_utf8_strdown (label, rest - label);
  return g_strconcat (first, rest, NULL);
}
