/* examiner.h: is the file sound?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "desktop/parts/rest.h"

G_BEGIN_DECLS

typedef struct _SamsynExaminer SamsynExaminer;

/* Examines the file of a store that is open for writing, on a thread, when the window has had time to come; `tell` hears what is
 * wrong with it, `tell_bent` which records (gint64) hold values that are none of their fields.  The examiner must not outlive the
 * store. */
SamsynExaminer *samsyn_examiner_new (SamsynStore *store,
                                     SamsynRest  *rest,
                                     void (*tell) (gpointer data, const GError *error),
                                     void (*tell_bent) (gpointer data, GArray *records),
                                     gpointer     data);

/* Let go of the file: the store examines it itself before its first step. */
void samsyn_examiner_stop (SamsynExaminer *examiner);
void samsyn_examiner_free (SamsynExaminer *examiner);

G_END_DECLS
