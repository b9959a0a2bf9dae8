/* random-map.c: responsibility maps made at random
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "random-map.h"

#include "kinds/kinds.h"

typedef struct
{
  RandomMap *map;
  GPtrArray *changes;
  GArray    *tasks, *organisations, *documents, *agreements, *commitments, *assignments;
} Filling;

static int
pick (RandomMap *map,
      int        n)
{
  return g_rand_int_range (map->rand, 0, n);
}

/* Few dates, so that ends meet beginnings. */
static void
write_date (RandomMap *map,
            char       date[11])
{
  static const int days[] = { 1, 2, 15, 28 };

  g_snprintf (date, 11, "%04d-%02d-%02d", 2014 + pick (map, 4), 1 + 3 * pick (map, 4), days[pick (map, G_N_ELEMENTS (days))]);
}

const char *
random_map_date (RandomMap *map)
{
  static char date[11];

  write_date (map, date);
  return date;
}

gint64
random_map_scenario (RandomMap *map)
{
  int i = pick (map, RANDOM_SCENARIOS + 1);

  return i == 0 ? 0 : map->scenarios[i - 1];
}

gint64
random_map_record (RandomMap  *map,
                   const char *kind)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find (kind));
  g_autoptr (GArray) ids = samsyn_store_ids (map->store, query, 0, 0, NULL);

  return g_array_index (ids, gint64, (guint) pick (map, (int) ids->len));
}

gint64
random_map_apply (RandomMap *map,
                  GPtrArray *changes)
{
  const SamsynStepInfo info = { .code = "edit", .author = "test" };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_problem_free);
  g_autoptr (GError) error = NULL;
  gint64 step = samsyn_store_apply (map->store, &info, changes, problems, &error);

  g_assert_no_error (error);
  g_ptr_array_unref (changes);
  return step;
}

static SamsynChange *
create (Filling    *filling,
        const char *kind,
        GArray     *ids)
{
  SamsynChange *change
      = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find (kind), samsyn_store_new_id (filling->map->store));

  if (ids != NULL)
    g_array_append_val (ids, change->record);
  g_ptr_array_add (filling->changes, change);
  return change;
}

static void
put_choice (Filling      *filling,
            SamsynChange *change,
            const char   *field,
            const char   *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  const char *word = list[pick (filling->map, (int) g_strv_length (list))];

  if (*word != '-')
    samsyn_change_add_text (change, field, word);
}

static void
put_any (Filling      *filling,
         SamsynChange *change,
         const char   *field,
         const GArray *ids)
{
  if (ids->len > 0)
    samsyn_change_add_integer (change, field, g_array_index (ids, gint64, pick (filling->map, (int) ids->len)));
}

/* A beginning, an end, both or none. */
static void
put_validity (Filling      *filling,
              SamsynChange *change)
{
  char one[11], other[11];

  write_date (filling->map, one);
  write_date (filling->map, other);
  if (pick (filling->map, 2))
    samsyn_change_add_text (change, "valid_from", g_strcmp0 (one, other) <= 0 ? one : other);
  if (pick (filling->map, 3) == 0)
    samsyn_change_add_text (change, "valid_to", g_strcmp0 (one, other) <= 0 ? other : one);
}

static void
put_scenario (Filling      *filling,
              SamsynChange *change,
              int           one_in)
{
  gint64 scenario = pick (filling->map, one_in) == 0 ? random_map_scenario (filling->map) : 0;

  if (scenario != 0)
    samsyn_change_add_integer (change, "scenario", scenario);
}

static void
add_organisations (Filling *filling)
{
  for (int i = 0; i < 7; i++)
    {
      SamsynChange *change = create (filling, "organisation", NULL);

      samsyn_change_add_text (change, "name", "Nämnden");
      put_choice (filling, change, "sort", "- board department district_board district collective municipality");
      if (i > 0 && pick (filling->map, 2))
        put_any (filling, change, "parent", filling->organisations);
      if (i > 0 && pick (filling->map, 3) == 0)
        put_any (filling, change, "board", filling->organisations);
      if (pick (filling->map, 4) == 0)
        put_validity (filling, change);
      put_scenario (filling, change, 8);
      g_array_append_val (filling->organisations, change->record);
    }
}

static void
add_tasks (Filling *filling)
{
  int n = 1 + pick (filling->map, 6);

  for (int i = 0; i < n; i++)
    {
      SamsynChange *change = create (filling, "task", filling->tasks);

      samsyn_change_add_text (change, "name", "Uppgift");
      put_choice (filling, change, "accountability", "- single single single joint by_area");
      if (pick (filling->map, 5) == 0)
        put_validity (filling, change);
      put_scenario (filling, change, 8);
    }
}

static void
add_sources (Filling *filling)
{
  for (int i = 0; i < 4; i++)
    {
      SamsynChange *change = create (filling, "document", filling->documents);

      samsyn_change_add_text (change, "title", "Lag");
      put_choice (filling, change, "sort", "- law law routine agreement");
      put_validity (filling, change);
    }
  for (int i = 0; i < 2; i++)
    {
      SamsynChange *change = create (filling, "agreement", filling->agreements);

      samsyn_change_add_text (change, "title", "Avtal");
      put_choice (filling, change, "status", "signed signed draft");
      put_validity (filling, change);
      for (guint j = 0; j < filling->organisations->len; j++)
        if (pick (filling->map, 3) == 0)
          {
            SamsynChange *party = create (filling, "party", NULL);

            samsyn_change_add_integer (party, "agreement", change->record);
            samsyn_change_add_integer (party, "organisation", g_array_index (filling->organisations, gint64, j));
            put_choice (filling, party, "status", "signed decided invited");
          }
      change = create (filling, "commitment", filling->commitments);
      put_any (filling, change, "agreement", filling->agreements);
      samsyn_change_add_text (change, "number", i == 0 ? "1" : "2");
      samsyn_change_add_text (change, "text", "Åtagande");
    }
}

