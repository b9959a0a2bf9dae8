/* compile.h: a query as SQL
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store.h"

G_BEGIN_DECLS

/* What is asked about a query. */
typedef enum
{
  SAMSYN_COMPILE_ROWS,   /* the columns, as the query says */
  SAMSYN_COMPILE_COUNT,  /* the number of records that its conditions find, whatever its groups and limit */
  SAMSYN_COMPILE_IDS,    /* the ids of the records, in order */
  SAMSYN_COMPILE_LOOKUP, /* the columns for one record: parameter 1 is its id */
} SamsynCompileWhat;

/* What a column is to hold: see samsyn_db_column(). */
typedef struct
{
  const SamsynField *field;
  gboolean           required;
  gboolean           leads; /* an integer is the id of what is not there */
} SamsynCompiledColumn;

typedef struct
{
  char   *sql;
  GArray *bindings; /* SamsynValue for the parameters from 1 */
  GArray *columns;  /* SamsynCompiledColumn */
  guint   n_columns;
} SamsynCompiled;

/* What a file needs of its statements. */
typedef enum
{
  SAMSYN_COMPILE_STRAY_IDS = 1 << 0, /* there are ids that no record has: their rows are passed over */
  SAMSYN_COMPILE_BENT_LAST = 1 << 1, /* bent values are sorted last: an index does not give that order */
} SamsynCompileNeeds;

/* The statement; `offset` and `limit` (0: the query's own) for ids.  INVALID where a path leads nowhere. */
SamsynCompiled *samsyn_compile      (const SamsynQuery *query,
                                     SamsynCompileWhat  what,
                                     guint              offset,
                                     guint              limit,
                                     SamsynCompileNeeds needs,
                                     GError           **error);
void            samsyn_compiled_free (SamsynCompiled *compiled);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynCompiled, samsyn_compiled_free)

G_END_DECLS
