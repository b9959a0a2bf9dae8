/* test-scenario.c: what typing and adopting change, against what the map showed before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "../store/fixture.h"
#include "findings/map/compare.h"
#include "kinds/kinds.h"
#include "model/date.h"
#include "model/format.h"
#include "plain.h"
#include "plans/map/cell.h"
#include "plans/map/scenario.h"
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
  setting->map = (RandomMap) { .store = samsyn_fixture_store (setting->folder) };
  setting->map.rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
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

      g_ptr_array_add (lines,
                       g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", SAMSYN_TASKS (map->facts)[entry->task].id,
                                        SAMSYN_ORGANISATIONS (map->facts)[entry->organisation].id, samsyn_role_id (entry->role)));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* ---- Adopting -------------------------------------------------------------------------------------------------------------- */

/* Whether the scenario ends something in force that does not begin before the date. */
static gboolean
ends_too_early (SamsynStore *store,
                gint64       scenario,
                const char  *date)
{
  g_autoptr (SamsynFacts) facts = samsyn_facts_load (store, NULL);
  gboolean found = FALSE;

  for (guint i = 0; i < facts->endings->len; i++)
    {
      const SamsynEnding *ending = &SAMSYN_ENDINGS (facts)[i];
      g_autoptr (SamsynRecord) record = samsyn_store_get (store, ending->record, NULL);
      const char *from
          = samsyn_kind_field (record->kind, "valid_from") != NULL ? samsyn_record_text (record, "valid_from") : NULL;

      found |= ending->scenario == scenario && samsyn_record_integer (record, "scenario", 0) == 0 && g_strcmp0 (from, date) >= 0;
    }
  return found;
}

/* Adopts it, or makes sure that it was rightly refused. */
static gboolean
adopt (RandomMap  *map,
       gint64      scenario,
       const char *date)
{
  gboolean too_early = ends_too_early (map->store, scenario, date);
  g_autoptr (GError) error = NULL;
  GPtrArray *plan = samsyn_scenario_plan_adopt (map->store, scenario, date, &error);

  if (plan != NULL)
    random_map_apply (map, plan);
  else
    g_assert_error (error, SAMSYN_PLANS_ERROR, SAMSYN_PLANS_ERROR_DATE);
  g_assert_cmpint (plan == NULL, ==, too_early);
  return plan != NULL;
}

/* Seats that hold on the day: their ids and shares. */
static char *
staff (SamsynStore *store,
       const char  *date,
       gint64       scenario)
{
  g_autoptr (SamsynFacts) facts = samsyn_facts_load (store, NULL);
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("membership"));
  g_autoptr (GArray) ids = samsyn_store_ids (store, query, 0, 0, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (SamsynRecord) seat = samsyn_store_get (store, g_array_index (ids, gint64, i), NULL);
      const char *from = samsyn_record_text (seat, "from"), *to = samsyn_record_text (seat, "to");
      gint64 own = samsyn_record_integer (seat, "scenario", 0);

      if ((own == 0 ? !samsyn_facts_ends (facts, scenario, seat->id) : own == scenario)
          && (from == NULL || strcmp (from, date) <= 0) && (to == NULL || strcmp (date, to) <= 0))
        g_string_append_printf (text, "%" G_GINT64_FORMAT " %g\n", seat->id,
                                samsyn_value_get_number (samsyn_record_get (seat, "share_percent"), 0));
    }
  return g_string_free (text, FALSE);
}

static gboolean
adopt_one (RandomMap *map)
{
  g_autofree char *date = g_strdup (random_map_date (map)), *dump = NULL, *again = NULL;
  char *before[G_N_ELEMENTS (days)], *staff_before[G_N_ELEMENTS (days)];
  g_autoptr (GError) error = NULL;
  gboolean adopted;
  gint64 scenario;

  random_map_fill (map);
  scenario = map->scenarios[0];
  dump = samsyn_fixture_dump (map->store);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      before[i] = picture (map->store, days[i], strcmp (days[i], date) < 0 ? 0 : scenario);
      staff_before[i] = staff (map->store, days[i], strcmp (days[i], date) < 0 ? 0 : scenario);
    }
  adopted = adopt (map, scenario, date);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *after = picture (map->store, days[i], 0), *staff_after = staff (map->store, days[i], 0);

      g_test_message ("adopted on %s, seen on %s", date, days[i]);
      if (adopted)
        g_assert_cmpstr (before[i], ==, after);
      if (adopted)
        g_assert_cmpstr (staff_before[i], ==, staff_after);
      g_free (before[i]);
      g_free (staff_before[i]);
    }
  if (!adopted)
    return FALSE;
  g_assert_null (samsyn_scenario_plan_adopt (map->store, scenario, date, &error));
  g_assert_error (error, SAMSYN_PLANS_ERROR, SAMSYN_PLANS_ERROR_CLOSED);
  g_clear_error (&error);
  samsyn_store_undo (map->store, &error);
  g_assert_no_error (error);
  again = samsyn_fixture_dump (map->store);
  g_assert_cmpstr (dump, ==, again);
  return TRUE;
}

