/* map-report.h: the report about the responsibility map, which its sheets are made from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "map-parts.h"
#include "report.h"

G_BEGIN_DECLS

typedef struct
{
  SamsynMapView   view;
  SamsynFindings *findings;
  SamsynBook     *book;
  char           *scenario; /* its name; NULL: what is in force */
} SamsynMapReport;

/* The sheet's title, with the scenario's name; to be freed by the caller. */
char *samsyn_map_report_title (const SamsynMapReport *report,
                               const char            *title);

/* Each fills a sheet that was opened for it. */
gboolean samsyn_map_report_add_overview    (SamsynMapReport *report,
                                            SamsynSheet     *sheet,
                                            GError         **error);
gboolean samsyn_map_report_add_tasks       (SamsynMapReport *report,
                                            SamsynSheet     *sheet,
                                            GError         **error);
gboolean samsyn_map_report_add_assignments (SamsynMapReport *report,
                                            SamsynSheet     *sheet,
                                            GError         **error);
gboolean samsyn_map_report_add_load        (SamsynMapReport *report,
                                            SamsynSheet     *sheet,
                                            GError         **error);

G_END_DECLS
