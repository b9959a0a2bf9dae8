/* suggest.c: the light that the data itself would give
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "suggest.h"

#include "kinds/kinds.h"
#include "model/date.h"
#include "model/words.h"
#include "settings.h"

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
light_at (int value,
          int amber,
          int red)
{
  return value >= red ? "red" : value >= amber ? "amber" : "green";
}

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

static gboolean
suggest_cost (const Question   *question,
              SamsynSuggestion *suggestion,
              GError          **error)
{
  g_autoptr (SamsynQuery) query = query_of_project (question, "budget_line");
  g_autoptr (SamsynRows) rows = NULL;
  gint64 budget;
  int above;

  samsyn_query_where_text (query, "sort", SAMSYN_QUERY_NOT_EQUAL, "revenue");
  samsyn_query_where (query, "scenario", SAMSYN_QUERY_EMPTY, NULL);
  samsyn_query_where (query, "budget", SAMSYN_QUERY_GIVEN, NULL);
  samsyn_query_where (query, "forecast", SAMSYN_QUERY_GIVEN, NULL);
  samsyn_query_take (query, SAMSYN_QUERY_SUM, "budget");
  samsyn_query_take (query, SAMSYN_QUERY_SUM, "forecast");
  rows = samsyn_store_select (question->store, query, error);
  if (rows == NULL)
    return FALSE;
  budget = rows->n_rows > 0 ? samsyn_rows_integer (rows, 0, 0, 0) : 0;
  if (budget <= 0)
    return TRUE;
  above = (int) ((samsyn_rows_integer (rows, 0, 1, 0) - budget) * 100 / budget);
  suggestion->light
    = light_at (above, limit (question, SAMSYN_SETTING_COST_AMBER), limit (question, SAMSYN_SETTING_COST_RED));
  suggestion->cause
    = g_strdup_printf (samsyn_words (question->language, "suggestion", "Forecast against budget: %+d %%."), above);
  return TRUE;
}

enum
{
  RISK_PROBABILITY,
  RISK_IMPACT
};

static gboolean
suggest_risk (const Question   *question,
              SamsynSuggestion *suggestion,
              GError          **error)
{
  g_autoptr (SamsynQuery) query = query_of_project (question, "risk");
  g_autoptr (SamsynRows) rows = NULL;
  int amber = limit (question, SAMSYN_SETTING_RISK_AMBER);
  int worst = 0;
  guint high = 0;

  samsyn_query_where_text (query, "status", SAMSYN_QUERY_NOT_EQUAL, "closed");
  samsyn_query_where_text (query, "sort", SAMSYN_QUERY_NOT_EQUAL, "opportunity");
  samsyn_query_select (query, "probability");
  samsyn_query_select (query, "impact");
  rows = samsyn_store_select (question->store, query, error);
  if (rows == NULL)
    return FALSE;
  if (rows->n_rows == 0)
    return TRUE;
  for (guint i = 0; i < rows->n_rows; i++)
    {
      int score = (int) (samsyn_rows_integer (rows, i, RISK_PROBABILITY, 0) * samsyn_rows_integer (rows, i, RISK_IMPACT, 0));

      worst = MAX (worst, score);
      high += score >= amber;
    }
  suggestion->light = light_at (worst, amber, limit (question, SAMSYN_SETTING_RISK_RED));
  suggestion->cause
    = g_strdup_printf (samsyn_words (question->language, "suggestion", "Open risks of %d or more: %u; the highest is %d."),
                       amber, high, worst);
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

static gboolean
suggest_benefit (const Question   *question,
                 SamsynSuggestion *suggestion,
                 GError          **error)
{
  g_autoptr (SamsynQuery) query = query_of_project (question, "goal");
  g_autoptr (SamsynRows) rows = NULL;
  guint unmet, partly, met;

  samsyn_query_group (query, "fulfilment");
  samsyn_query_select (query, "fulfilment");
  samsyn_query_take (query, SAMSYN_QUERY_COUNT, "fulfilment");
  rows = samsyn_store_select (question->store, query, error);
  if (rows == NULL)
    return FALSE;
  unmet = goals_with (rows, "not_met");
  partly = goals_with (rows, "partly_met");
  met = goals_with (rows, "met");
  if (unmet + partly + met == 0)
    return TRUE;
  suggestion->light = unmet > 0 ? "red" : partly > 0 ? "amber" : "green";
  suggestion->cause
    = g_strdup_printf (samsyn_words (question->language, "suggestion", "Goals not met: %u, partly met: %u, met: %u."),
                       unmet, partly, met);
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