static void
test_adopt (Setting      *setting,
            gconstpointer seed G_GNUC_UNUSED)
{
  guint n_adopted = 0;

  for (guint i = 0; i < MAPS; i++)
    n_adopted += adopt_one (&setting->map);
  g_assert_cmpuint (n_adopted, >, MAPS / 2);
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
      if (!adopt (map, map->scenarios[0], "2016-04-01"))
        continue;
      seen = picture (map->store, "2020-01-01", map->scenarios[1]);
      if (!adopt (map, map->scenarios[1], "2015-04-01"))
        continue;
      then = picture (map->store, "2020-01-01", 0);
      g_assert_cmpstr (seen, ==, then);
      samsyn_fixture_check (map->store);
    }
}

/* ---- What a scenario ends -------------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 scenario, other, task, organisation, seat, assignment, proposed;
} Town;

static gint64
make (RandomMap  *map,
      const char *kind,
      ...)
{
  g_autoptr (GPtrArray) changes = samsyn_changes_new ();
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find (kind), samsyn_store_new_id (map->store));
  gint64 id = change->record;
  const char *field;
  va_list arguments;

  va_start (arguments, kind);
  while ((field = va_arg (arguments, const char *)) != NULL)
    {
      SamsynValue none = SAMSYN_VALUE_NULL, value = SAMSYN_VALUE_NULL;

      g_assert_true (samsyn_value_parse (samsyn_kind_field (samsyn_kind_find (kind), field), va_arg (arguments, const char *),
                                         &value, NULL));
      samsyn_change_add (change, field, &none, &value);
    }
  va_end (arguments);
  g_ptr_array_add (changes, change);
  random_map_apply (map, g_steal_pointer (&changes));
  return id;
}

/* An id as text, as often as one call needs it. */
static const char *
id_text (gint64 id)
{
  static char texts[4][32];
  static guint next;
  char *own = texts[next++ % G_N_ELEMENTS (texts)];

  g_snprintf (own, sizeof texts[0], "%" G_GINT64_FORMAT, id);
  return own;
}

static Town
make_town (RandomMap *map)
{
  Town town;
  gint64 group = make (map, "group", "name", "Projektgrupp", NULL);

  town.scenario = make (map, "scenario", "name", "Ett", "effective_on", "2017-01-01", NULL);
  town.other = make (map, "scenario", "name", "Två", NULL);
  town.task = make (map, "task", "name", "Uppgift", "valid_from", "2014-01-01", NULL);
  town.organisation = make (map, "organisation", "name", "Nämnd", NULL);
  town.assignment
      = make (map, "assignment", "task", id_text (town.task), "organisation", id_text (town.organisation), "role", "A", NULL);
  town.seat = make (map, "membership", "group", id_text (group),
                    "represents", id_text (town.organisation), "share_percent", "40", NULL);
  town.proposed = make (map, "membership", "group", id_text (group), "represents", id_text (town.organisation), "share_percent",
                        "65", "scenario", id_text (town.scenario), NULL);
  make (map, "ending", "scenario", id_text (town.scenario), "record", id_text (town.task), NULL);
  make (map, "ending", "scenario", id_text (town.scenario), "record", id_text (town.organisation), NULL);
  make (map, "ending", "scenario", id_text (town.scenario), "record", id_text (town.seat), NULL);
  return town;
}

