/* sheet-staffing.c: who sits in which group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Group"), SAMSYN_COLUMN_TEXT, 38, 0 },
  { NC_ ("pack", "Role"), SAMSYN_COLUMN_STATE, 18, 0 },
  { NC_ ("pack", "Function"), SAMSYN_COLUMN_TEXT, 44, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Organisation"), SAMSYN_COLUMN_TEXT, 44, 0 },
  { NC_ ("pack", "Share (%)"), SAMSYN_COLUMN_PERCENT, 12, 0 },
  { NULL },
};

enum
{
  GROUP,
  ROLE,
  FUNCTION,
  REPRESENTS,
  SHARE,
  PERSON_ORGANISATION,
  PERSON
};

/* Memberships that hold on the status date, of the groups of the pack's projects and of the meeting's own. */
static SamsynRows *
read_rows (SamsynPack *pack,
           GError    **error)
{
  g_autoptr (SamsynQuery) query
    = samsyn_ask ("membership", pack->language, "group.name", "role", "function", "represents.name", "share_percent",
                  "person.organisation.name", "person.title", "person.name", NULL);

  samsyn_query_begin_any (query);
  samsyn_query_where_integer (query, "group", SAMSYN_QUERY_EQUAL, pack->group);
  for (guint i = 0; i < pack->projects->len; i++)
    samsyn_query_where_integer (query, "group.project", SAMSYN_QUERY_EQUAL, g_array_index (pack->projects, gint64, i));
  samsyn_query_end_any (query);
  samsyn_pack_where_valid (pack, query, "from", "to");
  samsyn_query_where (query, "scenario", SAMSYN_QUERY_EMPTY, NULL);
  samsyn_query_order (query, "group", FALSE);
  samsyn_query_order (query, "role", FALSE);
  samsyn_query_order (query, "function", FALSE);
  return samsyn_store_select (pack->store, query, error);
}

/* A member is told by function: the membership's, the person's, or where there is none the name. */
static void
add_row (SamsynPack       *pack,
         SamsynTable      *table,
         const SamsynRows *rows,
         guint             row)
{
  const char *function = samsyn_rows_text (rows, row, FUNCTION);
  const char *title = samsyn_rows_text (rows, row, PERSON);
  const char *name = samsyn_rows_text (rows, row, PERSON + 1);
  const char *represents = samsyn_rows_text (rows, row, REPRESENTS);

  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_rows_text (rows, row, GROUP));
  samsyn_table_text (table, samsyn_pack_choice (pack, "membership", "role", samsyn_rows_text (rows, row, ROLE)));
  samsyn_table_text (table, *function != '\0' ? function : *title != '\0' ? title : name);
  samsyn_table_text (table, *represents != '\0' ? represents : samsyn_rows_text (rows, row, PERSON_ORGANISATION));
  samsyn_table_value (table, samsyn_rows_get (rows, row, SHARE));
}

const SamsynPackSheet samsyn_sheet_staffing = {
  .part = { "staffing", NC_ ("pack", "Staffing") },
  .title = NC_ ("pack", "Appendix: Staffing"),
  .purpose = NC_ ("pack", "Who sits in the groups of the project on the status date."),
  .columns = columns,
  .read = read_rows,
  .row = add_row,
};
