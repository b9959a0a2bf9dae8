/* answers.h: what queries should find, answered in plain C over whole records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

/* The workspace of the test, and its records: kind → GPtrArray of SamsynRecord by id. */
extern SamsynStore *store;
extern GHashTable  *records;

/* Makes both, with so many random records of each kind; and takes them away. */
void samsyn_test_begin (guint n_each);
void samsyn_test_end   (void);

/* What a path leads to from a record. */
typedef struct
{
  SamsynValue        value;
  const SamsynField *field; /* NULL: derived or title */
} Answer;

void answer_clear (Answer *answer);

/* Follows a path from a record (NULL: none). */
Answer answer (const SamsynRecord *record,
               const SamsynKind   *kind,
               const char         *path);

/* What a value is ordered by, and how two of these compare. */
SamsynValue sort_value     (const SamsynField *field,
                            const SamsynValue *value);
int         compare_sorted (const SamsynValue *a,
                            const SamsynValue *b);

/* Whether an answer meets a condition. */
gboolean holds (const Answer      *at,
                SamsynQueryTest    test,
                const SamsynValue *wanted);

/* Every path of one and two steps that is worth asking for. */
GPtrArray *paths_of (const SamsynKind *kind);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)
