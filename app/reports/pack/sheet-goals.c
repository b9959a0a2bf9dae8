/* sheet-goals.c: the goals with their indicators, and the course of each indicator
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

#include "findings/standing/series.h"
#include "model/date.h"
#include "model/figures.h"

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

static void
free_measurements (gpointer measurements)
{
  samsyn_measurements_free (measurements);
}

/* SamsynMeasurements of each indicator, up to the status date. */
static GPtrArray *
read_measurements (SamsynPack       *pack,
                   const SamsynRows *indicators,
                   GError          **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_measurements);

  for (guint i = 0; i < indicators->n_rows; i++)
    {
      SamsynMeasurements *measurements
        = samsyn_measurements_read (pack->store, samsyn_rows_integer (indicators, i, ID, 0), pack->date, pack->language, error);

      if (measurements == NULL)
        return NULL;
      g_ptr_array_add (all, measurements);
    }
  return g_steal_pointer (&all);
}

static gboolean
bodies_differ (const SamsynMeasurements *measurements)
{
  for (guint i = 1; i < measurements->series->len; i++)
    if (((SamsynSeries *) g_ptr_array_index (measurements->series, i))->body != samsyn_measurements_lead (measurements)->body)
      return TRUE;
  return FALSE;
}

/* “Enrolled (Education office, girls)”: whose count it is where there are several, of what part; `sort` too: “forecast”. */
static char *
series_name (SamsynPack               *pack,
             const char               *indicator,
             const SamsynMeasurements *measurements,
             const SamsynSeries       *series,
             gboolean                  sort)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  if (*series->body_name != '\0' && bodies_differ (measurements))
    g_ptr_array_add (parts, (gpointer) series->body_name);
  if (sort && !g_str_equal (series->sort, "outcome"))
    g_ptr_array_add (parts, (gpointer) samsyn_pack_choice (pack, "measurement", "sort", series->sort));
  if (*series->breakdown != '\0')
    g_ptr_array_add (parts, (gpointer) series->breakdown);
  if (parts->len == 0)
    return g_strdup (indicator);
  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (", ", (char **) parts->pdata);
  return g_strdup_printf ("%s (%s)", indicator, joined);
}

/* “2016-01-01 – 2016-03-31 (assigned)”, with the upper end of a range and the reason of a gap. */
static char *
period (SamsynPack               *pack,
        const SamsynMeasurements *measurements,
        const SamsynSeries       *series,
        guint                     row)
{
  const SamsynRows *rows = measurements->rows;
  GString *text = g_string_new (samsyn_rows_text (rows, row, SAMSYN_MEASURED_FROM));
  const SamsynValue *value_to = samsyn_rows_get (rows, row, SAMSYN_MEASURED_VALUE_TO);

  g_string_append_printf (text, "%s%s", text->len > 0 ? " –\n" : "", samsyn_rows_text (rows, row, SAMSYN_MEASURED_ON));
  if (!g_str_equal (series->sort, "outcome"))
    g_string_append_printf (text, " (%s)", samsyn_pack_choice (pack, "measurement", "sort", series->sort));
  if (samsyn_sum_takes (value_to))
    {
      g_autofree char *upper = samsyn_figure_number (pack->language, samsyn_value_get_number (value_to, 0));

      g_string_append_printf (text, samsyn_words (pack->language, "pack", ", up to %s"), upper);
    }
  if (!samsyn_measurements_has_value (measurements, row) && *samsyn_rows_text (rows, row, SAMSYN_MEASURED_MISSING) != '\0')
    g_string_append_printf (text, ": %s", samsyn_rows_text (rows, row, SAMSYN_MEASURED_MISSING));
  return g_string_free (text, FALSE);
}

/* A period that is a day is a date. */
static void
add_period (SamsynTable *table,
            const char  *when)
{
  if (samsyn_date_is_valid (when))
    samsyn_table_date (table, when);
  else
    samsyn_table_text (table, when);
}

/* The newest value of a series, or none where nothing was measured; what is told of the indicator as a whole stands beside the
 * series that leads. */
