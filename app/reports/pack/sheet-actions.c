/* sheet-actions.c: what somebody has promised to do, and by when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

#include "model/date.h"

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Action"), SAMSYN_COLUMN_TEXT, 54, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Organisation"), SAMSYN_COLUMN_TEXT, 28, 0 },
  { NC_ ("pack", "Responsible"), SAMSYN_COLUMN_TEXT, 28, 0 },
  { NC_ ("pack", "Due on"), SAMSYN_COLUMN_DUE, 15, 0 },
  { NC_ ("pack", "Status"), SAMSYN_COLUMN_STATE, 14, 0 },
  { NC_ ("pack", "Days late"), SAMSYN_COLUMN_INTEGER, 14, 0 },
  { NC_ ("pack", "Origin"), SAMSYN_COLUMN_TEXT, 40, 0 },
  { NULL },
};

enum
{
  TITLE,
  ORGANISATION,
  DUE,
  STATUS,
  DONE_ON,
  ORIGIN,
  OWNER
};

/* Done, by its status or by its day. */
static gboolean
is_done (const SamsynRows *rows,
         guint             row)
{
  return g_str_equal (samsyn_rows_text (rows, row, STATUS), "done") || *samsyn_rows_text (rows, row, DONE_ON) != '\0';
}

/* All that is to be done, and what was done since the last pack. */
static SamsynRows *
read_actions (SamsynPack *pack,
              GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("action", pack->language, "title", "organisation.name", "due_on", "status",
                                              "done_on", "origin.@title", SAMSYN_ASK_PERSON ("owner"), NULL);

  samsyn_query_where_text (query, "status", SAMSYN_QUERY_NOT_EQUAL, "cancelled");
  samsyn_query_begin_any (query);
  samsyn_query_where (query, "done_on", SAMSYN_QUERY_EMPTY, NULL);
  samsyn_query_where_text (query, "done_on", SAMSYN_QUERY_GREATER, pack->since != NULL ? pack->since : "");
  samsyn_query_end_any (query);
  samsyn_query_begin_any (query);
  samsyn_query_where_text (query, "status", SAMSYN_QUERY_NOT_EQUAL, "done");
  samsyn_query_where (query, "done_on", SAMSYN_QUERY_GIVEN, NULL);
  samsyn_query_end_any (query);
  samsyn_pack_where_project (pack, query, "project");
  samsyn_query_order (query, "due_on", FALSE);
  return samsyn_store_select (pack->store, query, error);
}

static void
add_action (SamsynPack       *pack,
            SamsynTable      *table,
            const SamsynRows *rows,
            guint             row)
{
  const char *due = samsyn_rows_text (rows, row, DUE);
  g_autofree char *owner = samsyn_ask_person (rows, row, OWNER);
  gboolean late = !is_done (rows, row) && *due != '\0' && g_strcmp0 (due, pack->date) < 0;

  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_rows_text (rows, row, TITLE));
  samsyn_table_text (table, samsyn_rows_text (rows, row, ORGANISATION));
  samsyn_table_text (table, owner);
  samsyn_table_text (table, due);
  samsyn_table_text (table, samsyn_pack_choice (pack, "action", "status", samsyn_rows_text (rows, row, STATUS)));
  if (late)
    samsyn_table_integer (table, samsyn_date_days (due, pack->date));
  else
    samsyn_table_empty (table);
  samsyn_table_text (table, samsyn_rows_text (rows, row, ORIGIN));
  if (is_done (rows, row))
    samsyn_table_settled (table);
}

const SamsynPackSheet samsyn_sheet_actions = {
  .part = { "actions", NC_ ("pack", "Actions") },
  .title = NC_ ("pack", "Actions"),
  .purpose = NC_ ("pack", "What is promised and not yet done, by due date, and what was done since the last meeting."),
  .columns = columns,
  .read = read_actions,
  .row = add_action,
};
