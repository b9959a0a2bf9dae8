/* search-results.c: what is found by typing: pages, records, commands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "search-results.h"

#include <string.h>

#include "desktop/page/pages.h"
#include "desktop/parts/keys.h"
#include "model/fold.h"
#include "model/words.h"

/* The marks around a hit in an excerpt. */
#define HIT_BEGIN "\342\201\250"
#define HIT_END "\342\201\251"

static void
result_free (gpointer data)
{
  SamsynSearchResult *result = data;

  g_free (result->group);
  g_free (result->markup);
  g_free (result->detail);
  g_free (result);
}

static SamsynSearchResult *
add_result (GPtrArray  *results,
            const char *group,
            char       *markup)
{
  SamsynSearchResult *result = g_new0 (SamsynSearchResult, 1);

  result->group = g_strdup (group);
  result->markup = markup;
  g_ptr_array_add (results, result);
  return result;
}

/* ---- Hits in bold ---------------------------------------------------------------------------------------------------------- */

/* The text as markup with its hits bold, or plain without their marks. */
static char *
render_hits (const char *text,
             gboolean    as_markup)
{
  GString *out = g_string_new (NULL);
  gboolean bold = FALSE;

  while (*text != '\0')
    {
      const char *next = g_utf8_next_char (text);
      gboolean begins = g_str_has_prefix (text, HIT_BEGIN), ends = g_str_has_prefix (text, HIT_END);

      if ((begins && !bold) || (ends && bold))
        {
          bold = begins;
          g_string_append (out, !as_markup ? "" : bold ? "<b>" : "</b>");
        }
      else if (!begins && !ends)
        {
          g_autofree char *escaped
              = as_markup ? g_markup_escape_text (text, next - text) : g_strndup (text, (gsize) (next - text));

          g_string_append (out, escaped);
        }
      text = next;
    }
  if (bold && as_markup)
    g_string_append (out, "</b>");
  return g_string_free (out, FALSE);
}

/* ---- Records --------------------------------------------------------------------------------------------------------------- */

/* The title with its hits, if the excerpt is a part of it and would only say it again; or NULL. */
static char *
title_with_hits (const SamsynHit *hit)
{
  const char *from = g_str_has_prefix (hit->excerpt, "…") ? hit->excerpt + strlen ("…") : hit->excerpt;
  gsize length = strlen (from) - (g_str_has_suffix (from, "…") ? strlen ("…") : 0);
  g_autofree char *part = g_strndup (from, length);
  g_autofree char *plain = render_hits (part, FALSE), *marked = render_hits (part, TRUE);
  const char *place = *plain != '\0' ? strstr (hit->title, plain) : NULL;
  g_autofree char *before = NULL, *after = NULL;

  if (place == NULL)
    return NULL;
  before = g_markup_escape_text (hit->title, place - hit->title);
  after = g_markup_escape_text (place + strlen (plain), -1);
  return g_strconcat (before, marked, after, NULL);
}

static void
add_hit (GPtrArray       *results,
         const SamsynHit *hit)
{
  char *title = title_with_hits (hit);
  gboolean says_more = title == NULL && *hit->excerpt != '\0';
  SamsynSearchResult *result = add_result (results, samsyn_kind_plural (hit->kind, NULL),
                                           title != NULL ? title : g_markup_escape_text (hit->title, -1));

  if (says_more)
    result->detail = render_hits (hit->excerpt, TRUE);
  result->record = hit->id;
  result->page = hit->kind->id;
}

/* Kind by kind, in the order of their best hits. */
static void
add_records (GPtrArray       *results,
             const GPtrArray *hits)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const SamsynKind *kind = ((SamsynHit *) g_ptr_array_index (hits, i))->kind;

      if (!g_hash_table_add (done, (gpointer) kind))
        continue;
      for (guint j = i; j < hits->len; j++)
        if (((SamsynHit *) g_ptr_array_index (hits, j))->kind == kind)
          add_hit (results, g_ptr_array_index (hits, j));
    }
}

/* ---- Pages and commands ---------------------------------------------------------------------------------------------------- */

/* Whether a word of the label begins with what was typed. */
static gboolean
matches (const char *label,
         const char *typed)
{
  g_autofree char *key = samsyn_fold_match (label), *folded = samsyn_fold_match (typed);

  for (const char *found = strstr (key, folded); found != NULL && *folded != '\0';
       found = strstr (g_utf8_next_char (found), folded))
    if (found == key || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (found))))
      return TRUE;
  return FALSE;
}

static void
add_pages (GPtrArray  *results,
           const char *typed)
{
  for (guint i = 0; i < samsyn_pages ()->len; i++)
    {
      const SamsynPageInfo *page = &g_array_index (samsyn_pages (), SamsynPageInfo, i);
      const char *label = samsyn_page_label (page);

      if (matches (label, typed))
        {
          /* TRANSLATORS: a page of the window, such as "Risks" */
          g_autofree char *text = g_strdup_printf (_ ("Go to %s"), label);

          add_result (results, C_ ("search", "Pages"), g_markup_escape_text (text, -1))->page = page->id;
        }
    }
}

typedef struct
{
  GPtrArray  *results;
  const char *typed;
} Commands;

static void
add_command (const char *action,
             const char *keys,
             const char *label,
             gpointer    data)
{
  const Commands *commands = data;
  g_auto (GStrv) each = g_strsplit (keys, " ", 2);
  SamsynSearchResult *result;
  GdkModifierType modifiers;
  guint key;

  if (!matches (label, commands->typed))
    return;
  result = add_result (commands->results, C_ ("search", "Commands"), g_markup_escape_text (label, -1));
  result->action = action;
  if (gtk_accelerator_parse (each[0], &key, &modifiers))
    {
      g_autofree char *text = gtk_accelerator_get_label (key, modifiers);

      result->detail = g_markup_escape_text (text, -1);
    }
}

GPtrArray *
samsyn_search_results (const GPtrArray *hits,
                       const char      *words)
{
  GPtrArray *results = g_ptr_array_new_with_free_func (result_free);
  g_autofree char *typed = g_strstrip (g_strdup (words));
  Commands commands = { results, typed };

  if (*typed == '\0')
    return results;
  add_pages (results, typed);
  add_records (results, hits);
  samsyn_keys_each (add_command, &commands);
  return results;
}
