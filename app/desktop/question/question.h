/* question.h: what a list asks the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "columns.h"
#include "filters.h"
#include "model/clock.h"

G_BEGIN_DECLS

/* Nothing is owned. */
typedef struct
{
  const SamsynKind   *kind;
  GPtrArray          *columns;    /* all columns of the kind; those that are visible are asked for */
  const char         *text;       /* what was typed; "": nothing */
  SamsynFilters      *filters;    /* may be NULL */
  const SamsynColumn *group;      /* NULL: not grouped */
  const SamsynColumn *sort;       /* NULL: as the kind says */
  gboolean            descending;
} SamsynQuestion;

/* The records, in order: their titles (SAMSYN_PLACE_TITLE), what settles records of their kind (from SAMSYN_PLACE_SETTLED on, in
 * the kind's order), then the visible columns, whose places are set.  What is late is so on the clock's day. */
#define SAMSYN_PLACE_TITLE   0
#define SAMSYN_PLACE_SETTLED 1
SamsynQuery *samsyn_question_rows (const SamsynQuestion *question,
                                   const SamsynClock    *clock);

/* The groups in the same order: what is shown of their value, and how many records they have.  NULL where nothing is grouped. */
SamsynQuery *samsyn_question_groups (const SamsynQuestion *question,
                                     const SamsynClock    *clock);

/* Narrows a query to the records that the list shows. */
void     samsyn_question_narrow      (const SamsynQuestion *question,
                                      const SamsynClock    *clock,
                                      SamsynQuery          *query);
gboolean samsyn_question_is_narrowed (const SamsynQuestion *question);

/* Narrows a query to the records whose name, or searchable field of lists, the text occurs in; or, where columns (SamsynColumn)
 * are given, whose references and choices that are shown. */
void samsyn_question_narrow_to_text (SamsynQuery     *query,
                                     const char      *text,
                                     const GPtrArray *columns);

/* Whether records can be grouped by the column. */
gboolean samsyn_question_can_group (const SamsynColumn *column);

G_END_DECLS
