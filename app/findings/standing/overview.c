/* overview.c: where the work stands, at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "overview.h"

#include "kinds/kinds.h"
#include "model/late.h"
#include "standing.h"

/* Projects are what an overview is for: they are cut later than the rest. */
#define MOST_STANDINGS 40

/* ---- The next meetings ----------------------------------------------------------------------------------------------------- */

enum
{
  MEETING_ID,
  MEETING_GROUP,
  MEETING_GROUP_TITLE,
  MEETING_DATE,
  MEETING_TIME,
  MEETING_PLACE
};

static void
meeting_free (gpointer data)
{
  SamsynNextMeeting *meeting = data;

  g_free (meeting->group);
  g_free (meeting->date);
  g_free (meeting->time);
  g_free (meeting->place);
  g_free (meeting);
}

static SamsynRows *
read_meetings (SamsynStore *store,
               const char  *today,
               const char  *language,
               GError     **error)
{
  static const char *const paths[] = { "@id", "group", "group.@title", "starts_on", "starts_at", "place" };
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("meeting"));

  samsyn_query_set_language (query, language);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    samsyn_query_select (query, paths[i]);
  samsyn_query_where_unsettled (query);
  samsyn_query_where_text (query, "starts_on", SAMSYN_QUERY_AT_LEAST, today);
  samsyn_query_begin_any (query);
  samsyn_query_where_text (query, "group.sort", SAMSYN_QUERY_EQUAL, "steering");
  samsyn_query_where_text (query, "group.sort", SAMSYN_QUERY_EQUAL, "operative_steering");
  samsyn_query_end_any (query);
  samsyn_query_order (query, "starts_on", FALSE);
  samsyn_query_order (query, "starts_at", FALSE);
  return samsyn_store_select (store, query, error);
}

static gboolean
add_meeting (SamsynStore      *store,
             const SamsynRows *rows,
             guint             row,
             GPtrArray        *meetings,
             GError          **error)
{
  g_autoptr (SamsynQuery) agenda = samsyn_query_new (samsyn_kind_find ("agenda_item"));
  SamsynNextMeeting *meeting = g_new0 (SamsynNextMeeting, 1);

  g_ptr_array_add (meetings, meeting);
  meeting->meeting = samsyn_rows_integer (rows, row, MEETING_ID, 0);
  meeting->group = g_strdup (samsyn_rows_text (rows, row, MEETING_GROUP_TITLE));
  meeting->date = g_strdup (samsyn_rows_text (rows, row, MEETING_DATE));
  meeting->time = g_strdup (samsyn_rows_text (rows, row, MEETING_TIME));
  meeting->place = g_strdup (samsyn_rows_text (rows, row, MEETING_PLACE));
  samsyn_query_where_integer (agenda, "meeting", SAMSYN_QUERY_EQUAL, meeting->meeting);
  meeting->n_items = samsyn_store_count (store, agenda, error);
  return meeting->n_items >= 0;
}

/* The first one ahead of each group. */
static GPtrArray *
next_meetings (SamsynStore *store,
               const char  *today,
               guint        limit,
               const char  *language,
               GError     **error)
{
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (meeting_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (SamsynRows) rows = read_meetings (store, today, language, error);

  for (guint i = 0; rows != NULL && i < rows->n_rows && (limit == 0 || meetings->len < limit); i++)
    {
      gint64 group = samsyn_rows_integer (rows, i, MEETING_GROUP, 0);

      if (g_hash_table_add (seen, g_memdup2 (&group, sizeof group)) && !add_meeting (store, rows, i, meetings, error))
        return NULL;
    }
  return rows != NULL ? g_steal_pointer (&meetings) : NULL;
}

/* ---- Recent changes -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  SamsynRecentChange change;
  GPtrArray         *steps; /* keeps the step */
} OwnedChange;

static void
change_free (gpointer data)
{
  OwnedChange *owned = data;

  g_free (owned->change.title);
  g_ptr_array_unref (owned->steps);
  g_free (owned);
}

static GPtrArray *
recent_changes (SamsynStore *store,
                guint        limit,
                const char  *language,
                GError     **error)
{
  g_autoptr (GPtrArray) steps = samsyn_store_recent (store, limit, error);
  GPtrArray *changes;

  if (steps == NULL)
    return NULL;
  changes = g_ptr_array_new_with_free_func (change_free);
  for (guint i = 0; i < steps->len; i++)
    {
      OwnedChange *owned = g_new0 (OwnedChange, 1);

      owned->steps = g_ptr_array_ref (steps);
      owned->change.step = g_ptr_array_index (steps, i);
      owned->change.title = samsyn_store_title (store, owned->change.step->record, language);
      g_ptr_array_add (changes, owned);
    }
  return changes;
}

/* Whether there is no record of any kind. */
static gboolean
is_empty (SamsynStore *store)
{
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autoptr (SamsynQuery) query = samsyn_query_new (*kind);
      g_autoptr (GArray) ids = samsyn_store_ids (store, query, 0, 1, NULL);

      if (ids != NULL && ids->len > 0)
        return FALSE;
    }
  return TRUE;
}

/* ---- All of it ------------------------------------------------------------------------------------------------------------- */

SamsynOverview *
samsyn_overview_new (SamsynStore *store,
                     const char  *today,
                     guint        limit,
                     const char  *language,
                     GError     **error)
{
  g_autoptr (SamsynOverview) overview = g_new0 (SamsynOverview, 1);

  overview->is_empty = is_empty (store);
  overview->standings
      = samsyn_standings_new (store, today, limit > 0 ? MOST_STANDINGS : 0, language, &overview->n_unreported, error);
  if (overview->standings == NULL)
    return NULL;
  overview->meetings = next_meetings (store, today, limit, language, error);
  if (overview->meetings == NULL)
    return NULL;
  overview->decisions = samsyn_deadlines_open (store, samsyn_kind_find ("decision"), "needed_by", limit, language, error);
  if (overview->decisions == NULL)
    return NULL;
  overview->late = samsyn_deadlines_late (store, today, limit, language, error);
  if (overview->late == NULL)
    return NULL;
  overview->replies = samsyn_deadlines_open (store, samsyn_kind_find ("reply"), "answer_by", limit, language, error);
  if (overview->replies == NULL)
    return NULL;
  overview->recent = recent_changes (store, limit, language, error);
  return overview->recent != NULL ? g_steal_pointer (&overview) : NULL;
}

void
samsyn_overview_free (SamsynOverview *overview)
{
  if (overview == NULL)
    return;
  g_clear_pointer (&overview->standings, g_ptr_array_unref);
  g_clear_pointer (&overview->meetings, g_ptr_array_unref);
  g_clear_pointer (&overview->recent, g_ptr_array_unref);
  samsyn_deadlines_free (overview->decisions);
  samsyn_deadlines_free (overview->late);
  samsyn_deadlines_free (overview->replies);
  g_free (overview);
}
