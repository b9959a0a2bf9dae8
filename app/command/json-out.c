/* json-out.c: JSON on standard output, written as it is composed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "json-out.h"

#include "command.h"
#include "model/json.h"
#include "model/words.h"

#define FULL (1 << 16)

static void
flush (SamsynJsonOut *out)
{
  samsyn_call_print (out->text->str);
  g_string_truncate (out->text, 0);
}

static void
open_nested (SamsynJsonOut *out,
             char           opener,
             char           closer)
{
  g_assert (out->depth < SAMSYN_JSON_OUT_DEPTH);
  g_string_append_c (out->text, opener);
  out->closers[out->depth++] = closer;
  out->filled[out->depth] = FALSE;
}

void
samsyn_json_out_start (SamsynJsonOut *out)
{
  *out = (SamsynJsonOut) { .text = g_string_new (NULL) };
  open_nested (out, '{', '}');
}

void
samsyn_json_out_finish (SamsynJsonOut *out)
{
  while (out->depth > 0)
    samsyn_json_out_end (out);
  g_string_append_c (out->text, '\n');
  flush (out);
  g_string_free (out->text, TRUE);
}

/* Each member has its line. */
void
samsyn_json_out_raw (SamsynJsonOut *out,
                     const char    *name)
{
  if (out->text->len > FULL)
    flush (out);
  g_string_append_printf (out->text, "%s\n%*s", out->filled[out->depth] ? "," : "", (int) out->depth * 2, "");
  out->filled[out->depth] = TRUE;
  if (name == NULL)
    return;
  samsyn_json_append_text (out->text, name);
  g_string_append (out->text, ": ");
}

void
samsyn_json_out_object (SamsynJsonOut *out,
                        const char    *name)
{
  samsyn_json_out_raw (out, name);
  open_nested (out, '{', '}');
}

void
samsyn_json_out_array (SamsynJsonOut *out,
                       const char    *name)
{
  samsyn_json_out_raw (out, name);
  open_nested (out, '[', ']');
}

void
samsyn_json_out_end (SamsynJsonOut *out)
{
  gboolean filled = out->filled[out->depth];

  out->depth--;
  if (filled)
    g_string_append_printf (out->text, "\n%*s", (int) out->depth * 2, "");
  g_string_append_c (out->text, out->closers[out->depth]);
}

void
samsyn_json_out_text (SamsynJsonOut *out,
                      const char    *name,
                      const char    *text)
{
  samsyn_json_out_raw (out, name);
  if (text != NULL)
    samsyn_json_append_text (out->text, text);
  else
    g_string_append (out->text, "null");
}

void
samsyn_json_out_words (SamsynJsonOut *out,
                       const char    *name,
                       const char    *context,
                       const char    *words)
{
  samsyn_json_out_object (out, name);
  for (guint i = 0; samsyn_languages ()[i] != NULL; i++)
    samsyn_json_out_text (out, samsyn_languages ()[i], samsyn_words (samsyn_languages ()[i], context, words));
  samsyn_json_out_end (out);
}

void
samsyn_json_out_integer (SamsynJsonOut *out,
                         const char    *name,
                         gint64         integer)
{
  samsyn_json_out_raw (out, name);
  g_string_append_printf (out->text, "%" G_GINT64_FORMAT, integer);
}

void
samsyn_json_out_real (SamsynJsonOut *out,
                      const char    *name,
                      double         real)
{
  samsyn_json_out_raw (out, name);
  samsyn_json_append_real (out->text, real);
}

void
samsyn_json_out_truth (SamsynJsonOut *out,
                       const char    *name,
                       gboolean       truth)
{
  samsyn_json_out_raw (out, name);
  g_string_append (out->text, truth ? "true" : "false");
}
