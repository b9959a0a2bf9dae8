/* map-grid.h: the map as rows and columns on the screen
 *
 * Out of a map (findings/map.h) a filter makes rows: headings of processes, tasks, and a place for a new task below each process;
 * and columns: the organisations, where a folded one stands for all its units.  Made anew after each change; a cell is then a
 * look into an array.  Knows nothing of widgets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings/map/finding.h"

G_BEGIN_DECLS

typedef enum
{
  SAMSYN_MAP_PROCESS,     /* a heading; process -1: of tasks without one */
  SAMSYN_MAP_TASK,
  SAMSYN_MAP_NEW_TASK,    /* where a task of the process is typed */
  SAMSYN_MAP_NEW_PROCESS, /* the last row */
} SamsynMapRowType;

/* What the findings say of a row, column or cell. */
typedef struct
{
  guint16 n;     /* findings that are not accepted */
  guint8  worst; /* severity + 1; 0: none */
} SamsynMapMark;

typedef struct
{
  SamsynMapRowType type;
  int              process; /* index of the facts, -1: none */
  int              task;    /* index of the facts; TASK only */
  guint            depth;
  gboolean         folded;
  guint            n_tasks; /* PROCESS: tasks below it, also folded ones */
  SamsynMapMark    mark;
} SamsynMapRow;

typedef struct
{
  guint         organisation; /* index of the facts */
  guint         depth;        /* among the columns */
  guint         n_units;      /* columns below it that are shown or folded away */
  guint         n_shown;      /* those of them that are shown, right after it */
  gboolean      folded;
  gboolean      ended; /* not there on the date, but with letters */
  SamsynMapMark mark;
} SamsynMapColumn;

typedef struct
{
  guint8        letters; /* a bit (1 << role) each */
  guint8        differs; /* another than in force */
  guint16       n;       /* organisations with letters: more than one only where units are folded */
  guint8        own;     /* whether the column's own organisation is among them */
  SamsynMapMark mark;
} SamsynMapCell;

/* What is to be seen.  Ids of records; 0 and NULL: any. */
typedef struct
{
  const char *text;         /* occurs in the task's or process's name; as samsyn_fold_match() gives it */
  gint64      process;      /* with those below it */
  gint64      organisation; /* or a unit of it has a part */
  GHashTable *tasks;        /* set of gint64 *: these only; NULL: any */
  int         role;         /* has this letter (in that organisation); -1: any */
  gboolean    findings;     /* only rows with findings */
  gboolean    everybody;    /* also organisations without letters */
  GHashTable *folded;       /* set of gint64 *: ids of processes and organisations */
} SamsynMapFilter;

typedef struct
{
  SamsynMap *map;     /* owned */
  GArray    *rows;    /* SamsynMapRow */
  GArray    *columns; /* SamsynMapColumn */
  guint      n_tasks; /* rows of tasks that passed the filter, also folded ones */
  gboolean   filtered;

  SamsynMapCell *cells;
  GArray        *marked;    /* guint: the cells with a mark */
  int           *column_of; /* by organisation: its column, or the folded one that stands for it; -1: not shown */
  int           *row_of;    /* by task: its row, -1: not shown */
} SamsynMapGrid;

/* The grid of a map, which it takes.  `in_force` (NULL: same) is what differences are marked against; `findings` may be NULL. */
SamsynMapGrid *samsyn_map_grid_new  (SamsynMap             *map,
                                     const SamsynMap       *in_force,
                                     const SamsynFindings  *findings,
                                     const SamsynMapFilter *filter);
void           samsyn_map_grid_free (SamsynMapGrid *grid);

/* Marks what these findings say instead of those before; where rows are filtered by findings a new grid is needed. */
void samsyn_map_grid_mark (SamsynMapGrid        *grid,
                           const SamsynFindings *findings);

static inline const SamsynMapRow *
samsyn_map_grid_row (const SamsynMapGrid *grid,
                     int                  row)
{
  return &g_array_index (grid->rows, SamsynMapRow, row);
}

static inline const SamsynMapColumn *
samsyn_map_grid_column (const SamsynMapGrid *grid,
                        int                  column)
{
  return &g_array_index (grid->columns, SamsynMapColumn, column);
}

/* The cell of a task's row. */
static inline const SamsynMapCell *
samsyn_map_grid_cell (const SamsynMapGrid *grid,
                      int                  row,
                      int                  column)
{
  return &grid->cells[(gsize) row * grid->columns->len + (gsize) column];
}

static inline const SamsynTask *
samsyn_map_grid_task (const SamsynMapGrid *grid,
                      int                  row)
{
  return &SAMSYN_TASKS (grid->map->facts)[samsyn_map_grid_row (grid, row)->task];
}

static inline const SamsynOrganisation *
samsyn_map_grid_organisation (const SamsynMapGrid *grid,
                              int                  column)
{
  return &SAMSYN_ORGANISATIONS (grid->map->facts)[samsyn_map_grid_column (grid, column)->organisation];
}

/* The id behind a row (0: none) and the name of a row; the name is owned by the grid. */
gint64      samsyn_map_grid_row_id   (const SamsynMapGrid *grid,
                                      int                  row);
const char *samsyn_map_grid_row_name (const SamsynMapGrid *grid,
                                      int                  row);

/* The row or column that shows a record, -1 if none does. */
int samsyn_map_grid_find_row    (const SamsynMapGrid *grid,
                                 gint64               id);
int samsyn_map_grid_find_column (const SamsynMapGrid *grid,
                                 gint64               id);

/* The id of a cell's assignment in force on the date, 0 if there is none: the strongest letter's, or the one after `shown`. */
gint64 samsyn_map_grid_assignment (const SamsynMapGrid *grid,
                                   int                  row,
                                   int                  column,
                                   gint64               shown);

/* Whether a row can go to the place of another: a task to any process, as its first (at its heading) or last (where a new one is
 * typed), a process among those beside it. */
gboolean samsyn_map_grid_can_move (const SamsynMapGrid *grid,
                                   int                  from,
                                   int                  to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynMapGrid, samsyn_map_grid_free)

G_END_DECLS
