/* kept-form.h: the form that was left last with what could not be saved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "record-form.h"

G_BEGIN_DECLS

/* All zero: nothing is kept. */
typedef struct
{
  SamsynRecordForm *form; /* owned */
  gint64            step; /* the last that could be undone when it was left */
} SamsynKeptForm;

/* Keeps the form instead of the one before.  It saves nothing while it is kept. */
void samsyn_kept_form_set   (SamsynKeptForm   *kept,
                             SamsynSession    *session,
                             SamsynRecordForm *form);
void samsyn_kept_form_clear (SamsynKeptForm *kept);

/* Whether leaving it is the last that was done: nothing was written since. */
gboolean samsyn_kept_form_is_last (const SamsynKeptForm *kept,
                                   SamsynSession        *session);

/* The form of that record (0: the new one), for the caller to show again; NULL if that isn't the one that is kept. */
SamsynRecordForm *samsyn_kept_form_take (SamsynKeptForm *kept,
                                         gint64          record);

G_END_DECLS