static void
add_series (SamsynPack               *pack,
            SamsynTable              *table,
            const SamsynRows         *indicators,
            guint                     row,
            const SamsynMeasurements *measurements,
            const SamsynSeries       *series)
{
  gboolean leads = series == samsyn_measurements_lead (measurements);
  guint newest = series != NULL ? samsyn_measurements_newest (measurements, series) : 0;
  g_autofree char *name = series != NULL
                              ? series_name (pack, samsyn_rows_text (indicators, row, NAME), measurements, series, FALSE)
                              : g_strdup (samsyn_rows_text (indicators, row, NAME));
  g_autofree char *when = series != NULL ? period (pack, measurements, series, newest) : g_strdup ("");
  const char *source = series != NULL ? samsyn_rows_text (measurements->rows, newest, SAMSYN_MEASURED_SOURCE) : "";

  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_rows_text (indicators, row, GOAL_NAME));
  samsyn_table_text (table, name);
  samsyn_table_text (table, samsyn_rows_text (indicators, row, UNIT));
  samsyn_table_value (table, leads ? samsyn_rows_get (indicators, row, BASELINE) : &SAMSYN_VALUE_NULL);
  samsyn_table_value (table, series != NULL ? samsyn_rows_get (measurements->rows, newest, SAMSYN_MEASURED_VALUE)
                                            : &SAMSYN_VALUE_NULL);
  add_period (table, when);
  samsyn_table_value (table, leads ? samsyn_rows_get (indicators, row, TARGET) : &SAMSYN_VALUE_NULL);
  samsyn_table_text (table, leads ? samsyn_pack_choice (pack, "goal", "fulfilment", samsyn_rows_text (indicators, row, GOAL_MET))
                                  : NULL);
  samsyn_table_text (table, *source != '\0' ? source : samsyn_rows_text (indicators, row, SOURCE));
}

static void
add_indicator (SamsynPack       *pack,
               SamsynTable      *table,
               const SamsynRows *indicators,
               guint             row,
               GPtrArray        *all)
{
  const SamsynMeasurements *measurements = g_ptr_array_index (all, row);

  if (measurements->series->len == 0)
    add_series (pack, table, indicators, row, measurements, NULL);
  for (guint i = 0; i < measurements->series->len; i++)
    add_series (pack, table, indicators, row, measurements, g_ptr_array_index (measurements->series, i));
}

/* The goal's indicators, or where it has none the goal alone. */
static void
add_goal (SamsynPack       *pack,
          SamsynTable      *table,
          const SamsynRows *goals,
          guint             row,
          const SamsynRows *indicators,
          GPtrArray        *all)
{
  gint64 goal = samsyn_rows_integer (goals, row, GOAL_ID, 0);
  gboolean any = FALSE;

  for (guint i = 0; i < indicators->n_rows; i++)
    if (samsyn_rows_integer (indicators, i, GOAL, 0) == goal)
      {
        any = TRUE;
        add_indicator (pack, table, indicators, i, all);
      }
  if (any)
    return;
  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_rows_text (goals, row, GOAL_TEXT));
  for (guint i = 0; i < 6; i++)
    samsyn_table_empty (table);
  samsyn_table_text (table, samsyn_pack_choice (pack, "goal", "fulfilment", samsyn_rows_text (goals, row, GOAL_FULFILMENT)));
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

/* ---- Courses --------------------------------------------------------------------------------------------------------------- */

/* “0.0012”, or of a range “0.0012–0.0049”. */
static char *
measured (SamsynPack               *pack,
          const SamsynMeasurements *measurements,
          guint                     row)
{
  const SamsynValue *value = samsyn_rows_get (measurements->rows, row, SAMSYN_MEASURED_VALUE);
  const SamsynValue *value_to = samsyn_rows_get (measurements->rows, row, SAMSYN_MEASURED_VALUE_TO);
  g_autofree char *lower = samsyn_figure_number (pack->language, samsyn_value_get_number (value, 0));
  g_autofree char *upper = NULL;

  if (!samsyn_sum_takes (value_to))
    return g_steal_pointer (&lower);
  upper = samsyn_figure_number (pack->language, samsyn_value_get_number (value_to, 0));
  return g_strconcat (lower, "–", upper, NULL);
}

/* “Enrolled: from 210 (2015-12-31) to 340 (2016-04-30); the target is 400.” */
static char *
course_message (SamsynPack               *pack,
                const char               *name,
                const SamsynValue        *target,
                const SamsynMeasurements *measurements,
                guint                     first,
                guint                     last)
{
  g_autofree char *from = measured (pack, measurements, first);
  g_autofree char *to = measured (pack, measurements, last);
  g_autofree char *goal
      = samsyn_sum_takes (target) ? samsyn_figure_number (pack->language, samsyn_value_get_number (target, 0)) : NULL;
  const char *begun = samsyn_rows_text (measurements->rows, first, SAMSYN_MEASURED_ON);
  const char *ended = samsyn_rows_text (measurements->rows, last, SAMSYN_MEASURED_ON);

  if (goal == NULL)
    return g_strdup_printf (samsyn_words (pack->language, "pack", "%s: from %s (%s) to %s (%s)."), name, from, begun, to, ended);
  return g_strdup_printf (samsyn_words (pack->language, "pack", "%s: from %s (%s) to %s (%s); the target is %s."), name, from,
                          begun, to, ended, goal);
}

