/* map-edit.c: what is done in the map, as changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-edit.h"

#include "kinds/kinds.h"
#include "map-letter.h"
#include "model/words.h"

#define BIT(role) (1u << (role))

/* What is planned for one cell. */
typedef GPtrArray *(*PlanFunc) (const SamsynMapEdit *edit,
                                const SamsynCell    *cell,
                                guint                letters,
                                gpointer             data,
                                GError             **error);

static void
take_changes (GPtrArray *changes,
              GPtrArray *more)
{
  while (more->len > 0)
    g_ptr_array_add (changes, g_ptr_array_steal_index (more, 0));
  g_ptr_array_unref (more);
}

/* A folded column stands for its units: a letter typed there would not be one of those that it shows. */
static gboolean
check_unfolded (const SamsynMapGrid *grid,
                int                  row,
                int                  column,
                GError             **error)
{
  const SamsynMapCell *cell = samsyn_map_grid_cell (grid, row, column);

  if (cell->n == 0 || (cell->n == 1 && cell->own))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("The letters are those of units of “%s”, which is folded.  Nothing was changed; unfold it by its heading and type there."),
               samsyn_map_grid_organisation (grid, column)->name);
  return FALSE;
}

static gboolean
plan_cell (const SamsynMapEdit *edit,
           int                  row,
           int                  column,
           PlanFunc             plan,
           gpointer             data,
           GPtrArray           *changes,
           GError             **error)
{
  const SamsynMap *map = edit->grid->map;
  g_autofree char *date = samsyn_day_date (map->day);
  SamsynCell cell = { .scenario = map->scenario, .date = date };
  GPtrArray *planned;

  if (row < 0 || samsyn_map_grid_row (edit->grid, row)->type != SAMSYN_MAP_TASK)
    return TRUE;
  if (!check_unfolded (edit->grid, row, column, error))
    return FALSE;
  cell.task = samsyn_map_grid_task (edit->grid, row)->id;
  cell.organisation = samsyn_map_grid_organisation (edit->grid, column)->id;
  planned = plan (edit, &cell, samsyn_map_grid_cell (edit->grid, row, column)->letters, data, error);
  if (planned == NULL)
    return FALSE;
  take_changes (changes, planned);
  return TRUE;
}

static GPtrArray *
plan_area (const SamsynMapEdit *edit,
           SamsynMapArea        area,
           PlanFunc             plan,
           gpointer             data,
           GError             **error)
{
  g_autoptr (GPtrArray) changes = samsyn_changes_new ();

  for (int row = MAX (area.first_row, 0); row <= area.last_row; row++)
    for (int column = MAX (area.first_column, 0); column <= area.last_column; column++)
      if (!plan_cell (edit, row, column, plan, data, changes, error))
        return NULL;
  return g_steal_pointer (&changes);
}

/* ---- Letters ---------------------------------------------------------------------------------------------------------------- */

static GPtrArray *
plan_set (const SamsynMapEdit *edit,
          const SamsynCell    *cell,
          guint                letters,
          gpointer             data,
          GError             **error)
{
  SamsynRole role = (SamsynRole) GPOINTER_TO_INT (data);

  return edit->from_date ? samsyn_cell_plan_change (edit->store, cell, role, error)
                         : samsyn_cell_plan_set (edit->store, cell, role, error);
}

/* Where neither of A and R is, or both are, there is no second one. */
static GPtrArray *
plan_beside (const SamsynMapEdit *edit,
             const SamsynCell    *cell,
             guint                letters,
             gpointer             data,
             GError             **error)
{
  int role = GPOINTER_TO_INT (data);

  if (role < 0 && letters == BIT (SAMSYN_ROLE_A))
    role = SAMSYN_ROLE_R;
  else if (role < 0 && letters == BIT (SAMSYN_ROLE_R))
    role = SAMSYN_ROLE_A;
  if (role < 0 || (letters & BIT (role)) != 0)
    return samsyn_changes_new ();
  return samsyn_cell_plan_add (edit->store, cell, (SamsynRole) role, error);
}

