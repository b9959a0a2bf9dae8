/* search-further.c: the records that are found otherwise than by words of their own: by a day, by a title that others give
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "kinds/kinds.h"
#include "model/fold.h"
#include "model/format.h"
#include "search-parts.h"
#include "search-words.h"
#include "select.h"
#include "title.h"

static GHashTable *
ids_of (const GPtrArray *hits)
{
  GHashTable *found = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < hits->len; i++)
    g_hash_table_add (found, &((SamsynHit *) g_ptr_array_index (hits, i))->id);
  return found;
}

/* ---- A day ----------------------------------------------------------------------------------------------------------------- */

/* Of a word without a digit, such as a weekday's, so many letters must be there: “mar” and “son” begin more than days. */
#define FEWEST_LETTERS 5

/* The day that was typed, as the language writes days, or NULL. */
static char *
typed_day (const SamsynClock *clock,
           const char        *typed,
           const char        *language)
{
  static const SamsynField field = { .id = "day", .type = SAMSYN_TYPE_DATE };
  g_autofree char *today = samsyn_clock_today (clock), *text = g_strstrip (g_utf8_make_valid (typed, -1));
  g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;

  if (strpbrk (text, "0123456789") == NULL && g_utf8_strlen (text, -1) < FEWEST_LETTERS)
    return NULL;
  if (!samsyn_value_parse_typed (NULL, &field, language, today, text, &value, NULL))
    return NULL;
  return g_strdup (samsyn_value_get_text (&value));
}

/* The name of the field and the day, as the excerpt of a hit: why it was found. */
static char *
day_excerpt (const SamsynKind  *kind,
             const SamsynField *field,
             const char        *day,
             const char        *language)
{
  g_auto (SamsynValue) value = samsyn_value_text (day);
  g_autofree char *text = samsyn_value_display (kind, field, language, &value);

  return g_strdup_printf ("%s: \u2068%s\u2069", samsyn_field_label (field, language), text);
}

static gboolean
add_on_day (SamsynStore       *store,
            const SamsynKind  *kind,
            const SamsynField *field,
            const char        *day,
            guint              limit,
            const char        *language,
            GHashTable        *found,
            GPtrArray         *hits,
            GError           **error)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (GArray) ids = NULL;

  samsyn_query_where_text (query, field->id, SAMSYN_QUERY_EQUAL, day);
  ids = samsyn_store_ids (store, query, 0, limit, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!g_hash_table_contains (found, &id))
        g_hash_table_add (found, &samsyn_search_add (hits, kind, id, samsyn_title_make (store, kind, id, language),
                                                     day_excerpt (kind, field, day, language))
                                      ->id);
    }
  return ids != NULL;
}

/* What has that day in a field that is a deadline, or in one that is none. */
static gboolean
add_day (SamsynStore *store,
         const char  *typed,
         gboolean     deadlines,
         guint        limit,
         const char  *language,
         GPtrArray   *hits,
         GError     **error)
{
  g_autofree char *day = typed_day (samsyn_store_clock (store), typed, language);
  g_autoptr (GHashTable) found = ids_of (hits);

  for (const SamsynKind *const *kind = samsyn_kinds (); day != NULL && *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      {
        const SamsynField *field = &(*kind)->fields[i];

        if (field->type == SAMSYN_TYPE_DATE && ((field->flags & SAMSYN_FIELD_DEADLINE) != 0) == deadlines
            && !add_on_day (store, *kind, field, day, limit, language, found, hits, error))
          return FALSE;
      }
  return TRUE;
}

gboolean
samsyn_search_add_due (SamsynStore *store,
                       const char  *typed,
                       guint        limit,
                       const char  *language,
                       GPtrArray   *hits,
                       GError     **error)
{
  return add_day (store, typed, TRUE, limit, language, hits, error);
}

/* ---- Titles that others give ----------------------------------------------------------------------------------------------- */

/* Whether the index lacks a part of the titles: the name of another record, a date, a choice. */
static gboolean
is_titled_by_others (const SamsynKind *kind)
{
  for (guint i = 0; kind->title[i] != NULL; i++)
    {
      const SamsynField *field = samsyn_kind_field (kind, kind->title[i]);

      if (field != NULL && (!(field->flags & SAMSYN_FIELD_SEARCHABLE) || field->known != NULL))
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  const SamsynKind        *kind;
  const SamsynSearchWords *words;
  GHashTable              *found;
  GPtrArray               *hits;
  guint                    left;
} Titles;

static gboolean
look_at_title (const SamsynValue *row,
               gpointer           data)
{
  Titles *titles = data;
  gint64 id = samsyn_value_get_integer (&row[0], 0);
  const char *title = samsyn_value_get_text (&row[1]);
  g_autofree char *plain = title != NULL ? samsyn_fold_plain (title) : NULL;

  if (plain == NULL || g_hash_table_contains (titles->found, &id) || !samsyn_search_words_are_in (titles->words, plain))
    return TRUE;
  samsyn_search_add (titles->hits, titles->kind, id, g_strdup (title), NULL);
  return --titles->left > 0;
}

static gboolean
add_titled (SamsynStore             *store,
            const SamsynSearchWords *words,
            guint                    limit,
            const char              *language,
            GPtrArray               *hits,
            GError                 **error)
{
  g_autoptr (GHashTable) found = ids_of (hits);

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      Titles titles = { *kind, words, found, hits, limit };
      g_autoptr (SamsynQuery) query = NULL;

      if (!is_titled_by_others (*kind))
        continue;
      query = samsyn_query_new (*kind);
      samsyn_query_set_language (query, language);
      samsyn_query_select (query, "@id");
      samsyn_query_select (query, "@title");
      if (!samsyn_store_each (store, query, look_at_title, &titles, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
samsyn_store_search_further (SamsynStore *store,
                             const char  *typed,
                             guint        limit,
                             const char  *language,
                             GPtrArray   *hits,
                             GError     **error)
{
  g_autoptr (SamsynSearchWords) words = samsyn_search_words_new (typed);
  gboolean reading, found;

  if (words == NULL)
    return TRUE;
  if (limit == 0)
    limit = SAMSYN_SEARCH_LIMIT;
  reading = samsyn_reading_begin (store);
  found = add_titled (store, words, limit, language, hits, error) && add_day (store, typed, FALSE, limit, language, hits, error);
  samsyn_reading_end (store, reading);
  return found;
}
