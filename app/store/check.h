/* check.h: is everything in the file as it must be?  What the parts of the check share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "anew.h"
#include "db.h"

G_BEGIN_DECLS

typedef struct
{
  SamsynStore   *store;   /* a private copy: nobody changes it meanwhile, and the search index can be asked, which writes */
  SamsynCheckup *checkup; /* what is found */
  SamsynAnew    *anew;
  /* places of fields (char *) whose value is a fault that was told: what follows from it isn't told, too */
  GHashTable    *told;
  GCancellable  *cancellable;
} SamsynCheck;

typedef enum
{
  SAMSYN_CHECK_FAULT,      /* no version of Samsyn writes this */
  SAMSYN_CHECK_REPAIRABLE, /* a fault that samsyn_store_repair() mends */
  SAMSYN_CHECK_REMARK,     /* what an older version took, or another clock made, and this one would not write */
} SamsynCheckSort;

/* Tells of something at a place: a table, an id in it (0: none), a column (NULL: none). */
void samsyn_check_tell (SamsynCheck    *check,
                        SamsynCheckSort sort,
                        const char     *table,
                        gint64          id,
                        const char     *column,
                        const char     *format,
                        ...) G_GNUC_PRINTF (6, 7);

/* Whether a fault of that field has been told, which is no repairable one. */
gboolean samsyn_check_is_told (SamsynCheck *check,
                               const char  *table,
                               gint64       id,
                               const char  *column);

/* Calls `func` for each row of a query without parameters; FALSE on error or cancellation. */
typedef gboolean (*SamsynCheckFunc) (SamsynCheck     *check,
                                     SamsynStatement *row,
                                     GError         **error);
gboolean samsyn_check_each (SamsynCheck    *check,
                            const char     *sql,
                            SamsynCheckFunc func,
                            GError        **error);

/* The parts; FALSE only if something could not be examined. */
gboolean samsyn_check_records (SamsynCheck *check,
                               GError     **error);
gboolean samsyn_check_tree    (SamsynCheck      *check, /* check-tree.c: the parents of one kind */
                               const SamsynKind *kind,
                               GError          **error);
gboolean samsyn_check_index   (SamsynCheck *check, /* check-index.c: search index, sort keys */
                               GError     **error);
gboolean samsyn_check_log     (SamsynCheck *check, /* check-log.c: steps, digests, the changes replayed */
                               GError     **error);

G_END_DECLS
