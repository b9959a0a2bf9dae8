/* sheet-documents.c: the laws, agreements and orders that steer the project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Level"), SAMSYN_COLUMN_STATE, 18, 0 },
  { NC_ ("pack", "Type"), SAMSYN_COLUMN_STATE, 26, 0 },
  { NC_ ("pack", "Designation"), SAMSYN_COLUMN_STATE, 24, 0 },
  { NC_ ("pack", "Title"), SAMSYN_COLUMN_TEXT, 76, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Valid from"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Valid to"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NULL },
};

enum
{
  LEVEL,
  SORT,
  DESIGNATION,
  TITLE,
  VALID_FROM,
  VALID_TO
};

/* The sorts of documents that bind; others inform. */
static const char *const steering[] = { "law", "ordinance", "regulation", "agreement", "guideline", "budget_assignment",
                                        "government_assignment", "directive", "plan", "routine" };

/* Those that are valid on the status date. */
static SamsynRows *
read_rows (SamsynPack *pack,
           GError    **error)
{
  g_autoptr (SamsynQuery) query
    = samsyn_ask ("document", pack->language, "level", "sort", "designation", "title", "valid_from", "valid_to", NULL);

  samsyn_query_begin_any (query);
  for (guint i = 0; i < G_N_ELEMENTS (steering); i++)
    samsyn_query_where_text (query, "sort", SAMSYN_QUERY_EQUAL, steering[i]);
  samsyn_query_end_any (query);
  samsyn_pack_where_valid (pack, query, "valid_from", "valid_to");
  samsyn_query_order (query, "level", FALSE);
  samsyn_query_order (query, "sort", FALSE);
  samsyn_query_order (query, "title", FALSE);
  return samsyn_store_select (pack->store, query, error);
}

static void
add_row (SamsynPack       *pack,
         SamsynTable      *table,
         const SamsynRows *rows,
         guint             row)
{
  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_pack_choice (pack, "document", "level", samsyn_rows_text (rows, row, LEVEL)));
  samsyn_table_text (table, samsyn_pack_choice (pack, "document", "sort", samsyn_rows_text (rows, row, SORT)));
  samsyn_table_text (table, samsyn_rows_text (rows, row, DESIGNATION));
  samsyn_table_text (table, samsyn_rows_text (rows, row, TITLE));
  samsyn_table_text (table, samsyn_rows_text (rows, row, VALID_FROM));
  samsyn_table_text (table, samsyn_rows_text (rows, row, VALID_TO));
}

const SamsynPackSheet samsyn_sheet_documents = {
  .part = { "documents", NC_ ("pack", "Steering documents") },
  .title = NC_ ("pack", "Appendix: Steering documents"),
  .purpose = NC_ ("pack", "The laws, agreements, guidelines and orders that are in force on the status date."),
  .columns = columns,
  .read = read_rows,
  .row = add_row,
};
