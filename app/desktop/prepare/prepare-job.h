/* prepare-job.h: making a report while the window goes on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reports/report.h"

G_BEGIN_DECLS

/* What a report is asked for, owning its texts. */
typedef struct
{
  const SamsynReport   *report;
  SamsynReportArguments arguments; /* points into what follows */
  GPtrArray            *texts; /* char *, those of the arguments */
  GPtrArray            *leave_out; /* const char *, NULL at the end */
  char                 *path;
} SamsynPrepareOrder;

void samsyn_prepare_order_free (SamsynPrepareOrder *order);

/* Makes the workbook in a thread of its own, which reads the store's file through a connection of its own: nothing is copied or
 * waited for on the main thread, and the store may be written or closed meanwhile.  The report is of one moment, between two
 * steps, not before this call.  Takes the order; an existing file is replaced.  `progress` is called now and then on the main
 * thread, with 0 to 1. */
void     samsyn_prepare_job_start  (SamsynStore        *store,
                                    SamsynPrepareOrder *order,
                                    GCancellable       *cancellable,
                                    SamsynProgressFunc  progress,
                                    gpointer            progress_data,
                                    GAsyncReadyCallback callback,
                                    gpointer            data);
gboolean samsyn_prepare_job_finish (GAsyncResult *result,
                                    GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynPrepareOrder, samsyn_prepare_order_free)

G_END_DECLS
