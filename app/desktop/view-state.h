/* view-state.h: how lists look, kept from one day to the next
 *
 * A file for each workspace, in the user's folder of states; a group of it for each kind.  Only ids are kept there: what is typed
 * may be about persons.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "question.h"

G_BEGIN_DECLS

/* Sort, group, filters, columns and their widths, as they were left for that workspace; what is not known is left out. */
void samsyn_view_state_load (SamsynQuestion *question,
                             const char     *file_id);

/* Keeps them.  A failure is of no consequence to the data, and only logged. */
void samsyn_view_state_save (const SamsynQuestion *question,
                             const char           *file_id);

G_END_DECLS
