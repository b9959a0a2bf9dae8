/* import-problem.c: what is wrong with a document, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-plan.h"

#include "model/words.h"

/* Letters of a title, a key or a value that are shown. */
#define MOST_LETTERS 60

/* A value in one line, and not all of a document. */
static char *
shorten (char *text)
{
  GString *out = g_string_new (NULL);
  guint n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (n++ == MOST_LETTERS)
        {
          g_string_append (out, "…");
          break;
        }
      g_string_append_unichar (out, g_unichar_isprint (letter) ? letter : ' ');
    }
  g_free (text);
  return g_string_free (out, FALSE);
}

static char *
value_text (const SamsynJson *json,
            SamsynJsonNode    node)
{
  switch (samsyn_json_type (json, node))
    {
    case SAMSYN_JSON_TEXT:
      return shorten (samsyn_json_text (json, node));
    case SAMSYN_JSON_INTEGER:
    case SAMSYN_JSON_REAL:
      return shorten (samsyn_json_token (json, node));
    case SAMSYN_JSON_TRUE:
      return g_strdup ("true");
    case SAMSYN_JSON_FALSE:
      return g_strdup ("false");
    case SAMSYN_JSON_ARRAY:
      return g_strdup ("[…]");
    case SAMSYN_JSON_OBJECT:
      return g_strdup ("{…}");
    case SAMSYN_JSON_NULL:
    default:
      return g_strdup ("null");
    }
}

/* What the document calls the record, otherwise what the workspace does; NULL where neither says. */
static char *
title_of (SamsynImportPlan        *plan,
          const SamsynImportEntry *entry)
{
  SamsynJsonNode node = 0;

  for (guint i = 0; node == 0 && entry->kind != NULL && entry->kind->title[i] != NULL; i++)
    node = samsyn_json_member (plan->json, entry->node, entry->kind->title[i]);
  if (node != 0 && samsyn_json_type (plan->json, node) == SAMSYN_JSON_TEXT)
    return shorten (samsyn_json_text (plan->json, node));
  return entry->exists ? shorten (samsyn_store_title (plan->store, entry->id, NULL)) : NULL;
}

static void
append_record (GString                 *problem,
               SamsynImportPlan        *plan,
               const SamsynImportEntry *entry)
{
  SamsynJsonNode key = samsyn_json_member (plan->json, entry->node, "key");
  SamsynJsonNode id = samsyn_json_member (plan->json, entry->node, "id");
  g_autofree char *name = key != 0 || id != 0 ? value_text (plan->json, key != 0 ? key : id) : NULL;
  g_autofree char *title = title_of (plan, entry);

  if (name != NULL)
    {
      g_string_append_c (problem, ' ');
      /* TRANSLATORS: quotation marks around a value of a file, within a sentence */
      g_string_append_printf (problem, _ ("‘%s’"), name);
    }
  if (title != NULL && *title != '\0')
    g_string_append_printf (problem, " %s", title);
}

void
samsyn_import_plan_tell (SamsynImportPlan        *plan,
                         const SamsynImportEntry *entry,
                         const char              *member,
                         const char              *what)
{
  g_autoptr (GString) problem = g_string_new (NULL);

  g_string_append_printf (problem, "%s[%u]", plan->place, entry->index);
  append_record (problem, plan, entry);
  if (member != NULL)
    g_string_append_printf (problem, ": %s", member);
  g_string_append_printf (problem, ": %s", what);
  g_ptr_array_add (plan->problems, g_string_free (g_steal_pointer (&problem), FALSE));
}

void
samsyn_import_plan_tell_value (SamsynImportPlan        *plan,
                               const SamsynImportEntry *entry,
                               const char              *member,
                               SamsynJsonNode           value,
                               const char              *what)
{
  g_autofree char *text = value_text (plan->json, value);
  g_autofree char *quoted = g_strdup_printf (_ ("‘%s’"), text);
  g_autofree char *sentence = g_strdup_printf ("%s %s", quoted, what);

  samsyn_import_plan_tell (plan, entry, member, sentence);
}

void
samsyn_import_plan_tell_rule (SamsynImportPlan        *plan,
                              const SamsynImportEntry *entry,
                              const char              *field,
                              const char              *text,
                              gboolean                 is_sentence)
{
  SamsynJsonNode value = field != NULL ? samsyn_json_member (plan->json, entry->node, field) : 0;
  g_autofree char *shown = value != 0 && is_sentence ? value_text (plan->json, value) : NULL;
  g_autofree char *quoted = shown != NULL ? g_strdup_printf (_ ("‘%s’"), shown) : NULL;
  g_autofree char *sentence = quoted != NULL ? g_strdup_printf ("%s: %s", quoted, text) : NULL;

  if (value == 0 || is_sentence)
    samsyn_import_plan_tell (plan, entry, field, sentence != NULL ? sentence : text);
  else
    samsyn_import_plan_tell_value (plan, entry, field, value, text);
}
