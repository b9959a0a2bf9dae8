/* test-scenario.c: what typing and adopting change, against what the map showed before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "../store/fixture.h"
#include "findings/cell.h"
#include "findings/compare.h"
#include "findings/scenario.h"
#include "model/date.h"
#include "plain.h"
#include "random-map.h"

#include <string.h>

#define MAPS 12
#define CELLS 6

/* Days before, at and after everything that random maps know. */
static const char *const days[] = { "2013-12-31", "2014-04-02", "2015-01-01", "2015-07-15", "2016-04-01", "2016-10-28",
                                    "2017-04-02", "2017-12-31", "2020-01-01" };

typedef struct
{
  char     *folder;
  RandomMap map;
} Setting;

static void
set_up (Setting      *setting,
        gconstpointer seed)
{
  setting->folder = samsyn_fixture_folder ();
  setting->map = (RandomMap) { .store = samsyn_fixture_store (setting->folder), .rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed)) };
}

static void
tear_down (Setting      *setting,
           gconstpointer seed G_GNUC_UNUSED)
{
  samsyn_store_close (setting->map.store);
  g_rand_free (setting->map.rand);
  samsyn_fixture_remove (setting->folder);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The letters of every row that is there: "task organisation letters", lines in the order of ids. */
static char *
picture (SamsynStore *store,
         const char  *date,
         gint64       scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynMap) map = samsyn_map_load (store, date, scenario, &error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < map->n_entries; i++)
    {
      const SamsynAssignment *entry = &SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]];

      g_ptr_array_add (lines, g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", SAMSYN_TASKS (map->facts)[entry->task].id,
                                               SAMSYN_ORGANISATIONS (map->facts)[entry->organisation].id, samsyn_role_id (entry->role)));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* ---- Adopting -------------------------------------------------------------------------------------------------------------- */

static void
adopt_one (RandomMap *map)
{
  g_autofree char *date = g_strdup (random_map_date (map)), *dump = NULL, *again = NULL;
  char *before[G_N_ELEMENTS (days)], *after[G_N_ELEMENTS (days)];
  gint64 scenario = map->scenarios[0];
  g_autoptr (GError) error = NULL;

  random_map_fill (map);
  scenario = map->scenarios[0];
  dump = samsyn_fixture_dump (map->store);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    before[i] = picture (map->store, days[i], strcmp (days[i], date) < 0 ? 0 : scenario);
  random_map_apply (map, samsyn_scenario_plan_adopt (map->store, scenario, date, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      after[i] = picture (map->store, days[i], 0);
      g_test_message ("adopted on %s, seen on %s", date, days[i]);
      g_assert_cmpstr (before[i], ==, after[i]);
      g_free (before[i]);
      g_free (after[i]);
    }
  g_assert_null (samsyn_scenario_plan_adopt (map->store, scenario, date, &error));
  g_assert_error (error, SAMSYN_FINDINGS_ERROR, SAMSYN_FINDINGS_ERROR_CLOSED);
  g_clear_error (&error);
  samsyn_store_undo (map->store, &error);
  g_assert_no_error (error);
  again = samsyn_fixture_dump (map->store);
  g_assert_cmpstr (dump, ==, again);
}

static void
test_adopt (Setting      *setting,
            gconstpointer seed G_GNUC_UNUSED)
{
  for (guint i = 0; i < MAPS; i++)
    adopt_one (&setting->map);
}

/* The one adopted last holds, in the cells that both touch. */
static void
test_two_scenarios (Setting      *setting,
                    gconstpointer seed G_GNUC_UNUSED)
{
  RandomMap *map = &setting->map;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < MAPS / 2; i++)
    {
      g_autofree char *seen = NULL, *then = NULL;
      g_autoptr (GArray) clashes = NULL;

      random_map_fill (map);
      clashes = samsyn_scenario_clashes (map->store, map->scenarios[0], &error);
      g_assert_no_error (error);
      for (guint j = 0; j < clashes->len; j++)
        g_assert_cmpint (g_array_index (clashes, SamsynClash, j).other, ==, map->scenarios[1]);
      random_map_apply (map, samsyn_scenario_plan_adopt (map->store, map->scenarios[0], "2016-04-01", &error));
      seen = picture (map->store, "2020-01-01", map->scenarios[1]);
      random_map_apply (map, samsyn_scenario_plan_adopt (map->store, map->scenarios[1], "2015-04-01", &error));
      g_assert_no_error (error);
      then = picture (map->store, "2020-01-01", 0);
      g_assert_cmpstr (seen, ==, then);
      samsyn_fixture_check (map->store);
    }
}

