/* judgement.c: the lights of a project as they were set, beside what the data gives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "judgement.h"

#include "kinds/kinds.h"
#include "model/words.h"

#define OVERALL "overall"
#define GREY "not_assessed"

static const SamsynField *
light_field (const char *id)
{
  return samsyn_kind_field (samsyn_kind_find ("status_light"), id);
}

static void
judgement_clear (gpointer data)
{
  SamsynJudgement *judgement = data;

  g_free (judgement->reason);
  samsyn_suggestion_clear (&judgement->computed);
}

static GArray *
judgements_new (void)
{
  GArray *judgements = g_array_new (FALSE, TRUE, sizeof (SamsynJudgement));
  guint n = 0;

  while (light_field ("dimension")->choices[n].id != NULL)
    n++;
  g_array_set_clear_func (judgements, judgement_clear);
  g_array_set_size (judgements, n);
  return judgements;
}

SamsynJudgement *
samsyn_judgement_of (GArray     *judgements,
                     const char *dimension)
{
  const SamsynChoice *choices = light_field ("dimension")->choices;

  for (guint i = 0; i < judgements->len; i++)
    if (g_strcmp0 (choices[i].id, dimension) == 0)
      return &g_array_index (judgements, SamsynJudgement, i);
  return NULL;
}

/* ---- As set ---------------------------------------------------------------------------------------------------------------- */

enum
{
  DIMENSION,
  LIGHT,
  REASON
};

static gboolean
read_set (SamsynStore *store,
          gint64       report,
          GArray      *judgements,
          GError     **error)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("status_light"));
  g_autoptr (SamsynRows) rows = NULL;

  samsyn_query_select (query, "dimension");
  samsyn_query_select (query, "light");
  samsyn_query_select (query, "reason");
  samsyn_query_where_integer (query, "status_report", SAMSYN_QUERY_EQUAL, report);
  rows = samsyn_store_select (store, query, error);
  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    {
      SamsynJudgement *judgement = samsyn_judgement_of (judgements, samsyn_rows_text (rows, i, DIMENSION));
      const SamsynChoice *choice = samsyn_field_find_choice (light_field ("light"), samsyn_rows_text (rows, i, LIGHT));

      if (judgement == NULL || choice == NULL)
        continue;
      judgement->set = choice->id;
      g_free (judgement->reason);
      judgement->reason = g_strdup (samsyn_rows_text (rows, i, REASON));
    }
  return rows != NULL;
}

/* ---- As computed ----------------------------------------------------------------------------------------------------------- */

static gboolean
has_reason (const SamsynJudgement *judgement)
{
  return judgement->reason != NULL && *judgement->reason != '\0';
}

/* What a dimension counts for in the whole: a light set better than the data says needs a reason. */
static const char *
counted (const SamsynJudgement *judgement)
{
  const char *stands = samsyn_judgement_light (judgement);

  if (samsyn_judgement_differs (judgement) && !has_reason (judgement)
      && samsyn_light_rank (judgement->computed.light) > samsyn_light_rank (stands))
    return judgement->computed.light;
  return stands;
}

void
samsyn_judge_overall (GArray     *judgements,
                      const char *language)
{
  const SamsynChoice *choices = light_field ("dimension")->choices;
  SamsynSuggestion *overall = &samsyn_judgement_of (judgements, OVERALL)->computed;
  const SamsynChoice *worst = NULL;

  samsyn_suggestion_clear (overall);
  for (guint i = 0; i < judgements->len; i++)
    {
      const char *light = g_str_equal (choices[i].id, OVERALL) ? NULL : counted (&g_array_index (judgements, SamsynJudgement, i));

      if (light == NULL || (overall->light != NULL && samsyn_light_rank (light) <= samsyn_light_rank (overall->light)))
        continue;
      overall->light = light;
      worst = &choices[i];
    }
  if (overall->light != NULL && samsyn_light_rank (overall->light) == 0)
    overall->cause = g_strdup (samsyn_words (language, "suggestion", "No area is assessed."));
  else if (overall->light != NULL)
    overall->cause
      = g_strdup_printf (samsyn_words (language, "suggestion", "Worst of the areas: %s."),
                         samsyn_choice_label (samsyn_kind_find ("status_light"), light_field ("dimension"), worst->id, language));
}

GArray *
samsyn_judge (SamsynStore *store,
              gint64       project,
              gint64       report,
              const char  *date,
              const char  *language,
              GError     **error)
{
  g_autoptr (GArray) judgements = judgements_new ();
  const SamsynChoice *choices = light_field ("dimension")->choices;

  if (report != 0 && !read_set (store, report, judgements, error))
    return NULL;
  for (guint i = 0; i < judgements->len; i++)
    if (!samsyn_suggest_light (store, project, choices[i].id, date, language,
                               &g_array_index (judgements, SamsynJudgement, i).computed, error))
      return NULL;
  samsyn_judge_overall (judgements, language);
  return g_steal_pointer (&judgements);
}

const char *
samsyn_judgement_light (const SamsynJudgement *judgement)
{
  return judgement->set != NULL ? judgement->set : judgement->computed.light;
}

gboolean
samsyn_judgement_differs (const SamsynJudgement *judgement)
{
  return judgement->set != NULL && judgement->computed.light != NULL && !g_str_equal (judgement->set, judgement->computed.light);
}

gboolean
samsyn_judgement_lacks_reason (const SamsynJudgement *judgement)
{
  return samsyn_judgement_differs (judgement) && !has_reason (judgement) && samsyn_light_rank (judgement->computed.light) > 0;
}

/* ---- In words -------------------------------------------------------------------------------------------------------------- */

const char *
samsyn_light_word (const char *light,
                   const char *language)
{
  static const char *const words[] = { NC_ ("light in a sentence", "grey"), NC_ ("light in a sentence", "green"),
                                       NC_ ("light in a sentence", "amber"), NC_ ("light in a sentence", "red") };

  return samsyn_words (language, "light in a sentence", words[samsyn_light_rank (light)]);
}

/* NULL: there is none, and none is asked for. */
static const char *
reason_in_words (const SamsynJudgement *judgement,
                 const char            *language)
{
  if (samsyn_judgement_lacks_reason (judgement))
    return samsyn_words (language, "light", "reason missing");
  return has_reason (judgement) ? judgement->reason : NULL;
}

char *
samsyn_judgement_mark (const SamsynJudgement *judgement,
                       gboolean               reason,
                       const char            *language)
{
  const char *word = samsyn_light_word (judgement->computed.light, language), *why = reason_in_words (judgement, language);

  if (judgement->set == NULL)
    return g_strdup (samsyn_words (language, "light", "(computed)"));
  if (!samsyn_judgement_differs (judgement))
    return NULL;
  if (!reason || why == NULL)
    return g_strdup_printf (samsyn_words (language, "light", "(computed %s)"), word);
  return g_strdup_printf (samsyn_words (language, "light", "(computed %s: %s)"), word, why);
}

char *
samsyn_judgement_tell (const SamsynJudgement *judgement,
                       const char            *language)
{
  const char *set = samsyn_light_word (judgement->set, language),
             *computed = samsyn_light_word (judgement->computed.light, language);
  const char *why = reason_in_words (judgement, language);

  if (!samsyn_judgement_differs (judgement))
    return NULL;
  if (why == NULL)
    return g_strdup_printf (samsyn_words (language, "light", "Set %s, computed %s (%s)"), set, computed,
                            judgement->computed.cause);
  return g_strdup_printf (samsyn_words (language, "light", "Set %s, computed %s: %s (%s)"), set, computed, why,
                          judgement->computed.cause);
}
