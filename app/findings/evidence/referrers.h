/* referrers.h: what refers to a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The records of one kind that name a record in one of their fields, in the order of the kind's lists. */
typedef struct
{
  const SamsynKind  *kind;
  const SamsynField *field;
  gint64             n_records; /* all of them */
  SamsynRows        *rows;      /* the first `limit`: columns id and title */
} SamsynReferrers;

/* What refers to the record, as an array of SamsynReferrers that owns them: kinds in their order, fields in theirs; without those
 * that nothing refers by.  `limit` 0: all rows.  Titles are in the language (NULL: the process's).  NULL on error. */
GPtrArray *samsyn_referrers (SamsynStore *store,
                             gint64       record,
                             guint        limit,
                             const char  *language,
                             GError     **error);

/* The id and the title of a row; the title is owned by the referrers. */
gint64      samsyn_referrers_id    (const SamsynReferrers *referrers,
                                    guint                  row);
const char *samsyn_referrers_title (const SamsynReferrers *referrers,
                                    guint                  row);

G_END_DECLS
