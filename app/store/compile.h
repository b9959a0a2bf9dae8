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

typedef struct
{
  char   *sql;
  GArray *bindings; /* SamsynValue for the parameters from 1 */
  guint   n_columns;
} SamsynCompiled;

/* The statement; `offset` and `limit` (0: the query's own) for ids.  INVALID where a path leads nowhere. */
SamsynCompiled *samsyn_compile      (const SamsynQuery *query,
                                     SamsynCompileWhat  what,
                                     guint              offset,
                                     guint              limit,
                                     GError           **error);
void            samsyn_compiled_free (SamsynCompiled *compiled);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynCompiled, samsyn_compiled_free)

G_END_DECLS
