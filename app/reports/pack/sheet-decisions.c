/* sheet-decisions.c: the grounds for what the meeting is asked to decide, part by part
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "No."), SAMSYN_COLUMN_STATE, 10, 0 },
  { NC_ ("pack", "Part"), SAMSYN_COLUMN_STATE, 32, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Text"), SAMSYN_COLUMN_TEXT, 110, 0 },
  { NULL },
};

/* Decisions of the meeting's agenda, and those that are needed and that this group can take. */
static gboolean
find_decisions (SamsynPack *pack,
                GArray     *decisions,
                GError    **error)
{
  g_autoptr (SamsynQuery) agenda = samsyn_ask ("agenda_item", NULL, "decision", NULL);
  g_autoptr (SamsynQuery) needed = samsyn_ask ("decision", NULL, "@id", NULL);
  g_autoptr (SamsynRows) on_agenda = NULL;
  g_autoptr (SamsynRows) are_needed = NULL;

  samsyn_query_where_integer (agenda, "meeting", SAMSYN_QUERY_EQUAL, pack->meeting);
  samsyn_query_where_text (agenda, "sort", SAMSYN_QUERY_EQUAL, "decision");
  samsyn_query_where (agenda, "decision", SAMSYN_QUERY_GIVEN, NULL);
  samsyn_query_order (agenda, "position", FALSE);

  samsyn_query_where_text (needed, "status", SAMSYN_QUERY_EQUAL, "needed");
  samsyn_query_begin_any (needed);
  samsyn_query_where (needed, "body", SAMSYN_QUERY_EMPTY, NULL);
  samsyn_query_where_integer (needed, "body", SAMSYN_QUERY_EQUAL, pack->group);
  samsyn_query_where_integer (needed, "meeting", SAMSYN_QUERY_EQUAL, pack->meeting);
  samsyn_query_end_any (needed);
  samsyn_query_begin_any (needed);
  samsyn_query_where (needed, "meeting", SAMSYN_QUERY_EMPTY, NULL);
  samsyn_query_where_integer (needed, "meeting", SAMSYN_QUERY_EQUAL, pack->meeting);
  samsyn_query_end_any (needed);
  samsyn_pack_where_project (pack, needed, "project");
  samsyn_query_order (needed, "needed_by", FALSE);

  on_agenda = samsyn_store_select (pack->store, agenda, error);
  are_needed = on_agenda != NULL ? samsyn_store_select (pack->store, needed, error) : NULL;
  if (are_needed == NULL)
    return FALSE;
  for (guint i = 0; i < on_agenda->n_rows + are_needed->n_rows; i++)
    {
      gint64 id = i < on_agenda->n_rows ? samsyn_rows_integer (on_agenda, i, 0, 0)
                                        : samsyn_rows_integer (are_needed, i - on_agenda->n_rows, 0, 0);

      if (!samsyn_ask_has (decisions, id))
        g_array_append_val (decisions, id);
    }
  return TRUE;
}

static void
add_part (SamsynTable *table,
          const char  *number,
          const char  *part,
          const char  *text)
{
  if (text == NULL || *text == '\0')
    return;
  samsyn_table_add_row (table);
  samsyn_table_text (table, number);
  samsyn_table_text (table, part);
  samsyn_table_text (table, text);
}

static void
add_date (SamsynTable *table,
          const char  *number,
          const char  *part,
          const char  *date)
{
  if (date == NULL)
    return;
  samsyn_table_add_row (table);
  samsyn_table_text (table, number);
  samsyn_table_text (table, part);
  samsyn_table_date (table, date);
}

/* Without these a group cannot decide well: that one is missing is said. */
static void
add_needed_part (SamsynPack  *pack,
                 SamsynTable *table,
                 const char  *number,
                 const char  *part,
                 const char  *text)
{
  add_part (table, number, part, text != NULL && *text != '\0' ? text : samsyn_words (pack->language, "pack", "Not stated."));
}

enum
{
  ASSESSMENT_SORT,
  ASSESSMENT_TEXT
};

static gboolean
add_assessments (SamsynPack  *pack,
                 SamsynTable *table,
                 const char  *number,
                 gint64       decision,
                 GError     **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("assessment", pack->language, "sort", "text", NULL);
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_where_integer (query, "about", SAMSYN_QUERY_EQUAL, decision);
  samsyn_query_order (query, "sort", FALSE);
  rows = samsyn_store_select (pack->store, query, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++)
    {
      g_autofree char *part
        = g_strdup_printf (samsyn_words (pack->language, "pack", "Consequences: %s"),
                           samsyn_pack_choice (pack, "assessment", "sort", samsyn_rows_text (rows, i, ASSESSMENT_SORT)));

      add_part (table, number, part, samsyn_rows_text (rows, i, ASSESSMENT_TEXT));
    }
  return TRUE;
}

