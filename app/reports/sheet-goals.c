/* sheet-goals.c: the goals with their indicators, and the course of each indicator
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

/* More charts than these are no longer looked at; the table above has them all. */
#define MOST_CHARTS 6

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Goal"), SAMSYN_COLUMN_TEXT, 44, 0 },
  { NC_ ("pack", "Indicator"), SAMSYN_COLUMN_TEXT, 32, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Unit"), SAMSYN_COLUMN_STATE, 14, 0 },
  { NC_ ("pack", "Baseline"), SAMSYN_COLUMN_NUMBER, 17, 0 },
  { NC_ ("pack", "Latest value"), SAMSYN_COLUMN_NUMBER, 18, 0 },
  { NC_ ("pack", "Period"), SAMSYN_COLUMN_TEXT, 20, 0 },
  { NC_ ("pack", "Target"), SAMSYN_COLUMN_NUMBER, 13, 0 },
  { NC_ ("pack", "Assessment"), SAMSYN_COLUMN_STATE, 16, 0 },
  { NC_ ("pack", "Source"), SAMSYN_COLUMN_TEXT, 34, 0 },
  { NULL },
};

static const SamsynPackColumn course_columns[] = {
  { NC_ ("pack", "Date"), SAMSYN_COLUMN_DATE, 0, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Value"), SAMSYN_COLUMN_NUMBER, 0, 0 },
  { NC_ ("pack", "Target"), SAMSYN_COLUMN_NUMBER, 0, 0 },
  { NULL },
};

enum
{
  COURSE_DATE,
  COURSE_VALUE,
  COURSE_TARGET
};

enum
{
  GOAL_ID,
  GOAL_TEXT,
  GOAL_FULFILMENT
};

enum
{
  ID,
  NAME,
  UNIT,
  BASELINE,
  TARGET,
  SOURCE,
  GOAL,
  GOAL_NAME,
  GOAL_MET
};

enum
{
  FROM,
  ON,
  VALUE,
  VALUE_TO,
  MISSING,
  SORT,
  MEASURED_SOURCE
};

static SamsynRows *
read_goals (SamsynPack *pack,
            GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("goal", pack->language, "@id", "text", "fulfilment", NULL);

  samsyn_pack_where_project (pack, query, "project");
  samsyn_query_order (query, "sort", FALSE);
  samsyn_query_order (query, "text", FALSE);
  return samsyn_store_select (pack->store, query, error);
}

static SamsynRows *
read_indicators (SamsynPack *pack,
                 GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("indicator", pack->language, "@id", "name", "unit", "baseline", "target",
                                              "source.@title", "goal", "goal.text", "goal.fulfilment", NULL);

  samsyn_pack_where_project (pack, query, "project");
  samsyn_query_order (query, "name", FALSE);
  return samsyn_store_select (pack->store, query, error);
}

/* Of the whole, not of a part of it, up to the status date, the oldest first. */
static SamsynRows *
read_measurements (SamsynPack *pack,
                   gint64      indicator,
                   GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("measurement", pack->language, "from_on", "on", "value", "value_to",
                                              "missing_reason", "sort", "source.@title", NULL);

  samsyn_query_where_integer (query, "indicator", SAMSYN_QUERY_EQUAL, indicator);
  samsyn_query_where_text (query, "on", SAMSYN_QUERY_AT_MOST, pack->date);
  samsyn_query_where (query, "breakdown", SAMSYN_QUERY_EMPTY, NULL);
  samsyn_query_order (query, "on", FALSE);
  return samsyn_store_select (pack->store, query, error);
}

static gboolean
is_outcome (const SamsynRows *rows,
            guint             row)
{
  const char *sort = samsyn_rows_text (rows, row, SORT);

  return !samsyn_value_is_null (samsyn_rows_get (rows, row, VALUE)) && (*sort == '\0' || g_str_equal (sort, "outcome"));
}

/* The newest outcome; where there is none the newest value of another sort; where there is none the newest row. */
static int
latest (const SamsynRows *rows)
{
  int other = -1;

  for (int i = (int) rows->n_rows - 1; i >= 0; i--)
    {
      if (is_outcome (rows, (guint) i))
        return i;
      if (other < 0 && !samsyn_value_is_null (samsyn_rows_get (rows, (guint) i, VALUE)))
        other = i;
    }
  return other >= 0 ? other : (int) rows->n_rows - 1;
}

/* “2016-01-01 – 2016-03-31 (assigned)”, with the upper end of a range and the reason of a gap. */
static char *
period (SamsynPack       *pack,
        const SamsynRows *rows,
        guint             row)
{
  GString *text = g_string_new (samsyn_rows_text (rows, row, FROM));
  const SamsynValue *value_to = samsyn_rows_get (rows, row, VALUE_TO);
  const char *sort = samsyn_rows_text (rows, row, SORT);

  g_string_append_printf (text, "%s%s", text->len > 0 ? " –\n" : "", samsyn_rows_text (rows, row, ON));
  if (*sort != '\0' && !g_str_equal (sort, "outcome"))
    g_string_append_printf (text, " (%s)", samsyn_pack_choice (pack, "measurement", "sort", sort));
  if (!samsyn_value_is_null (value_to))
    {
      g_autofree char *upper = samsyn_pack_number (pack, samsyn_value_get_number (value_to, 0));

      g_string_append_printf (text, samsyn_words (pack->language, "pack", ", up to %s"), upper);
    }
  if (samsyn_value_is_null (samsyn_rows_get (rows, row, VALUE)) && *samsyn_rows_text (rows, row, MISSING) != '\0')
    g_string_append_printf (text, ": %s", samsyn_rows_text (rows, row, MISSING));
  return g_string_free (text, FALSE);
}

static gboolean
add_indicator (SamsynPack       *pack,
               SamsynTable      *table,
               const SamsynRows *indicators,
               guint             row,
               GError          **error)
{
  g_autoptr (SamsynRows) rows = read_measurements (pack, samsyn_rows_integer (indicators, row, ID, 0), error);
  g_autofree char *when = NULL;
  const char *source = "";
  int newest;

  if (rows == NULL)
    return FALSE;
  newest = latest (rows);
  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_rows_text (indicators, row, GOAL_NAME));
  samsyn_table_text (table, samsyn_rows_text (indicators, row, NAME));
  samsyn_table_text (table, samsyn_rows_text (indicators, row, UNIT));
  samsyn_table_value (table, samsyn_rows_get (indicators, row, BASELINE));
  if (newest >= 0)
    {
      when = period (pack, rows, (guint) newest);
      source = samsyn_rows_text (rows, (guint) newest, MEASURED_SOURCE);
      samsyn_table_value (table, samsyn_rows_get (rows, (guint) newest, VALUE));
    }
  else
    samsyn_table_empty (table);
  samsyn_table_text (table, when);
  samsyn_table_value (table, samsyn_rows_get (indicators, row, TARGET));
  samsyn_table_text (table, samsyn_pack_choice (pack, "goal", "fulfilment", samsyn_rows_text (indicators, row, GOAL_MET)));
  samsyn_table_text (table, *source != '\0' ? source : samsyn_rows_text (indicators, row, SOURCE));
  return TRUE;
}

