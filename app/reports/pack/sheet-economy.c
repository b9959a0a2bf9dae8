/* sheet-economy.c: budget, outcome and forecast, costs and revenues apart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

#include "model/figures.h"

#define SUMMED (SAMSYN_COLUMN_TOTAL | SAMSYN_COLUMN_LINES)

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "Funder"), SAMSYN_COLUMN_TEXT, 30, 0 },
  { NC_ ("pack", "Year"), SAMSYN_COLUMN_INTEGER, 8, 0 },
  { NC_ ("pack", "Heading"), SAMSYN_COLUMN_TEXT, 34, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Budget (kSEK)"), SAMSYN_COLUMN_THOUSANDS, 13, SUMMED },
  { NC_ ("pack", "Outcome (kSEK)"), SAMSYN_COLUMN_THOUSANDS, 13, SUMMED },
  { NC_ ("pack", "Outcome up to"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Last forecast"), SAMSYN_COLUMN_THOUSANDS, 13, SUMMED },
  { NC_ ("pack", "Forecast"), SAMSYN_COLUMN_THOUSANDS, 13, SUMMED },
  { NC_ ("pack", "Deviation (kSEK)"), SAMSYN_COLUMN_THOUSANDS, 13, SUMMED | SAMSYN_COLUMN_WHOLE },
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

/* ---- Sums ------------------------------------------------------------------------------------------------------------------ */

enum
{
  SUM_BUDGET,
  SUM_OUTCOME,
  SUM_FORECAST,
  N_SUMS
};

typedef struct
{
  gint64    year;
  SamsynSum sums[N_SUMS];
} Year;

static void
add_to_sums (SamsynSum        *sums,
             const SamsynRows *rows,
             guint             row)
{
  static const guint amounts[N_SUMS] = { BUDGET, OUTCOME, FORECAST };

  for (guint sum = 0; sum < N_SUMS; sum++)
    samsyn_sum_add (&sums[sum], samsyn_rows_get (rows, row, amounts[sum]));
}

/* The lines come by year. */
static GArray *
sum_years (const SamsynRows *rows)
{
  GArray *years = g_array_new (FALSE, TRUE, sizeof (Year));

  for (guint i = 0; i < rows->n_rows; i++)
    {
      gint64 year = samsyn_rows_integer (rows, i, YEAR, 0);

      if (years->len == 0 || g_array_index (years, Year, years->len - 1).year != year)
        {
          g_array_set_size (years, years->len + 1);
          g_array_index (years, Year, years->len - 1).year = year;
        }
      add_to_sums (g_array_index (years, Year, years->len - 1).sums, rows, i);
    }
  return years;
}

/* “4 200 tkr”, or “4 200 tkr (5 of 9 lines)”. */
static char *
sum_in_words (SamsynPack      *pack,
              const SamsynSum *sum)
{
  g_autofree char *amount = samsyn_figure_money (pack->language, sum->total, FALSE);

  if (samsyn_sum_is_whole (sum))
    return g_steal_pointer (&amount);
  return g_strdup_printf (samsyn_words (pack->language, "pack", "%s (%u of %u lines)"), amount, sum->n_given, sum->n_lines);
}

/* “surplus SEK 120 k”, “deficit SEK 470 k”: by its effect on the result. */
static char *
deviation_in_words (SamsynPack      *pack,
                    const SamsynSum *sums)
{
  double above = sums[SUM_FORECAST].total - sums[SUM_BUDGET].total;
  g_autofree char *amount = samsyn_figure_money (pack->language, above < 0 ? -above : above, FALSE);

  if (above == 0)
    return g_strdup (samsyn_words (pack->language, "pack", "as budgeted"));
  return g_strdup_printf (above > 0 ? samsyn_words (pack->language, "pack", "deficit %s")
                                    : samsyn_words (pack->language, "pack", "surplus %s"),
                          amount);
}

/* “The outcome is 4 200 tkr of 6 000 tkr budgeted; the forecast is 5 800 tkr: surplus 200 tkr.”  Where a forecast is missing
 * there is no forecast of the whole. */
static char *
chart_message (SamsynPack      *pack,
               const SamsynSum *sums)
{
  g_autofree char *budget = sum_in_words (pack, &sums[SUM_BUDGET]);
  g_autofree char *outcome = sum_in_words (pack, &sums[SUM_OUTCOME]);
  g_autofree char *forecast = sum_in_words (pack, &sums[SUM_FORECAST]);
  g_autofree char *deviation = deviation_in_words (pack, sums);

  if (!samsyn_sum_is_whole (&sums[SUM_FORECAST]))
    return g_strdup_printf (samsyn_words (pack->language, "pack",
                                          "The outcome is %s of %s budgeted; forecast for %u of %u lines, so no deviation is "
                                          "told."),
                            outcome, budget, sums[SUM_FORECAST].n_given, sums[SUM_FORECAST].n_lines);
  return g_strdup_printf (samsyn_words (pack->language, "pack", "The outcome is %s of %s budgeted; the forecast is %s: %s."),
                          outcome, budget, forecast, deviation);
}

/* A forecast that is not whole has no bar: it would look like a saving. */
static void
add_year_sum (SamsynPack      *pack,
              SamsynTable     *table,
              guint            number,
              const SamsynSum *sum)
{
  if (samsyn_sum_is_whole (sum))
    samsyn_table_number (table, sum->total);
  else if (number == SUM_FORECAST)
    {
      g_autofree char *words
          = g_strdup_printf (samsyn_words (pack->language, "pack", "%u of %u lines"), sum->n_given, sum->n_lines);

      samsyn_table_text (table, words);
    }
  else if (sum->n_given == 0)
    samsyn_table_empty (table);
  else
    {
      samsyn_table_number (table, sum->total);
      samsyn_table_partial (table, sum->n_given, sum->n_lines);
    }
}

static gboolean
add_chart (SamsynPack *pack,
           GError    **error)
{
  static const guint series[] = { 1 + SUM_BUDGET, 1 + SUM_OUTCOME, 1 + SUM_FORECAST };
  g_autoptr (SamsynRows) rows = read_lines (pack, FALSE, error);
  g_autoptr (GArray) years = NULL;
  g_autofree char *message = NULL;
  SamsynSum sums[N_SUMS] = { 0 };
  SamsynTable *table;

  if (rows == NULL || rows->n_rows == 0)
    return rows != NULL;
  for (guint i = 0; i < rows->n_rows; i++)
    add_to_sums (sums, rows, i);
  years = sum_years (rows);
  message = chart_message (pack, sums);
  table = samsyn_pack_add_table (pack, pack->sheet, message, year_columns);
  for (guint i = 0; i < years->len; i++)
    {
      const Year *year = &g_array_index (years, Year, i);
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, year->year);

      samsyn_table_add_row (table);
      samsyn_table_text (table, name);
      for (guint sum = 0; sum < N_SUMS; sum++)
        add_year_sum (pack, table, sum, &year->sums[sum]);
    }
  samsyn_sheet_add_chart (pack->sheet, SAMSYN_CHART_COLUMN, samsyn_words (pack->language, "pack", "Costs by year (kSEK)"),
                          message, table, 0, series, G_N_ELEMENTS (series));
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
  .purpose = NC_ ("pack", "Budget, outcome and forecast in thousands of kronor; the deviation is the forecast less the budget: "
                          "above zero a cost is a deficit, a revenue a surplus."),
  .add = add,
};
