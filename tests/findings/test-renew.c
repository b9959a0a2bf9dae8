/* test-renew.c: the facts after a step, as they are renewed and as they are read anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "../store/fixture.h"
#include "findings/map/finding.h"
#include "kinds/kinds.h"
#include "plans/map/cell.h"
#include "random-map.h"

#define MAPS 40
#define STEPS 12

typedef struct
{
  RandomMap    map;
  SamsynFacts *facts;  /* as they were renewed from step to step */
  guint        n_renewed;
  guint        n_read;
} World;

static void
on_changed (SamsynStore *store,
            gint64       step,
            GPtrArray   *changes,
            gpointer     data)
{
  World *world = data;
  g_autoptr (GError) error = NULL;
  SamsynFacts *renewed = world->facts != NULL ? samsyn_facts_renew (world->facts, store, changes, &error) : NULL;

  g_assert_no_error (error);
  world->n_renewed += renewed != NULL;
  world->n_read += renewed == NULL;
  g_clear_pointer (&world->facts, samsyn_facts_unref);
  world->facts = renewed != NULL ? renewed : samsyn_facts_load (store, &error);
  g_assert_no_error (error);
}

static void
compare_assignments (const SamsynFacts *one,
                     const SamsynFacts *other)
{
  g_assert_cmpuint (one->assignments->len, ==, other->assignments->len);
  for (guint i = 0; i < one->assignments->len; i++)
    {
      SamsynAssignment a = SAMSYN_ASSIGNMENTS (one)[i], b = SAMSYN_ASSIGNMENTS (other)[i];

      g_assert_cmpstr (a.basis_place, ==, b.basis_place);
      a.basis_place = b.basis_place;
      g_assert_cmpmem (&a.id, sizeof a.id, &b.id, sizeof b.id);
      g_assert_true (a.task == b.task && a.organisation == b.organisation && a.role == b.role && a.standing == b.standing
                     && a.valid.from == b.valid.from && a.valid.to == b.valid.to && a.scenario == b.scenario && a.basis == b.basis
                     && a.commitment == b.commitment && a.confirmed == b.confirmed);
      g_assert_cmpint (samsyn_facts_index (one, a.id), ==, (int) i);
    }
}

static guint
count_tie (const SamsynFacts *facts,
           const SamsynTie   *tie)
{
  guint n = 0;

  for (guint i = 0; i < facts->ties->len; i++)
    {
      const SamsynTie *other = &g_array_index (facts->ties, SamsynTie, i);

      n += other->task == tie->task && other->assignment == tie->assignment && other->document == tie->document
           && other->agreement == tie->agreement;
    }
  return n;
}

/* All that the rules look at is the same, so what they find is, too. */
static void
compare (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynFacts) facts = samsyn_facts_load (world->map.store, &error);
  int day = samsyn_day (random_map_date (&world->map), 0);
  gint64 scenario = random_map_scenario (&world->map);
  g_autoptr (SamsynMap) one = samsyn_map_new (world->facts, day, scenario), other = samsyn_map_new (facts, day, scenario);
  g_autoptr (SamsynFindings) renewed = samsyn_findings_new (one), read = samsyn_findings_new (other);

  g_assert_no_error (error);
  compare_assignments (world->facts, facts);
  g_assert_cmpmem (world->facts->settings, sizeof facts->settings, facts->settings, sizeof facts->settings);
  g_assert_cmpuint (world->facts->ties->len, ==, facts->ties->len);
  for (guint i = 0; i < facts->ties->len; i++)
    {
      const SamsynTie *tie = &g_array_index (facts->ties, SamsynTie, i);

      g_assert_cmpuint (count_tie (world->facts, tie), ==, count_tie (facts, tie));
    }
  g_assert_cmpuint (samsyn_findings_count (renewed), ==, samsyn_findings_count (read));
  for (guint i = 0; i < samsyn_findings_count (read); i++)
    {
      const SamsynFinding *a = samsyn_findings_get (renewed, i), *b = samsyn_findings_get (read, i);

      g_assert_cmpstr (a->key, ==, b->key);
      g_assert_cmpuint (a->cause, ==, b->cause);
      g_assert_cmpint (a->state, ==, b->state);
    }
}

/* ---- Steps at random ------------------------------------------------------------------------------------------------------- */

static GPtrArray *
plan_letter (World   *world,
             GError **error)
{
  const SamsynCell cell = { random_map_record (&world->map, "task"), random_map_record (&world->map, "organisation"),
                            random_map_scenario (&world->map), random_map_date (&world->map) };
  SamsynRole role = (SamsynRole) g_rand_int_range (world->map.rand, 0, SAMSYN_N_ROLES);

  switch (g_rand_int_range (world->map.rand, 0, 3))
    {
    case 0:
      return samsyn_cell_plan_clear (world->map.store, &cell, error);
    case 1:
      return samsyn_cell_plan_change (world->map.store, &cell, role, error);
    default:
      return samsyn_cell_plan_set (world->map.store, &cell, role, error);
    }
}

static GPtrArray *
plan_deletion (World   *world,
               GError **error)
{
  static const char *const kinds[] = { "assignment", "assignment", "assignment", "link", "setting", "document" };
  gint64 id = random_map_record (&world->map, kinds[g_rand_int_range (world->map.rand, 0, G_N_ELEMENTS (kinds))]);

  return samsyn_store_plan_delete (world->map.store, &id, 1, error);
}

static GPtrArray *
plan_link (World *world)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynChange *change
      = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("link"), samsyn_store_new_id (world->map.store));

  samsyn_change_add_integer (change, "from", random_map_record (&world->map, "assignment"));
  samsyn_change_add_integer (change, "to", random_map_record (&world->map, "document"));
  g_ptr_array_add (changes, change);
  return changes;
}

static gboolean
has_records (World *world)
{
  static const char *const kinds[] = { "assignment", "link", "setting", "document", "task", "organisation" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find (kinds[i]));

      if (samsyn_store_count (world->map.store, query, NULL) == 0)
        return FALSE;
    }
  return TRUE;
}

static void
take_step (World *world)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *changes = NULL;

  switch (g_rand_int_range (world->map.rand, 0, 6))
    {
    case 0:
      changes = plan_deletion (world, &error);
      break;
    case 1:
      changes = plan_link (world);
      break;
    case 2:
      samsyn_store_undo (world->map.store, &error);
      g_clear_error (&error);
      return;
    default:
      changes = plan_letter (world, &error);
    }
  g_assert_no_error (error);
  if (changes->len > 0)
    random_map_apply (&world->map, changes);
  else
    g_ptr_array_unref (changes);
}

static void
test_renew (void)
{
  char *folder = samsyn_fixture_folder ();
  World world = { .map = { .store = samsyn_fixture_store (folder), .rand = g_rand_new_with_seed (20160521) } };

  samsyn_store_on_changed (world.map.store, on_changed, &world);
  for (guint i = 0; i < MAPS; i++)
    {
      random_map_fill (&world.map);
      for (guint j = 0; j < STEPS && has_records (&world); j++)
        {
          take_step (&world);
          compare (&world);
        }
    }
  /* Most steps must have spared the reading. */
  g_assert_cmpuint (world.n_renewed, >, 2 * world.n_read);
  samsyn_facts_unref (world.facts);
  samsyn_store_close (world.map.store);
  g_rand_free (world.map.rand);
  samsyn_fixture_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/findings/renew", test_renew);
  return g_test_run ();
}