/* The goal's indicators, or where it has none the goal alone. */
static gboolean
add_goal (SamsynPack       *pack,
          SamsynTable      *table,
          const SamsynRows *goals,
          guint             row,
          const SamsynRows *indicators,
          GError          **error)
{
  gint64 goal = samsyn_rows_integer (goals, row, GOAL_ID, 0);
  gboolean any = FALSE;

  for (guint i = 0; i < indicators->n_rows; i++)
    if (samsyn_rows_integer (indicators, i, GOAL, 0) == goal)
      {
        any = TRUE;
        if (!add_indicator (pack, table, indicators, i, error))
          return FALSE;
      }
  if (any)
    return TRUE;
  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_rows_text (goals, row, GOAL_TEXT));
  for (guint i = 0; i < 6; i++)
    samsyn_table_empty (table);
  samsyn_table_text (table, samsyn_pack_choice (pack, "goal", "fulfilment", samsyn_rows_text (goals, row, GOAL_FULFILMENT)));
  return TRUE;
}

static gboolean
is_goal_told (const SamsynRows *goals,
              gint64            goal)
{
  for (guint i = 0; i < goals->n_rows; i++)
    if (samsyn_rows_integer (goals, i, GOAL_ID, 0) == goal)
      return TRUE;
  return FALSE;
}

