/* search.c: the records in which words occur
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "excerpt.h"
#include "kinds/kinds.h"
#include "select.h"
#include "title.h"

/* Ranking costs for every hit; of more than these nobody reads the ranking. */
#define MAX_RANKED "2000"
#define DEFAULT_LIMIT 200
#define MAX_WORDS 32

/* ---- What was typed, as an FTS5 expression ---------------------------------------------------------------------------------- */

/* Each word as a quoted prefix: nothing that was typed is syntax.  NULL where there is no word. */
static char *
match_expression (const char *const *words)
{
  g_autoptr (GString) expression = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL && i < MAX_WORDS; i++)
    g_string_append_printf (expression, "%s\"%s\"*", i > 0 ? " AND " : "", words[i]);
  return expression->len > 0 ? g_string_free (g_steal_pointer (&expression), FALSE) : NULL;
}

/* ---- Hits ------------------------------------------------------------------------------------------------------------------- */

static void
hit_free (gpointer data)
{
  SamsynHit *hit = data;

  g_free (hit->title);
  g_free (hit->excerpt);
  g_free (hit);
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
excerpt (SamsynStore       *store,
         const char *const *words,
         const SamsynKind  *kind,
         gint64             id)
{
  int n_columns = has_shown_title (kind) ? 2 : 1;
  g_autoptr (SamsynStatement) statement
      = samsyn_db_prepare (store, "SELECT \"text\", \"title\" FROM \"search\" WHERE \"rowid\" = ?1", NULL);
  char *found = NULL;

  if (statement == NULL)
    return g_strdup ("");
  samsyn_db_bind_integer (statement, 1, id);
  if (samsyn_db_step (store, statement, NULL) == SQLITE_ROW)
    for (int i = 0; i < n_columns && found == NULL; i++)
      if (sqlite3_column_text (statement, i) != NULL)
        found = samsyn_excerpt_make ((const char *) sqlite3_column_text (statement, i), words);
  return found != NULL ? found : g_strdup ("");
}

static SamsynHit *
make_hit (SamsynStore       *store,
          const char *const *words,
          gint64             id,
          const char        *language)
{
  const SamsynKind *kind = samsyn_store_kind_of (store, id);
  g_autofree char *title = kind != NULL ? samsyn_title_make (store, kind, id, language) : NULL;
  SamsynHit *hit;

  if (kind == NULL)
    return NULL;
  hit = g_new0 (SamsynHit, 1);
  hit->id = id;
  hit->kind = kind;
  hit->title = title != NULL ? g_steal_pointer (&title) : g_strdup ("");
  hit->excerpt = excerpt (store, words, kind, id);
  return hit;
}

/* Titles and excerpts are made only of the page that is shown. */
static GPtrArray *
make_page (SamsynStore       *store,
           const char *const *words,
           const GArray      *ids,
           const char        *language)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (hit_free);

  for (guint i = 0; i < ids->len; i++)
    {
      SamsynHit *hit = make_hit (store, words, g_array_index (ids, gint64, i), language);

      if (hit != NULL)
        g_ptr_array_add (hits, hit);
    }
  return hits;
}

GPtrArray *
samsyn_store_search (SamsynStore *store,
                     const char  *words,
                     guint        limit,
                     const char  *language,
                     GError     **error)
{
  g_auto (GStrv) typed = samsyn_excerpt_words (words);
  g_autofree char *expression = match_expression ((const char *const *) typed);
  g_autoptr (GArray) ids = NULL;
  GPtrArray *hits;
  gboolean reading;

  if (expression == NULL)
    return g_ptr_array_new_with_free_func (hit_free);
  reading = samsyn_reading_begin (store);
  ids = find_ids (store, expression, limit > 0 ? limit : DEFAULT_LIMIT, error);
  hits = ids != NULL ? make_page (store, (const char *const *) typed, ids, language) : NULL;
  samsyn_reading_end (store, reading);
  return hits;
}

/* ---- Titles that others give ------------------------------------------------------------------------------------------------ */

/* Whether the index lacks a part of the titles: the name of another record, a date, a choice. */
static gboolean
is_titled_by_others (const SamsynKind *kind)
{
  for (guint i = 0; kind->title[i] != NULL; i++)
    {
      const SamsynField *field = samsyn_kind_field (kind, kind->title[i]);

      if (field != NULL && !(field->flags & SAMSYN_FIELD_SEARCHABLE))
        return TRUE;
    }
  return FALSE;
}

static void
add_titled (SamsynStore      *store,
            const SamsynKind *kind,
            char            **words,
            guint             most,
            GHashTable       *found,
            GPtrArray        *hits)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "@title");
  for (; *words != NULL; words++)
    if (**words != '\0')
      samsyn_query_where_text (query, "@title", SAMSYN_QUERY_CONTAINS, *words);
  samsyn_query_limit (query, most);
  rows = samsyn_store_select (store, query, NULL);
  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    {
      gint64 id = samsyn_rows_integer (rows, i, 0, 0);
      SamsynHit *hit;

      if (g_hash_table_contains (found, &id))
        continue;
      hit = g_new0 (SamsynHit, 1);
      hit->id = id;
      hit->kind = kind;
      hit->title = g_strdup (samsyn_rows_text (rows, i, 1));
      hit->excerpt = g_strdup ("");
      g_ptr_array_add (hits, hit);
    }
}

void
samsyn_store_search_titles (SamsynStore *store,
                            const char  *words,
                            guint        most,
                            gint64       microseconds,
                            GPtrArray   *hits)
{
  g_auto (GStrv) each = g_strsplit_set (words, " \t\n", -1);
  g_autoptr (GHashTable) found = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < hits->len; i++)
    g_hash_table_add (found, &((SamsynHit *) g_ptr_array_index (hits, i))->id);
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    if (is_titled_by_others (*kind))
      {
        samsyn_store_limit (store, g_get_monotonic_time () + microseconds, NULL);
        add_titled (store, *kind, each, most, found, hits);
        samsyn_store_end_limit (store);
      }
}
