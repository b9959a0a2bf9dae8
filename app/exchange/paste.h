/* paste.h: rows of a spreadsheet as new records
 *
 * What a spreadsheet puts on the clipboard is text: cells apart by tabs, rows by line ends.  A plan says of each cell what it becomes
 * before anything is written.  References are found by the whole title of their record; where several have it, or none, the plan says
 * so and does not guess.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct
{
  char       *text;    /* as it was pasted */
  SamsynValue value;   /* what it becomes */
  char       *shown;   /* the same as a reader sees it */
  char       *problem; /* a sentence, translated; NULL: none */
} SamsynPasteCell;

typedef struct
{
  const SamsynField *field; /* NULL: the column is left out */
  char              *label; /* the field's, or that of the column */
} SamsynPasteColumn;

typedef struct
{
  const SamsynKind *kind;
  gboolean          has_header; /* the first line named the columns, and is no row */
  GArray           *columns;    /* SamsynPasteColumn */
  guint             n_rows;
  SamsynPasteCell  *cells;      /* row by row, columns->len each */
  char            **row_problems; /* of a row as a whole; n_rows, NULL: none */
  guint             n_faulty;   /* rows with a problem */
} SamsynPastePlan;

/* The most rows that are taken at once. */
#define SAMSYN_PASTE_LIMIT 10000

/* Plans new records of the kind.  The first line names the columns where at least half of its cells are labels of fields in either
 * language; otherwise they stand in the order of `positions` (SamsynField, NULL for a column to leave out; owned by the kind).
 * `today` is the day that dates are read from.  NULL, with a sentence for the user, if there is nothing to paste, or too much. */
SamsynPastePlan *samsyn_paste_plan_new  (SamsynStore      *store,
                                         const SamsynKind *kind,
                                         GPtrArray        *positions,
                                         const char       *today,
                                         const char       *text,
                                         GError          **error);
void             samsyn_paste_plan_free (SamsynPastePlan *plan);

static inline const SamsynPasteCell *
samsyn_paste_plan_cell (const SamsynPastePlan *plan,
                        guint                  row,
                        guint                  column)
{
  return &plan->cells[row * plan->columns->len + column];
}

/* Whether something is wrong with a row. */
gboolean samsyn_paste_plan_is_faulty (const SamsynPastePlan *plan,
                                      guint                  row);

/* "Row 3, Due on: this is no date." for each problem; an array of texts. */
GPtrArray *samsyn_paste_plan_problems (const SamsynPastePlan *plan);

/* The changes (SamsynChange) that create the records of the rows that nothing is wrong with. */
GPtrArray *samsyn_paste_plan_changes (const SamsynPastePlan *plan,
                                      SamsynStore           *store);

/* The text as rows (GPtrArray) of cells (char *): a cell in quotes may hold tabs and line ends. */
GPtrArray *samsyn_paste_split (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynPastePlan, samsyn_paste_plan_free)

G_END_DECLS