static void
test_reject_and_checkpoints (Setting      *setting,
                             gconstpointer seed G_GNUC_UNUSED)
{
  RandomMap *map = &setting->map;
  g_autofree char *seen = NULL, *then = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *plan;

  random_map_fill (map);
  samsyn_fixture_edit (map->store, map->scenarios[0], "effective_on", "2017-07-01", NULL);
  plan = samsyn_scenario_plan_checkpoints (map->store, map->scenarios[0], 0, "sv", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plan->len, ==, 5);
  random_map_apply (map, plan);
  plan = samsyn_scenario_plan_checkpoints (map->store, map->scenarios[0], 0, "sv", &error);
  g_assert_cmpuint (plan->len, ==, 0);
  g_ptr_array_unref (plan);
  seen = picture (map->store, "2016-01-01", map->scenarios[0]);
  random_map_apply (map, samsyn_scenario_plan_reject (map->store, map->scenarios[0], &error));
  then = picture (map->store, "2016-01-01", map->scenarios[0]);
  g_assert_cmpstr (seen, ==, then);
  g_assert_null (samsyn_scenario_plan_adopt (map->store, map->scenarios[0], NULL, &error));
  g_assert_error (error, SAMSYN_FINDINGS_ERROR, SAMSYN_FINDINGS_ERROR_CLOSED);
}

/* ---- Typing ---------------------------------------------------------------------------------------------------------------- */

static void
expect (RandomMap        *map,
        const SamsynCell *cell,
        const char       *letters)
{
  g_autofree char *shown = plain_cell (map->store, cell->task, cell->organisation, cell->date, cell->scenario);

  g_assert_cmpstr (shown, ==, letters);
}

/* Every other cell shows what it did: only lines of this one may differ. */
static char *
picture_of_others (RandomMap        *map,
                   const SamsynCell *cell,
                   gint64            scenario)
{
  g_autofree char *all = picture (map->store, cell->date, scenario);
  g_autofree char *own = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " ", cell->task, cell->organisation);
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  GString *others = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], own))
      g_string_append_printf (others, "%s\n", lines[i]);
  return g_string_free (others, FALSE);
}

static void
type_in (RandomMap        *map,
         const SamsynCell *cell)
{
  g_autofree char *others = picture_of_others (map, cell, cell->scenario), *in_force = picture (map->store, cell->date, 0);
  g_autofree char *afterwards = NULL, *still_in_force = NULL, *before = samsyn_date_add_days (cell->date, -1);
  g_autofree char *day_before = NULL, *still_before = NULL;
  g_autoptr (GError) error = NULL;

  random_map_apply (map, samsyn_cell_plan_set (map->store, cell, SAMSYN_ROLE_A, &error));
  expect (map, cell, "A");
  random_map_apply (map, samsyn_cell_plan_add (map->store, cell, SAMSYN_ROLE_R, &error));
  expect (map, cell, "RA");
  g_assert_null (samsyn_cell_plan_add (map->store, cell, SAMSYN_ROLE_S, &error));
  g_assert_error (error, SAMSYN_FINDINGS_ERROR, SAMSYN_FINDINGS_ERROR_LETTERS);
  g_clear_error (&error);
  random_map_apply (map, samsyn_cell_plan_set (map->store, cell, SAMSYN_ROLE_S, &error));
  expect (map, cell, "S");
  day_before = plain_cell (map->store, cell->task, cell->organisation, before, cell->scenario);
  random_map_apply (map, samsyn_cell_plan_change (map->store, cell, SAMSYN_ROLE_C, &error));
  expect (map, cell, "C");
  still_before = plain_cell (map->store, cell->task, cell->organisation, before, cell->scenario);
  g_assert_cmpstr (day_before, ==, still_before);
  random_map_apply (map, samsyn_cell_plan_clear (map->store, cell, &error));
  expect (map, cell, "");
  g_assert_no_error (error);
  afterwards = picture_of_others (map, cell, cell->scenario);
  g_assert_cmpstr (others, ==, afterwards);
  still_in_force = picture (map->store, cell->date, 0);
  if (cell->scenario != 0)
    g_assert_cmpstr (in_force, ==, still_in_force);
}

