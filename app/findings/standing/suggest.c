/* suggest.c: the light that the data itself would give
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "suggest.h"

#include <math.h>

#include "findings/facts/settings.h"
#include "kinds/kinds.h"
#include "model/date.h"
#include "model/figures.h"
#include "model/words.h"

#define MOST_PER_CENT 1000 /* from here on per cents say nothing */

typedef struct
{
  SamsynStore *store;
  gint64       project;
  const char  *date;
  const char  *language;
} Question;

typedef gboolean (*SuggestFunc) (const Question   *question,
                                 SamsynSuggestion *suggestion,
                                 GError          **error);

static SamsynQuery *
query_of_project (const Question *question,
                  const char     *kind)
{
  SamsynQuery *query = samsyn_query_new (samsyn_kind_find (kind));

  samsyn_query_where_integer (query, "project", SAMSYN_QUERY_EQUAL, question->project);
  return query;
}

/* A limit: the project's own, the workspace's, or the usual one. */
static int
limit (const Question *question,
       SamsynSetting   setting)
{
  const char *name = samsyn_setting (setting)->name;
  g_autofree char *own = g_strdup_printf ("%s.%" G_GINT64_FORMAT, name, question->project);
  g_autofree char *common = samsyn_store_setting (question->store, name, NULL);
  g_autofree char *value = samsyn_store_setting (question->store, own, common);

  return samsyn_setting_value (setting, value);
}

static const char *
light_at (double value,
          int    amber,
          int    red)
{
  return value >= red ? "red" : value >= amber ? "amber" : "green";
}

/* Adds to what the light follows from. */
static void
add_sentence (SamsynSuggestion *suggestion,
              const char       *sentence)
{
  char *cause = suggestion->cause != NULL ? g_strconcat (suggestion->cause, " ", sentence, NULL) : g_strdup (sentence);

  g_free (suggestion->cause);
  suggestion->cause = cause;
}

/* ---- Time ------------------------------------------------------------------------------------------------------------------ */

enum
{
  MILESTONE_PLANNED,
  MILESTONE_FORECAST,
  MILESTONE_REACHED
};

/* How late a milestone is, was, or by now must become. */
static int
milestone_delay (const SamsynRows *rows,
                 guint             row,
                 const char       *date)
{
  const char *planned = samsyn_rows_text (rows, row, MILESTONE_PLANNED);
  const char *expected = samsyn_rows_text (rows, row, MILESTONE_FORECAST);

  if (*samsyn_rows_text (rows, row, MILESTONE_REACHED) != '\0')
    return 0;
  if (*expected == '\0')
    expected = planned;
  return samsyn_date_days (planned, g_strcmp0 (expected, date) < 0 ? date : expected);
}

static gboolean
suggest_time (const Question   *question,
              SamsynSuggestion *suggestion,
              GError          **error)
{
  g_autoptr (SamsynQuery) query = query_of_project (question, "milestone");
  g_autoptr (SamsynRows) rows = NULL;
  int amber = limit (question, SAMSYN_SETTING_TIME_AMBER);
  int worst = 0;
  guint late = 0;

  samsyn_query_select (query, "planned_on");
  samsyn_query_select (query, "forecast_on");
  samsyn_query_select (query, "reached_on");
  rows = samsyn_store_select (question->store, query, error);
  if (rows == NULL)
    return FALSE;
  if (rows->n_rows == 0)
    return TRUE;
  for (guint i = 0; i < rows->n_rows; i++)
    {
      int delay = milestone_delay (rows, i, question->date);

      worst = MAX (worst, delay);
      late += delay >= amber && delay > 0;
    }
  suggestion->light = light_at (worst, amber, limit (question, SAMSYN_SETTING_TIME_RED));
  suggestion->cause
    = g_strdup_printf (samsyn_words (question->language, "suggestion", "Late milestones: %u of %u, at most %d days."),
                       late, rows->n_rows, worst);
  return TRUE;
}

/* What is not assessed can only be worse: a green light needs all of it, the others stand for what is known. */
static const char *
unless_unknown (const char *light,
                guint       n_unknown)
{
  return n_unknown > 0 && g_str_equal (light, "green") ? "not_assessed" : light;
}

static void
add_unknown (const Question   *question,
             SamsynSuggestion *suggestion,
             guint             n_unknown,
             guint             n_all)
{
  g_autofree char *unknown = NULL;

  if (n_unknown == 0)
    return;
  unknown = g_strdup_printf (samsyn_words (question->language, "suggestion", "%u of %u not assessed."), n_unknown, n_all);
  add_sentence (suggestion, unknown);
}

/* ---- Money ----------------------------------------------------------------------------------------------------------------- */

enum
{
  LINE_BUDGET,
  LINE_FORECAST
};

