/* count.h: how many records there are, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "question.h"

G_BEGIN_DECLS

/* "214 actions, 12 late", or "3 of 214 actions" where the question is narrowed; to be freed by the caller.  NULL if they can't be
 * counted. */
char *samsyn_count_describe (SamsynStore          *store,
                             const SamsynQuestion *question);

/* "214 actions", of any number. */
char *samsyn_count_records (const SamsynKind *kind,
                            gint64            number);

G_END_DECLS