static void
expect_text (RandomMap  *map,
             gint64      id,
             const char *field,
             const char *text)
{
  g_autoptr (SamsynRecord) record = samsyn_store_get (map->store, id, NULL);

  g_assert_cmpstr (samsyn_record_text (record, field), ==, text);
}

static void
compare_town (RandomMap  *map,
              const Town *town)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynFacts) facts = samsyn_facts_load (map->store, &error);
  g_autoptr (SamsynMap) before = samsyn_map_new (facts, samsyn_day ("2017-01-01", 0), 0);
  g_autoptr (SamsynMap) after = samsyn_map_new (facts, samsyn_day ("2017-01-01", 0), town->scenario);
  g_autoptr (SamsynFindings) found_before = samsyn_findings_new (before), found_after = samsyn_findings_new (after);
  g_autoptr (SamsynComparison) comparison = samsyn_comparison_new (map->store, before, found_before, after, found_after, &error);
  const SamsynCompareStaff *staff_moved;

  g_assert_no_error (error);
  g_assert_cmpuint (comparison->ended->len, ==, 1);
  g_assert_cmpuint (comparison->organisations_ended->len, ==, 1);
  g_assert_cmpuint (comparison->organisations_begun->len, ==, 0);
  g_assert_cmpuint (comparison->letters->len, ==, 1);
  g_assert_cmpuint (comparison->staff->len, ==, 1);
  staff_moved = &g_array_index (comparison->staff, SamsynCompareStaff, 0);
  g_assert_cmpfloat (staff_moved->before, ==, 40);
  g_assert_cmpfloat (staff_moved->after, ==, 65);
}

/* One step ends them the day before; undone, all is as it was. */
static void
test_endings (Setting      *setting,
              gconstpointer seed G_GNUC_UNUSED)
{
  RandomMap *map = &setting->map;
  Town town = make_town (map);
  g_autofree char *dump = samsyn_fixture_dump (map->store), *again = NULL;
  g_autoptr (GError) error = NULL;

  compare_town (map, &town);
  g_assert_null (samsyn_scenario_plan_adopt (map->store, town.scenario, "2014-01-01", &error));
  g_assert_error (error, SAMSYN_PLANS_ERROR, SAMSYN_PLANS_ERROR_DATE);
  g_clear_error (&error);
  random_map_apply (map, samsyn_scenario_plan_adopt (map->store, town.scenario, NULL, &error));
  g_assert_no_error (error);
  expect_text (map, town.task, "valid_to", "2016-12-31");
  expect_text (map, town.organisation, "valid_to", "2016-12-31");
  expect_text (map, town.seat, "to", "2016-12-31");
  expect_text (map, town.proposed, "from", "2017-01-01");
  samsyn_fixture_check (map->store);
  samsyn_store_undo (map->store, &error);
  g_assert_no_error (error);
  again = samsyn_fixture_dump (map->store);
  g_assert_cmpstr (dump, ==, again);
}

static guint
count_clashes (RandomMap *map,
               gint64     scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) clashes = samsyn_scenario_clashes (map->store, scenario, &error);

  g_assert_no_error (error);
  return clashes->len;
}

/* A letter of one scenario in what the other ends, and what both end; only as long as both are open. */
static void
test_clashes (Setting      *setting,
              gconstpointer seed G_GNUC_UNUSED)
{
  RandomMap *map = &setting->map;
  Town town = make_town (map);

  g_assert_cmpuint (count_clashes (map, town.scenario), ==, 0);
  make (map, "ending", "scenario", id_text (town.other), "record", id_text (town.seat), NULL);
  g_assert_cmpuint (count_clashes (map, town.scenario), ==, 1);
  make (map, "assignment", "task", id_text (town.task), "organisation", id_text (town.organisation), "role", "R", "scenario",
        id_text (town.other), NULL);
  g_assert_cmpuint (count_clashes (map, town.scenario), ==, 3);
  g_assert_cmpuint (count_clashes (map, town.other), ==, 3);
  samsyn_fixture_edit (map->store, town.other, "status", "rejected", NULL);
  g_assert_cmpuint (count_clashes (map, town.scenario), ==, 0);
}

