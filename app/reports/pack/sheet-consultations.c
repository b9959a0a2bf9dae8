/* sheet-consultations.c: what the bodies consulted have answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Consultation"), SAMSYN_COLUMN_TEXT, 44, 0 },
  { NC_ ("pack", "Consulted body"), SAMSYN_COLUMN_TEXT, 34, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Answer by"), SAMSYN_COLUMN_DUE, 13, 0 },
  { NC_ ("pack", "Board"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Received"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Position"), SAMSYN_COLUMN_STATE, 28, 0 },
  { NC_ ("pack", "Conditions"), SAMSYN_COLUMN_TEXT, 48, 0 },
  { NULL },
};

enum
{
  CONSULTATION,
  ORGANISATION,
  ANSWER_BY,
  COMMON_ANSWER_BY,
  BOARD_ON,
  ANSWERED_ON,
  POSITION,
  STATUS,
  CONDITIONS
};

/* What was closed and due before the last pack has been told. */
static SamsynRows *
read_rows (SamsynPack *pack,
           GError    **error)
{
  g_autoptr (SamsynQuery) query
    = samsyn_ask ("reply", pack->language, "consultation.title", "organisation.name", "answer_by", "consultation.answer_by",
                  "board_on", "answered_on", "position", "status", "conditions", NULL);

  if (pack->since != NULL)
    {
      samsyn_query_begin_any (query);
      samsyn_query_where_text (query, "consultation.status", SAMSYN_QUERY_NOT_EQUAL, "closed");
      samsyn_query_where_text (query, "consultation.answer_by", SAMSYN_QUERY_AT_LEAST, pack->since);
      samsyn_query_where_text (query, "answered_on", SAMSYN_QUERY_AT_LEAST, pack->since);
      samsyn_query_end_any (query);
    }
  samsyn_query_order (query, "consultation", FALSE);
  samsyn_query_order (query, "organisation", FALSE);
  return samsyn_store_select (pack->store, query, error);
}

/* A date of the body's own goes before the common one; without a position its state is told. */
static void
add_row (SamsynPack       *pack,
         SamsynTable      *table,
         const SamsynRows *rows,
         guint             row)
{
  const char *answer_by = samsyn_rows_text (rows, row, ANSWER_BY);
  const char *position = samsyn_pack_choice (pack, "reply", "position", samsyn_rows_text (rows, row, POSITION));
  const char *status = samsyn_rows_text (rows, row, STATUS);
  const char *answered_on = samsyn_rows_text (rows, row, ANSWERED_ON);

  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_rows_text (rows, row, CONSULTATION));
  samsyn_table_text (table, samsyn_rows_text (rows, row, ORGANISATION));
  samsyn_table_text (table, *answer_by != '\0' ? answer_by : samsyn_rows_text (rows, row, COMMON_ANSWER_BY));
  samsyn_table_text (table, samsyn_rows_text (rows, row, BOARD_ON));
  samsyn_table_text (table, answered_on);
  samsyn_table_text (table, *position != '\0' ? position : samsyn_pack_choice (pack, "reply", "status", status));
  samsyn_table_text (table, samsyn_rows_text (rows, row, CONDITIONS));
  if (*answered_on != '\0' || *position != '\0' || g_str_equal (status, "received") || g_str_equal (status, "none"))
    samsyn_table_settled (table);
}

const SamsynPackSheet samsyn_sheet_consultations = {
  .part = { "consultations", NC_ ("pack", "Consultations") },
  .title = NC_ ("pack", "Appendix: Consultations"),
  .purpose = NC_ ("pack", "What was referred for consultation, to whom, and what they answered."),
  .columns = columns,
  .read = read_rows,
  .row = add_row,
};
