/* bench-findings.c: reading a large responsibility map, and a full run of all rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>

#include "bench.h"
#include "findings/map/finding.h"

#define TASKS 2000
#define ORGANISATIONS 300
#define DATE "2016-05-20"

typedef struct
{
  SamsynStore *store;
  SamsynMap   *map;
} Bench;

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

static guint
weigh (const SamsynFacts *facts,
       guint              at)
{
  const SamsynAssignment *entry = &SAMSYN_ASSIGNMENTS (facts)[at];
  const SamsynOrganisation *organisation = &SAMSYN_ORGANISATIONS (facts)[entry->organisation];
  const SamsynDocument *basis = entry->basis >= 0 ? &SAMSYN_DOCUMENTS (facts)[entry->basis] : NULL;

  return entry->valid.from + entry->confirmed + organisation->actor + organisation->valid.to
         + SAMSYN_TASKS (facts)[entry->task].process + (basis != NULL ? (guint) basis->valid.to : 0);
}

/* The arrays that the rules go through, each once: the rows of the map, its columns, the assignments in time; with the task, the
 * organisation and the basis of each assignment, and a sum by letter. */
static double
plain_pass (gpointer data)
{
  Bench *bench = data;
  double start = bench_now ();
  const SamsynMap *map = bench->map;
  const SamsynAssignment *all = SAMSYN_ASSIGNMENTS (map->facts);
  guint counts[SAMSYN_N_ROLES] = { 0 };
  volatile guint sum = 0;

  for (guint i = 0; i < map->n_entries; i++)
    counts[all[map->entries[i]].role] += weigh (map->facts, map->entries[i]);
  for (guint i = 0; i < map->n_entries; i++)
    counts[all[map->column_entries[i]].role] += weigh (map->facts, map->column_entries[i]);
  for (guint i = 0; i < map->facts->assignments->len; i++)
    counts[all[i].role % SAMSYN_N_ROLES] += weigh (map->facts, i);
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
  Bench bench = { .store = bench_map_workspace (path, TASKS, ORGANISATIONS, n) };

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
