/* check-tell.h: what a check found, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* How many faults and remarks there are, and what can be done; to be freed by the caller.  `n_mended`: by the repair before. */
char *samsyn_check_summary (const SamsynCheckup *checkup,
                            guint                n_mended);

/* The faults, then the remarks, a paragraph each; to be freed by the caller. */
char *samsyn_check_details (const SamsynCheckup *checkup);

G_END_DECLS