static GPtrArray *
plan_clear (const SamsynMapEdit *edit,
            const SamsynCell    *cell,
            guint                letters,
            gpointer             data,
            GError             **error)
{
  return edit->from_date ? samsyn_cell_plan_change (edit->store, cell, SAMSYN_ROLE_NONE, error)
                         : samsyn_cell_plan_clear (edit->store, cell, error);
}

GPtrArray *
samsyn_map_edit_type (const SamsynMapEdit *edit,
                      SamsynMapArea        area,
                      int                  role,
                      gboolean             beside,
                      GError             **error)
{
  return plan_area (edit, area, beside ? plan_beside : plan_set, GINT_TO_POINTER (role), error);
}

GPtrArray *
samsyn_map_edit_clear (const SamsynMapEdit *edit,
                       SamsynMapArea        area,
                       GError             **error)
{
  return plan_area (edit, area, plan_clear, NULL, error);
}

/* ---- Pasting ---------------------------------------------------------------------------------------------------------------- */

static gboolean
paste_cell (const SamsynMapEdit *edit,
            int                  row,
            int                  column,
            guint                letters,
            gboolean             second,
            GPtrArray           *changes,
            GError             **error)
{
  SamsynRole first = samsyn_letters_strongest (letters);
  guint rest = letters & ~BIT (first);

  if (column >= (int) edit->grid->columns->len)
    return TRUE;
  if (second)
    return rest == 0
           || plan_cell (edit, row, column, plan_beside, GINT_TO_POINTER (samsyn_letters_strongest (rest)), changes, error);
  return plan_cell (edit, row, column, letters == 0 ? plan_clear : plan_set, GINT_TO_POINTER (first), changes, error);
}

/* The next row of a task, from this one on; -1 if there is none. */
static int
task_from (const SamsynMapGrid *grid,
           int                  row)
{
  while (row < (int) grid->rows->len && samsyn_map_grid_row (grid, row)->type != SAMSYN_MAP_TASK)
    row++;
  return row < (int) grid->rows->len ? row : -1;
}

static gboolean
is_single (const GPtrArray *rows)
{
  return rows->len == 1 && ((const GArray *) g_ptr_array_index (rows, 0))->len == 1;
}

GPtrArray *
samsyn_map_edit_paste (const SamsynMapEdit *edit,
                       SamsynMapArea        area,
                       const GPtrArray     *rows,
                       gboolean             second,
                       GError             **error)
{
  g_autoptr (GPtrArray) changes = samsyn_changes_new ();
  int row = area.first_row;

  if (is_single (rows))
    {
      guint letters = (guint) g_array_index ((GArray *) g_ptr_array_index (rows, 0), int, 0);

      for (row = MAX (area.first_row, 0); row <= area.last_row; row++)
        for (int column = MAX (area.first_column, 0); column <= area.last_column; column++)
          if (!paste_cell (edit, row, column, letters, second, changes, error))
            return NULL;
      return g_steal_pointer (&changes);
    }
  for (guint i = 0; i < rows->len && (row = task_from (edit->grid, row)) >= 0; i++, row++)
    {
      const GArray *cells = g_ptr_array_index (rows, i);

      for (guint j = 0; j < cells->len; j++)
        if (!paste_cell (edit, row, area.first_column + (int) j, (guint) g_array_index (cells, int, j), second, changes, error))
          return NULL;
    }
  return g_steal_pointer (&changes);
}

/* ---- Rows ------------------------------------------------------------------------------------------------------------------- */

