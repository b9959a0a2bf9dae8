/* format-strict.c: values in the one form that files use
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <math.h>
#include <string.h>

#include "bent.h"
#include "date.h"
#include "door.h"
#include "fold.h"
#include "format-parts.h"
#include "words.h"

/* ---- Reading --------------------------------------------------------------------------------------------------------------- */

/* Skips a number without leading zeros; NULL if there is none. */
static const char *
skip_whole (const char *at)
{
  if (!g_ascii_isdigit (*at) || (*at == '0' && g_ascii_isdigit (at[1])))
    return NULL;
  while (g_ascii_isdigit (*at))
    at++;
  return at;
}

static gboolean
is_minus_zero (const char *text)
{
  return *text == '-' && strspn (text + 1, "0.") == strcspn (text + 1, "eE");
}

static gboolean
parse_integer (const char *text,
               gint64     *integer,
               GError    **error)
{
  const char *end = skip_whole (*text == '-' ? text + 1 : text);

  if (end == NULL || *end != '\0' || is_minus_zero (text))
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_SYNTAX, NULL, N_ ("is not a whole number (such as 12 or -3)"));
  errno = 0;
  *integer = g_ascii_strtoll (text, NULL, 10);
  if (errno == ERANGE)
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_RANGE, NULL, N_ ("is too large a number"));
  return TRUE;
}

/* The grammar of JSON's numbers. */
static gboolean
is_number (const char *text)
{
  const char *at = skip_whole (*text == '-' ? text + 1 : text);

  if (at != NULL && *at == '.')
    {
      if (!g_ascii_isdigit (*++at))
        return FALSE;
      at += strspn (at, "0123456789");
    }
  if (at != NULL && (*at == 'e' || *at == 'E'))
    {
      at++;
      at += *at == '-' || *at == '+' ? 1 : 0;
      if (!g_ascii_isdigit (*at))
        return FALSE;
      at += strspn (at, "0123456789");
    }
  return at != NULL && *at == '\0';
}

static gboolean
parse_number (const char *text,
              double     *number,
              GError    **error)
{
  if (!is_number (text))
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_SYNTAX, NULL, N_ ("is not a number (such as 12 or 3.5)"));
  *number = g_ascii_strtod (text, NULL) + 0.0; /* of two zeros the one without a sign */
  if (!isfinite (*number))
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_RANGE, NULL, N_ ("is too large a number"));
  return TRUE;
}

static gboolean
parse_money (const char *text,
             gint64     *ore,
             GError    **error)
{
  const char *point = skip_whole (*text == '-' ? text + 1 : text);
  gsize decimals = point != NULL && *point == '.' ? strspn (point + 1, "0123456789") : 0;
  g_autofree char *digits = NULL;

  if (point == NULL || (*point == '.' && (decimals == 0 || decimals > 2)) ||
      (*point == '.' ? point[1 + decimals] : *point) != '\0')
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_SYNTAX, NULL,
                               N_ ("is not an amount with at most two decimals (such as 1250000.50)"));
  digits = g_strdup_printf ("%.*s%.*s%s", (int) (point - text), text, (int) decimals, *point == '.' ? point + 1 : "",
                            decimals == 0 ? "00" : decimals == 1 ? "0" : "");
  errno = 0;
  *ore = g_ascii_strtoll (digits, NULL, 10);
  if (errno == ERANGE)
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_RANGE, NULL, N_ ("is too large an amount"));
  return TRUE;
}

static gboolean
parse_boolean (const char *text,
               gint64     *boolean,
               GError    **error)
{
  *boolean = g_str_equal (text, "true");
  if (!*boolean && !g_str_equal (text, "false"))
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_SYNTAX, NULL, N_ ("is neither true nor false"));
  return TRUE;
}

static gboolean
parse_reference (const char *text,
                 gint64     *id,
                 GError    **error)
{
  if (!parse_integer (text, id, NULL) || !samsyn_id_is_valid (*id))
    return samsyn_format_fail (error, SAMSYN_VALUE_ERROR_REFERENCE, NULL, N_ ("is not the id of a record"));
  return TRUE;
}

