/* sheet-agreements.c: what was agreed, and how far each party has come with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Agreement"), SAMSYN_COLUMN_TEXT, 40, 0 },
  { NC_ ("pack", "No."), SAMSYN_COLUMN_STATE, 8, 0 },
  { NC_ ("pack", "Commitment"), SAMSYN_COLUMN_TEXT, 60, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Party"), SAMSYN_COLUMN_TEXT, 34, 0 },
  { NC_ ("pack", "Status"), SAMSYN_COLUMN_STATE, 18, 0 },
  { NC_ ("pack", "Basis"), SAMSYN_COLUMN_TEXT, 40, 0 },
  { NULL },
};

enum
{
  ID,
  AGREEMENT,
  NUMBER,
  TEXT
};

enum
{
  COMMITMENT,
  PARTY,
  PARTY_NAME,
  STATUS,
  EVIDENCE
};

/* Of agreements that have not ended on the status date. */
static SamsynRows *
read_commitments (SamsynPack *pack,
                  GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("commitment", pack->language, "@id", "agreement.title", "number", "text", NULL);

  samsyn_query_where_text (query, "agreement.status", SAMSYN_QUERY_NOT_EQUAL, "ended");
  samsyn_pack_where_valid (pack, query, "agreement.valid_from", "agreement.valid_to");
  samsyn_query_order (query, "agreement", FALSE);
  samsyn_query_order (query, "number", FALSE);
  return samsyn_store_select (pack->store, query, error);
}

/* Up to the status date, by party, the newest of each last. */
static SamsynRows *
read_follow_ups (SamsynPack *pack,
                 GError    **error)
{
  g_autoptr (SamsynQuery) query
    = samsyn_ask ("follow_up", pack->language, "commitment", "organisation", "organisation.name", "status", "evidence", NULL);

  samsyn_query_begin_any (query);
  samsyn_query_where (query, "on", SAMSYN_QUERY_EMPTY, NULL);
  samsyn_query_where_text (query, "on", SAMSYN_QUERY_AT_MOST, pack->date);
  samsyn_query_end_any (query);
  samsyn_query_order (query, "commitment", FALSE);
  samsyn_query_order (query, "organisation", FALSE);
  samsyn_query_order (query, "organisation.@id", FALSE);
  samsyn_query_order (query, "on", FALSE);
  return samsyn_store_select (pack->store, query, error);
}

static void
add_row (SamsynPack       *pack,
         SamsynTable      *table,
         const SamsynRows *commitments,
         guint             commitment,
         const SamsynRows *follow_ups,
         int               follow_up)
{
  const char *status;

  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_rows_text (commitments, commitment, AGREEMENT));
  samsyn_table_text (table, samsyn_rows_text (commitments, commitment, NUMBER));
  samsyn_table_text (table, samsyn_rows_text (commitments, commitment, TEXT));
  if (follow_up < 0)
    return;
  samsyn_table_text (table, samsyn_rows_text (follow_ups, (guint) follow_up, PARTY_NAME));
  status = samsyn_rows_text (follow_ups, (guint) follow_up, STATUS);
  samsyn_table_text (table, samsyn_pack_choice (pack, "follow_up", "status", status));
  samsyn_table_text (table, samsyn_rows_text (follow_ups, (guint) follow_up, EVIDENCE));
}

/* Whether the row is the last one of its commitment and party. */
static gboolean
is_newest (const SamsynRows *rows,
           guint             row)
{
  return row + 1 == rows->n_rows
         || samsyn_rows_integer (rows, row, COMMITMENT, 0) != samsyn_rows_integer (rows, row + 1, COMMITMENT, 0)
         || samsyn_rows_integer (rows, row, PARTY, 0) != samsyn_rows_integer (rows, row + 1, PARTY, 0);
}

static void
add_commitment (SamsynPack       *pack,
                SamsynTable      *table,
                const SamsynRows *commitments,
                guint             commitment,
                const SamsynRows *follow_ups)
{
  gint64 id = samsyn_rows_integer (commitments, commitment, ID, 0);
  gboolean any = FALSE;

  for (guint i = 0; i < follow_ups->n_rows; i++)
    if (samsyn_rows_integer (follow_ups, i, COMMITMENT, 0) == id && is_newest (follow_ups, i))
      {
        add_row (pack, table, commitments, commitment, follow_ups, (int) i);
        any = TRUE;
      }
  if (!any)
    add_row (pack, table, commitments, commitment, follow_ups, -1);
}

static gboolean
add (SamsynPack            *pack,
     const SamsynPackSheet *self,
     GError               **error)
{
  g_autoptr (SamsynRows) commitments = read_commitments (pack, error);
  g_autoptr (SamsynRows) follow_ups = commitments != NULL ? read_follow_ups (pack, error) : NULL;
  SamsynTable *table;

  if (follow_ups == NULL)
    return FALSE;
  if (commitments->n_rows == 0)
    return TRUE;
  table = samsyn_pack_add_table (pack, samsyn_pack_open_sheet (pack, self), NULL, columns);
  for (guint i = 0; i < commitments->n_rows; i++)
    add_commitment (pack, table, commitments, i, follow_ups);
  return TRUE;
}

const SamsynPackSheet samsyn_sheet_agreements = {
  .part = { "agreements", NC_ ("pack", "Agreements") },
  .title = NC_ ("pack", "Appendix: Agreements"),
  .purpose = NC_ ("pack", "What the agreements in force commit each party to, and how far it has come."),
  .add = add,
};