/* What a row stands among, in order: the tasks of its process, or the processes of the one above it (gint64). */
static GArray *
siblings_of (const SamsynMapEdit *edit,
             const SamsynMapRow  *row)
{
  const SamsynFacts *facts = edit->grid->map->facts;
  const SamsynProcess *processes = (const SamsynProcess *) (gpointer) facts->processes->data;
  GArray *siblings = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (row->type == SAMSYN_MAP_TASK || row->type == SAMSYN_MAP_NEW_TASK)
    {
      for (guint i = 0; i < facts->tasks->len; i++)
        if (SAMSYN_TASKS (facts)[i].process == row->process)
          g_array_append_val (siblings, SAMSYN_TASKS (facts)[i].id);
    }
  else
    {
      int parent = row->process >= 0 ? processes[row->process].parent : -1;

      for (guint i = 0; i < facts->processes->len; i++)
        if (processes[i].parent == parent)
          g_array_append_val (siblings, processes[i].id);
    }
  return siblings;
}

static gint64
last_position (const SamsynMapEdit *edit,
               GArray              *siblings)
{
  gint64 last = 0;

  for (guint i = 0; i < siblings->len; i++)
    {
      g_autoptr (SamsynRecord) record = samsyn_store_get (edit->store, g_array_index (siblings, gint64, i), NULL);

      if (record != NULL)
        last = MAX (last, samsyn_record_integer (record, "position", 0));
    }
  return last;
}

GPtrArray *
samsyn_map_edit_create (const SamsynMapEdit *edit,
                        int                  at,
                        const char          *name)
{
  const SamsynMapRow *row = samsyn_map_grid_row (edit->grid, at);
  const SamsynFacts *facts = edit->grid->map->facts;
  gboolean task = row->type == SAMSYN_MAP_NEW_TASK;
  g_autoptr (GArray) siblings = siblings_of (edit, row);
  SamsynRecord *record = samsyn_record_new (samsyn_kind_find (task ? "task" : "process"), samsyn_store_new_id (edit->store));
  GPtrArray *changes = samsyn_changes_new ();

  samsyn_record_put_text (record, "name", name);
  samsyn_record_put_integer (record, "position", last_position (edit, siblings) + 1);
  if (task && row->process >= 0)
    samsyn_record_put_integer (record, "process", ((const SamsynProcess *) (gpointer) facts->processes->data)[row->process].id);
  if (task)
    samsyn_record_put_integer (record, "scenario", edit->grid->map->scenario);
  samsyn_changes_add (changes, NULL, record);
  return changes;
}

static int
place_in (const GArray *ids,
          gint64        id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return (int) i;
  return -1;
}

/* So many rows on, among those of the same sort that are shown. */
static gint64
neighbour (const SamsynMapEdit *edit,
           const GArray        *siblings,
           int                  row,
           int                  by)
{
  gint64 found = 0;

  while (by != 0)
    {
      row += by > 0 ? 1 : -1;
      if (row < 0 || row >= (int) edit->grid->rows->len)
        return found;
      if (place_in (siblings, samsyn_map_grid_row_id (edit->grid, row)) < 0)
        continue;
      found = samsyn_map_grid_row_id (edit->grid, row);
      by += by > 0 ? -1 : 1;
    }
  return found;
}

GPtrArray *
samsyn_map_edit_move (const SamsynMapEdit *edit,
                      int                  row,
                      int                  by,
                      GError             **error)
{
  g_autoptr (GPtrArray) changes = samsyn_changes_new ();
  g_autoptr (GArray) siblings = siblings_of (edit, samsyn_map_grid_row (edit->grid, row));
  gint64 id = samsyn_map_grid_row_id (edit->grid, row);
  int from = place_in (siblings, id), to = place_in (siblings, neighbour (edit, siblings, row, by));

  if (id == 0 || from < 0 || to < 0 || from == to)
    return g_steal_pointer (&changes);
  g_array_remove_index (siblings, (guint) from);
  g_array_insert_val (siblings, (guint) to, id);
  for (guint i = 0; i < siblings->len; i++)
    {
      SamsynRecord *before = samsyn_record_fetch (edit->store, g_array_index (siblings, gint64, i), error), *after;

      if (before == NULL)
        return NULL;
      after = samsyn_record_copy (before);
      samsyn_record_put_integer (after, "position", i + 1);
      samsyn_changes_add (changes, before, after);
    }
  return g_steal_pointer (&changes);
}
