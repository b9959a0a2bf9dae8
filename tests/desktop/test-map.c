/* test-map.c: the map behind its view: folding, filters, marks; letters typed, cleared, copied, pasted; rows created and moved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */


#include "desktop/findings/finding-list.h"
#include "desktop/map/map-copy.h"
#include "desktop/map/map-edit.h"
#include "desktop/map/map-letter.h"
#include "fixture.h"
#include "model/fold.h"

#define DATE "2016-10-15"

typedef struct
{
  char        *folder;
  SamsynStore *store;
  gint64       process, first, second, other; /* tasks */
  gint64       city, board, unit, authority;
  SamsynMapFilter filter;
  SamsynMapGrid  *grid;
} World;

static gint64
create (World      *world,
        const char *kind,
        const char *name)
{
  return samsyn_fixture_create (world->store, kind, "name", name);
}

static void
refer (World      *world,
       gint64      record,
       const char *field,
       gint64      target)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, target);

  samsyn_fixture_edit (world->store, record, field, id, NULL);
}

/* A process of two tasks, one more without; a city with a board with a unit, and an authority. */
static void
set_up (World        *world,
        gconstpointer data)
{
  world->folder = samsyn_fixture_folder ();
  world->store = samsyn_fixture_store (world->folder);
  world->process = create (world, "process", "Mottagande");
  world->first = create (world, "task", "Anvisa bostad");
  world->second = create (world, "task", "Boka möte");
  world->other = create (world, "task", "Rapportera");
  refer (world, world->first, "process", world->process);
  refer (world, world->second, "process", world->process);
  world->city = create (world, "organisation", "Staden");
  world->board = create (world, "organisation", "Nämnden");
  world->unit = create (world, "organisation", "Enheten");
  world->authority = create (world, "organisation", "Verket");
  refer (world, world->board, "parent", world->city);
  refer (world, world->unit, "parent", world->board);
  world->filter = (SamsynMapFilter) { .role = -1, .everybody = TRUE };
  world->filter.folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
tear_down (World        *world,
           gconstpointer data)
{
  samsyn_map_grid_free (world->grid);
  g_hash_table_unref (world->filter.folded);
  samsyn_store_close (world->store);
  samsyn_fixture_remove (world->folder);
}

/* The grid as it is now, in a scenario. */
static void
look (World *world,
      gint64 scenario)
{
  SamsynMap *map = samsyn_map_load (world->store, DATE, scenario, NULL);
  g_autoptr (SamsynMap) in_force = samsyn_map_new (map->facts, map->day, 0);
  g_autoptr (SamsynFindings) findings = samsyn_findings_new (map);

  samsyn_map_grid_free (world->grid);
  world->grid = samsyn_map_grid_new (map, scenario != 0 ? in_force : NULL, findings, &world->filter);
}

static int
row_of (World *world,
        gint64 id)
{
  return samsyn_map_grid_find_row (world->grid, id);
}

static int
column_of (World *world,
           gint64 id)
{
  return samsyn_map_grid_find_column (world->grid, id);
}

static const SamsynMapCell *
cell_of (World *world,
         gint64 task,
         gint64 organisation)
{
  g_assert_cmpint (row_of (world, task), >=, 0);
  g_assert_cmpint (column_of (world, organisation), >=, 0);
  return samsyn_map_grid_cell (world->grid, row_of (world, task), column_of (world, organisation));
}

static void
assert_letters (World      *world,
                gint64      task,
                gint64      organisation,
                const char *expected)
{
  g_autofree char *letters = samsyn_letters_text (cell_of (world, task, organisation)->letters, FALSE);

  g_assert_cmpstr (letters, ==, expected);
}

static SamsynMapArea
area_of (World *world,
         gint64 task,
         gint64 organisation,
         gint64 last_task,
         gint64 last_organisation)
{
  return (SamsynMapArea) { row_of (world, task), row_of (world, last_task), column_of (world, organisation),
                           column_of (world, last_organisation) };
}

/* Writes as one step, and looks again. */
static void
apply (World     *world,
       GPtrArray *changes)
{
  g_autoptr (GPtrArray) planned = changes;
  g_autoptr (GError) error = NULL;
  SamsynStepInfo info = { .code = "edit" };

  g_assert_nonnull (planned);
  if (planned->len > 0)
    samsyn_store_apply (world->store, &info, planned, NULL, &error);
  g_assert_no_error (error);
  look (world, world->grid->map->scenario);
}

static void
type (World *world,
      gint64 task,
      gint64 organisation,
      int    role,
      gboolean beside)
{
  SamsynMapEdit edit = { .store = world->store, .grid = world->grid };
  g_autoptr (GError) error = NULL;
  GPtrArray *changes
      = samsyn_map_edit_type (&edit, area_of (world, task, organisation, task, organisation), role, beside, &error);

  g_assert_no_error (error);
  apply (world, changes);
}

/* ---- Rows and columns ------------------------------------------------------------------------------------------------------ */

static void
test_layout (World        *world,
             gconstpointer data)
{
  static const SamsynMapRowType types[] = { SAMSYN_MAP_PROCESS, SAMSYN_MAP_TASK, SAMSYN_MAP_TASK, SAMSYN_MAP_NEW_TASK,
                                            SAMSYN_MAP_PROCESS, SAMSYN_MAP_TASK, SAMSYN_MAP_NEW_TASK, SAMSYN_MAP_NEW_PROCESS };

  look (world, 0);
  g_assert_cmpuint (world->grid->rows->len, ==, G_N_ELEMENTS (types));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpint (samsyn_map_grid_row (world->grid, (int) i)->type, ==, types[i]);
  g_assert_cmpuint (world->grid->columns->len, ==, 4);
  g_assert_cmpuint (samsyn_map_grid_column (world->grid, column_of (world, world->unit))->depth, ==, 2);
  g_assert_cmpuint (samsyn_map_grid_column (world->grid, column_of (world, world->city))->n_units, ==, 2);
  /* Without a letter an organisation is there only if everybody is asked for, or for the sake of a unit. */
  type (world, world->first, world->unit, SAMSYN_ROLE_R, FALSE);
  world->filter.everybody = FALSE;
  look (world, 0);
  g_assert_cmpuint (world->grid->columns->len, ==, 3);
  g_assert_cmpint (column_of (world, world->authority), ==, -1);
}

static void
fold (World *world,
      gint64 id)
{
  g_hash_table_add (world->filter.folded, g_memdup2 (&id, sizeof id));
}

static void
test_folding (World        *world,
              gconstpointer data)
{
  look (world, 0);
  type (world, world->first, world->board, SAMSYN_ROLE_C, FALSE);
  type (world, world->first, world->unit, SAMSYN_ROLE_A, FALSE);
  type (world, world->second, world->city, SAMSYN_ROLE_I, FALSE);
  fold (world, world->city);
  look (world, 0);
  g_assert_cmpuint (world->grid->columns->len, ==, 2);
  g_assert_true (samsyn_map_grid_column (world->grid, 0)->folded || samsyn_map_grid_column (world->grid, 1)->folded);
  g_assert_cmpuint (cell_of (world, world->first, world->city)->n, ==, 2);
  g_assert_false (cell_of (world, world->first, world->city)->own);
  g_assert_cmpint (samsyn_letters_strongest (cell_of (world, world->first, world->city)->letters), ==, SAMSYN_ROLE_A);
  g_assert_true (cell_of (world, world->second, world->city)->own);
  fold (world, world->process);
  look (world, 0);
  g_assert_cmpint (row_of (world, world->first), ==, -1);
  g_assert_cmpuint (samsyn_map_grid_row (world->grid, row_of (world, world->process))->n_tasks, ==, 2);
}

/* Letters of units can't be overwritten by what is typed in the column that stands for them. */
static void
test_folded_typing (World        *world,
                    gconstpointer data)
{
  SamsynMapEdit edit = { .store = world->store };
  g_autoptr (GError) error = NULL;

  look (world, 0);
  type (world, world->first, world->unit, SAMSYN_ROLE_A, FALSE);
  fold (world, world->city);
  look (world, 0);
  edit.grid = world->grid;
  g_assert_null (samsyn_map_edit_type (&edit, area_of (world, world->first, world->city, world->first, world->city),
                                       SAMSYN_ROLE_R, FALSE, &error));
  g_assert_nonnull (error);
  type (world, world->second, world->city, SAMSYN_ROLE_R, FALSE);
  assert_letters (world, world->second, world->city, "R");
}

static guint
count_shown (World *world)
{
  look (world, 0);
  return world->grid->n_tasks;
}

static void
test_filters (World        *world,
              gconstpointer data)
{
  g_autofree char *text = samsyn_fold_match ("BOKA");

  look (world, 0);
  type (world, world->first, world->unit, SAMSYN_ROLE_A, FALSE);
  type (world, world->second, world->authority, SAMSYN_ROLE_C, FALSE);
  world->filter.process = world->process;
  g_assert_cmpuint (count_shown (world), ==, 2);
  g_assert_true (world->grid->filtered);
  world->filter.process = 0;
  world->filter.text = text;
  g_assert_cmpuint (count_shown (world), ==, 1);
  g_assert_cmpint (row_of (world, world->second), >=, 0);
  world->filter.text = NULL;
  world->filter.organisation = world->city;
  g_assert_cmpuint (count_shown (world), ==, 1);
  g_assert_cmpint (row_of (world, world->first), >=, 0);
  world->filter.role = SAMSYN_ROLE_C;
  g_assert_cmpuint (count_shown (world), ==, 0);
  world->filter.organisation = 0;
  g_assert_cmpuint (count_shown (world), ==, 1);
  world->filter.role = -1;
  world->filter.findings = TRUE;
  g_assert_cmpuint (count_shown (world), ==, 3);
}

static void
test_marks (World        *world,
            gconstpointer data)
{
  const SamsynMapRow *row;

  look (world, 0);
  row = samsyn_map_grid_row (world->grid, row_of (world, world->first));
  g_assert_cmpuint (row->mark.worst, ==, SAMSYN_SEVERITY_ERROR + 1);
  type (world, world->first, world->board, SAMSYN_ROLE_A, FALSE);
  type (world, world->first, world->authority, SAMSYN_ROLE_A, FALSE);
  g_assert_cmpuint (cell_of (world, world->first, world->board)->mark.worst, ==, SAMSYN_SEVERITY_ERROR + 1);
  g_assert_cmpuint (cell_of (world, world->first, world->unit)->mark.n, ==, 0);
}

/* ---- Letters --------------------------------------------------------------------------------------------------------------- */

static void
test_typing (World        *world,
             gconstpointer data)
{
  SamsynMapEdit edit = { .store = world->store };

  look (world, 0);
  type (world, world->first, world->board, SAMSYN_ROLE_A, FALSE);
  assert_letters (world, world->first, world->board, "A");
  type (world, world->first, world->board, -1, TRUE);
  assert_letters (world, world->first, world->board, "A/R");
  type (world, world->first, world->board, -1, TRUE);
  assert_letters (world, world->first, world->board, "A/R");
  type (world, world->first, world->board, SAMSYN_ROLE_S, FALSE);
  assert_letters (world, world->first, world->board, "S");
  edit.grid = world->grid;
  apply (world, samsyn_map_edit_clear (&edit, area_of (world, world->first, world->board, world->first, world->board), NULL));
  assert_letters (world, world->first, world->board, "");
}

/* A letter fills what is selected, headings passed over, in one step that can be undone. */
static void
test_area (World        *world,
           gconstpointer data)
{
  SamsynMapEdit edit = { .store = world->store };
  SamsynMapArea area;

  look (world, 0);
  edit.grid = world->grid;
  area = area_of (world, world->first, world->city, world->other, world->authority);
  if (area.first_column > area.last_column)
    area = area_of (world, world->first, world->authority, world->other, world->city);
  apply (world, samsyn_map_edit_type (&edit, area, SAMSYN_ROLE_I, FALSE, NULL));
  assert_letters (world, world->first, world->city, "I");
  assert_letters (world, world->other, world->authority, "I");
  g_assert_cmpint (samsyn_store_undo (world->store, NULL), !=, 0);
  look (world, 0);
  assert_letters (world, world->first, world->city, "");
  assert_letters (world, world->other, world->authority, "");
}

static void
test_scenario (World        *world,
               gconstpointer data)
{
  gint64 scenario = create (world, "scenario", "Förslag");

  look (world, 0);
  type (world, world->first, world->board, SAMSYN_ROLE_A, FALSE);
  look (world, scenario);
  assert_letters (world, world->first, world->board, "A");
  g_assert_false (cell_of (world, world->first, world->board)->differs);
  type (world, world->first, world->board, SAMSYN_ROLE_C, FALSE);
  assert_letters (world, world->first, world->board, "C");
  g_assert_true (cell_of (world, world->first, world->board)->differs);
  look (world, 0);
  assert_letters (world, world->first, world->board, "A");
}

/* From a date on: before it the map is as it was. */
static void
test_from_date (World        *world,
                gconstpointer data)
{
  SamsynMapEdit edit = { .store = world->store, .from_date = TRUE };
  SamsynMapArea area;

  look (world, 0);
  type (world, world->first, world->board, SAMSYN_ROLE_A, FALSE);
  edit.grid = world->grid;
  area = area_of (world, world->first, world->board, world->first, world->board);
  apply (world, samsyn_map_edit_type (&edit, area, SAMSYN_ROLE_C, FALSE, NULL));
  assert_letters (world, world->first, world->board, "C");
  g_assert_cmpuint (samsyn_map_load (world->store, "2016-10-14", 0, NULL)->n_entries, ==, 1);
  edit.grid = world->grid;
  apply (world, samsyn_map_edit_clear (&edit, area, NULL));
  assert_letters (world, world->first, world->board, "");
}

static void
paste (World      *world,
       gint64      task,
       gint64      organisation,
       const char *text)
{
  SamsynMapArea area = area_of (world, task, organisation, task, organisation);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = samsyn_map_paste_read (text, FALSE, &error);

  g_assert_no_error (error);
  for (guint second = 0; second < 2; second++)
    {
      SamsynMapEdit edit = { .store = world->store, .grid = world->grid };

      apply (world, samsyn_map_edit_paste (&edit, area, rows, second, NULL));
    }
}

static void
test_clipboard (World        *world,
                gconstpointer data)
{
  SamsynMapArea area;
  g_autofree char *text = NULL, *html = NULL, *again = NULL;
  g_autoptr (GError) error = NULL;

  look (world, 0);
  type (world, world->first, world->board, SAMSYN_ROLE_A, FALSE);
  type (world, world->first, world->board, -1, TRUE);
  type (world, world->second, world->unit, SAMSYN_ROLE_C, FALSE);
  area = area_of (world, world->first, world->board, world->second, world->unit);
  text = samsyn_map_copy_text (world->grid, area, FALSE);
  g_assert_cmpstr (text, ==, "Task\tNämnden\tEnheten\nAnvisa bostad\tA/R\t\nBoka möte\t\tC\n");
  html = samsyn_map_copy_html (world->grid, area, TRUE);
  g_assert_nonnull (strstr (html, ">H/U</td>"));
  /* What was copied comes back, also over what is there. */
  type (world, world->first, world->unit, SAMSYN_ROLE_I, FALSE);
  type (world, world->first, world->board, SAMSYN_ROLE_I, FALSE);
  paste (world, world->first, world->board, text);
  area = area_of (world, world->first, world->board, world->second, world->unit);
  again = samsyn_map_copy_text (world->grid, area, FALSE);
  g_assert_cmpstr (again, ==, text);
  paste (world, world->second, world->board, "r\tS\r\n");
  assert_letters (world, world->second, world->board, "R");
  assert_letters (world, world->second, world->unit, "S");
  g_assert_null (samsyn_map_paste_read ("A\tperhaps", FALSE, &error));
  g_assert_nonnull (error);
}

/* ---- Rows ------------------------------------------------------------------------------------------------------------------ */

static int
row_named (World      *world,
           const char *name)
{
  int row = 0;

  while (!g_str_equal (samsyn_map_grid_row_name (world->grid, row), name))
    row++;
  return row;
}

static void
test_rows (World        *world,
           gconstpointer data)
{
  SamsynMapEdit edit = { .store = world->store };
  int made;

  look (world, 0);
  edit.grid = world->grid;
  apply (world, samsyn_map_edit_create (&edit, row_of (world, world->second) + 1, "Ny uppgift", NULL));
  g_assert_cmpuint (world->grid->n_tasks, ==, 4);
  edit.grid = world->grid;
  apply (world, samsyn_map_edit_move (&edit, row_of (world, world->second), row_of (world, world->second) - 1, NULL));
  g_assert_cmpint (row_of (world, world->second), <, row_of (world, world->first));
  edit.grid = world->grid;
  apply (world, samsyn_map_edit_move (&edit, row_of (world, world->second), row_of (world, world->second) - 1, NULL));
  g_assert_cmpint (row_of (world, world->second), ==, row_of (world, world->process) + 1);
  edit.grid = world->grid;
  apply (world, samsyn_map_edit_create (&edit, (int) world->grid->rows->len - 1, "Ny process", NULL));
  g_assert_cmpint (samsyn_store_count (world->store, samsyn_query_new (samsyn_kind_find ("process")), NULL), ==, 2);
  /* It comes after the one that had no position; a task goes into it, and it goes before the other. */
  made = row_named (world, "Ny process");
  g_assert_cmpint (made, >, row_of (world, world->process));
  edit.grid = world->grid;
  apply (world, samsyn_map_edit_move (&edit, row_of (world, world->second), made, NULL));
  g_assert_cmpint (row_of (world, world->second), ==, row_named (world, "Ny process") + 1);
  edit.grid = world->grid;
  apply (world, samsyn_map_edit_move (&edit, row_named (world, "Ny process"), row_of (world, world->process), NULL));
  g_assert_cmpint (row_named (world, "Ny process"), ==, 0);
  g_assert_cmpint (row_of (world, world->second), ==, 1);
  g_assert_false (samsyn_map_grid_can_move (world->grid, 0, 1));
}

/* ---- Letters, findings ----------------------------------------------------------------------------------------------------- */

static void
test_letters (void)
{
  g_assert_cmpint (samsyn_letter_typed ('a', FALSE), ==, SAMSYN_ROLE_A);
  g_assert_cmpint (samsyn_letter_typed ('h', FALSE), ==, -1);
  g_assert_cmpint (samsyn_letter_typed ('h', TRUE), ==, SAMSYN_ROLE_A);
  g_assert_cmpint (samsyn_letter_typed ('K', TRUE), ==, SAMSYN_ROLE_C);
  g_assert_cmpint (samsyn_letters_read (" r/a ", FALSE), ==, 1 << SAMSYN_ROLE_R | 1 << SAMSYN_ROLE_A);
  g_assert_cmpint (samsyn_letters_read ("", FALSE), ==, 0);
  g_assert_cmpint (samsyn_letters_read ("x", FALSE), ==, -1);
}

static void
test_findings (World        *world,
               gconstpointer data)
{
  SamsynMap *map = samsyn_map_load (world->store, DATE, 0, NULL);
  g_autoptr (SamsynFindings) findings = samsyn_findings_new (map);
  SamsynFindingFilter filter = { .severity = SAMSYN_SEVERITY_ERROR };
  g_autoptr (GPtrArray) errors = samsyn_finding_list_make (findings, &filter), named = NULL;
  g_autoptr (GListStore) store = g_list_store_new (SAMSYN_TYPE_FINDING_ITEM);
  g_autoptr (SamsynFindingItem) kept = NULL;
  g_autofree char *text = samsyn_fold_match ("boka");

  /* Nobody answers for and nobody performs three tasks: two headings. */
  g_assert_cmpuint (errors->len, ==, 8);
  g_assert_null (samsyn_finding_item_get (errors->pdata[0]));
  g_assert_cmpuint (samsyn_finding_item_count (errors->pdata[0]), ==, 3);
  samsyn_finding_list_update (store, errors);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 8);
  kept = g_list_model_get_item (G_LIST_MODEL (store), 7);
  filter.text = text;
  named = samsyn_finding_list_make (findings, &filter);
  g_assert_cmpuint (named->len, ==, 4);
  samsyn_finding_list_update (store, named);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 4);
  samsyn_map_free (map);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (World *, gconstpointer);
  } tests[] = {
    { "/map/layout", test_layout },     { "/map/folding", test_folding },     { "/map/folded-typing", test_folded_typing },
    { "/map/filters", test_filters },   { "/map/marks", test_marks },         { "/map/typing", test_typing },
    { "/map/area", test_area },         { "/map/scenario", test_scenario },   { "/map/from-date", test_from_date },
    { "/map/clipboard", test_clipboard }, { "/map/rows", test_rows },         { "/map/findings", test_findings },
  };

  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_setenv ("SAMSYN_NOW", DATE, TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, World, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/map/letters", test_letters);
  return g_test_run ();
}
