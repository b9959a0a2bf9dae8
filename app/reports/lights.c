/* lights.c: how projects stand, dimension by dimension, on a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "lights.h"

#include "ask.h"
#include "findings/suggest.h"
#include "kinds/kinds.h"
#include "model/words.h"

#define OVERALL "overall"

static void
light_free (gpointer data)
{
  SamsynLight *light = data;

  g_free (light->light);
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
  LIGHT,
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

  light->light = g_strdup (samsyn_rows_text (rows, row, LIGHT));
  light->cause = g_strdup (samsyn_rows_text (rows, row, CAUSE));
  light->measure = g_strdup (samsyn_rows_text (rows, row, MEASURE));
  light->green_by = g_strdup (samsyn_rows_text (rows, row, GREEN_BY));
  light->on = g_strdup (samsyn_rows_text (rows, row, ON));
  light->owner = samsyn_ask_person (rows, row, OWNER);
  g_hash_table_insert (lights, key, light);
}

static gboolean
read_set_lights (SamsynStore *store,
                 GArray      *projects,
                 const char  *date,
                 GHashTable  *lights,
                 GError     **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("status_light", NULL, "status_report.project", "dimension", "light", "cause",
                                              "measure", "green_by", "status_report.on", SAMSYN_ASK_PERSON ("owner"), NULL);
  g_autoptr (GHashTable) newest = samsyn_ask_status_reports (store, projects, date, error);
  g_autoptr (GArray) reports = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SamsynRows) rows = NULL;
  GHashTableIter iter;
  gpointer report;

  if (newest == NULL)
    return FALSE;
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

static void
add_suggested (GHashTable *lights,
               gint64      project,
               const char *dimension,
               const char *color,
               const char *cause,
               const char *language)
{
  SamsynLight *light = g_new0 (SamsynLight, 1);

  light->light = g_strdup (color);
  light->cause = g_strdup_printf (samsyn_words (language, "pack", "Suggested by the data. %s"), cause);
  g_hash_table_insert (lights, light_key (project, dimension), light);
}

static gboolean
suggest_dimension (SamsynStore *store,
                   gint64       project,
                   const char  *dimension,
                   const char  *date,
                   const char  *language,
                   GHashTable  *lights,
                   GError     **error)
{
  g_auto (SamsynSuggestion) suggestion = { NULL, NULL };

  if (samsyn_lights_find (lights, project, dimension) != NULL)
    return TRUE;
  if (!samsyn_suggest_light (store, project, dimension, date, language, &suggestion, error))
    return FALSE;
  if (suggestion.light != NULL)
    add_suggested (lights, project, dimension, suggestion.light, suggestion.cause, language);
  return TRUE;
}

static const SamsynField *
dimension_field (void)
{
  return samsyn_kind_field (samsyn_kind_find ("status_light"), "dimension");
}

/* The worst of the project's lights, named by the dimension it is from. */
static void
suggest_overall (gint64      project,
                 const char *language,
                 GHashTable *lights)
{
  const SamsynChoice *worst = NULL;
  const char *color = NULL;

  if (samsyn_lights_find (lights, project, OVERALL) != NULL)
    return;
  for (const SamsynChoice *choice = dimension_field ()->choices; choice->id != NULL; choice++)
    {
      const SamsynLight *light = samsyn_lights_find (lights, project, choice->id);

      if (light != NULL && samsyn_light_rank (light->light) > samsyn_light_rank (color))
        {
          worst = choice;
          color = light->light;
        }
    }
  if (worst != NULL)
    {
      g_autofree char *cause
        = g_strdup_printf (samsyn_words (language, "pack", "Worst of the areas: %s."),
                           samsyn_choice_label (samsyn_kind_find ("status_light"), dimension_field (), worst->id, language));

      add_suggested (lights, project, OVERALL, color, cause, language);
    }
}

GHashTable *
samsyn_lights_read (SamsynStore *store,
                    GArray      *projects,
                    const char  *date,
                    const char  *language,
                    GError     **error)
{
  g_autoptr (GHashTable) lights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, light_free);

  if (!read_set_lights (store, projects, date, lights, error))
    return NULL;
  for (guint i = 0; i < projects->len; i++)
    {
      gint64 project = g_array_index (projects, gint64, i);

      for (const SamsynChoice *choice = dimension_field ()->choices; choice->id != NULL; choice++)
        if (!suggest_dimension (store, project, choice->id, date, language, lights, error))
          return NULL;
      suggest_overall (project, language, lights);
    }
  return g_steal_pointer (&lights);
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
