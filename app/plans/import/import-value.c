/* import-value.c: a JSON value as the value of a field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-value.h"

#include "model/words.h"

typedef enum
{
  TAKES_TEXT = 1 << 0,
  TAKES_INTEGER = 1 << 1,
  TAKES_REAL = 1 << 2,
  TAKES_TRUTH = 1 << 3,
} Takes;

static const struct
{
  Takes       takes;
  const char *expected;
} forms[SAMSYN_N_TYPES] = {
  [SAMSYN_TYPE_TEXT] = { TAKES_TEXT, N_ ("is no text") },
  [SAMSYN_TYPE_LONG_TEXT] = { TAKES_TEXT, N_ ("is no text") },
  [SAMSYN_TYPE_BODY] = { TAKES_TEXT, N_ ("is no text") },
  [SAMSYN_TYPE_DATE] = { TAKES_TEXT, N_ ("is no date as a text, such as \"2016-05-20\"") },
  [SAMSYN_TYPE_TIME] = { TAKES_TEXT, N_ ("is no time as a text, such as \"13:00\"") },
  [SAMSYN_TYPE_INTEGER] = { TAKES_INTEGER, N_ ("is no whole number") },
  [SAMSYN_TYPE_NUMBER] = { TAKES_INTEGER | TAKES_REAL, N_ ("is no number") },
  [SAMSYN_TYPE_MONEY] = { TAKES_TEXT | TAKES_INTEGER | TAKES_REAL, N_ ("is no amount: a text or a number with at most two "
                                                                       "decimals") },
  [SAMSYN_TYPE_BOOLEAN] = { TAKES_TRUTH, N_ ("is neither true nor false") },
  [SAMSYN_TYPE_CHOICE] = { TAKES_TEXT, N_ ("is no choice") },
  [SAMSYN_TYPE_REFERENCE] = { 0, N_ ("is neither a key as a text nor an id as a number") },
};

static const Takes given[] = {
  [SAMSYN_JSON_NULL] = 0,
  [SAMSYN_JSON_FALSE] = TAKES_TRUTH,
  [SAMSYN_JSON_TRUE] = TAKES_TRUTH,
  [SAMSYN_JSON_INTEGER] = TAKES_INTEGER,
  [SAMSYN_JSON_REAL] = TAKES_REAL,
  [SAMSYN_JSON_TEXT] = TAKES_TEXT,
  [SAMSYN_JSON_ARRAY] = 0,
  [SAMSYN_JSON_OBJECT] = 0,
};

/* The types whose values are written as texts or amounts in files are read by the one strict parser of the model. */
static gboolean
read_text (const SamsynField *field,
           const char        *text,
           SamsynValue       *value,
           GError           **error)
{
  SamsynField as_text = *field;

  if (*text == '\0')
    return samsyn_value_check (field, value, error);
  if (samsyn_type_stored (field->type) == SAMSYN_STORED_TEXT || field->type == SAMSYN_TYPE_MONEY)
    return samsyn_value_parse (field, text, value, error);
  /* A body: its text comes with the record and is kept apart by the store. */
  as_text.type = SAMSYN_TYPE_LONG_TEXT;
  return samsyn_value_parse (&as_text, text, value, error);
}

gboolean
samsyn_import_value (const SamsynJson  *json,
                     SamsynJsonNode     node,
                     const SamsynField *field,
                     SamsynValue       *value,
                     GError           **error)
{
  SamsynJsonType type = samsyn_json_type (json, node);
  g_autofree char *text = NULL;

  samsyn_value_clear (value);
  if (type == SAMSYN_JSON_NULL)
    return samsyn_value_check (field, value, error);
  if (!(given[type] & forms[field->type].takes))
    {
      g_set_error_literal (error, SAMSYN_VALUE_ERROR, SAMSYN_VALUE_ERROR_SYNTAX, _(forms[field->type].expected));
      return FALSE;
    }
  if (type == SAMSYN_JSON_TEXT || field->type == SAMSYN_TYPE_MONEY)
    {
      text = type == SAMSYN_JSON_TEXT ? samsyn_json_text (json, node) : samsyn_json_token (json, node);
      return read_text (field, text, value, error);
    }
  if (field->type == SAMSYN_TYPE_BOOLEAN)
    *value = samsyn_value_integer (type == SAMSYN_JSON_TRUE);
  else if (field->type == SAMSYN_TYPE_NUMBER)
    *value = samsyn_value_real (samsyn_json_real (json, node) + 0.0);
  else
    *value = samsyn_value_integer (samsyn_json_integer (json, node));
  return samsyn_value_check (field, value, error);
}