enum
{
  BEFORE_TITLE,
  BEFORE_STATUS,
  BEFORE_ON
};

/* The decisions that prepare this one, one a line. */
static char *
preparation (SamsynPack *pack,
             gint64      decision,
             GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("decision", pack->language, "title", "status", "decided_on", NULL);
  g_autoptr (SamsynRows) rows = NULL;
  GString *text;

  samsyn_query_where_integer (query, "prepares", SAMSYN_QUERY_EQUAL, decision);
  samsyn_query_order (query, "decided_on", FALSE);
  rows = samsyn_store_select (pack->store, query, error);
  if (rows == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < rows->n_rows; i++)
    {
      const char *status = samsyn_pack_choice (pack, "decision", "status", samsyn_rows_text (rows, i, BEFORE_STATUS));
      const char *on = samsyn_rows_text (rows, i, BEFORE_ON);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", samsyn_rows_text (rows, i, BEFORE_TITLE));
      if (*status != '\0' || *on != '\0')
        g_string_append_printf (text, " (%s%s%s)", status, *status != '\0' && *on != '\0' ? " " : "", on);
    }
  return g_string_free (text, FALSE);
}

static gboolean
add_decision (SamsynPack  *pack,
              SamsynTable *table,
              gint64       id,
              guint        place,
              GError     **error)
{
  g_autoptr (SamsynRecord) decision = samsyn_store_get (pack->store, id, error);
  g_autofree char *prepared = decision != NULL ? preparation (pack, id, error) : NULL;
  g_autofree char *own = NULL;
  g_autofree char *question = NULL;
  const char *number;

  if (prepared == NULL)
    return FALSE;
  /* One without a number is known by its place. */
  number = samsyn_record_text (decision, "number");
  if (number == NULL)
    number = own = g_strdup_printf ("%u", place);
  question = g_strjoin (samsyn_record_text (decision, "question") != NULL ? "\n" : "", samsyn_record_text (decision, "title"),
                        samsyn_record_text (decision, "question") != NULL ? samsyn_record_text (decision, "question") : "", NULL);
  add_part (table, number, samsyn_words (pack->language, "pack", "Question"), question);
  add_part (table, number, samsyn_words (pack->language, "pack", "Background"), samsyn_record_text (decision, "background"));
  add_needed_part (pack, table, number, samsyn_words (pack->language, "pack", "Alternatives"),
                   samsyn_record_text (decision, "alternatives"));
  add_part (table, number, samsyn_words (pack->language, "pack", "Consequences"), samsyn_record_text (decision, "consequences"));
  if (!add_assessments (pack, table, number, id, error))
    return FALSE;
  add_part (table, number, samsyn_words (pack->language, "pack", "Preparation"), prepared);
  add_needed_part (pack, table, number, samsyn_words (pack->language, "pack", "If we do not decide"),
                   samsyn_record_text (decision, "consequence_if_not"));
  add_needed_part (pack, table, number, samsyn_words (pack->language, "pack", "Proposed decision"),
                   samsyn_record_text (decision, "proposal"));
  add_date (table, number, samsyn_words (pack->language, "pack", "Decide by"), samsyn_record_text (decision, "needed_by"));
  return TRUE;
}

static gboolean
add (SamsynPack            *pack,
     const SamsynPackSheet *self,
     GError               **error)
{
  g_autoptr (GArray) decisions = g_array_new (FALSE, FALSE, sizeof (gint64));
  SamsynTable *table;

  if (!find_decisions (pack, decisions, error))
    return FALSE;
  if (decisions->len == 0)
    return TRUE;
  table = samsyn_pack_add_table (pack, samsyn_pack_open_sheet (pack, self), NULL, columns);
  for (guint i = 0; i < decisions->len; i++)
    if (!add_decision (pack, table, g_array_index (decisions, gint64, i), i + 1, error))
      return FALSE;
  return TRUE;
}

const SamsynPackSheet samsyn_sheet_decisions = {
  .part = { "decisions", NC_ ("pack", "Decisions needed") },
  .title = NC_ ("pack", "Grounds for decisions"),
  .purpose = NC_ ("pack", "What the group is asked to decide, with alternatives, consequences and what happens otherwise."),
  .add = add,
};
