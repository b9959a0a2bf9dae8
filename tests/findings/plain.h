/* plain.h: every rule once more, slowly and obviously
 *
 * It goes by the rules' descriptions, over whole records with texts and ids, and shares no code with the program's rules.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The keys of all findings of the workspace on a date, in a scenario: a set of texts. */
GHashTable *plain_findings (SamsynStore *store,
                            const char  *date,
                            gint64       scenario);

/* What a cell shows: its letters in the order RASCI; to be freed by the caller. */
char *plain_cell (SamsynStore *store,
                  gint64       task,
                  gint64       organisation,
                  const char  *date,
                  gint64       scenario);

G_END_DECLS
