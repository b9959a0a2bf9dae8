/* filter.c: a condition as it is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "filter.h"

#include <string.h>

#include "command.h"
#include "kinds/kinds.h"
#include "model/format.h"
#include "model/words.h"

static const SamsynField id_field = { .id = "@id", .type = SAMSYN_TYPE_INTEGER };
static const SamsynField text_field = { .id = "@title", .type = SAMSYN_TYPE_TEXT };

static gboolean
fail (GError    **error,
      const char *format,
      const char *word)
{
  g_autofree char *message = g_strdup_printf (format, word);

  g_set_error_literal (error, SAMSYN_COMMAND_ERROR, SAMSYN_COMMAND_ERROR_USAGE, message);
  return FALSE;
}

/* The last part of a path as a field, so that its value can be read like one. */
static gboolean
find_last (const SamsynKind *kind,
           const char       *id,
           SamsynField      *last)
{
  const SamsynField *field = samsyn_kind_field (kind, id);
  const SamsynDerived *derived = samsyn_kind_derived (kind, id);

  if (field != NULL)
    *last = *field;
  else if (derived != NULL)
    *last = (SamsynField) { .id = derived->id, .type = derived->type };
  else if (g_str_equal (id, "@id"))
    *last = id_field;
  else if (g_str_equal (id, "@title") || g_str_equal (id, "@kind"))
    *last = text_field;
  else
    return FALSE;
  return TRUE;
}

/* Follows the path to its last part, and to the kind that part belongs to. */
static gboolean
resolve (const SamsynKind  *kind,
         const char        *path,
         const SamsynKind **owner,
         SamsynField       *last)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", -1);

  *owner = kind;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const SamsynField *field;

      if (parts[i + 1] == NULL)
        return find_last (*owner, parts[i], last);
      field = samsyn_kind_field (*owner, parts[i]);
      if (field == NULL || field->type != SAMSYN_TYPE_REFERENCE)
        return FALSE;
      /* Through a reference to more than one kind only what every record has can be reached. */
      if (samsyn_field_target (field) == NULL && parts[i + 1][0] != '@')
        return FALSE;
      if (samsyn_field_target (field) != NULL)
        *owner = samsyn_field_target (field);
    }
  return FALSE;
}

static gboolean
is_number (const char *text)
{
  return strspn (text, "0123456789") == strlen (text);
}

static gboolean
read_value (const SamsynKind  *kind,
            const SamsynField *field,
            const SamsynClock *clock,
            const char        *text,
            SamsynValue       *value)
{
  g_autofree char *today = samsyn_clock_today (clock);

  /* A condition may ask for what a record may not hold. */
  SamsynField open = *field;

  open.minimum = open.maximum = 0;
  return samsyn_value_parse (&open, text, value, NULL)
         || samsyn_value_parse_typed (kind, &open, NULL, today, text, value, NULL);
}

gboolean
samsyn_filter_add (SamsynQuery       *query,
                   const SamsynClock *clock,
                   const char        *filter,
                   GError           **error)
{
  const char *equals = strchr (filter, '=');
  g_autofree char *path = equals != NULL ? g_strndup (filter, (gsize) (equals - filter)) : NULL;
  g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;
  const SamsynKind *owner;
  SamsynField last;

  if (!samsyn_call_check_text (filter, "--filter", error))
    return FALSE;
  if (equals == NULL)
    return fail (error, _ ("--filter takes FIELD=VALUE, not “%s”."), filter);
  if (!resolve (query->kind, path, &owner, &last))
    return fail (error, _ ("--filter: there is no field “%s”."), path);
  if (equals[1] == '\0')
    {
      samsyn_query_where (query, path, SAMSYN_QUERY_EMPTY, NULL);
      return TRUE;
    }
  if (last.type == SAMSYN_TYPE_REFERENCE && !is_number (equals + 1))
    {
      g_autofree char *title = g_strconcat (path, ".@title", NULL);

      samsyn_query_where_text (query, title, SAMSYN_QUERY_EQUAL, equals + 1);
      return TRUE;
    }
  if (!read_value (owner, &last, clock, equals + 1, &value))
    return fail (error, _ ("--filter: the field can't have the value “%s”."), equals + 1);
  samsyn_query_where (query, path, SAMSYN_QUERY_EQUAL, &value);
  return TRUE;
}