static void
add_assignments (Filling *filling)
{
  int n = 5 + pick (filling->map, 45);

  for (int i = 0; i < n; i++)
    {
      SamsynChange *change = create (filling, "assignment", filling->assignments);
      gboolean proposed;

      put_any (filling, change, "task", filling->tasks);
      put_any (filling, change, "organisation", filling->organisations);
      put_scenario (filling, change, 3);
      proposed = samsyn_change_find (change, "scenario") != NULL;
      put_choice (filling, change, "role", proposed ? "R A S C I none" : "R R A A S C I");
      put_choice (filling, change, "standing", "- formal formal practice claimed disputed");
      put_validity (filling, change);
      if (pick (filling->map, 3) == 0)
        put_any (filling, change, "basis", filling->documents);
      if (pick (filling->map, 4) == 0)
        put_any (filling, change, "commitment", filling->commitments);
      if (pick (filling->map, 3) == 0)
        samsyn_change_add_text (change, "confirmed_on", random_map_date (filling->map));
    }
}

static void
add_links_and_settings (Filling *filling)
{
  static const char *const settings[] = { "findings.many-consulted", "findings.many-informed", "findings.many-accountabilities",
                                          "findings.many-performances", "findings.every-row", "findings.confirmed-months" };

  for (int i = 0; i < 2; i++)
    {
      SamsynChange *change = create (filling, "link", NULL);

      put_any (filling, change, "from", pick (filling->map, 2) ? filling->tasks : filling->assignments);
      put_any (filling, change, "to", pick (filling->map, 2) ? filling->documents : filling->agreements);
    }
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      SamsynChange *change = create (filling, "setting", NULL);
      g_autofree char *value = g_strdup_printf ("%d", 1 + pick (filling->map, 3));

      samsyn_change_add_text (change, "name", settings[i]);
      samsyn_change_add_text (change, "value", value);
    }
  if (pick (filling->map, 2))
    {
      SamsynChange *change = create (filling, "setting", NULL);

      samsyn_change_add_text (change, "name", "findings.performers");
      put_choice (filling, change, "value", "lead one any");
    }
}

/* What each scenario ends, and who works how much, in force and in a scenario. */
static void
add_endings_and_seats (Filling *filling)
{
  SamsynChange *group = create (filling, "group", NULL);

  samsyn_change_add_text (group, "name", "Grupp");
  for (guint i = 0; i < RANDOM_SCENARIOS; i++)
    for (guint j = 0; j < filling->tasks->len + filling->organisations->len; j++)
      if (pick (filling->map, 8) == 0)
        {
          SamsynChange *change = create (filling, "ending", NULL);
          gboolean is_task = j < filling->tasks->len;

          samsyn_change_add_integer (change, "scenario", filling->map->scenarios[i]);
          samsyn_change_add_integer (change, "record",
                                     is_task ? g_array_index (filling->tasks, gint64, j)
                                             : g_array_index (filling->organisations, gint64, j - filling->tasks->len));
        }
  for (int i = 0; i < 6; i++)
    {
      SamsynChange *change = create (filling, "membership", NULL);
      SamsynValue none = SAMSYN_VALUE_NULL, share = samsyn_value_real (25 * (1 + pick (filling->map, 4)));

      samsyn_change_add_integer (change, "group", group->record);
      put_any (filling, change, "represents", filling->organisations);
      samsyn_change_add (change, "share_percent", &none, &share);
      put_scenario (filling, change, 2);
      if (pick (filling->map, 3) == 0 && samsyn_change_find (change, "scenario") == NULL)
        {
          SamsynChange *ending = create (filling, "ending", NULL);

          samsyn_change_add_integer (ending, "scenario", filling->map->scenarios[0]);
          samsyn_change_add_integer (ending, "record", change->record);
        }
    }
}

static void
clear_workspace (RandomMap *map)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autoptr (SamsynQuery) query = samsyn_query_new (*kind);
      g_autoptr (GArray) some = samsyn_store_ids (map->store, query, 0, 0, NULL);

      g_array_append_vals (ids, some->data, some->len);
    }
  if (ids->len > 0)
    random_map_apply (map, samsyn_store_plan_delete (map->store, (const gint64 *) (gpointer) ids->data, ids->len, &error));
  g_assert_no_error (error);
}

void
random_map_fill (RandomMap *map)
{
  Filling filling = { .map = map, .changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free) };
  GArray **arrays[] = { &filling.tasks, &filling.organisations, &filling.documents, &filling.agreements, &filling.commitments,
                        &filling.assignments };

  clear_workspace (map);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < RANDOM_SCENARIOS; i++)
    {
      SamsynChange *change = create (&filling, "scenario", NULL);

      samsyn_change_add_text (change, "name", i == 0 ? "Ett" : "Två");
      map->scenarios[i] = change->record;
    }
  add_organisations (&filling);
  add_tasks (&filling);
  add_sources (&filling);
  add_assignments (&filling);
  add_links_and_settings (&filling);
  add_endings_and_seats (&filling);
  random_map_apply (map, filling.changes);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (*arrays[i]);
}
