/* pack-frame.c: what a steering pack is about: the meeting, its projects, the pack before it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

#include "kinds/kinds.h"

#define REPORT "steering-pack"

enum
{
  MEETING_GROUP,
  MEETING_DATE,
  MEETING_PROJECT,
  MEETING_PROJECT_TITLE
};

static gboolean
read_meeting (SamsynPack *pack,
              GError    **error)
{
  g_autoptr (SamsynQuery) query
    = samsyn_ask ("meeting", pack->language, "group", "starts_on", "group.project", "group.project.name", NULL);
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_where_integer (query, "@id", SAMSYN_QUERY_EQUAL, pack->meeting);
  rows = samsyn_store_select (pack->store, query, error);
  if (rows == NULL)
    return FALSE;
  g_return_val_if_fail (rows->n_rows == 1, FALSE);
  pack->group = samsyn_rows_integer (rows, 0, MEETING_GROUP, 0);
  pack->project = samsyn_rows_integer (rows, 0, MEETING_PROJECT, 0);
  pack->date = g_strdup (samsyn_rows_text (rows, 0, MEETING_DATE));
  pack->project_title = g_strdup (samsyn_rows_text (rows, 0, MEETING_PROJECT_TITLE));
  return TRUE;
}

typedef struct
{
  gint64 record;
  gint64 made; /* when; 0 until it is found */
} Making;

/* The log goes from the newest step to the oldest: the first making is found last. */
static gboolean
find_making (const SamsynStep *step,
             GPtrArray        *changes,
             gpointer          data)
{
  Making *making = data;

  for (guint i = 0; i < changes->len; i++)
    {
      const SamsynChange *change = g_ptr_array_index (changes, i);

      if (change->record == making->record && change->type == SAMSYN_CHANGE_CREATE)
        making->made = step->at;
    }
  return TRUE;
}

/* What was published is what there was when the publication was noted, if that was done on its day; otherwise at the day's
 * end. */
static gboolean
find_moment (SamsynPack *pack,
             gint64      publication,
             GError    **error)
{
  const SamsynClock *clock = samsyn_store_clock (pack->store);
  Making making = { publication, 0 };
  g_autofree char *day = NULL;

  if (!samsyn_store_history (pack->store, publication, find_making, &making, error))
    return FALSE;
  day = samsyn_clock_date (clock, making.made);
  pack->moment = g_strcmp0 (day, pack->since) == 0 ? making.made : samsyn_clock_day_end (clock, pack->since);
  return TRUE;
}

enum
{
  PUBLICATION_ID,
  PUBLICATION_ON,
  PUBLICATION_MEETING_DATE
};

/* The newest pack published for an earlier meeting of the same group gives what was said before. */
static gboolean
find_before (SamsynPack   *pack,
             GCancellable *cancellable,
             GError      **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("publication", NULL, "@id", "published_on", "meeting.starts_on", NULL);
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_where_text (query, "report", SAMSYN_QUERY_EQUAL, REPORT);
  samsyn_query_where_integer (query, "meeting.group", SAMSYN_QUERY_EQUAL, pack->group);
  samsyn_query_where_text (query, "meeting.starts_on", SAMSYN_QUERY_LESS, pack->date);
  samsyn_query_order (query, "meeting.starts_on", TRUE);
  samsyn_query_order (query, "published_on", TRUE);
  samsyn_query_limit (query, 1);
  rows = samsyn_store_select (pack->store, query, error);
  if (rows == NULL)
    return FALSE;
  if (rows->n_rows == 0)
    return TRUE;
  pack->since = g_strdup (samsyn_rows_text (rows, 0, PUBLICATION_ON));
  pack->before_date = g_strdup (samsyn_rows_text (rows, 0, PUBLICATION_MEETING_DATE));
  if (!find_moment (pack, samsyn_rows_integer (rows, 0, PUBLICATION_ID, 0), error))
    return FALSE;
  pack->before = samsyn_store_snapshot (pack->store, pack->moment, cancellable, error);
  return pack->before != NULL;
}

