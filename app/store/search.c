/* search.c: the records in which words occur
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "excerpt.h"
#include "search-parts.h"
#include "select.h"
#include "title.h"

/* Ranking costs for every hit; of more than these nobody reads the ranking. */
#define MAX_RANKED "2000"

/* ---- Hits ------------------------------------------------------------------------------------------------------------------ */

static void
hit_free (gpointer data)
{
  SamsynHit *hit = data;

  g_free (hit->title);
  g_free (hit->excerpt);
  g_free (hit);
}

SamsynHit *
samsyn_search_add (GPtrArray        *hits,
                   const SamsynKind *kind,
                   gint64            id,
                   char             *title,
                   char             *excerpt)
{
  SamsynHit *hit = g_new0 (SamsynHit, 1);

  hit->id = id;
  hit->kind = kind;
  hit->title = title != NULL ? title : g_strdup ("");
  hit->excerpt = excerpt != NULL ? excerpt : g_strdup ("");
  g_ptr_array_add (hits, hit);
  return hit;
}

/* The ids of the page that is shown, best first. */
static GArray *
find_ids (SamsynStore *store,
          const char  *expression,
          guint        limit,
          GError     **error)
{
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (store,
                           "SELECT \"id\" FROM (SELECT \"rowid\" AS \"id\", samsyn_rank(\"search\") AS \"rank\" FROM \"search\" "
                           "WHERE \"search\" MATCH ?1 LIMIT " MAX_RANKED ") ORDER BY \"rank\", \"id\" LIMIT ?2",
                           error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int code;

  if (statement == NULL)
    return NULL;
  samsyn_db_bind_text (statement, 1, expression);
  samsyn_db_bind_integer (statement, 2, limit);
  while ((code = samsyn_db_step (store, statement, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  return code == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

/* Whether the index has a record's title as it is shown, not what stands for words of ours. */
static gboolean
has_shown_title (const SamsynKind *kind)
{
  for (guint i = 0; kind->title[i] != NULL; i++)
    {
      const SamsynField *field = samsyn_kind_field (kind, kind->title[i]);

      if (field != NULL && field->known != NULL)
        return FALSE;
    }
  return TRUE;
}

/* The words around the hit in the record, rather in its texts than in the title that is shown anyway. */
static char *
excerpt (SamsynStore             *store,
         const SamsynSearchWords *words,
         const SamsynKind        *kind,
         gint64                   id)
{
  int n_columns = has_shown_title (kind) ? 2 : 1;
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (store, "SELECT \"text\", \"title\" FROM \"search\" WHERE \"rowid\" = ?1", NULL);
  char *found = NULL;

  if (statement == NULL)
    return NULL;
  samsyn_db_bind_integer (statement, 1, id);
  if (samsyn_db_step (store, statement, NULL) == SQLITE_ROW)
    for (int i = 0; i < n_columns && found == NULL; i++)
      if (sqlite3_column_text (statement, i) != NULL)
        found = samsyn_excerpt_make ((const char *) sqlite3_column_text (statement, i), words);
  return found;
}

/* Titles and excerpts are made only of the page that is shown. */
static void
add_page (SamsynStore             *store,
          const SamsynSearchWords *words,
          const GArray            *ids,
          const char              *language,
          GPtrArray               *hits)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      const SamsynKind *kind = samsyn_store_kind_of (store, id);

      if (kind != NULL)
        samsyn_search_add (hits, kind, id, samsyn_title_make (store, kind, id, language), excerpt (store, words, kind, id));
    }
}

static gboolean
find (SamsynStore *store,
      const char  *typed,
      guint        limit,
      const char  *language,
      GPtrArray   *hits,
      GError     **error)
{
  g_autoptr (SamsynSearchWords) words = samsyn_search_words_new (typed);
  g_autofree char *expression = words != NULL ? samsyn_search_words_expression (words) : NULL;
  g_autoptr (GArray) ids = NULL;

  if (expression == NULL)
    return TRUE;
  ids = find_ids (store, expression, limit, error);
  if (ids == NULL)
    return FALSE;
  add_page (store, words, ids, language, hits);
  return samsyn_search_add_due (store, typed, limit, language, hits, error);
}

GPtrArray *
samsyn_store_search (SamsynStore *store,
                     const char  *words,
                     guint        limit,
                     const char  *language,
                     GError     **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (hit_free);
  gboolean reading = samsyn_reading_begin (store);
  gboolean found = find (store, words, limit > 0 ? limit : SAMSYN_SEARCH_LIMIT, language, hits, error);

  samsyn_reading_end (store, reading);
  return found ? g_steal_pointer (&hits) : NULL;
}
