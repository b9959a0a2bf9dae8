/* lights.c: how projects stand, dimension by dimension, on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lights.h"

#include "ask.h"
#include "findings/standing/judgement.h"
#include "kinds/kinds.h"

static void
light_free (gpointer data)
{
  SamsynLight *light = data;

  g_free (light->mark);
  g_free (light->whole);
  g_free (light->told);
  g_free (light->cause);
  g_free (light->measure);
  g_free (light->owner);
  g_free (light->green_by);
  g_free (light->on);
  g_free (light);
}

static char *
light_key (gint64      project,
           const char *dimension)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s", project, dimension);
}

enum
{
  PROJECT,
  DIMENSION,
  CAUSE,
  MEASURE,
  GREEN_BY,
  ON,
  OWNER
};

static void
add_set_light (GHashTable       *lights,
               const SamsynRows *rows,
               guint             row)
{
  SamsynLight *light = g_new0 (SamsynLight, 1);
  char *key = light_key (samsyn_rows_integer (rows, row, PROJECT, 0), samsyn_rows_text (rows, row, DIMENSION));

  light->cause = g_strdup (samsyn_rows_text (rows, row, CAUSE));
  light->measure = g_strdup (samsyn_rows_text (rows, row, MEASURE));
  light->green_by = g_strdup (samsyn_rows_text (rows, row, GREEN_BY));
  light->on = g_strdup (samsyn_rows_text (rows, row, ON));
  light->owner = samsyn_ask_person (rows, row, OWNER);
  g_hash_table_insert (lights, key, light);
}

static gboolean
read_set_lights (SamsynStore *store,
                 GHashTable  *newest,
                 GHashTable  *lights,
                 GError     **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("status_light", NULL, "status_report.project", "dimension", "cause", "measure",
                                              "green_by", "status_report.on", SAMSYN_ASK_PERSON ("owner"), NULL);
  g_autoptr (GArray) reports = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SamsynRows) rows = NULL;
  GHashTableIter iter;
  gpointer report;

  g_hash_table_iter_init (&iter, newest);
  while (g_hash_table_iter_next (&iter, NULL, &report))
    g_array_append_val (reports, *(gint64 *) report);
  samsyn_ask_among (query, "status_report", reports, FALSE);
  rows = samsyn_store_select (store, query, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++)
    add_set_light (lights, rows, i);
  return TRUE;
}

/* Completes what was set, or adds what the data gives. */
static void
add_judgement (GHashTable            *lights,
               gint64                 project,
               const char            *dimension,
               const SamsynJudgement *judgement,
               const char            *language)
{
  SamsynLight *light = (SamsynLight *) samsyn_lights_find (lights, project, dimension);

  if (judgement->set == NULL && judgement->computed.light == NULL)
    return;
  if (judgement->set == NULL)
    {
      light = g_new0 (SamsynLight, 1);
      light->cause = g_strdup (judgement->computed.cause);
      g_hash_table_insert (lights, light_key (project, dimension), light);
    }
  light->light = samsyn_judgement_light (judgement);
  light->mark = samsyn_judgement_mark (judgement, FALSE, language);
  light->whole = samsyn_judgement_mark (judgement, TRUE, language);
  light->told = samsyn_judgement_tell (judgement, language);
}

static gboolean
judge_project (SamsynStore *store,
               gint64       project,
               GHashTable  *newest,
               const char  *date,
               const char  *language,
               GHashTable  *lights,
               GError     **error)
{
  const SamsynChoice *dimensions = samsyn_kind_field (samsyn_kind_find ("status_light"), "dimension")->choices;
  const gint64 *report = g_hash_table_lookup (newest, &project);
  g_autoptr (GArray) judgements = samsyn_judge (store, project, report != NULL ? *report : 0, date, language, error);

  for (guint i = 0; judgements != NULL && i < judgements->len; i++)
    add_judgement (lights, project, dimensions[i].id, &g_array_index (judgements, SamsynJudgement, i), language);
  return judgements != NULL;
}

GHashTable *
samsyn_lights_read (SamsynStore *store,
                    GArray      *projects,
                    const char  *date,
                    const char  *language,
                    GError     **error)
{
  g_autoptr (GHashTable) lights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, light_free);
  g_autoptr (GHashTable) newest = samsyn_ask_status_reports (store, projects, date, error);

  if (newest == NULL || !read_set_lights (store, newest, lights, error))
    return NULL;
  for (guint i = 0; i < projects->len; i++)
    if (!judge_project (store, g_array_index (projects, gint64, i), newest, date, language, lights, error))
      return NULL;
  return g_steal_pointer (&lights);
}

char *
samsyn_lights_cell (const SamsynLight *light,
                    gboolean           whole)
{
  const char *mark = light != NULL ? (whole ? light->whole : light->mark) : NULL;

  if (light == NULL || light->light == NULL)
    return NULL;
  return mark != NULL ? g_strconcat (light->light, " ", mark, NULL) : g_strdup (light->light);
}

char *
samsyn_lights_cause (const SamsynLight *light)
{
  const char *cause = light->cause != NULL ? light->cause : "";

  if (light->told == NULL)
    return g_strdup (cause);
  return g_strconcat (cause, *cause != '\0' ? "\n" : "", light->told, NULL);
}

const SamsynLight *
samsyn_lights_find (GHashTable *lights,
                    gint64      project,
                    const char *dimension)
{
  g_autofree char *key = light_key (project, dimension);

  return lights != NULL ? g_hash_table_lookup (lights, key) : NULL;
}

gboolean
samsyn_lights_trend (const SamsynLight *before,
                     const SamsynLight *now,
                     int               *trend)
{
  int rank_before = before != NULL ? samsyn_light_rank (before->light) : 0;
  int rank_now = now != NULL ? samsyn_light_rank (now->light) : 0;

  *trend = (rank_before > rank_now) - (rank_before < rank_now);
  return rank_before != 0 && rank_now != 0;
}
