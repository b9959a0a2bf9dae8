/* comparison-sheets.h: the sheets of the report that compares two maps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reports/map/map-report.h"

G_BEGIN_DECLS

/* Whether there is something to say, and the sheet that says it. */
gboolean samsyn_compare_has_differences (const SamsynMapReport *report);
gboolean samsyn_compare_add_differences (SamsynMapReport *report,
                                         SamsynSheet     *sheet,
                                         GError         **error);
gboolean samsyn_compare_has_load        (const SamsynMapReport *report);
gboolean samsyn_compare_add_load        (SamsynMapReport *report,
                                         SamsynSheet     *sheet,
                                         GError         **error);
gboolean samsyn_compare_has_budget      (const SamsynMapReport *report);
gboolean samsyn_compare_add_budget      (SamsynMapReport *report,
                                         SamsynSheet     *sheet,
                                         GError         **error);
gboolean samsyn_compare_has_staff       (const SamsynMapReport *report);
gboolean samsyn_compare_add_staff       (SamsynMapReport *report,
                                         SamsynSheet     *sheet,
                                         GError         **error);
gboolean samsyn_compare_has_findings    (const SamsynMapReport *report);
gboolean samsyn_compare_add_findings    (SamsynMapReport *report,
                                         SamsynSheet     *sheet,
                                         GError         **error);

G_END_DECLS
