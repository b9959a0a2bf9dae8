/* field.c: what there is to know about one field of one kind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "field.h"

#include <string.h>

#include "words.h"

static const struct
{
  const char  *id;
  SamsynStored stored;
  int          width;
} types[SAMSYN_N_TYPES] = {
  [SAMSYN_TYPE_TEXT] = { "text", SAMSYN_STORED_TEXT, 28 },
  [SAMSYN_TYPE_LONG_TEXT] = { "long_text", SAMSYN_STORED_TEXT, 48 },
  [SAMSYN_TYPE_BODY] = { "body", SAMSYN_STORED_INTEGER, 48 },
  [SAMSYN_TYPE_DATE] = { "date", SAMSYN_STORED_TEXT, 12 },
  [SAMSYN_TYPE_TIME] = { "time", SAMSYN_STORED_TEXT, 8 },
  [SAMSYN_TYPE_INTEGER] = { "integer", SAMSYN_STORED_INTEGER, 10 },
  [SAMSYN_TYPE_NUMBER] = { "number", SAMSYN_STORED_REAL, 12 },
  [SAMSYN_TYPE_MONEY] = { "money", SAMSYN_STORED_INTEGER, 14 },
  [SAMSYN_TYPE_BOOLEAN] = { "boolean", SAMSYN_STORED_INTEGER, 8 },
  [SAMSYN_TYPE_CHOICE] = { "choice", SAMSYN_STORED_TEXT, 18 },
  [SAMSYN_TYPE_REFERENCE] = { "reference", SAMSYN_STORED_INTEGER, 28 },
};

const char *
samsyn_type_id (SamsynType type)
{
  g_return_val_if_fail (type < SAMSYN_N_TYPES, NULL);
  return types[type].id;
}

SamsynStored
samsyn_type_stored (SamsynType type)
{
  g_return_val_if_fail (type < SAMSYN_N_TYPES, SAMSYN_STORED_NULL);
  return types[type].stored;
}

int
samsyn_field_width (const SamsynField *field)
{
  return field->width > 0 ? field->width : types[field->type].width;
}

SamsynOnDelete
samsyn_field_on_delete (const SamsynField *field)
{
  if (field->on_delete != SAMSYN_ON_DELETE_DEFAULT)
    return field->on_delete;
  return field->flags & SAMSYN_FIELD_REQUIRED ? SAMSYN_ON_DELETE_DELETE : SAMSYN_ON_DELETE_CLEAR;
}

gboolean
samsyn_field_has_key (const SamsynField *field)
{
  return field->type == SAMSYN_TYPE_TEXT && (field->flags & SAMSYN_FIELD_IN_LIST);
}

const SamsynChoice *
samsyn_field_find_choice (const SamsynField *field,
                          const char        *id)
{
  for (const SamsynChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    if (g_strcmp0 (choice->id, id) == 0)
      return choice;
  return NULL;
}

const char *
samsyn_field_known_label (const SamsynField *field,
                          const char        *text,
                          const char        *language)
{
  gsize length = strcspn (text, ":");

  for (const SamsynKnown *known = field->known; known != NULL && known->id != NULL; known++)
    if (strlen (known->id) == length && strncmp (known->id, text, length) == 0)
      return samsyn_words (language, field->known_as, known->label);
  return NULL;
}
