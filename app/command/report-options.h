/* report-options.h: the options that tell a report what it is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reports/report.h"

G_BEGIN_DECLS

typedef struct
{
  SamsynReportTakes flag;
  const char       *name; /* with dashes */
  const char       *value;
} SamsynReportOption;

/* Ends with an entry without name. */
extern const SamsynReportOption samsyn_report_options[];

G_END_DECLS
