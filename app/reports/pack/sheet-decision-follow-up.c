/* sheet-decision-follow-up.c: what became of the decisions taken
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

#include "model/date.h"

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Date"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "No."), SAMSYN_COLUMN_STATE, 10, 0 },
  { NC_ ("pack", "Decision"), SAMSYN_COLUMN_TEXT, 60, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Responsible"), SAMSYN_COLUMN_TEXT, 34, 0 },
  { NC_ ("pack", "Status"), SAMSYN_COLUMN_STATE, 24, 0 },
  { NC_ ("pack", "Effected"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Days since decision"), SAMSYN_COLUMN_INTEGER, 13, 0 },
  { NULL },
};

enum
{
  DATE,
  NUMBER,
  TITLE,
  RESPONSIBLE,
  STATUS,
  EFFECTED
};

/* What is decided and not yet in effect; of the rest what is new since the last pack. */
static gboolean
is_told (SamsynPack       *pack,
         const SamsynRows *rows,
         guint             row)
{
  const char *status = samsyn_rows_text (rows, row, STATUS);
  const char *effected = samsyn_rows_text (rows, row, EFFECTED);
  gboolean to_effect = g_str_equal (status, "decided") || g_str_equal (status, "approved");

  if (pack->since == NULL || (to_effect && *effected == '\0'))
    return TRUE;
  return g_strcmp0 (samsyn_rows_text (rows, row, DATE), pack->before_date) >= 0 || g_strcmp0 (effected, pack->before_date) >= 0;
}

static void
add_decision (SamsynPack       *pack,
              SamsynTable      *table,
              const SamsynRows *rows,
              guint             row)
{
  const char *date = samsyn_rows_text (rows, row, DATE);
  const char *effected = samsyn_rows_text (rows, row, EFFECTED);

  samsyn_table_add_row (table);
  samsyn_table_text (table, date);
  samsyn_table_text (table, samsyn_rows_text (rows, row, NUMBER));
  samsyn_table_text (table, samsyn_rows_text (rows, row, TITLE));
  samsyn_table_text (table, samsyn_rows_text (rows, row, RESPONSIBLE));
  samsyn_table_text (table, samsyn_pack_choice (pack, "decision", "status", samsyn_rows_text (rows, row, STATUS)));
  samsyn_table_text (table, effected);
  /* The days count until the decision has taken effect. */
  if (*effected == '\0')
    samsyn_table_integer (table, samsyn_date_days (date, pack->date));
}

static SamsynRows *
read_decisions (SamsynPack *pack,
                GError    **error)
{
  g_autoptr (SamsynQuery) query
    = samsyn_ask ("decision", pack->language, "decided_on", "number", "title", "responsible.@title", "status", "effected_on",
                  NULL);

  samsyn_query_where (query, "decided_on", SAMSYN_QUERY_GIVEN, NULL);
  samsyn_query_where_text (query, "decided_on", SAMSYN_QUERY_AT_MOST, pack->date);
  samsyn_query_where_text (query, "status", SAMSYN_QUERY_NOT_EQUAL, "needed");
  samsyn_query_begin_any (query);
  samsyn_query_where_integer (query, "body", SAMSYN_QUERY_EQUAL, pack->group);
  samsyn_query_where_integer (query, "meeting.group", SAMSYN_QUERY_EQUAL, pack->group);
  for (guint i = 0; i < pack->projects->len; i++)
    samsyn_query_where_integer (query, "project", SAMSYN_QUERY_EQUAL, g_array_index (pack->projects, gint64, i));
  samsyn_query_end_any (query);
  samsyn_query_order (query, "decided_on", TRUE);
  return samsyn_store_select (pack->store, query, error);
}

static gboolean
add (SamsynPack            *pack,
     const SamsynPackSheet *self,
     GError               **error)
{
  g_autoptr (SamsynRows) rows = read_decisions (pack, error);
  SamsynTable *table = NULL;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++)
    if (is_told (pack, rows, i))
      {
        if (table == NULL)
          table = samsyn_pack_add_table (pack, samsyn_pack_open_sheet (pack, self), NULL, columns);
        add_decision (pack, table, rows, i);
      }
  return TRUE;
}

const SamsynPackSheet samsyn_sheet_decision_follow_up = {
  .part = { "decision-follow-up", NC_ ("pack", "Decision follow-up") },
  .title = NC_ ("pack", "Follow-up of decisions"),
  .purpose
  = NC_ ("pack", "Decisions that have not yet taken effect, and those that are new or took effect since the last meeting."),
  .add = add,
};
