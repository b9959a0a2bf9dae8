/* paste.h: rows of a spreadsheet as new records
 *
 * What a spreadsheet puts on the clipboard is text: cells apart by tabs, rows by line ends.  A plan says of each cell what it
 * becomes before anything is written.  References are found by the whole title of their record; where several have it, or none,
 * the plan says so and does not guess.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *text;    /* as it was pasted; the plan's */
  SamsynValue value;   /* what it becomes */
  char       *shown;   /* the same as a reader sees it */
  char       *problem; /* a sentence, translated; NULL: none */
} SamsynPasteCell;

/* Why a column is left out. */
typedef enum
{
  SAMSYN_PASTE_LEFT_OUT, /* the user says so, or there is neither a heading nor a position for it */
  SAMSYN_PASTE_UNKNOWN,  /* its heading names no field */
  SAMSYN_PASTE_TAKEN,    /* another column goes to its field */
  SAMSYN_PASTE_OWN,      /* it is the program's to write: an id, or a value that follows from others */
} SamsynPasteReason;

typedef struct
{
  const SamsynField *field;   /* NULL: the column is left out */
  SamsynPasteReason  reason;  /* where it is left out */
  char              *heading; /* as it was pasted, or "Column 3" */
} SamsynPasteColumn;

typedef struct
{
  const SamsynKind         *kind;
  SamsynStore              *store;
  struct _SamsynPasteMatch *match;
  char                     *today;
  GPtrArray                *positions;    /* SamsynField */
  GPtrArray                *lines;        /* all that was pasted: GPtrArray of char * */
  gboolean                  has_header;   /* the first line names the columns, and is no row */
  GArray                   *columns;      /* SamsynPasteColumn */
  guint                     n_rows;
  SamsynPasteCell          *cells;        /* row by row, columns->len each */
  char                    **row_problems; /* of a row as a whole; n_rows, NULL: none */
  const SamsynField        *missing;      /* a field that every record must have and no column goes to; NULL: none */
  guint                     n_faulty;     /* rows with a problem */
} SamsynPastePlan;

/* The most rows that are taken at once. */
#define SAMSYN_PASTE_LIMIT 10000

/* Plans new records of the kind in the store, which must outlive the plan.  Where the first line names the columns, by what the
 * program calls the fields in either language, each goes to its field; otherwise they stand in the order of `positions`
 * (SamsynField, NULL for a column to leave out; owned by the kind): what a list shows.  `today` is the day that dates are read
 * from.  NULL, with a sentence for the user, if there is nothing to paste, or too much. */
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

/* Has a column go to another field, or (NULL) leaves it out; a column that went to that field before is left out. */
void samsyn_paste_plan_set_field (SamsynPastePlan   *plan,
                                  guint              column,
                                  const SamsynField *field);

/* Takes the first line for the headings, or for a row; every column still goes where it went.  A single line is always a row. */
void samsyn_paste_plan_set_header (SamsynPastePlan *plan,
                                   gboolean         has_header);

/* Whether a column goes to the field. */
gboolean samsyn_paste_plan_has_field (const SamsynPastePlan *plan,
                                      const SamsynField     *field);

/* What a reader calls a column: by its field, or by its heading where it is left out. */
const char *samsyn_paste_column_label (const SamsynPasteColumn *column);

/* Whether something is wrong with a row. */
gboolean samsyn_paste_plan_is_faulty (const SamsynPastePlan *plan,
                                      guint                  row);

/* "Row 3, Due on: this is no date." for each problem; an array of texts. */
GPtrArray *samsyn_paste_plan_problems (const SamsynPastePlan *plan);

/* Which dates are so far away that they are questioned, which columns are left out and why, and which fields of the positions get
 * nothing; an array of sentences. */
GPtrArray *samsyn_paste_plan_notes (const SamsynPastePlan *plan);

/* The changes (SamsynChange) that create the records of the rows that nothing is wrong with. */
GPtrArray *samsyn_paste_plan_changes (const SamsynPastePlan *plan);

/* The text as rows (GPtrArray) of cells (char *): a cell in quotes may hold tabs and line ends. */
GPtrArray *samsyn_paste_split (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynPastePlan, samsyn_paste_plan_free)

G_END_DECLS
