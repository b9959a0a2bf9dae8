/* sheet-agenda.c: the meeting's agenda
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "No."), SAMSYN_COLUMN_INTEGER, 6, 0 },
  { NC_ ("pack", "Item"), SAMSYN_COLUMN_TEXT, 60, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Type"), SAMSYN_COLUMN_STATE, 14, 0 },
  { NC_ ("pack", "Presenter"), SAMSYN_COLUMN_TEXT, 34, 0 },
  { NC_ ("pack", "Basis"), SAMSYN_COLUMN_TEXT, 44, 0 },
  { NULL },
};

enum
{
  POSITION,
  TITLE,
  SORT,
  DECISION_NUMBER,
  DECISION,
  PRESENTER
};

/* Items without a place of their own come last, and are numbered on. */
static gint64
number_of (const SamsynRows *rows,
           guint             row)
{
  guint last = row;

  while (last > 0 && samsyn_value_is_null (samsyn_rows_get (rows, last, POSITION)))
    last--;
  return samsyn_rows_integer (rows, last, POSITION, last + 1) + (row - last);
}

static void
add_item (SamsynPack       *pack,
          SamsynTable      *table,
          const SamsynRows *rows,
          guint             row)
{
  g_autofree char *presenter = samsyn_ask_person (rows, row, PRESENTER);
  const char *number = samsyn_rows_text (rows, row, DECISION_NUMBER);
  const char *decision = samsyn_rows_text (rows, row, DECISION);
  g_autofree char *basis = *number != '\0' ? g_strdup_printf ("%s: %s", number, decision) : g_strdup (decision);

  samsyn_table_add_row (table);
  samsyn_table_integer (table, number_of (rows, row));
  samsyn_table_text (table, samsyn_rows_text (rows, row, TITLE));
  samsyn_table_text (table, samsyn_pack_choice (pack, "agenda_item", "sort", samsyn_rows_text (rows, row, SORT)));
  samsyn_table_text (table, presenter);
  samsyn_table_text (table, basis);
}

static SamsynRows *
read_items (SamsynPack *pack,
            GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("agenda_item", pack->language, "position", "title", "sort", "decision.number",
                                              "decision.title", SAMSYN_ASK_PERSON ("presenter"), NULL);

  samsyn_query_where_integer (query, "meeting", SAMSYN_QUERY_EQUAL, pack->meeting);
  samsyn_query_order (query, "position", FALSE);
  return samsyn_store_select (pack->store, query, error);
}

const SamsynPackSheet samsyn_sheet_agenda = {
  .part = { "agenda", NC_ ("pack", "Agenda") },
  .title = NC_ ("pack", "Agenda"),
  .purpose = NC_ ("pack", "What the meeting takes up, who presents it, and what it builds on."),
  .columns = columns,
  .read = read_items,
  .row = add_item,
};
