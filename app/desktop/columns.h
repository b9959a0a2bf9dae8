/* columns.h: what a list of records of a kind shows, and by what it is sorted and filtered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/query.h"

G_BEGIN_DECLS

/* One column: a field that stands in lists, or a derived value. */
typedef struct
{
  const SamsynKind *kind;
  SamsynField       field; /* a derived value is described as if it were a field */
  const char       *label; /* in the program's language */
  char             *shown; /* the path of what is shown: of a reference the title of its record */
  int               width; /* in characters */
} SamsynColumn;

/* The columns of a kind, in order; an array of SamsynColumn that owns them.  Texts and names give way until all columns fit a window
 * of usual width, as long as enough of them is left to read. */
GPtrArray *samsyn_columns_new (const SamsynKind *kind);

/* What a column shows of a value of its path; to be freed by the caller. */
char *samsyn_column_display (const SamsynColumn *column,
                             const SamsynValue  *value);

/* Whether its values are numbers, which end on one line. */
gboolean samsyn_column_is_number (const SamsynColumn *column);

/* The question behind a list: all columns in order, then the record's title; the records that `filter` occurs in; sorted by the
 * column, or (NULL) as the kind says. */
SamsynQuery *samsyn_columns_query (GPtrArray          *columns,
                                   const SamsynKind   *kind,
                                   const char         *filter,
                                   const SamsynColumn *sort,
                                   gboolean            descending);

/* Narrows a query to the records whose name, or searchable column, `filter` occurs in. */
void samsyn_columns_filter (SamsynQuery *query,
                            const char  *filter);

G_END_DECLS
