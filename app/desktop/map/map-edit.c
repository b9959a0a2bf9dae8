/* map-edit.c: what is done in the map, as changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-edit.h"

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
               _ ("The letters are those of units of “%s”, which is folded. Nothing was changed; unfold it by its heading and "
                  "type there."),
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

/* ---- Letters --------------------------------------------------------------------------------------------------------------- */

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

/* Only A and R go together: where something else is, or both are, there is no second one. */
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
  if (role < 0 || (letters & BIT (role)) != 0 || ((letters | BIT (role)) & ~(BIT (SAMSYN_ROLE_A) | BIT (SAMSYN_ROLE_R))) != 0)
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

/* ---- Pasting --------------------------------------------------------------------------------------------------------------- */

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