typedef struct
{
  SamsynSum budget;
  SamsynSum forecast;
  guint     n_unbudgeted; /* lines with a forecast without a budget: all of it is above */
} Costs;

static SamsynRows *
read_costs (const Question *question,
            Costs          *costs,
            GError        **error)
{
  g_autoptr (SamsynQuery) query = query_of_project (question, "budget_line");
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_where_text (query, "sort", SAMSYN_QUERY_NOT_EQUAL, "revenue");
  samsyn_query_where (query, "scenario", SAMSYN_QUERY_EMPTY, NULL);
  samsyn_query_select (query, "budget");
  samsyn_query_select (query, "forecast");
  rows = samsyn_store_select (question->store, query, error);
  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    {
      const SamsynValue *budget = samsyn_rows_get (rows, i, LINE_BUDGET), *forecast = samsyn_rows_get (rows, i, LINE_FORECAST);

      samsyn_sum_add (&costs->budget, budget);
      samsyn_sum_add (&costs->forecast, forecast);
      costs->n_unbudgeted += !samsyn_sum_takes (budget) && samsyn_value_get_number (forecast, 0) > 0;
    }
  return g_steal_pointer (&rows);
}

/* Per cent above the budget; without one, more than any limit. */
static double
per_cent_above (const Costs *costs)
{
  double above = costs->forecast.total - costs->budget.total;

  if (costs->budget.total > 0)
    return above * 100 / costs->budget.total;
  return above > 0 ? INFINITY : 0;
}

/* “+470 tkr, +9 % (deficit)”; where a per cent says nothing, the amount alone. */
static char *
deviation_in_words (const Question *question,
                    const Costs    *costs)
{
  double above = costs->forecast.total - costs->budget.total;
  g_autofree char *amount = samsyn_figure_money (question->language, above, TRUE);
  g_autofree char *percent = samsyn_figure_percent (question->language, per_cent_above (costs));
  const char *word = above > 0 ? NC_ ("suggestion", "deficit") : NC_ ("suggestion", "surplus");

  if (above == 0)
    return g_strdup (samsyn_words (question->language, "suggestion", "Forecast as budgeted."));
  word = samsyn_words (question->language, "suggestion", word);
  if (fabs (per_cent_above (costs)) >= MOST_PER_CENT)
    return g_strdup_printf (samsyn_words (question->language, "suggestion", "Forecast against budget: %s (%s)."), amount, word);
  return g_strdup_printf (samsyn_words (question->language, "suggestion", "Forecast against budget: %s, %s (%s)."), amount,
                          percent, word);
}

/* Of an incomplete sum no deviation is told; but if what is forecast takes more than the whole budget already, that is known. */
static void
suggest_without_forecast (const Question   *question,
                          const Costs      *costs,
                          SamsynSuggestion *suggestion)
{
  suggestion->light = unless_unknown (suggestion->light, 1);
  suggestion->cause = g_strdup_printf (samsyn_words (question->language, "suggestion", "Forecast for %u of %u lines."),
                                       costs->forecast.n_given, costs->forecast.n_lines);
  if (!g_str_equal (suggestion->light, "not_assessed"))
    add_sentence (suggestion, samsyn_words (question->language, "suggestion", "They alone take more than the whole budget."));
}

static gboolean
suggest_cost (const Question   *question,
              SamsynSuggestion *suggestion,
              GError          **error)
{
  Costs costs = { 0 };
  g_autoptr (SamsynRows) rows = read_costs (question, &costs, error);

  if (rows == NULL || rows->n_rows == 0)
    return rows != NULL;
  suggestion->light = light_at (per_cent_above (&costs), limit (question, SAMSYN_SETTING_COST_AMBER),
                                limit (question, SAMSYN_SETTING_COST_RED));
  if (samsyn_sum_is_whole (&costs.forecast))
    suggestion->cause = deviation_in_words (question, &costs);
  else
    suggest_without_forecast (question, &costs, suggestion);
  if (costs.n_unbudgeted > 0)
    {
      g_autofree char *unbudgeted
          = g_strdup_printf (samsyn_words (question->language, "suggestion", "No budget for %u of %u lines."), costs.n_unbudgeted,
                             costs.budget.n_lines);

      add_sentence (suggestion, unbudgeted);
    }
  return TRUE;
}

/* ---- Risks and goals ------------------------------------------------------------------------------------------------------- */

enum
{
  RISK_PROBABILITY,
  RISK_IMPACT
};

/* The risk's score, 0 where it has none yet. */
static int
score_of (const SamsynRows *rows,
          guint             row)
{
  return (int) (samsyn_rows_integer (rows, row, RISK_PROBABILITY, 0) * samsyn_rows_integer (rows, row, RISK_IMPACT, 0));
}

