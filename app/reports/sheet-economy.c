/* sheet-economy.c: budget, outcome and forecast, costs and revenues apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Funder"), SAMSYN_COLUMN_TEXT, 30, 0 },
  { NC_ ("pack", "Year"), SAMSYN_COLUMN_INTEGER, 8, 0 },
  { NC_ ("pack", "Heading"), SAMSYN_COLUMN_TEXT, 34, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Budget (kSEK)"), SAMSYN_COLUMN_THOUSANDS, 13, SAMSYN_COLUMN_TOTAL },
  { NC_ ("pack", "Outcome (kSEK)"), SAMSYN_COLUMN_THOUSANDS, 13, SAMSYN_COLUMN_TOTAL },
  { NC_ ("pack", "Outcome up to"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Last forecast"), SAMSYN_COLUMN_THOUSANDS, 13, SAMSYN_COLUMN_TOTAL },
  { NC_ ("pack", "Forecast"), SAMSYN_COLUMN_THOUSANDS, 13, SAMSYN_COLUMN_TOTAL },
  { NC_ ("pack", "Deviation (kSEK)"), SAMSYN_COLUMN_THOUSANDS, 13, SAMSYN_COLUMN_TOTAL },
  { NC_ ("pack", "Comment"), SAMSYN_COLUMN_TEXT, 40, 0 },
  { NULL },
};

/* The chart's data: the amounts of a year are compared, not added up over years. */
static const SamsynPackColumn year_columns[] = {
  { NC_ ("pack", "Costs by year"), SAMSYN_COLUMN_STATE, 0, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Budget (kSEK)"), SAMSYN_COLUMN_THOUSANDS, 0, 0 },
  { NC_ ("pack", "Outcome (kSEK)"), SAMSYN_COLUMN_THOUSANDS, 0, 0 },
  { NC_ ("pack", "Forecast (kSEK)"), SAMSYN_COLUMN_THOUSANDS, 0, 0 },
  { NULL },
};

enum
{
  ID,
  FUNDER,
  FUNDING,
  YEAR,
  HEADING,
  BUDGET,
  OUTCOME,
  OUTCOME_ON,
  FORECAST,
  DEVIATION,
  NOTES
};

/* Lines in force of the pack's projects: costs (also those of no sort), or revenues. */
static SamsynQuery *
lines_query (SamsynPack *pack,
             gboolean    revenues)
{
  SamsynQuery *query = samsyn_ask ("budget_line", pack->language, NULL);

  samsyn_query_where_text (query, "sort", revenues ? SAMSYN_QUERY_EQUAL : SAMSYN_QUERY_NOT_EQUAL, "revenue");
  samsyn_query_where (query, "scenario", SAMSYN_QUERY_EMPTY, NULL);
  samsyn_ask_among (query, "project", pack->projects, FALSE);
  return query;
}

static SamsynRows *
read_lines (SamsynPack *pack,
            gboolean    revenues,
            GError    **error)
{
  static const char *const paths[] = { "@id",     "funding.funder.@title", "funding.name", "year",      "heading", "budget",
                                       "outcome", "outcome_on",            "forecast",     "deviation", "notes" };
  g_autoptr (SamsynQuery) query = lines_query (pack, revenues);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    samsyn_query_select (query, paths[i]);
  samsyn_query_order (query, "year", FALSE);
  samsyn_query_order (query, "heading", FALSE);
  return samsyn_store_select (pack->store, query, error);
}

static void
add_line (SamsynTable      *table,
          SamsynLookup     *before,
          const SamsynRows *rows,
          guint             row)
{
  const SamsynValue *forecast_before = samsyn_pack_before (before, samsyn_rows_integer (rows, row, ID, 0));
  const char *funder = samsyn_rows_text (rows, row, FUNDER);

  samsyn_table_add_row (table);
  samsyn_table_text (table, *funder != '\0' ? funder : samsyn_rows_text (rows, row, FUNDING));
  samsyn_table_value (table, samsyn_rows_get (rows, row, YEAR));
  samsyn_table_text (table, samsyn_rows_text (rows, row, HEADING));
  samsyn_table_value (table, samsyn_rows_get (rows, row, BUDGET));
  samsyn_table_value (table, samsyn_rows_get (rows, row, OUTCOME));
  samsyn_table_text (table, samsyn_rows_text (rows, row, OUTCOME_ON));
  if (forecast_before != NULL)
    samsyn_table_value (table, forecast_before);
  else
    samsyn_table_empty (table);
  samsyn_table_value (table, samsyn_rows_get (rows, row, FORECAST));
  samsyn_table_value (table, samsyn_rows_get (rows, row, DEVIATION));
  samsyn_table_text (table, samsyn_rows_text (rows, row, NOTES));
}

static gboolean
add_lines (SamsynPack            *pack,
           const SamsynPackSheet *self,
           SamsynLookup          *before,
           gboolean               revenues,
           GError               **error)
{
  g_autoptr (SamsynRows) rows = read_lines (pack, revenues, error);
  const char *caption = NULL;
  SamsynTable *table;

  if (rows == NULL)
    return FALSE;
  if (rows->n_rows == 0)
    return TRUE;
  if (pack->sheet == NULL)
    samsyn_pack_open_sheet (pack, self);
  if (revenues)
    caption = samsyn_words (pack->language, "pack", "Revenues");
  table = samsyn_pack_add_table (pack, pack->sheet, caption, columns);
  for (guint i = 0; i < rows->n_rows; i++)
    add_line (table, before, rows, i);
  return TRUE;
}

enum
{
  SUM_YEAR,
  SUM_BUDGET,
  SUM_OUTCOME,
  SUM_FORECAST
};

static SamsynRows *
sum_years (SamsynPack *pack,
           GError    **error)
{
  g_autoptr (SamsynQuery) query = lines_query (pack, FALSE);

  samsyn_query_group (query, "year");
  samsyn_query_select (query, "year");
  samsyn_query_take (query, SAMSYN_QUERY_SUM, "budget");
  samsyn_query_take (query, SAMSYN_QUERY_SUM, "outcome");
  samsyn_query_take (query, SAMSYN_QUERY_SUM, "forecast");
  samsyn_query_order (query, "year", FALSE);
  return samsyn_store_select (pack->store, query, error);
}

/* “The outcome is 4,2 mkr of 6,0 mkr budgeted; the forecast is 5,8 mkr.” */
static char *
chart_message (SamsynPack       *pack,
               const SamsynRows *rows)
{
  g_autofree char *budget = NULL;
  g_autofree char *outcome = NULL;
  g_autofree char *forecast = NULL;
  gint64 sums[SUM_FORECAST + 1] = { 0 };

  for (guint i = 0; i < rows->n_rows; i++)
    for (guint sum = SUM_BUDGET; sum <= SUM_FORECAST; sum++)
      sums[sum] += samsyn_rows_integer (rows, i, sum, 0);
  budget = samsyn_pack_millions (pack, sums[SUM_BUDGET]);
  outcome = samsyn_pack_millions (pack, sums[SUM_OUTCOME]);
  forecast = samsyn_pack_millions (pack, sums[SUM_FORECAST]);
  return g_strdup_printf (samsyn_words (pack->language, "pack", "The outcome is %s of %s budgeted; the forecast is %s."), outcome,
                          budget, forecast);
}

static gboolean
add_chart (SamsynPack *pack,
           GError    **error)
{
  static const guint series[] = { SUM_BUDGET, SUM_OUTCOME, SUM_FORECAST };
  g_autoptr (SamsynRows) rows = sum_years (pack, error);
  g_autofree char *message = NULL;
  SamsynTable *table;

  if (rows == NULL)
    return FALSE;
  if (rows->n_rows == 0)
    return TRUE;
  message = chart_message (pack, rows);
  table = samsyn_pack_add_table (pack, pack->sheet, message, year_columns);
  for (guint i = 0; i < rows->n_rows; i++)
    {
      g_autofree char *year = g_strdup_printf ("%" G_GINT64_FORMAT, samsyn_rows_integer (rows, i, SUM_YEAR, 0));

      samsyn_table_add_row (table);
      samsyn_table_text (table, year);
      for (guint sum = SUM_BUDGET; sum <= SUM_FORECAST; sum++)
        samsyn_table_value (table, samsyn_rows_get (rows, i, sum));
    }
  samsyn_sheet_add_chart (pack->sheet, SAMSYN_CHART_COLUMN, samsyn_words (pack->language, "pack", "Costs by year (kSEK)"),
                          message, table, SUM_YEAR, series, G_N_ELEMENTS (series));
  return TRUE;
}

static gboolean
add (SamsynPack            *pack,
     const SamsynPackSheet *self,
     GError               **error)
{
  g_autoptr (SamsynLookup) before = NULL;

  if (!samsyn_pack_look_before (pack, &before, error, "budget_line", "forecast", NULL)
      || !add_lines (pack, self, before, FALSE, error) || !add_lines (pack, self, before, TRUE, error))
    return FALSE;
  return pack->sheet == NULL || add_chart (pack, error);
}

const SamsynPackSheet samsyn_sheet_economy = {
  .part = { "economy", NC_ ("pack", "Economy") },
  .title = NC_ ("pack", "Economy"),
  .purpose = NC_ ("pack", "Budget, outcome and forecast in thousands of kronor; the deviation is the forecast less the budget."),
  .add = add,
};