/* The rows of a series that have a number, the oldest first. */
static GArray *
valued_rows (const SamsynMeasurements *measurements,
             const SamsynSeries       *series)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; series != NULL && i < series->rows->len; i++)
    if (samsyn_measurements_has_value (measurements, g_array_index (series->rows, guint, i)))
      g_array_append_val (rows, g_array_index (series->rows, guint, i));
  return rows;
}

/* A line of the series that leads, where it has at least two values; what it is drawn from stands above it. */
static void
add_course (SamsynPack               *pack,
            const SamsynRows         *indicators,
            guint                     row,
            const SamsynMeasurements *measurements,
            guint                    *n_charts)
{
  const SamsynSeries *series = samsyn_measurements_lead (measurements);
  g_autoptr (GArray) rows = valued_rows (measurements, series);
  const SamsynValue *target = samsyn_rows_get (indicators, row, TARGET);
  const guint columns_drawn[] = { COURSE_VALUE, COURSE_TARGET };
  g_autofree char *message = NULL, *name = NULL;
  SamsynTable *table;

  if (rows->len < 2 || *n_charts == MOST_CHARTS)
    return;
  (*n_charts)++;
  name = series_name (pack, samsyn_rows_text (indicators, row, NAME), measurements, series, TRUE);
  message = course_message (pack, name, target, measurements, g_array_index (rows, guint, 0),
                            g_array_index (rows, guint, rows->len - 1));
  table = samsyn_pack_add_table (pack, pack->sheet, message, course_columns);
  for (guint i = 0; i < rows->len; i++)
    {
      samsyn_table_add_row (table);
      samsyn_table_text (table, samsyn_rows_text (measurements->rows, g_array_index (rows, guint, i), SAMSYN_MEASURED_ON));
      samsyn_table_value (table, samsyn_rows_get (measurements->rows, g_array_index (rows, guint, i), SAMSYN_MEASURED_VALUE));
      samsyn_table_value (table, target);
    }
  samsyn_sheet_add_chart (pack->sheet, SAMSYN_CHART_LINE, name, message, table, COURSE_DATE, columns_drawn,
                          samsyn_sum_takes (target) ? 2 : 1);
}

static void
add_rows (SamsynPack       *pack,
          SamsynTable      *table,
          const SamsynRows *goals,
          const SamsynRows *indicators,
          GPtrArray        *all)
{
  guint n_charts = 0;

  for (guint i = 0; i < goals->n_rows; i++)
    add_goal (pack, table, goals, i, indicators, all);
  for (guint i = 0; i < indicators->n_rows; i++)
    if (!is_goal_told (goals, samsyn_rows_integer (indicators, i, GOAL, 0)))
      add_indicator (pack, table, indicators, i, all);
  for (guint i = 0; i < indicators->n_rows; i++)
    add_course (pack, indicators, i, g_ptr_array_index (all, i), &n_charts);
}

static gboolean
add (SamsynPack            *pack,
     const SamsynPackSheet *self,
     GError               **error)
{
  g_autoptr (SamsynRows) goals = read_goals (pack, error);
  g_autoptr (SamsynRows) indicators = goals != NULL ? read_indicators (pack, error) : NULL;
  g_autoptr (GPtrArray) all = indicators != NULL ? read_measurements (pack, indicators, error) : NULL;

  if (all == NULL)
    return FALSE;
  if (goals->n_rows + indicators->n_rows == 0)
    return TRUE;
  add_rows (pack, samsyn_pack_add_table (pack, samsyn_pack_open_sheet (pack, self), NULL, columns), goals, indicators, all);
  return TRUE;
}

const SamsynPackSheet samsyn_sheet_goals = {
  .part = { "goals", NC_ ("pack", "Goals and indicators") },
  .title = NC_ ("pack", "Goals and indicators"),
  .purpose = NC_ ("pack", "What the project is to achieve, how it is measured, and the latest value of each indicator."),
  .add = add,
};
