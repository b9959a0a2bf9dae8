/* comparison-sheets.h: the sheets of the report that compares two maps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings/compare.h"
#include "map-parts.h"

G_BEGIN_DECLS

typedef struct
{
  SamsynStore      *store;
  SamsynBook       *book;
  const char       *language;
  SamsynComparison *comparison;
} SamsynCompareReport;

/* Whether there is something to say, and the sheet that says it. */
gboolean samsyn_compare_has_differences (const SamsynCompareReport *report);
gboolean samsyn_compare_add_differences (SamsynCompareReport *report,
                                         SamsynSheet         *sheet,
                                         GError             **error);
gboolean samsyn_compare_has_load        (const SamsynCompareReport *report);
gboolean samsyn_compare_add_load        (SamsynCompareReport *report,
                                         SamsynSheet         *sheet,
                                         GError             **error);
gboolean samsyn_compare_has_budget      (const SamsynCompareReport *report);
gboolean samsyn_compare_add_budget      (SamsynCompareReport *report,
                                         SamsynSheet         *sheet,
                                         GError             **error);
gboolean samsyn_compare_has_staff       (const SamsynCompareReport *report);
gboolean samsyn_compare_add_staff       (SamsynCompareReport *report,
                                         SamsynSheet         *sheet,
                                         GError             **error);
gboolean samsyn_compare_has_findings    (const SamsynCompareReport *report);
gboolean samsyn_compare_add_findings    (SamsynCompareReport *report,
                                         SamsynSheet         *sheet,
                                         GError             **error);

G_END_DECLS