/* What comes into an adopted scenario stays a proposal, till it is a draft again and adopted once more. */
static void
test_edited_afterwards (Setting      *setting,
                        gconstpointer seed G_GNUC_UNUSED)
{
  RandomMap *map = &setting->map;
  Town town = make_town (map);
  g_autoptr (GError) error = NULL;
  gint64 later;

  random_map_apply (map, samsyn_scenario_plan_adopt (map->store, town.scenario, NULL, &error));
  later = make (map, "task", "name", "Senare", "scenario", id_text (town.scenario), NULL);
  g_assert_null (samsyn_scenario_plan_adopt (map->store, town.scenario, "2018-01-01", &error));
  g_assert_error (error, SAMSYN_PLANS_ERROR, SAMSYN_PLANS_ERROR_CLOSED);
  g_clear_error (&error);
  expect_text (map, later, "valid_from", NULL);
  samsyn_fixture_edit (map->store, town.scenario, "status", "draft", NULL);
  random_map_apply (map, samsyn_scenario_plan_adopt (map->store, town.scenario, "2018-01-01", &error));
  g_assert_no_error (error);
  expect_text (map, later, "valid_from", "2018-01-01");
  expect_text (map, town.task, "valid_to", "2016-12-31");
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
  g_assert_error (error, SAMSYN_PLANS_ERROR, SAMSYN_PLANS_ERROR_CLOSED);
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
  g_assert_error (error, SAMSYN_PLANS_ERROR, SAMSYN_PLANS_ERROR_LETTERS);
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
          const gint64 of = random_map_record (map, "task"), by = random_map_record (map, "organisation");
          const SamsynCell cell = { of, by, random_map_scenario (map), date };
          g_autoptr (SamsynRecord) task = samsyn_store_get (map->store, cell.task, NULL);
          g_autoptr (SamsynRecord) organisation = samsyn_store_get (map->store, cell.organisation, NULL);
          g_autoptr (SamsynFacts) facts = samsyn_facts_load (map->store, NULL);
          gboolean is_there = !samsyn_facts_ends (facts, cell.scenario, cell.task)
                              && samsyn_value_is_null (samsyn_record_get (task, "scenario"))
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
  g_autoptr (SamsynFindings) found_before = samsyn_findings_new (before), found_after = samsyn_findings_new (after);
  g_autoptr (SamsynComparison) there = samsyn_comparison_new (map->store, before, found_before, after, found_after, &error);
  g_autoptr (SamsynComparison) back = samsyn_comparison_new (map->store, after, found_after, before, found_before, &error);
  g_autoptr (SamsynComparison) same = samsyn_comparison_new (map->store, before, found_before, before, found_before, &error);
  int balance = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (same->letters->len + same->bases->len + same->appeared->len + same->vanished->len, ==, 0);
  g_assert_cmpuint (same->organisations_begun->len + same->organisations_ended->len, ==, 0);
  g_assert_cmpuint (same->budgets->len + same->staff->len, ==, 0);
  g_assert_cmpuint (there->organisations_begun->len, ==, back->organisations_ended->len);
  g_assert_cmpuint (there->staff->len, ==, back->staff->len);
  g_assert_cmpuint (count_side (there, SAMSYN_COMPARE_LOST), ==, count_side (back, SAMSYN_COMPARE_GAINED));
  g_assert_cmpuint (there->appeared->len, ==, back->vanished->len);
  g_assert_cmpuint (there->begun->len, ==, back->ended->len);
  g_assert_cmpint ((int) there->appeared->len - (int) there->vanished->len, ==,
                   (int) samsyn_findings_count (found_after) - (int) samsyn_findings_count (found_before));
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
  g_test_add ("/scenario/endings", Setting, GUINT_TO_POINTER (6), set_up, test_endings, tear_down);
  g_test_add ("/scenario/clashes", Setting, GUINT_TO_POINTER (7), set_up, test_clashes, tear_down);
  g_test_add ("/scenario/edited-afterwards", Setting, GUINT_TO_POINTER (8), set_up, test_edited_afterwards, tear_down);
  g_test_add ("/scenario/reject-and-checkpoints", Setting, GUINT_TO_POINTER (3), set_up, test_reject_and_checkpoints, tear_down);
  g_test_add ("/cell/typing", Setting, GUINT_TO_POINTER (4), set_up, test_typing, tear_down);
  g_test_add ("/compare/random", Setting, GUINT_TO_POINTER (5), set_up, test_compare, tear_down);
  return g_test_run ();
}
