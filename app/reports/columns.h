/* columns.h: tables whose columns are a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/book/book.h"

G_BEGIN_DECLS

/* A column of a table; the last one of a list has no title. */
typedef struct
{
  const char       *title; /* English, context "pack" */
  SamsynColumnType  type;
  int               width;
  SamsynColumnFlags flags;
} SamsynPackColumn;

/* A table with these columns; `caption` (translated; NULL for the sheet's main table) is its heading. */
SamsynTable *samsyn_columns_add_table (SamsynSheet            *sheet,
                                       const char             *language,
                                       const char             *caption,
                                       const SamsynPackColumn *columns);

/* Adds the columns to a table that has some already, or will have more. */
void samsyn_columns_add (SamsynTable            *table,
                         const char             *language,
                         const SamsynPackColumn *columns);

/* What a sign means, for a legend; the last one of a list has no sign. */
typedef struct
{
  const char *sign;
  const char *meaning; /* English, context "pack" */
} SamsynSign;

/* A legend in the very type of cell that the other sheets use, so that it looks as they do. */
void samsyn_columns_add_legend (SamsynSheet            *sheet,
                                const char             *language,
                                const char             *caption,
                                const SamsynPackColumn *columns,
                                const SamsynSign       *signs);

/* The legend of the letters of responsibility. */
void samsyn_columns_add_letters (SamsynSheet *sheet,
                                 const char  *language);

G_END_DECLS
