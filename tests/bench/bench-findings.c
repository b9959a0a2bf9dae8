/* bench-findings.c: reading a large responsibility map, and a full run of all rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>

#include "bench.h"
#include "findings/finding.h"
#include "kinds/kinds.h"

#define TASKS 2000
#define ORGANISATIONS 300
#define DATE "2016-05-20"

typedef struct
{
  SamsynStore *store;
  SamsynMap   *map;
} Bench;

static SamsynChange *
add (GPtrArray  *changes,
     const char *kind,
     gint64      id)
{
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find (kind), id);

  g_ptr_array_add (changes, change);
  return change;
}

/* Rows of ten letters as maps have them: mostly one A, one or two R, the rest C and I; an error here and there. */
static void
add_assignment (GPtrArray *changes,
                guint      i)
{
  static const char *const roles[] = { "A", "R", "S", "C", "I", "C", "I", "R", "I", "C" };
  static const char *const standings[] = { "formal", "practice", "formal", "claimed", "formal", "disputed" };
  guint task = i % TASKS, place = i / TASKS;
  SamsynChange *change = add (changes, "assignment", 100000 + i);

  samsyn_change_add_integer (change, "task", 1 + task);
  samsyn_change_add_integer (change, "organisation", 10000 + (task * 7 + place * 31) % ORGANISATIONS);
  samsyn_change_add_text (change, "role", roles[(place + (task % 17 == 0)) % G_N_ELEMENTS (roles)]);
  samsyn_change_add_text (change, "standing", standings[(task + place * 5) % 97 % G_N_ELEMENTS (standings)]);
  samsyn_change_add_text (change, "valid_from", task % 3 ? "2015-01-01" : "2016-01-01");
  if (i % 4)
    samsyn_change_add_integer (change, "basis", 20000);
  if (i % 5)
    samsyn_change_add_text (change, "confirmed_on", "2016-02-01");
}

static SamsynStore *
make_workspace (const char *path,
                guint       n_assignments)
{
  const SamsynStepInfo info = { .code = "import", .author = "bench" };
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  GError *error = NULL;
  SamsynStore *store = samsyn_store_create (path, &error);

  bench_check (error);
  samsyn_change_add_text (add (changes, "document", 20000), "title", "Lag");
  for (guint i = 0; i < ORGANISATIONS; i++)
    {
      SamsynChange *change = add (changes, "organisation", 10000 + i);

      samsyn_change_add_text (change, "name", "Förvaltning");
      if (i % 2)
        samsyn_change_add_integer (change, "board", 10000 + i - 1);
    }
  for (guint i = 0; i < TASKS; i++)
    samsyn_change_add_text (add (changes, "task", 1 + i), "name", "Uppgift");
  for (guint i = 0; i < n_assignments; i++)
    add_assignment (changes, i);
  samsyn_store_apply (store, &info, changes, NULL, &error);
  bench_check (error);
  return store;
}

static double
run_rules (gpointer data)
{
  Bench *bench = data;
  double start = bench_now (), end;
  SamsynFindings *findings = samsyn_findings_new (bench->map);

  g_assert_cmpuint (samsyn_findings_count (findings), >, 0);
  end = bench_now ();
  samsyn_findings_free (findings);
  return end - start;
}

/* Every assignment in the map looked at once. */
static double
plain_pass (gpointer data)
{
  Bench *bench = data;
  double start = bench_now ();
  const SamsynAssignment *all = SAMSYN_ASSIGNMENTS (bench->map->facts);
  guint counts[SAMSYN_N_ROLES] = { 0 };
  volatile guint sum = 0;

  for (guint i = 0; i < bench->map->n_entries; i++)
    {
      const SamsynAssignment *entry = &all[bench->map->entries[i]];

      counts[entry->role] += entry->valid.from + entry->confirmed + (guint) entry->basis + entry->organisation + entry->task;
    }
  for (guint i = 0; i < SAMSYN_N_ROLES; i++)
    sum += counts[i];
  return bench_now () - start;
}

static double
median_of (BenchFunc func,
           gpointer  data)
{
  double times[9];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      double time = func (data);
      guint j = i;

      for (; j > 0 && times[j - 1] > time; j--)
        times[j] = times[j - 1];
      times[j] = time;
    }
  return times[G_N_ELEMENTS (times) / 2];
}

static double
load (gpointer data)
{
  Bench *bench = data;
  GError *error = NULL;
  double start = bench_now (), end;
  SamsynFacts *facts = samsyn_facts_load (bench->store, &error);

  bench_check (error);
  end = bench_now ();
  samsyn_facts_unref (facts);
  return end - start;
}

static double
view (gpointer data)
{
  Bench *bench = data;
  double start = bench_now (), end;
  SamsynMap *map = samsyn_map_new (bench->map->facts, bench->map->day, 0);

  end = bench_now ();
  samsyn_map_free (map);
  return end - start;
}

int
main (int   argc,
      char *argv[])
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 20000;
  char *folder = bench_folder ();
  g_autofree char *path = g_build_filename (folder, "map.samsyn", NULL);
  g_autofree char *name = g_strdup_printf ("all rules over %u assignments, against one plain pass", n);
  GError *error = NULL;
  Bench bench = { .store = make_workspace (path, n) };

  bench.map = samsyn_map_load (bench.store, DATE, 0, &error);
  bench_check (error);
  bench_compare (name, 20, 15, run_rules, plain_pass, &bench);
  bench_figure ("a full run of all rules over the map", median_of (run_rules, &bench) * 1000, "ms", 50);
  bench_figure ("reading the map from the workspace", median_of (load, &bench) * 1000, "ms", 150);
  bench_figure ("viewing the map on another date", median_of (view, &bench) * 1000, "ms", 1);
  samsyn_map_free (bench.map);
  samsyn_store_close (bench.store);
  bench_remove (folder);
  return 0;
}
