/* compare-out.h: what a comparison tells, to read and as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings/map/compare.h"

G_BEGIN_DECLS

/* What a task or an organisation of the comparison, by its number, is called; "" for organisation -1, which is none. */
typedef const char *(*SamsynCompareName) (const SamsynComparison *comparison,
                                          int                     number);
const char *samsyn_compare_task         (const SamsynComparison *comparison,
                                         int                     task);
const char *samsyn_compare_organisation (const SamsynComparison *comparison,
                                         int                     organisation);

/* Prints all that differs: tables in the program's language, or JSON. */
void samsyn_compare_print_text (const SamsynComparison *comparison);
void samsyn_compare_print_json (const SamsynComparison *comparison);

G_END_DECLS