static void
test_typing (Setting      *setting,
             gconstpointer seed G_GNUC_UNUSED)
{
  RandomMap *map = &setting->map;
  guint n_typed = 0;

  for (guint i = 0; i < MAPS / 2; i++)
    {
      random_map_fill (map);
      for (guint j = 0; j < CELLS; j++)
        {
          g_autofree char *date = g_strdup (random_map_date (map));
          const SamsynCell cell = { random_map_record (map, "task"), random_map_record (map, "organisation"), random_map_scenario (map), date };
          g_autoptr (SamsynRecord) task = samsyn_store_get (map->store, cell.task, NULL);
          g_autoptr (SamsynRecord) organisation = samsyn_store_get (map->store, cell.organisation, NULL);
          gboolean is_there = samsyn_value_is_null (samsyn_record_get (task, "scenario"))
                              && samsyn_value_is_null (samsyn_record_get (task, "valid_from"))
                              && samsyn_value_is_null (samsyn_record_get (task, "valid_to"))
                              && samsyn_value_is_null (samsyn_record_get (organisation, "scenario"));

          if (is_there)
            type_in (map, &cell);
          n_typed += is_there;
        }
      samsyn_fixture_check (map->store);
    }
  g_assert_cmpuint (n_typed, >, MAPS);
}

/* ---- Comparing ------------------------------------------------------------------------------------------------------------- */

static guint
count_side (const SamsynComparison *comparison,
            SamsynCompareSide       side)
{
  guint n = 0;

  for (guint i = 0; i < comparison->letters->len; i++)
    n += g_array_index (comparison->letters, SamsynCompareLetter, i).side == side;
  return n;
}

static void
compare_one (RandomMap *map)
{
  g_autofree char *one = g_strdup (random_map_date (map)), *other = g_strdup (random_map_date (map));
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynFacts) facts = samsyn_facts_load (map->store, &error);
  g_autoptr (SamsynMap) before = samsyn_map_new (facts, samsyn_day (one, 0), random_map_scenario (map));
  g_autoptr (SamsynMap) after = samsyn_map_new (facts, samsyn_day (other, 0), random_map_scenario (map));
  g_autoptr (SamsynFindings) findings_before = samsyn_findings_new (before), findings_after = samsyn_findings_new (after);
  g_autoptr (SamsynComparison) there = samsyn_comparison_new (map->store, before, findings_before, after, findings_after, &error);
  g_autoptr (SamsynComparison) back = samsyn_comparison_new (map->store, after, findings_after, before, findings_before, &error);
  g_autoptr (SamsynComparison) same = samsyn_comparison_new (map->store, before, findings_before, before, findings_before, &error);
  int balance = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (same->letters->len + same->bases->len + same->appeared->len + same->vanished->len + same->budgets->len, ==, 0);
  g_assert_cmpuint (count_side (there, SAMSYN_COMPARE_LOST), ==, count_side (back, SAMSYN_COMPARE_GAINED));
  g_assert_cmpuint (there->appeared->len, ==, back->vanished->len);
  g_assert_cmpuint (there->begun->len, ==, back->ended->len);
  g_assert_cmpint ((int) there->appeared->len - (int) there->vanished->len, ==,
                   (int) samsyn_findings_count (findings_after) - (int) samsyn_findings_count (findings_before));
  for (guint i = 0; i < there->loads->len; i++)
    for (SamsynRole role = SAMSYN_ROLE_R; role < SAMSYN_N_ROLES; role++)
      balance += (int) g_array_index (there->loads, SamsynCompareLoad, i).after[role]
                 - (int) g_array_index (there->loads, SamsynCompareLoad, i).before[role];
  g_assert_cmpint (balance, ==, (int) count_side (there, SAMSYN_COMPARE_GAINED) - (int) count_side (there, SAMSYN_COMPARE_LOST));
}

static void
test_compare (Setting      *setting,
              gconstpointer seed G_GNUC_UNUSED)
{
  for (guint i = 0; i < MAPS / 2; i++)
    {
      random_map_fill (&setting->map);
      for (guint j = 0; j < CELLS; j++)
        compare_one (&setting->map);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/scenario/adopt", Setting, GUINT_TO_POINTER (1), set_up, test_adopt, tear_down);
  g_test_add ("/scenario/two", Setting, GUINT_TO_POINTER (2), set_up, test_two_scenarios, tear_down);
  g_test_add ("/scenario/reject-and-checkpoints", Setting, GUINT_TO_POINTER (3), set_up, test_reject_and_checkpoints, tear_down);
  g_test_add ("/cell/typing", Setting, GUINT_TO_POINTER (4), set_up, test_typing, tear_down);
  g_test_add ("/compare/random", Setting, GUINT_TO_POINTER (5), set_up, test_compare, tear_down);
  return g_test_run ();
}
