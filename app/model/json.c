/* json.c: JSON documents, read strictly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "json.h"

#include <string.h>

#include "json-check.h"

struct _SamsynJson
{
  GBytes     *bytes;
  const char *text;
  GArray     *entries;
};

gboolean
samsyn_json_check (const char *text,
                   gsize       length,
                   GError    **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (SamsynJsonEntry));

  return samsyn_json_scan (text, length, entries, error);
}

SamsynJson *
samsyn_json_read (GBytes  *bytes,
                  GError **error)
{
  g_autoptr (SamsynJson) json = g_new0 (SamsynJson, 1);
  gsize length;

  json->bytes = g_bytes_ref (bytes);
  json->text = g_bytes_get_data (bytes, &length);
  json->entries = g_array_new (FALSE, FALSE, sizeof (SamsynJsonEntry));
  if (!samsyn_json_scan (json->text != NULL ? json->text : "", length, json->entries, error))
    return NULL;
  return g_steal_pointer (&json);
}

void
samsyn_json_free (SamsynJson *json)
{
  if (json == NULL)
    return;
  g_bytes_unref (json->bytes);
  g_array_unref (json->entries);
  g_free (json);
}

static const SamsynJsonEntry *
entry_of (const SamsynJson *json,
          SamsynJsonNode    node)
{
  g_assert (node < json->entries->len);
  return &g_array_index (json->entries, SamsynJsonEntry, node);
}

SamsynJsonType
samsyn_json_type (const SamsynJson *json,
                  SamsynJsonNode    node)
{
  return entry_of (json, node)->type;
}

SamsynJsonNode
samsyn_json_first (const SamsynJson *json,
                   SamsynJsonNode    node)
{
  return entry_of (json, node)->size > 0 ? node + 1 : 0;
}

SamsynJsonNode
samsyn_json_next (const SamsynJson *json,
                  SamsynJsonNode    node)
{
  return entry_of (json, node)->next;
}

guint
samsyn_json_size (const SamsynJson *json,
                  SamsynJsonNode    node)
{
  return entry_of (json, node)->size;
}

SamsynJsonNode
samsyn_json_member (const SamsynJson *json,
                    SamsynJsonNode    node,
                    const char       *name)
{
  if (entry_of (json, node)->type != SAMSYN_JSON_OBJECT)
    return 0;
  for (SamsynJsonNode member = samsyn_json_first (json, node); member != 0; member = samsyn_json_next (json, member))
    if (samsyn_json_name_is (json, member, name))
      return member;
  return 0;
}

static char *
decode (const SamsynJson *json,
        guint32           start,
        guint32           end,
        gboolean          escaped)
{
  if (escaped)
    return samsyn_json_unescape (json->text + start, json->text + end);
  return g_strndup (json->text + start, end - start);
}

char *
samsyn_json_name (const SamsynJson *json,
                  SamsynJsonNode    node)
{
  const SamsynJsonEntry *entry = entry_of (json, node);

  return decode (json, entry->name, entry->name_end, entry->name_escaped);
}

gboolean
samsyn_json_name_is (const SamsynJson *json,
                     SamsynJsonNode    node,
                     const char       *name)
{
  const SamsynJsonEntry *entry = entry_of (json, node);
  gsize length = entry->name_end - entry->name;

  if (entry->name_escaped)
    {
      g_autofree char *meant = samsyn_json_name (json, node);

      return g_str_equal (meant, name);
    }
  return strncmp (json->text + entry->name, name, length) == 0 && name[length] == '\0';
}

char *
samsyn_json_text (const SamsynJson *json,
                  SamsynJsonNode    node)
{
  const SamsynJsonEntry *entry = entry_of (json, node);

  return entry->type == SAMSYN_JSON_TEXT ? decode (json, entry->start, entry->end, entry->escaped) : NULL;
}

char *
samsyn_json_token (const SamsynJson *json,
                   SamsynJsonNode    node)
{
  const SamsynJsonEntry *entry = entry_of (json, node);

  if (entry->type != SAMSYN_JSON_INTEGER && entry->type != SAMSYN_JSON_REAL)
    return NULL;
  return g_strndup (json->text + entry->start, entry->end - entry->start);
}

gint64
samsyn_json_integer (const SamsynJson *json,
                     SamsynJsonNode    node)
{
  g_autofree char *token = samsyn_json_token (json, node);

  g_return_val_if_fail (samsyn_json_type (json, node) == SAMSYN_JSON_INTEGER, 0);
  return g_ascii_strtoll (token, NULL, 10);
}

double
samsyn_json_real (const SamsynJson *json,
                  SamsynJsonNode    node)
{
  g_autofree char *token = samsyn_json_token (json, node);

  g_return_val_if_fail (token != NULL, 0);
  return g_ascii_strtod (token, NULL);
}

/* ---- Writing --------------------------------------------------------------------------------------------------------------- */

void
samsyn_json_append_text (GString    *out,
                         const char *text)
{
  static const char letters[] = "\b\f\n\r\t\"\\", escapes[] = "bfnrt\"\\";

  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      const char *letter = (guchar) *at < 0x20 || *at == '"' || *at == '\\' ? strchr (letters, *at) : NULL;

      if (letter != NULL)
        g_string_append_printf (out, "\\%c", escapes[letter - letters]);
      else if ((guchar) *at < 0x20 || *at == 0x7f)
        g_string_append_printf (out, "\\u%04x", (guint) *at);
      else
        g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

void
samsyn_json_append_real (GString *out,
                         double   real)
{
  static const char *const forms[] = { "%.15g", "%.16g", "%.17g" };
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_ascii_formatd (text, sizeof text, forms[i], real);
      if (g_ascii_strtod (text, NULL) == real)
        break;
    }
  g_string_append (out, text);
}
