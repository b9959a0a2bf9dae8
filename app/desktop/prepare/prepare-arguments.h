/* prepare-arguments.h: what a report is to be about, as rows to choose in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "prepare-job.h"

G_BEGIN_DECLS

typedef struct _SamsynPrepareArguments SamsynPrepareArguments;

/* Adds a row for each argument that any report takes to the group, which must live as long as this; `changed` is called with
 * `data` when something is chosen or typed. */
SamsynPrepareArguments *samsyn_prepare_arguments_new  (AdwPreferencesGroup *group,
                                                       SamsynStore         *store,
                                                       GFunc                changed,
                                                       gpointer             data);
void                    samsyn_prepare_arguments_free (SamsynPrepareArguments *arguments);

/* Shows the rows of what the report takes. */
void samsyn_prepare_arguments_show (SamsynPrepareArguments *arguments,
                                    const SamsynReport     *report);

/* Chooses and types what is given; what is not stays as it is. */
void samsyn_prepare_arguments_set (SamsynPrepareArguments      *arguments,
                                   const SamsynReportArguments *given);

/* Whether all that the report needs is there, every date is one, and there is something to tell; otherwise why not, in a sentence
 * to be freed by the caller. */
gboolean samsyn_prepare_arguments_check (SamsynPrepareArguments *arguments,
                                         const SamsynReport     *report,
                                         char                  **problem);

/* The date of what the report is about, where that is a record that has one, or today; to be freed by the caller. */
char *samsyn_prepare_arguments_get_date (SamsynPrepareArguments *arguments,
                                         const SamsynReport     *report);

/* Writes what the order's report takes into it. */
void samsyn_prepare_arguments_order (SamsynPrepareArguments *arguments,
                                     SamsynPrepareOrder     *order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynPrepareArguments, samsyn_prepare_arguments_free)

G_END_DECLS
