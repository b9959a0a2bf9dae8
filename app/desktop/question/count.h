/* count.h: how many records there are, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "question.h"

G_BEGIN_DECLS

/* How many records there are, how many of them the question finds, and how many of those are late.  They are counted in slices,
 * so that the window goes on while a million are counted. */
typedef struct
{
  SamsynStore          *store;
  const SamsynQuestion *question;
  gint64                from; /* the id of the last record that was counted */
  gint64                all;
  gint64                found;
  gint64                late;
} SamsynCount;

/* Begins to count; store and question must last as long as it goes on. */
void samsyn_count_begin (SamsynCount          *count,
                         SamsynStore          *store,
                         const SamsynQuestion *question);

/* Counts a slice; FALSE when there is no more to count. */
gboolean samsyn_count_go_on (SamsynCount *count);

/* "214 actions, 12 late", or "3 of 214 actions" where the question is narrowed; to be freed by the caller. */
char *samsyn_count_describe (const SamsynCount *count);

/* "214 actions", of any number. */
char *samsyn_count_records (const SamsynKind *kind,
                            gint64            number);

G_END_DECLS
