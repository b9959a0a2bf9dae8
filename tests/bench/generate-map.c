/* generate-map.c: responsibility maps of any size, the same at every run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench.h"
#include "kinds/kinds.h"

#define FIRST_ORGANISATION 10000
#define DOCUMENT 20000
#define FIRST_ASSIGNMENT 100000

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
                guint      i,
                guint      n_tasks,
                guint      n_organisations)
{
  static const char *const roles[] = { "A", "R", "S", "C", "I", "C", "I", "R", "I", "C" };
  static const char *const standings[] = { "formal", "practice", "formal", "claimed", "formal", "disputed" };
  guint task = i % n_tasks, place = i / n_tasks;
  SamsynChange *change = add (changes, "assignment", FIRST_ASSIGNMENT + i);

  samsyn_change_add_integer (change, "task", 1 + task);
  samsyn_change_add_integer (change, "organisation", FIRST_ORGANISATION + (task * 7 + place * 31) % n_organisations);
  samsyn_change_add_text (change, "role", roles[(place + (task % 17 == 0)) % G_N_ELEMENTS (roles)]);
  samsyn_change_add_text (change, "standing", standings[(task + place * 5) % 97 % G_N_ELEMENTS (standings)]);
  samsyn_change_add_text (change, "valid_from", task % 3 ? "2015-01-01" : "2016-01-01");
  if (i % 4)
    samsyn_change_add_integer (change, "basis", DOCUMENT);
  if (i % 5)
    samsyn_change_add_text (change, "confirmed_on", "2016-02-01");
}

SamsynStore *
bench_map_workspace (const char *path,
                     guint       n_tasks,
                     guint       n_organisations,
                     guint       n_assignments)
{
  const SamsynStepInfo info = { .code = "import", .author = "bench" };
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  GError *error = NULL;
  SamsynStore *store = samsyn_store_create (path, &error);

  bench_check (error);
  samsyn_change_add_text (add (changes, "document", DOCUMENT), "title", "Lag");
  for (guint i = 0; i < n_organisations; i++)
    {
      SamsynChange *change = add (changes, "organisation", FIRST_ORGANISATION + i);
      g_autofree char *name = g_strdup_printf ("Förvaltning %u", i);

      samsyn_change_add_text (change, "name", name);
      if (i % 2)
        samsyn_change_add_integer (change, "board", FIRST_ORGANISATION + i - 1);
    }
  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *name = g_strdup_printf ("Uppgift %u", i);

      samsyn_change_add_text (add (changes, "task", 1 + i), "name", name);
    }
  for (guint i = 0; i < n_assignments; i++)
    add_assignment (changes, i, n_tasks, n_organisations);
  samsyn_store_apply (store, &info, changes, NULL, &error);
  bench_check (error);
  return store;
}
