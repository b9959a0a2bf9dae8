/* rows.h: a record's row and its words in the search index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "db.h"

G_BEGIN_DECLS

/* Writes the rows of a new record: identity, kind and search index. */
gboolean samsyn_rows_insert (SamsynStore        *store,
                             const SamsynRecord *record,
                             GError            **error);

/* Writes the fields of an update; `after` is the whole record as it becomes. */
gboolean samsyn_rows_update (SamsynStore        *store,
                             const SamsynRecord *after,
                             const GArray       *fields, /* SamsynFieldChange */
                             GError            **error);

/* Writes what is derived from the rows that a change has left, which are written already: keys, and the words in the search
 * index. */
gboolean samsyn_rows_derive (SamsynStore        *store,
                             const SamsynChange *change,
                             GError            **error);

/* Removes a record's rows. */
gboolean samsyn_rows_delete (SamsynStore      *store,
                             const SamsynKind *kind,
                             gint64            id,
                             GError          **error);

/* What the index holds of a record: the words of its title fields, and of the others; both to be freed by the caller. */
void samsyn_rows_index_text (SamsynStore        *store,
                             const SamsynRecord *record,
                             char              **title,
                             char              **text);

/* Writes the sort keys, and the texts in the search index, that are not as the records' texts say they must be (rebuild.c).
 * Inside a transaction of the caller's, and only once the file's tables are those of this program's kinds: after the last
 * migration. */
gboolean samsyn_rows_renew (SamsynStore *store,
                            GError     **error);

/* The same where the index may contradict itself: it is made anew first. */
gboolean samsyn_rows_rebuild (SamsynStore *store,
                              GError     **error);

/* The id of a body with that text, which is added if there is none, as brought by `step`; 0 on error. */
gint64 samsyn_rows_intern_body (SamsynStore *store,
                                const char  *text,
                                gint64       step,
                                GError     **error);

G_END_DECLS