/* “Enrolled: from 210 (2015-12-31) to 340 (2016-04-30); the target is 400.” */
static char *
course_message (SamsynPack       *pack,
                const SamsynRows *indicators,
                guint             row,
                const SamsynRows *rows,
                guint             first,
                guint             last)
{
  g_autofree char *from = samsyn_pack_number (pack, samsyn_value_get_number (samsyn_rows_get (rows, first, VALUE), 0));
  g_autofree char *to = samsyn_pack_number (pack, samsyn_value_get_number (samsyn_rows_get (rows, last, VALUE), 0));
  const SamsynValue *target = samsyn_rows_get (indicators, row, TARGET);
  g_autofree char *goal = samsyn_value_is_null (target) ? NULL : samsyn_pack_number (pack, samsyn_value_get_number (target, 0));
  const char *name = samsyn_rows_text (indicators, row, NAME);

  if (goal == NULL)
    return g_strdup_printf (samsyn_words (pack->language, "pack", "%s: from %s (%s) to %s (%s)."), name, from,
                            samsyn_rows_text (rows, first, ON), to, samsyn_rows_text (rows, last, ON));
  return g_strdup_printf (samsyn_words (pack->language, "pack", "%s: from %s (%s) to %s (%s); the target is %s."), name, from,
                          samsyn_rows_text (rows, first, ON), to, samsyn_rows_text (rows, last, ON), goal);
}

/* A line of the outcomes, where there are at least two; what it is drawn from stands above it. */
static gboolean
add_course (SamsynPack       *pack,
            const SamsynRows *indicators,
            guint             row,
            guint            *n_charts,
            GError          **error)
{
  g_autoptr (SamsynRows) rows = read_measurements (pack, samsyn_rows_integer (indicators, row, ID, 0), error);
  gboolean has_target = !samsyn_value_is_null (samsyn_rows_get (indicators, row, TARGET));
  const guint series[] = { COURSE_VALUE, COURSE_TARGET };
  g_autofree char *message = NULL;
  const char *name = samsyn_rows_text (indicators, row, NAME);
  guint first = 0, last = 0, n = 0;
  SamsynTable *table;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++)
    if (is_outcome (rows, i))
      {
        first = n++ == 0 ? i : first;
        last = i;
      }
  if (n < 2 || *n_charts == MOST_CHARTS)
    return TRUE;
  (*n_charts)++;
  message = course_message (pack, indicators, row, rows, first, last);
  table = samsyn_pack_add_table (pack, pack->sheet, message, course_columns);
  for (guint i = 0; i < rows->n_rows; i++)
    if (is_outcome (rows, i))
      {
        samsyn_table_add_row (table);
        samsyn_table_text (table, samsyn_rows_text (rows, i, ON));
        samsyn_table_value (table, samsyn_rows_get (rows, i, VALUE));
        samsyn_table_value (table, samsyn_rows_get (indicators, row, TARGET));
      }
  samsyn_sheet_add_chart (pack->sheet, SAMSYN_CHART_LINE, name, message, table, COURSE_DATE, series, has_target ? 2 : 1);
  return TRUE;
}

static gboolean
add_rows (SamsynPack       *pack,
          SamsynTable      *table,
          const SamsynRows *goals,
          const SamsynRows *indicators,
          GError          **error)
{
  guint n_charts = 0;

  for (guint i = 0; i < goals->n_rows; i++)
    if (!add_goal (pack, table, goals, i, indicators, error))
      return FALSE;
  for (guint i = 0; i < indicators->n_rows; i++)
    if (!is_goal_told (goals, samsyn_rows_integer (indicators, i, GOAL, 0)) && !add_indicator (pack, table, indicators, i, error))
      return FALSE;
  for (guint i = 0; i < indicators->n_rows; i++)
    if (!add_course (pack, indicators, i, &n_charts, error))
      return FALSE;
  return TRUE;
}

static gboolean
add (SamsynPack            *pack,
     const SamsynPackSheet *self,
     GError               **error)
{
  g_autoptr (SamsynRows) goals = read_goals (pack, error);
  g_autoptr (SamsynRows) indicators = goals != NULL ? read_indicators (pack, error) : NULL;
  SamsynTable *table;

  if (indicators == NULL)
    return FALSE;
  if (goals->n_rows + indicators->n_rows == 0)
    return TRUE;
  table = samsyn_pack_add_table (pack, samsyn_pack_open_sheet (pack, self), NULL, columns);
  return add_rows (pack, table, goals, indicators, error);
}

const SamsynPackSheet samsyn_sheet_goals = {
  .part = { "goals", NC_ ("pack", "Goals and indicators") },
  .title = NC_ ("pack", "Goals and indicators"),
  .purpose = NC_ ("pack", "What the project is to achieve, how it is measured, and the latest value of each indicator."),
  .add = add,
};