static SamsynRows *
read_risks (const Question *question,
            GError        **error)
{
  g_autoptr (SamsynQuery) query = query_of_project (question, "risk");

  samsyn_query_where_text (query, "status", SAMSYN_QUERY_NOT_EQUAL, "closed");
  samsyn_query_where_text (query, "sort", SAMSYN_QUERY_NOT_EQUAL, "opportunity");
  samsyn_query_select (query, "probability");
  samsyn_query_select (query, "impact");
  return samsyn_store_select (question->store, query, error);
}

static gboolean
suggest_risk (const Question   *question,
              SamsynSuggestion *suggestion,
              GError          **error)
{
  g_autoptr (SamsynRows) rows = read_risks (question, error);
  int amber = limit (question, SAMSYN_SETTING_RISK_AMBER);
  guint high = 0, n_unknown = 0;
  int worst = 0;

  if (rows == NULL || rows->n_rows == 0)
    return rows != NULL;
  for (guint i = 0; i < rows->n_rows; i++)
    {
      int score = score_of (rows, i);

      worst = MAX (worst, score);
      high += score > 0 && score >= amber;
      n_unknown += score == 0;
    }
  suggestion->light = unless_unknown (light_at (worst, amber, limit (question, SAMSYN_SETTING_RISK_RED)), n_unknown);
  if (n_unknown < rows->n_rows)
    suggestion->cause
      = g_strdup_printf (samsyn_words (question->language, "suggestion", "Open risks of %d or more: %u; the highest is %d."),
                         amber, high, worst);
  add_unknown (question, suggestion, n_unknown, rows->n_rows);
  return TRUE;
}

enum
{
  GOAL_FULFILMENT,
  GOAL_COUNT
};

static guint
goals_with (const SamsynRows *rows,
            const char       *fulfilment)
{
  for (guint i = 0; i < rows->n_rows; i++)
    if (g_str_equal (samsyn_rows_text (rows, i, GOAL_FULFILMENT), fulfilment))
      return (guint) samsyn_rows_integer (rows, i, GOAL_COUNT, 0);
  return 0;
}

static SamsynRows *
count_goals (const Question *question,
             GError        **error)
{
  g_autoptr (SamsynQuery) query = query_of_project (question, "goal");

  samsyn_query_group (query, "fulfilment");
  samsyn_query_select (query, "fulfilment");
  samsyn_query_take (query, SAMSYN_QUERY_COUNT, "@id");
  return samsyn_store_select (question->store, query, error);
}

static gboolean
suggest_benefit (const Question   *question,
                 SamsynSuggestion *suggestion,
                 GError          **error)
{
  g_autoptr (SamsynRows) rows = count_goals (question, error);
  guint unmet, partly, met, n_all = 0, n_known;

  if (rows == NULL || rows->n_rows == 0)
    return rows != NULL;
  unmet = goals_with (rows, "not_met");
  partly = goals_with (rows, "partly_met");
  met = goals_with (rows, "met");
  n_known = unmet + partly + met;
  for (guint i = 0; i < rows->n_rows; i++)
    n_all += (guint) samsyn_rows_integer (rows, i, GOAL_COUNT, 0);
  suggestion->light = unless_unknown (unmet > 0 ? "red" : partly > 0 ? "amber" : "green", n_all - n_known);
  if (n_known > 0)
    suggestion->cause
      = g_strdup_printf (samsyn_words (question->language, "suggestion", "Goals not met: %u, partly met: %u, met: %u."),
                         unmet, partly, met);
  add_unknown (question, suggestion, n_all - n_known, n_all);
  return TRUE;
}

static const struct
{
  const char *dimension;
  SuggestFunc suggest;
} rules[] = {
  { "time", suggest_time },
  { "cost", suggest_cost },
  { "risk", suggest_risk },
  { "benefit", suggest_benefit },
};

int
samsyn_light_rank (const char *light)
{
  static const char *const ranks[] = { "", "green", "amber", "red" };

  for (int i = 1; i < (int) G_N_ELEMENTS (ranks); i++)
    if (g_strcmp0 (light, ranks[i]) == 0)
      return i;
  return 0;
}

gboolean
samsyn_suggest_light (SamsynStore      *store,
                      gint64            project,
                      const char       *dimension,
                      const char       *date,
                      const char       *language,
                      SamsynSuggestion *suggestion,
                      GError          **error)
{
  const Question question = { store, project, date, language };

  *suggestion = (SamsynSuggestion) { NULL, NULL };
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].dimension, dimension))
      return rules[i].suggest (&question, suggestion, error);
  return TRUE;
}

void
samsyn_suggestion_clear (SamsynSuggestion *suggestion)
{
  g_clear_pointer (&suggestion->cause, g_free);
  suggestion->light = NULL;
}
