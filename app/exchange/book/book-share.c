/* book-share.c: room moved between columns where that makes a table lower
 *
 * The widths that a sheet wishes for are a guess: what its columns hold differs from workspace to workspace.  From there room is
 * moved a few characters at a time, always where it saves most lines, until nothing is saved any more: a table never becomes
 * higher by it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-sheet.h"

#include <string.h>

#define MOST_MOVES 40
#define MOST_ROWS 400 /* of a longer table, the first ones stand for all */

/* Characters moved at once: a line is often saved by many of them only. */
static const double steps[] = { 16, 8, 4, 2 };

/* The lines of each cell, row by row. */
typedef struct
{
  SamsynLayout      *layout;
  SamsynTable       *table;
  const SamsynClaim *claims;
  SamsynResolver    *resolver;
  guint              n_rows;
  guint              n_columns;
  guint             *lines;
} Sharing;

static double *
width_of (Sharing *sharing,
          guint    column)
{
  return &sharing->layout->widths[sharing->table->first_column + column];
}

static const SamsynClaim *
claim_of (Sharing *sharing,
          guint    column)
{
  return &sharing->claims[sharing->table->first_column + column];
}

static void
count_lines (Sharing *sharing,
             guint    column,
             double   width,
             guint   *lines)
{
  for (guint row = 0; row < sharing->n_rows; row++)
    lines[row * sharing->n_columns + column] = samsyn_layout_lines (sharing->table, sharing->resolver, row, column, width);
}

/* What is to become less: the lines of the rows, and where those are as many the lines of the cells, since a row becomes lower
 * only when the last of its cells does. */
static guint64
cost (const Sharing *sharing,
      const guint   *lines)
{
  guint64 of_rows = 0, of_cells = 0;

  for (guint row = 0; row < sharing->n_rows; row++)
    {
      guint most = 1;

      for (guint column = 0; column < sharing->n_columns; column++)
        {
          guint here = lines[row * sharing->n_columns + column];

          most = MAX (most, here);
          of_cells += here;
        }
      of_rows += most;
    }
  return of_rows << 32 | of_cells;
}

/* The cost where room goes from one column to another. */
static guint64
cost_after (Sharing     *sharing,
            const guint *narrower,
            const guint *wider,
            guint       *lines,
            guint        from,
            guint        to)
{
  memcpy (lines, sharing->lines, sizeof (guint) * sharing->n_rows * sharing->n_columns);
  for (guint row = 0; row < sharing->n_rows; row++)
    {
      guint at = row * sharing->n_columns;

      lines[at + from] = narrower[at + from];
      lines[at + to] = wider[at + to];
    }
  return cost (sharing, lines);
}

/* Makes the move that saves most; whether there was one. */
static gboolean
move_once (Sharing *sharing,
           double   step,
           guint   *narrower,
           guint   *wider,
           guint   *lines)
{
  guint64 best = cost (sharing, sharing->lines);
  guint best_from = 0, best_to = 0;

  for (guint i = 0; i < sharing->n_columns; i++)
    if (claim_of (sharing, i)->wraps)
      {
        count_lines (sharing, i, *width_of (sharing, i) - step, narrower);
        count_lines (sharing, i, *width_of (sharing, i) + step, wider);
      }
  for (guint from = 0; from < sharing->n_columns; from++)
    for (guint to = 0; to < sharing->n_columns; to++)
      {
        guint64 here;

        if (from == to || !claim_of (sharing, from)->wraps || !claim_of (sharing, to)->wraps ||
            *width_of (sharing, from) - step < claim_of (sharing, from)->needed)
          continue;
        here = cost_after (sharing, narrower, wider, lines, from, to);
        if (here < best)
          {
            best = here;
            best_from = from;
            best_to = to;
          }
      }
  if (best_from == best_to)
    return FALSE;
  *width_of (sharing, best_from) -= step;
  *width_of (sharing, best_to) += step;
  count_lines (sharing, best_from, *width_of (sharing, best_from), sharing->lines);
  count_lines (sharing, best_to, *width_of (sharing, best_to), sharing->lines);
  return TRUE;
}

void
samsyn_layout_share (SamsynLayout      *layout,
                     SamsynTable       *table,
                     const SamsynClaim *claims,
                     SamsynResolver    *resolver)
{
  Sharing sharing = { .layout = layout, .table = table, .claims = claims, .resolver = resolver,
                      .n_rows = MIN (table->n_rows, MOST_ROWS), .n_columns = table->columns->len };
  gsize n_cells = (gsize) sharing.n_rows * sharing.n_columns;
  g_autofree guint *lines = NULL, *narrower = NULL, *wider = NULL, *tried = NULL;

  /* The rows of a table that is written as it is read are not there. */
  if (table->each != NULL || n_cells == 0)
    return;
  lines = sharing.lines = g_new0 (guint, n_cells);
  narrower = g_new0 (guint, n_cells);
  wider = g_new0 (guint, n_cells);
  tried = g_new0 (guint, n_cells);
  for (guint column = 0; column < sharing.n_columns; column++)
    count_lines (&sharing, column, *width_of (&sharing, column), lines);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (guint moves = 0; moves < MOST_MOVES && move_once (&sharing, steps[i], narrower, wider, tried); moves++)
      ;
}
