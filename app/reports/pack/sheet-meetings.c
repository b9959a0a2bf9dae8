/* sheet-meetings.c: the meetings held, who was there, what was decided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Date"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Group"), SAMSYN_COLUMN_TEXT, 40, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Present"), SAMSYN_COLUMN_STATE, 16, 0 },
  { NC_ ("pack", "Decisions"), SAMSYN_COLUMN_TEXT, 80, 0 },
  { NULL },
};

enum
{
  ID,
  DATE,
  GROUP,
  GROUP_ID
};

/* Held up to the status date, of the groups of the pack's projects and of the meeting's own, the newest first. */
static SamsynRows *
read_meetings (SamsynPack *pack,
               GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("meeting", pack->language, "@id", "starts_on", "group.name", "group", NULL);

  samsyn_query_where_text (query, "status", SAMSYN_QUERY_EQUAL, "held");
  samsyn_query_where_text (query, "starts_on", SAMSYN_QUERY_AT_MOST, pack->date);
  samsyn_query_begin_any (query);
  samsyn_query_where_integer (query, "group", SAMSYN_QUERY_EQUAL, pack->group);
  for (guint i = 0; i < pack->projects->len; i++)
    samsyn_query_where_integer (query, "group.project", SAMSYN_QUERY_EQUAL, g_array_index (pack->projects, gint64, i));
  samsyn_query_end_any (query);
  samsyn_query_order (query, "starts_on", TRUE);
  return samsyn_store_select (pack->store, query, error);
}

enum
{
  PRESENCE,
  MEMBER_OF
};

static gboolean
came (const SamsynRows *rows,
      guint             row)
{
  const char *presence = samsyn_rows_text (rows, row, PRESENCE);

  return g_str_equal (presence, "present") || g_str_equal (presence, "deputy");
}

/* “9 of 11”: the members who came, deputies too, of those whose presence was noted; “9 of 11, and 2 from other groups”. */
static char *
presence (SamsynPack *pack,
          gint64      meeting,
          gint64      group,
          GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("attendance", NULL, "presence", "membership.group", NULL);
  g_autoptr (SamsynRows) rows = NULL;
  guint n_present = 0, n_members = 0, n_others = 0;

  samsyn_query_where_integer (query, "meeting", SAMSYN_QUERY_EQUAL, meeting);
  rows = samsyn_store_select (pack->store, query, error);
  if (rows == NULL)
    return NULL;
  if (rows->n_rows == 0)
    return g_strdup ("");
  for (guint i = 0; i < rows->n_rows; i++)
    {
      gboolean member = samsyn_rows_integer (rows, i, MEMBER_OF, 0) == group;

      n_members += member;
      n_present += member && came (rows, i);
      n_others += !member && came (rows, i);
    }
  if (n_others == 0)
    return g_strdup_printf (samsyn_words (pack->language, "pack", "%u of %u"), n_present, n_members);
  return g_strdup_printf (samsyn_words (pack->language, "pack", "%u of %u, and %u from other groups"), n_present, n_members,
                          n_others);
}

/* What was decided, one decision a line. */
static char *
decisions (SamsynPack *pack,
           gint64      meeting,
           GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("decision", NULL, "title", NULL);
  g_autoptr (SamsynRows) rows = NULL;
  GString *text;

  samsyn_query_where_integer (query, "meeting", SAMSYN_QUERY_EQUAL, meeting);
  samsyn_query_where_text (query, "status", SAMSYN_QUERY_NOT_EQUAL, "needed");
  samsyn_query_order (query, "number", FALSE);
  rows = samsyn_store_select (pack->store, query, error);
  if (rows == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < rows->n_rows; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", samsyn_rows_text (rows, i, 0));
  return g_string_free (text, FALSE);
}

static gboolean
add_meeting (SamsynPack       *pack,
             SamsynTable      *table,
             const SamsynRows *rows,
             guint             row,
             GError          **error)
{
  gint64 meeting = samsyn_rows_integer (rows, row, ID, 0);
  g_autofree char *present = presence (pack, meeting, samsyn_rows_integer (rows, row, GROUP_ID, 0), error);
  g_autofree char *decided = present != NULL ? decisions (pack, meeting, error) : NULL;

  if (decided == NULL)
    return FALSE;
  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_rows_text (rows, row, DATE));
  samsyn_table_text (table, samsyn_rows_text (rows, row, GROUP));
  samsyn_table_text (table, present);
  samsyn_table_text (table, decided);
  return TRUE;
}

static gboolean
add (SamsynPack            *pack,
     const SamsynPackSheet *self,
     GError               **error)
{
  g_autoptr (SamsynRows) rows = read_meetings (pack, error);
  SamsynTable *table;

  if (rows == NULL)
    return FALSE;
  if (rows->n_rows == 0)
    return TRUE;
  table = samsyn_pack_add_table (pack, samsyn_pack_open_sheet (pack, self), NULL, columns);
  for (guint i = 0; i < rows->n_rows; i++)
    if (!add_meeting (pack, table, rows, i, error))
      return FALSE;
  return TRUE;
}

const SamsynPackSheet samsyn_sheet_meetings = {
  .part = { "meetings", NC_ ("pack", "Meetings") },
  .title = NC_ ("pack", "Appendix: Meetings"),
  .purpose = NC_ ("pack", "The meetings held so far, how many were present, and what was decided."),
  .add = add,
};