SamsynPack *
samsyn_pack_new (SamsynStore  *store,
                 gint64        meeting,
                 const char   *language,
                 SamsynBook   *book,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autoptr (SamsynPack) pack = g_new0 (SamsynPack, 1);

  pack->store = store;
  pack->book = book;
  pack->language = language;
  pack->meeting = meeting;
  if (!read_meeting (pack, error) || !find_before (pack, cancellable, error))
    return NULL;
  pack->projects = samsyn_ask_project_tree (store, pack->project, error);
  return pack->projects != NULL ? g_steal_pointer (&pack) : NULL;
}

void
samsyn_pack_free (SamsynPack *pack)
{
  if (pack == NULL)
    return;
  samsyn_store_close (pack->before);
  g_clear_pointer (&pack->projects, g_array_unref);
  g_free (pack->date);
  g_free (pack->since);
  g_free (pack->before_date);
  g_free (pack->project_title);
  g_free (pack->too_large);
  g_free (pack);
}

SamsynSheet *
samsyn_pack_open_sheet (SamsynPack            *pack,
                        const SamsynPackSheet *sheet)
{
  const char *title = samsyn_words (pack->language, "pack", sheet->title);
  g_autofree char *whole = g_strconcat (title, *pack->project_title != '\0' ? " – " : "", pack->project_title, NULL);

  g_return_val_if_fail (pack->sheet == NULL, pack->sheet);
  pack->sheet = samsyn_book_add_sheet (pack->book, samsyn_words (pack->language, "pack", sheet->part.name), whole,
                                       samsyn_words (pack->language, "pack", sheet->purpose));
  return pack->sheet;
}

SamsynTable *
samsyn_pack_add_table (SamsynPack             *pack,
                       SamsynSheet            *sheet,
                       const char             *caption,
                       const SamsynPackColumn *columns)
{
  return samsyn_columns_add_table (sheet, pack->language, caption, columns);
}

void
samsyn_pack_where_project (SamsynPack  *pack,
                           SamsynQuery *query,
                           const char  *path)
{
  if (pack->project != 0)
    samsyn_ask_among (query, path, pack->projects, TRUE);
}

void
samsyn_pack_where_valid (SamsynPack  *pack,
                         SamsynQuery *query,
                         const char  *from,
                         const char  *to)
{
  samsyn_query_begin_any (query);
  samsyn_query_where (query, from, SAMSYN_QUERY_EMPTY, NULL);
  samsyn_query_where_text (query, from, SAMSYN_QUERY_AT_MOST, pack->date);
  samsyn_query_end_any (query);
  samsyn_query_begin_any (query);
  samsyn_query_where (query, to, SAMSYN_QUERY_EMPTY, NULL);
  samsyn_query_where_text (query, to, SAMSYN_QUERY_AT_LEAST, pack->date);
  samsyn_query_end_any (query);
}

gboolean
samsyn_pack_look_before (SamsynPack    *pack,
                         SamsynLookup **lookup,
                         GError       **error,
                         const char    *kind,
                         ...)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find (kind));
  const char *path;
  va_list paths;

  *lookup = NULL;
  if (pack->before == NULL)
    return TRUE;
  va_start (paths, kind);
  while ((path = va_arg (paths, const char *)) != NULL)
    samsyn_query_select (query, path);
  va_end (paths);
  *lookup = samsyn_lookup_new (pack->before, query, error);
  return *lookup != NULL;
}

const SamsynValue *
samsyn_pack_before (SamsynLookup *lookup,
                    gint64        id)
{
  return lookup != NULL ? samsyn_lookup_row (lookup, id) : NULL;
}

const char *
samsyn_pack_choice (SamsynPack *pack,
                    const char *kind_id,
                    const char *field_id,
                    const char *choice)
{
  const SamsynKind *kind = samsyn_kind_find (kind_id);

  if (choice == NULL || *choice == '\0')
    return "";
  return samsyn_choice_label (kind, samsyn_kind_field (kind, field_id), choice, pack->language);
}

int
samsyn_pack_sign (gint64 difference)
{
  return (difference > 0) - (difference < 0);
}
