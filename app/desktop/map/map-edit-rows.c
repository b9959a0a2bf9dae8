/* map-edit-rows.c: new rows of the map, and rows in another place, as changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kinds/kinds.h"
#include "map-edit.h"

static const SamsynProcess *
processes_of (const SamsynMapEdit *edit)
{
  return (const SamsynProcess *) (gpointer) edit->grid->map->facts->processes->data;
}

static gboolean
is_task_row (const SamsynMapRow *row)
{
  return row->type == SAMSYN_MAP_TASK || row->type == SAMSYN_MAP_NEW_TASK;
}

/* In order: the tasks of a process, or the processes beside it (gint64). */
static GArray *
siblings_of (const SamsynMapEdit *edit,
             int                  process,
             gboolean             tasks)
{
  const SamsynFacts *facts = edit->grid->map->facts;
  GArray *siblings = g_array_new (FALSE, FALSE, sizeof (gint64));
  int parent = process >= 0 ? processes_of (edit)[process].parent : -1;

  for (guint i = 0; tasks && i < facts->tasks->len; i++)
    if (SAMSYN_TASKS (facts)[i].process == process)
      g_array_append_val (siblings, SAMSYN_TASKS (facts)[i].id);
  for (guint i = 0; !tasks && i < facts->processes->len; i++)
    if (processes_of (edit)[i].parent == parent)
      g_array_append_val (siblings, processes_of (edit)[i].id);
  return siblings;
}

/* Gives the siblings the positions that say their order; one of them, a task (0: none), comes from another process. */
static gboolean
number (const SamsynMapEdit *edit,
        const GArray        *siblings,
        gint64               comes,
        int                  process,
        GPtrArray           *changes,
        GError             **error)
{
  for (guint i = 0; i < siblings->len; i++)
    {
      SamsynRecord *before = samsyn_record_fetch (edit->store, g_array_index (siblings, gint64, i), error), *after;

      if (before == NULL)
        return FALSE;
      after = samsyn_record_copy (before);
      samsyn_record_put_integer (after, "position", i + 1);
      if (before->id == comes)
        samsyn_record_put_integer (after, "process", process >= 0 ? processes_of (edit)[process].id : 0);
      samsyn_changes_add (changes, before, after);
    }
  return TRUE;
}

GPtrArray *
samsyn_map_edit_create (const SamsynMapEdit *edit,
                        int                  at,
                        const char          *name,
                        GError             **error)
{
  const SamsynMapRow *row = samsyn_map_grid_row (edit->grid, at);
  gboolean task = row->type == SAMSYN_MAP_NEW_TASK;
  g_autoptr (GArray) siblings = siblings_of (edit, row->process, task);
  g_autoptr (GPtrArray) changes = samsyn_changes_new ();
  SamsynRecord *record;

  /* Those without a position would come after it. */
  if (!number (edit, siblings, 0, -1, changes, error))
    return NULL;
  record = samsyn_record_new (samsyn_kind_find (task ? "task" : "process"), samsyn_store_new_id (edit->store));
  samsyn_record_put_text (record, "name", name);
  samsyn_record_put_integer (record, "position", siblings->len + 1);
  if (task && row->process >= 0)
    samsyn_record_put_integer (record, "process", processes_of (edit)[row->process].id);
  if (task)
    samsyn_record_put_integer (record, "scenario", edit->grid->map->scenario);
  samsyn_changes_add (changes, NULL, record);
  return g_steal_pointer (&changes);
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

/* Where among its new siblings, of which it is none now, the row goes: to the place of the other, or as the first or last. */
static guint
new_place (const SamsynMapEdit *edit,
           const GArray        *siblings,
           int                  from,
           int                  to)
{
  const SamsynMapRow *other = samsyn_map_grid_row (edit->grid, to);
  int place = place_in (siblings, samsyn_map_grid_row_id (edit->grid, to));

  if (other->type == SAMSYN_MAP_NEW_TASK)
    return siblings->len;
  if (place < 0)
    return 0;
  return (guint) place + (from < to && other->process == samsyn_map_grid_row (edit->grid, from)->process);
}

/* Processes are of one parent, but each has an index of its own. */
static guint
new_process_place (const SamsynMapEdit *edit,
                   const GArray        *siblings,
                   int                  from,
                   int                  to)
{
  return (guint) (place_in (siblings, samsyn_map_grid_row_id (edit->grid, to)) + (from < to));
}

GPtrArray *
samsyn_map_edit_move (const SamsynMapEdit *edit,
                      int                  from,
                      int                  to,
                      GError             **error)
{
  g_autoptr (GPtrArray) changes = samsyn_changes_new ();
  g_autoptr (GArray) siblings = NULL;
  gint64 id = samsyn_map_grid_row_id (edit->grid, from);
  int process = samsyn_map_grid_row (edit->grid, to)->process, before;
  gboolean task = is_task_row (samsyn_map_grid_row (edit->grid, from));

  if (!samsyn_map_grid_can_move (edit->grid, from, to))
    return g_steal_pointer (&changes);
  siblings = siblings_of (edit, process, task);
  before = place_in (siblings, id);
  if (before >= 0)
    g_array_remove_index (siblings, (guint) before);
  g_array_insert_val (siblings, task ? new_place (edit, siblings, from, to) : new_process_place (edit, siblings, from, to), id);
  if (!number (edit, siblings, task ? id : 0, process, changes, error))
    return NULL;
  return g_steal_pointer (&changes);
}
