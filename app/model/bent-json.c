/* bent-json.c: bent values in the log
 *
 * As an object where a sound value is a text, a number or null: {"bent": reason, "raw": class, "value": content}, the content of
 * texts and blobs in base64, of numbers as a text of C's.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bent-json.h"

static char *
content (const SamsynBent *bent)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (bent->raw == SAMSYN_RAW_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, bent->integer);
  if (bent->raw == SAMSYN_RAW_REAL)
    return g_strdup (g_ascii_dtostr (number, sizeof number, bent->real));
  return g_base64_encode ((const guchar *) bent->bytes, bent->length);
}

void
samsyn_bent_append_json (GString          *json,
                         const SamsynBent *bent)
{
  g_autofree char *text = content (bent);

  g_string_append_printf (json, "{\"bent\":\"%s\",\"raw\":\"%s\",\"value\":\"%s\"}", samsyn_bent_reason_id (bent->reason),
                          samsyn_raw_id (bent->raw), text);
}

static char *
member (const SamsynJson *json,
        SamsynJsonNode    node,
        const char       *name)
{
  SamsynJsonNode found = samsyn_json_member (json, node, name);

  return found != 0 ? samsyn_json_text (json, found) : NULL;
}

gboolean
samsyn_bent_from_json (const SamsynJson *json,
                       SamsynJsonNode    node,
                       SamsynValue      *value)
{
  g_autofree char *reason_id = member (json, node, "bent"), *raw_id = member (json, node, "raw"),
                  *text = member (json, node, "value");
  g_autofree guchar *bytes = NULL;
  SamsynBentReason reason;
  SamsynRaw raw;
  gsize length = 0;

  if (text == NULL || !samsyn_bent_reason_find (reason_id, &reason) || !samsyn_raw_find (raw_id, &raw))
    return FALSE;
  if (raw == SAMSYN_RAW_TEXT || raw == SAMSYN_RAW_BLOB)
    bytes = g_base64_decode (text, &length);
  *value = samsyn_value_bent (raw, reason, raw == SAMSYN_RAW_INTEGER ? g_ascii_strtoll (text, NULL, 10) : 0,
                              raw == SAMSYN_RAW_REAL ? g_ascii_strtod (text, NULL) : 0, bytes, length);
  return TRUE;
}