/* A text as it is stored: composed, and its lines, where it may have several, as this program ends them. */
static char *
read_text (const SamsynField *field,
           const char        *text)
{
  g_autofree char *composed = g_utf8_validate (text, -1, NULL) ? samsyn_fold_compose (text) : g_strdup (text);

  return field->type == SAMSYN_TYPE_LONG_TEXT || field->type == SAMSYN_TYPE_BODY ? samsyn_format_end_lines (composed)
                                                                                  : g_steal_pointer (&composed);
}

gboolean
samsyn_value_parse (const SamsynField *field,
                    const char        *text,
                    SamsynValue       *value,
                    GError           **error)
{
  g_auto (SamsynValue) read = SAMSYN_VALUE_NULL;
  gboolean ok = TRUE;

  if (*text == '\0')
    {
      samsyn_value_clear (value);
      return TRUE;
    }
  read.stored = field->type == SAMSYN_TYPE_BODY ? SAMSYN_STORED_TEXT : samsyn_type_stored (field->type);
  switch (field->type)
    {
    case SAMSYN_TYPE_INTEGER:
      ok = parse_integer (text, &read.integer, error);
      break;
    case SAMSYN_TYPE_NUMBER:
      ok = parse_number (text, &read.real, error);
      break;
    case SAMSYN_TYPE_MONEY:
      ok = parse_money (text, &read.integer, error);
      break;
    case SAMSYN_TYPE_BOOLEAN:
      ok = parse_boolean (text, &read.integer, error);
      break;
    case SAMSYN_TYPE_REFERENCE:
      ok = parse_reference (text, &read.integer, error);
      break;
    case SAMSYN_TYPE_TEXT:
    case SAMSYN_TYPE_LONG_TEXT:
    case SAMSYN_TYPE_BODY:
    case SAMSYN_TYPE_DATE:
    case SAMSYN_TYPE_TIME:
    case SAMSYN_TYPE_CHOICE:
      read.text = read_text (field, text);
      break;
    case SAMSYN_N_TYPES:
    default:
      g_return_val_if_reached (FALSE);
    }
  if (!ok || !samsyn_value_check (field, &read, error))
    return FALSE;
  samsyn_value_take (value, &read);
  return TRUE;
}

/* ---- Writing --------------------------------------------------------------------------------------------------------------- */

/* The shortest text that reads back as the same number. */
static char *
format_number (double number)
{
  static const char *const forms[] = { "%.15g", "%.16g", "%.17g" };
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == 0)
    return g_strdup ("0"); /* and not "-0" */
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_ascii_formatd (text, sizeof text, forms[i], number);
      if (g_ascii_strtod (text, NULL) == number)
        break;
    }
  return g_strdup (text);
}

char *
samsyn_money_format (gint64 ore)
{
  guint64 magnitude = ore < 0 ? -(guint64) ore : (guint64) ore;

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02d", ore < 0 ? "-" : "", magnitude / 100, (int) (magnitude % 100));
}

char *
samsyn_value_format (const SamsynField *field,
                     const SamsynValue *value)
{
  switch (value->stored)
    {
    case SAMSYN_STORED_NULL:
      return g_strdup ("");
    case SAMSYN_STORED_TEXT:
      return g_strdup (value->text);
    case SAMSYN_STORED_BENT:
      return samsyn_bent_describe (value->bent, NULL);
    case SAMSYN_STORED_REAL:
      return format_number (value->real);
    case SAMSYN_STORED_INTEGER:
      if (field->type == SAMSYN_TYPE_MONEY)
        return samsyn_money_format (value->integer);
      if (field->type == SAMSYN_TYPE_BOOLEAN)
        return g_strdup (value->integer != 0 ? "true" : "false");
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    }
  g_return_val_if_reached (NULL);
}
